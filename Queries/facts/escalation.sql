-- 提请层级 · Levels that matters are brought before
--
-- The levels (提请层级) of tasks in force that are not completed, in the order of the ledger.
--
-- grain:   one row per level
-- key:     level
-- params:  -
-- columns: level text, number_order text, tasks integer
SELECT t.escalate_to AS level, min(t.number_order) AS number_order, count(*) AS tasks
FROM task AS t
JOIN standing AS s ON s.task = t.task
WHERE s.in_force = 1 AND s.completed = 0 AND t.escalate_to IS NOT NULL
GROUP BY t.escalate_to
