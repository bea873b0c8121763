-- 节点和分工补录完成 · Completions of milestones and own lines recorded late
--
-- As for tasks: completed at the later moment, of which the earlier one did not know, or knew
-- another day; and whose day of completion is not after that of a snapshot that did not know it.
-- Of tasks that are there at both moments. `milestone` is empty for a unit's own line (任务分工), `unit` for a milestone of the whole task.
-- Tasks without a number (their keys begin with ~) are compared with nothing.
--
-- grain:   one row per task, milestone and unit
-- key:     task, milestone, unit
-- params:  :as_of date
-- columns: task text, milestone text, unit text, number text, number_order text, title text,
--          unit_name text, prior_completed_on date, completed_on date, unknown_on date,
--          first_known date, days integer
-- order:   number_order, task, milestone, unit
WITH
  done AS (
    SELECT
      'milestones' AS register, m.task, m.milestone, m.unit, m.completed_on,
      p.completed_on AS prior_completed_on
    FROM milestone AS m
    LEFT JOIN prior_milestone AS p
      ON p.task = m.task AND p.milestone = m.milestone AND p.unit = m.unit
    WHERE m.completed_on <= :as_of AND substr(m.task, 1, 1) <> '~'
    UNION ALL
    SELECT
      'assignments', a.task, '' AS milestone, a.unit, a.completed_on,
      CASE WHEN p.status IN ('completed', 'accepted') THEN p.completed_on END
    FROM assignment AS a
    LEFT JOIN prior_assignment AS p ON p.task = a.task AND p.unit = a.unit
    WHERE a.status IN ('completed', 'accepted') AND a.completed_on <= :as_of
      AND substr(a.task, 1, 1) <> '~'
  ),
  said AS (
    SELECT
      v.register, v.task, v.milestone, v.unit, v.first_position, v.last_position,
      CASE WHEN v.completed_on = d.completed_on THEN 1 ELSE 0 END AS knows
    FROM seen_part AS v
    JOIN done AS d
      ON d.register = v.register AND d.task = v.task AND d.milestone = v.milestone
      AND d.unit = v.unit
    WHERE d.prior_completed_on IS DISTINCT FROM d.completed_on
  ),
  unaware AS (
    SELECT s.register, s.task, s.milestone, s.unit, max(s.last_position) AS position
    FROM said AS s
    WHERE s.knows = 0
    GROUP BY s.register, s.task, s.milestone, s.unit
  ),
  aware AS (
    SELECT s.register, s.task, s.milestone, s.unit, min(s.first_position) AS position
    FROM said AS s
    LEFT JOIN unaware AS u
      ON u.register = s.register AND u.task = s.task AND u.milestone = s.milestone
      AND u.unit = s.unit
    WHERE s.first_position > coalesce(u.position, 0)
    GROUP BY s.register, s.task, s.milestone, s.unit
  )
SELECT
  d.task, d.milestone, d.unit, t.number, t.number_order, t.title, o.unit_name, d.prior_completed_on,
  d.completed_on, v.day_before AS unknown_on, v.first_day AS first_known,
  f.day_number - c.day_number AS days
FROM done AS d
JOIN aware AS a
  ON a.register = d.register AND a.task = d.task AND a.milestone = d.milestone AND a.unit = d.unit
JOIN seen_part AS v
  ON v.register = a.register AND v.task = a.task AND v.milestone = a.milestone
  AND v.unit = a.unit AND v.first_position = a.position
JOIN task AS t ON t.task = d.task
JOIN prior_task AS b ON b.task = d.task
JOIN day AS f ON f.day = v.first_day
JOIN day AS c ON c.day = d.completed_on
LEFT JOIN unit AS o ON o.unit = d.unit
WHERE d.completed_on <= v.day_before
