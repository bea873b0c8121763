-- 未按时报送单位 · Units that did not report in time
--
-- Of the reports owed for the newest period whose time limit has been reached, those that came late
-- or are missing at the cut-off.
--
-- grain:   one row per unit
-- key:     unit
-- params:  -
-- columns: unit text, unit_name text, period_name text, submit_by date, state text,
--          ranking_group text, official_order integer, submitted_on date, days_late integer
-- order:   official_order, unit
SELECT
  o.unit, u.unit_name, c.period_name, o.submit_by, o.state, u.ranking_group, u.official_order,
  o.submitted_on, o.days_late
FROM submission_owed AS o
JOIN unit AS u ON u.unit = o.unit
JOIN calendar AS c ON c.period = o.period
WHERE o.ordinal = (SELECT max(x.ordinal) FROM submission_owed AS x) AND o.state <> 'on_time'
