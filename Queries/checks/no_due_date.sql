-- 无完成时限 · No due date
--
-- Counted tasks with neither a due date nor milestones are never due and have no schedule.
--
-- grain:    one row per finding
-- key:      task, unit, detail
-- params:   -
-- columns:  task text, unit text, detail text
-- order:    task, unit, detail
-- severity: warn
SELECT s.task, '' AS unit, t.title AS detail
FROM standing AS s
JOIN task AS t ON t.task = s.task
WHERE s.counted = 1 AND s.due IS NULL AND s.milestones = 0
