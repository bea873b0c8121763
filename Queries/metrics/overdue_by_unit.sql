-- 牵头单位逾期与滞后 · Overdue and behind, by lead unit
--
-- Lead units that have overdue items or parts behind schedule, those with the most overdue first,
-- then by days, then by parts behind.
--
-- grain:   one row per lead unit that has any
-- key:     unit
-- params:  -
-- columns: ordinal integer, unit text, unit_name text, ranking_group text, overdue integer,
--          overdue_days integer, behind integer, overdue_longest integer
-- order:   ordinal, unit
SELECT
  row_number() OVER (
    ORDER BY -s.overdue, -s.overdue_days, -s.behind, u.official_order NULLS LAST, s.unit)
    AS ordinal,
  s.unit, u.unit_name, u.ranking_group, s.overdue, s.overdue_days, s.behind, s.overdue_longest
FROM lead_sum AS s
JOIN unit AS u ON u.unit = s.unit
WHERE s.overdue > 0 OR s.behind > 0
