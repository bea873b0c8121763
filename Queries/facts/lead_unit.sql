-- 牵头单位 · Units that lead a task
--
-- All tasks of the ledger count, also those that are not in force: who was given the lead owes
-- the reports and the news items that the plan asks of leads.
--
-- grain:   one row per unit
-- key:     unit
-- params:  -
-- columns: unit text
SELECT DISTINCT u.unit
FROM task_unit AS u
WHERE u.role_code = 1
