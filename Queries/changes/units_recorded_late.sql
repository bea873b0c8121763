-- 有补登的单位 · Lead units whose earlier figures lacked a late entry
--
-- The lead units with items that had been done by the earlier moment and were only recorded since,
-- as `unit_changes` has them: what they are said to have gained then was partly, or wholly
-- (`rests_on_late_entry`), entered late.
--
-- grain:   one row per lead unit
-- key:     unit
-- params:  -
-- columns: unit text, unit_name text, official_order integer, due integer, due_completed integer,
--          prior_due integer, prior_completed integer, late_entries integer,
--          corrected_completed integer, direction text, corrected_direction text,
--          rests_on_late_entry integer
-- order:   official_order, unit
SELECT
  c.unit, c.unit_name, c.official_order, c.due, c.due_completed, c.prior_due, c.prior_completed,
  c.late_entries, c.corrected_completed, c.direction, c.corrected_direction, c.rests_on_late_entry
FROM unit_changes AS c
WHERE c.late_entries > 0
