-- 报送期别不在日历 · Report for a period that the plan does not know
--
-- The period of a report handed in is not in the reporting calendar of the plan; it counts
-- nowhere.
--
-- grain:    one row per finding
-- key:      task, unit, detail
-- params:   -
-- columns:  task text, unit text, detail text
-- order:    task, unit, detail
-- severity: warn
SELECT '' AS task, s.unit, s.period AS detail
FROM submission AS s
WHERE s.period NOT IN (SELECT c.period FROM calendar AS c)
