-- 勾稽各项 · The parts of every total
--
-- What stands in the relations of `reconciliation`, part by part (see `tally`): `level` 0 is the
-- total, 1 its parts, 2 the parts of what is completed. `label` is the light's word where the part
-- is one.
--
-- grain:   one row per relation and part
-- key:     place, ordinal
-- params:  -
-- columns: place integer, relation text, ordinal integer, level integer, part text, label text,
--          amount integer
-- order:   place, ordinal
SELECT t.place, t.relation, t.ordinal, t.level, t.part, t.label, t.amount
FROM tally AS t
JOIN tally AS w ON w.relation = t.relation AND w.level = 0 AND w.amount > 0
