-- 不计入应办的任务 · Tasks that are not counted
--
-- Of the tasks of the ledger (`total`) those outside the counted ones: `ongoing` (长期坚持),
-- `not_started`, `cancelled` and `transferred`. With the counted ones they add up to the total.
--
-- grain:   one row per state that there is
-- key:     ordinal
-- params:  -
-- columns: ordinal integer, state text, amount integer, total integer
-- order:   ordinal
SELECT t.ordinal, t.part AS state, t.amount, w.amount AS total
FROM tally AS t
JOIN tally AS w ON w.relation = t.relation AND w.level = 0
WHERE t.relation = 'tasks' AND t.level = 1 AND t.part <> 'in_force'
