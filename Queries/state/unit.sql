-- Register of units
--
-- Every unit that the ledger knows, collectives among them. `in_office` is 1 where the unit's
-- dates hold the cut-off: only such units stand for a collective.
--
-- grain:   one row per unit
-- key:     unit
-- params:  :ledger text, :as_of date
-- columns: unit text, unit_name text, aliases text, kind text, ranking_group text,
--          official_order integer, is_group integer, in_office integer,
--          valid_from date, valid_to date
SELECT
  v.unit, v.name AS unit_name, v.aliases, v.kind, v.ranking_group, v.official_order,
  coalesce(v.is_group, 0) AS is_group,
  CASE
    WHEN v.valid_from > :as_of OR v.valid_to < :as_of THEN 0
    ELSE 1
  END AS in_office,
  v.valid_from, v.valid_to
FROM unit_version AS v
JOIN held AS h ON h.register = 'units'
WHERE v.ledger = :ledger AND v.plan = ''
  AND v.from_position <= h.position AND h.position < v.to_position
