-- 尚未报送的单位 · Units that have not reported yet
--
-- Units that owe a report for the period, whether its time limit has been reached or not, and have
-- not handed one in by the cut-off.
--
-- grain:   one row per unit
-- key:     unit, period
-- params:  :as_of date, :period_from date, :period_to date
-- columns: unit text, period text, unit_name text, ranking_group text, official_order integer,
--          period_name text, submit_by date
-- order:   official_order, unit, period
SELECT
  d.unit, c.period, u.unit_name, u.ranking_group, u.official_order, c.period_name, c.submit_by
FROM debtor AS d
JOIN unit AS u ON u.unit = d.unit
JOIN calendar AS c
  ON c.from_day = :period_from AND c.to_day = :period_to AND c.submit_by IS NOT NULL
    AND (u.valid_from IS NULL OR u.valid_from <= c.submit_by)
    AND (u.valid_to IS NULL OR u.valid_to >= c.submit_by)
LEFT JOIN submission AS s ON s.unit = d.unit AND s.period = c.period AND s.submitted_on <= :as_of
WHERE s.unit IS NULL
