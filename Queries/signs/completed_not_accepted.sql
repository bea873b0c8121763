-- 完成后久未销号 · Completed and not accepted for long
--
-- Tasks completed more than 60 days before the cut-off that were not accepted since. Nothing is
-- listed where the ledger notes no acceptance at all.
--
-- grain:   one row per task
-- key:     task, unit
-- params:  :as_of date
-- columns: task text, unit text, number text, number_order text, title text, day date, detail text,
--          days integer
-- order:   number_order, task, unit
SELECT
  t.task, '' AS unit, t.number, t.number_order, t.title, f.done_on AS day,
  CAST(n.day_number - d.day_number AS text) AS detail, n.day_number - d.day_number AS days
FROM task_fact AS f
JOIN task AS t ON t.task = f.task
JOIN day AS n ON n.day = :as_of
JOIN day AS d ON d.day = f.done_on
WHERE f.completed = 1 AND f.accepted = 0 AND n.day_number - d.day_number > 60
  AND EXISTS (SELECT 1 FROM task_fact AS x WHERE x.accepted = 1)
