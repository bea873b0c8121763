-- The slips, numbered
--
-- A slip for each unit that is chased for something, in the official order.
--
-- grain:   one row per unit
-- key:     unit
-- params:  -
-- columns: unit text, slip integer
WITH
  chased_unit AS (
    SELECT DISTINCT c.unit FROM chased AS c WHERE c.alone = 1
  )
SELECT c.unit, row_number() OVER (ORDER BY u.official_order NULLS LAST, c.unit) AS slip
FROM chased_unit AS c
JOIN unit AS u ON u.unit = c.unit
