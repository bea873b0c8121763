-- 新完成任务汇总 · Tasks completed since, in one row
--
-- Tasks completed at the later moment and not at the earlier one. `tasks` were completed
-- since; `recorded_late` had been completed by the earlier moment and were recorded since:
-- they do not count. `early` of the tasks were completed at least 90 days before their due
-- date. `state`: `none`, `some` or `early`.
--
-- grain:   one row
-- key:     -
-- params:  :prior_as_of date
-- columns: state text, tasks integer, early integer, recorded_late integer
-- order:   -
WITH
  done AS (
    SELECT
      CASE WHEN c.completed_on > :prior_as_of THEN 1 ELSE 0 END AS is_new,
      CASE WHEN e.day_number - b.day_number >= 90 THEN 1 ELSE 0 END AS is_early
    FROM newly_completed AS c
    JOIN day AS b ON b.day = c.completed_on
    LEFT JOIN day AS e ON e.day = c.due
  ),
  done_sum AS (
    SELECT
      coalesce(sum(d.is_new), 0) AS tasks, coalesce(sum(d.is_new * d.is_early), 0) AS early,
      coalesce(sum(1 - d.is_new), 0) AS recorded_late
    FROM done AS d
  )
SELECT
  CASE WHEN s.tasks = 0 THEN 'none' WHEN s.early = 0 THEN 'some' ELSE 'early' END AS state,
  s.tasks, s.early, s.recorded_late
FROM done_sum AS s
