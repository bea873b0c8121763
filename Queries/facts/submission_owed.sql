-- 应报与已报 · Reports owed and handed in
--
-- Who owes a report for a period is the plan's (`facts/debtor`). Owed are those whose time limit (报送时限) has been reached by the
-- cut-off, by units in office on that day: a successor does not owe its predecessor's reports. The
-- day itself is on time; late is what came by the cut-off; the rest is missing.
--
-- grain:   one row per unit and period
-- key:     unit, period
-- params:  :as_of date
-- columns: unit text, period text, ordinal integer, submit_by date, submitted_on date,
--          state text, days_late integer, quality text, returned integer
SELECT
  d.unit, c.period, c.ordinal, c.submit_by,
  CASE WHEN s.submitted_on <= :as_of THEN s.submitted_on END AS submitted_on,
  CASE
    WHEN s.submitted_on <= c.submit_by THEN 'on_time'
    WHEN s.submitted_on <= :as_of THEN 'late'
    ELSE 'missing'
  END AS state,
  CASE
    WHEN s.submitted_on > c.submit_by AND s.submitted_on <= :as_of
      THEN b.day_number - c.submit_number
  END AS days_late,
  s.quality, s.returned
FROM debtor AS d
JOIN unit AS u ON u.unit = d.unit
JOIN calendar AS c
  ON c.submit_by <= :as_of AND (u.valid_from IS NULL OR u.valid_from <= c.submit_by)
    AND (u.valid_to IS NULL OR u.valid_to >= c.submit_by)
LEFT JOIN submission AS s ON s.unit = d.unit AND s.period = c.period
LEFT JOIN day AS b ON b.day = s.submitted_on
