-- 整改情况 · Problems by state
--
-- Problems found by the cut-off (`total`): `closed` (已销号), `overdue`, `done` (待销号: put right, not
-- struck off) and `open` (整改中).
--
-- grain:   one row per state that there is
-- key:     ordinal
-- params:  -
-- columns: ordinal integer, state text, amount integer, total integer
-- order:   ordinal
SELECT t.ordinal, t.part AS state, t.amount, w.amount AS total
FROM tally AS t
JOIN tally AS w ON w.relation = t.relation AND w.level = 0
WHERE t.relation = 'rectifications' AND t.level = 1
