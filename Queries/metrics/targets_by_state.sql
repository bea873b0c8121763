-- 量化指标情况 · Targets by state
--
-- All targets (`total`), each in one state: due ones `met` or `missed`; not yet due ones held
-- against their schedule, `target_on_schedule` or `below_schedule`, or `not_due`; `not_measured`;
-- and apart from these `aspirational` (力争), `structural` (结构性) and those that `repeats` another
-- (同源指标).
--
-- grain:   one row per state that there is
-- key:     ordinal
-- params:  -
-- columns: ordinal integer, state text, amount integer, total integer
-- order:   ordinal
SELECT t.ordinal, t.part AS state, t.amount, w.amount AS total
FROM tally AS t
JOIN tally AS w ON w.relation = t.relation AND w.level = 0
WHERE t.relation = 'targets' AND t.level = 1
