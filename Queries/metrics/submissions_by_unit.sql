-- 各单位各期报送 · Reports by unit and period
--
-- What each unit that owes a report handed in for each period whose time limit has been reached.
--
-- grain:   one row per unit and period
-- key:     unit, ordinal
-- params:  -
-- columns: unit text, unit_name text, ranking_group text, official_order integer, period text,
--          period_name text, ordinal integer, submit_by date, submitted_on date, state text,
--          days_late integer, quality text, returned integer
-- order:   official_order, unit, ordinal
SELECT
  o.unit, u.unit_name, u.ranking_group, u.official_order, o.period, c.period_name, o.ordinal,
  o.submit_by, o.submitted_on, o.state, o.days_late, o.quality, o.returned
FROM submission_owed AS o
JOIN unit AS u ON u.unit = o.unit
JOIN calendar AS c ON c.period = o.period
