-- 截止日集中办结 · Many completions on the last day
--
-- Lead units that completed three items or more on the very day of a cut-off, and half or more of
-- all that they completed since the cut-off before.
--
-- grain:   one row per unit and cut-off
-- key:     task, unit, day
-- params:  :as_of date
-- columns: task text, unit text, number text, number_order text, title text, day date, detail text,
--          unit_name text, on_the_day integer, completed integer
-- order:   day, unit, task
WITH
  ends AS (
    SELECT DISTINCT c.cutoff FROM calendar AS c WHERE c.cutoff <= :as_of
  ),
  span AS (
    SELECT e.cutoff, lag(e.cutoff) OVER (ORDER BY e.cutoff) AS cutoff_before FROM ends AS e
  ),
  finished AS (
    SELECT u.unit, i.done_on
    FROM task_unit AS u
    LEFT JOIN own_part AS p ON p.task = u.task AND p.unit = u.unit
    JOIN item AS i
      ON i.task = u.task AND i.part = CASE WHEN p.task IS NULL THEN '' ELSE p.unit END
        AND i.done = 1
    WHERE u.role_code = 1
  ),
  counted AS (
    SELECT
      f.unit, s.cutoff, count(*) AS completed,
      sum(CASE WHEN f.done_on = s.cutoff THEN 1 ELSE 0 END) AS on_the_day
    FROM finished AS f
    JOIN span AS s
      ON f.done_on <= s.cutoff AND (s.cutoff_before IS NULL OR f.done_on > s.cutoff_before)
    GROUP BY f.unit, s.cutoff
  )
SELECT
  '' AS task, c.unit, CAST(NULL AS text) AS number, CAST(NULL AS text) AS number_order,
  '' AS title, c.cutoff AS day,
  CAST(c.on_the_day AS text) || '/' || CAST(c.completed AS text) AS detail, u.unit_name,
  c.on_the_day, c.completed
FROM counted AS c
JOIN unit AS u ON u.unit = c.unit
WHERE c.on_the_day >= 3 AND 2 * c.on_the_day >= c.completed
