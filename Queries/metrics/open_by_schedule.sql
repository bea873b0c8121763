-- 未完成任务与序时 · Open tasks against their schedule
--
-- Counted tasks that are not completed: `ahead` of schedule, `on_schedule`, `below`, `not_filled`,
-- and `no_schedule` without a due date. With the completed ones they add up to the counted tasks
-- (`total`).
--
-- grain:   one row per state that there is
-- key:     ordinal
-- params:  -
-- columns: ordinal integer, state text, amount integer, total integer
-- order:   ordinal
SELECT t.ordinal, t.part AS state, t.amount, w.amount AS total
FROM tally AS t
JOIN tally AS w ON w.relation = t.relation AND w.level = 0
WHERE t.relation = 'in_force' AND t.level = 1 AND t.part <> 'completed'
