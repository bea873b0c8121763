-- 进度连续未变 · Progress unchanged over two cut-offs
--
-- Counted open tasks whose progress is the same as at the last two cut-offs that have a ledger of
-- their own, and not yet the whole. The day is the earlier of the two.
--
-- grain:   one row per task
-- key:     task, unit
-- params:  -
-- columns: task text, unit text, number text, number_order text, title text, day date, detail text,
--          progress integer
-- order:   number_order, task, unit
WITH
  newest AS (
    SELECT max(v.place) AS place FROM cutoff_version AS v
  )
SELECT
  t.task, '' AS unit, t.number, t.number_order, t.title, b.cutoff AS day,
  b.cutoff || ' = ' || a.cutoff AS detail,
  t.progress
FROM newest AS n
JOIN cutoff_version AS a ON a.place = n.place
JOIN cutoff_version AS b ON b.task = a.task AND b.place = n.place - 1
JOIN task AS t ON t.task = a.task
JOIN task_fact AS f ON f.task = a.task
WHERE f.counted = 1 AND f.completed = 0 AND t.progress < 1000000 AND a.progress = t.progress
  AND b.progress = t.progress
