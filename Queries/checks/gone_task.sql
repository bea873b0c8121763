-- 任务从台账消失 · Task gone from the ledger
--
-- In an earlier ledger and no longer in this one, without having been cancelled, transferred or
-- completed.
--
-- grain:    one row per finding
-- key:      task, unit, detail
-- params:   -
-- columns:  task text, unit text, detail text
-- order:    task, unit, detail
-- severity: warn
SELECT g.task, '' AS unit, g.title AS detail
FROM gone_task AS g
WHERE g.status IS NULL OR g.status NOT IN ('cancelled', 'transferred', 'completed', 'accepted')
