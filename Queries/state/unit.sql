-- 单位名录 · Register of units
--
-- Every unit that the ledger knows, collectives among them. `in_office` is 1 where the unit's
-- dates hold the cut-off: only such units stand for a collective. Spellings of one ranking group are
-- shown as the first of them (`word`); `group_key` is what they have in common, and what the plan's words
-- are held against.
--
-- grain:   one row per unit
-- key:     unit
-- params:  :ledger text, :as_of date
-- columns: unit text, unit_name text, aliases text, kind text, ranking_group text,
--          official_order integer, is_group integer, in_office integer,
--          valid_from date, valid_to date, group_key text
SELECT
  v.unit, v.name AS unit_name, v.aliases, v.kind, coalesce(w.shown, v.ranking_group) AS ranking_group,
  v.official_order,
  coalesce(v.is_group, 0) AS is_group,
  CASE
    WHEN v.valid_from > :as_of OR v.valid_to < :as_of THEN 0
    ELSE 1
  END AS in_office,
  v.valid_from, v.valid_to, coalesce(w.key, v.ranking_group) AS group_key
FROM unit_version AS v
JOIN held AS h ON h.register = 'units'
LEFT JOIN word AS w ON w.kind = 'group' AND w.written = v.ranking_group
WHERE v.ledger = :ledger AND v.plan = ''
  AND v.from_position <= h.position AND h.position < v.to_position
