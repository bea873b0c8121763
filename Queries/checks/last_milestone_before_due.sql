-- 末个节点早于完成时限 · Last milestone before the due date
--
-- A task that is judged by milestones of which none falls on its due date: what is left to do
-- after the last one is not judged.
--
-- grain:    one row per finding
-- key:      task, unit, detail
-- params:   :period_to date
-- columns:  task text, unit text, detail text
-- order:    task, unit, detail
-- severity: warn
SELECT s.task, '' AS unit, t.title AS detail
FROM standing AS s
JOIN task AS t ON t.task = s.task
WHERE s.counted = 1 AND s.milestones > 0 AND s.listed_due <= :period_to
  AND NOT EXISTS (
    SELECT 1 FROM milestone AS m WHERE m.task = s.task AND m.due_on >= s.listed_due)
