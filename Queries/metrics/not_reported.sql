-- 未按时报送单位 · Units that did not report in time
--
-- Of the reports owed for the newest period whose time limit has been reached, those that came late
-- or are missing at the cut-off. `consecutive` counts this and the periods before it, without a gap,
-- for which the unit did not report in time either; `period_units` counts the rows of the same state.
--
-- grain:   one row per unit
-- key:     unit
-- params:  -
-- columns: unit text, unit_name text, period_name text, submit_by date, state text,
--          ranking_group text, official_order integer, submitted_on date, days_late integer,
--          short_name text, consecutive integer, period_units integer
-- order:   official_order, unit
WITH
  punctual AS (
    SELECT o.unit, max(o.ordinal) AS ordinal
    FROM submission_owed AS o
    WHERE o.state = 'on_time'
    GROUP BY o.unit
  ),
  late_row AS (
    SELECT o.unit, count(*) AS periods
    FROM submission_owed AS o
    LEFT JOIN punctual AS p ON p.unit = o.unit
    WHERE o.ordinal > coalesce(p.ordinal, 0)
    GROUP BY o.unit
  )
SELECT
  o.unit, u.unit_name, c.period_name, o.submit_by, o.state, u.ranking_group, u.official_order,
  o.submitted_on, o.days_late, coalesce(n.name, u.unit_name) AS short_name,
  l.periods AS consecutive, count(*) OVER (PARTITION BY o.state) AS period_units
FROM submission_owed AS o
JOIN unit AS u ON u.unit = o.unit
JOIN late_row AS l ON l.unit = o.unit
LEFT JOIN short_name AS n ON n.unit = o.unit
JOIN calendar AS c ON c.period = o.period
WHERE o.ordinal = (SELECT max(x.ordinal) FROM submission_owed AS x) AND o.state <> 'on_time'
