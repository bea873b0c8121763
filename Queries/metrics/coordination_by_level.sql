-- 需协调事项按提请层级 · Items to be coordinated, by level
--
-- How many tasks of `coordination` are to be brought before each level; empty where the ledger
-- names none.
--
-- grain:   one row per level
-- key:     escalate_to
-- params:  -
-- columns: escalate_to text, tasks integer
-- order:   escalate_to
SELECT coalesce(t.escalate_to, '') AS escalate_to, count(*) AS tasks
FROM task AS t
JOIN task_fact AS f ON f.task = t.task
WHERE f.in_force = 1 AND f.completed = 0 AND t.needs_coordination IS NOT NULL
GROUP BY coalesce(t.escalate_to, '')
