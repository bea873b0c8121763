-- 预计完成 · What is expected of the counted tasks
--
-- `completed`; `assured`: expected by the period's end, or certain (能确保); `difficult`: expected
-- later, or with difficulty (有困难); `not_said`. They add up to the counted tasks (`total`).
--
-- grain:   one row per state that there is
-- key:     ordinal
-- params:  -
-- columns: ordinal integer, state text, amount integer, total integer
-- order:   ordinal
SELECT t.ordinal, t.part AS state, t.amount, w.amount AS total
FROM tally AS t
JOIN tally AS w ON w.relation = t.relation AND w.level = 0
WHERE t.relation = 'expected' AND t.level = 1
