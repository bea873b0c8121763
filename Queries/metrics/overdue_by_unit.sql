-- 牵头单位逾期与滞后 · Overdue and behind, by lead unit
--
-- Lead units that have overdue items or parts behind, those with the most overdue first, then by
-- days, then by parts behind. With the moment that closes the plan `unfinished`, what was due by its
-- end, takes the place of what is overdue; `slowness` is `behind`, `overdue` or `unfinished`.
--
-- grain:   one row per lead unit that has any
-- key:     unit
-- params:  :closing integer
-- columns: ordinal integer, unit text, unit_name text, ranking_group text, overdue integer,
--          overdue_days integer, behind integer, overdue_longest integer, unfinished integer,
--          slowness text
-- order:   ordinal, unit
WITH
  slow AS (
    SELECT
      l.unit, l.overdue, l.overdue_days, l.behind, l.overdue_longest,
      CASE WHEN :closing = 1 THEN l.due - l.due_completed ELSE l.overdue END AS unfinished
    FROM lead_sum AS l
  )
SELECT
  row_number() OVER (
    ORDER BY -s.unfinished, -s.overdue_days, -s.behind, u.official_order NULLS LAST, s.unit)
    AS ordinal,
  s.unit, u.unit_name, u.ranking_group, s.overdue, s.overdue_days, s.behind, s.overdue_longest,
  s.unfinished,
  CASE
    WHEN s.unfinished = 0 THEN 'behind'
    WHEN :closing = 1 THEN 'unfinished'
    ELSE 'overdue'
  END AS slowness
FROM slow AS s
JOIN unit AS u ON u.unit = s.unit
WHERE s.unfinished > 0 OR s.behind > 0
