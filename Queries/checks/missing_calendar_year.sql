-- 缺少工作日历 · Year without a working-day calendar
--
-- Working days of overdue items cannot be counted: the calendar of a year is missing. Add
-- calendars/<year>.csv.
--
-- grain:    one row per finding
-- key:      task, unit, detail
-- params:   :as_of date
-- columns:  task text, unit text, detail text
-- order:    task, unit, detail
-- severity: fail
SELECT DISTINCT '' AS task, '' AS unit, CAST(d.year AS TEXT) AS detail
FROM item AS i
JOIN day AS d ON d.day IN (i.due, :as_of)
WHERE i.overdue = 1 AND d.workday_number IS NULL
