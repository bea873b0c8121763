-- 节点晚于完成时限 · Milestone after the due date
--
-- A milestone falls due after its task.
--
-- grain:    one row per finding
-- key:      task, unit, detail
-- params:   -
-- columns:  task text, unit text, detail text
-- order:    task, unit, detail
-- severity: warn
SELECT m.task, m.unit, m.milestone || ' ' || m.due_on AS detail
FROM milestone AS m
JOIN standing AS s ON s.task = m.task
WHERE s.counted = 1 AND m.due_on > s.due AND m.due_on > s.listed_due
