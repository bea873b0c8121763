-- 本期报送 · Reports of the period by state
--
-- Reports owed for the newest period whose time limit has been reached (`total`): `in_time`,
-- `reported_late` or `missing`.
--
-- grain:   one row per state that there is
-- key:     ordinal
-- params:  -
-- columns: ordinal integer, state text, amount integer, total integer
-- order:   ordinal
SELECT t.ordinal, t.part AS state, t.amount, w.amount AS total
FROM tally AS t
JOIN tally AS w ON w.relation = t.relation AND w.level = 0
WHERE t.relation = 'reports' AND t.level = 1
