-- 进度倒退 · Progress gone backwards
--
-- Progress that is less than it was, or was filled in and is not any more; of the task (`unit` is
-- empty) and of units' own lines. What is completed now has not gone back, whatever its cell says.
-- Tasks without a number (their keys begin with ~) are compared with nothing.
--
-- grain:   one row per task and unit
-- key:     task, unit
-- params:  -
-- columns: task text, unit text, number text, number_order text, title text, lead_units text,
--          unit_name text, prior_progress integer, progress integer, fall integer, status text
-- order:   number_order, task, unit
WITH
  line AS (
    SELECT t.task, '' AS unit, p.progress AS prior_progress, t.progress, t.status
    FROM task AS t
    JOIN prior_task AS p ON p.task = t.task
    UNION ALL
    SELECT a.task, a.unit, p.progress AS prior_progress, a.progress, a.status
    FROM assignment AS a
    JOIN prior_assignment AS p ON p.task = a.task AND p.unit = a.unit
  )
SELECT
  l.task, l.unit, t.number, t.number_order, t.title, t.led_by AS lead_units, u.unit_name,
  l.prior_progress,
  l.progress,
  l.prior_progress - l.progress AS fall, l.status
FROM line AS l
JOIN task AS t ON t.task = l.task
LEFT JOIN unit AS u ON u.unit = l.unit
WHERE substr(l.task, 1, 1) <> '~' AND l.prior_progress > coalesce(l.progress, -1)
  AND (l.status IS NULL OR l.status NOT IN ('completed', 'accepted'))
