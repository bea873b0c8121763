-- 各期报送 · Reports by period
--
-- Of the reports owed for each period, those on time, late and missing at the cut-off.
--
-- grain:   one row per period
-- key:     ordinal
-- params:  -
-- columns: ordinal integer, period text, period_name text, submit_by date, owed integer,
--          on_time integer, late integer, missing integer
-- order:   ordinal
SELECT
  c.ordinal, c.period, c.period_name, c.submit_by, count(*) AS owed,
  sum(CASE WHEN o.state = 'on_time' THEN 1 ELSE 0 END) AS on_time,
  sum(CASE WHEN o.state = 'late' THEN 1 ELSE 0 END) AS late,
  sum(CASE WHEN o.state = 'missing' THEN 1 ELSE 0 END) AS missing
FROM submission_owed AS o
JOIN calendar AS c ON c.period = o.period
GROUP BY c.ordinal, c.period, c.period_name, c.submit_by
