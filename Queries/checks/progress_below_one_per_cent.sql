-- 进度不足1% · Progress below one per cent
--
-- Between 0 and 1 %: perhaps a fraction (0.85) where a percentage (85) is meant.
--
-- grain:    one row per finding
-- key:      task, unit, detail
-- params:   -
-- columns:  task text, unit text, detail text
-- order:    task, unit, detail
-- severity: warn
SELECT t.task, '' AS unit, t.title AS detail
FROM task AS t
WHERE t.progress > 0 AND t.progress < 10000
UNION ALL
SELECT a.task, a.unit, t.title
FROM assignment AS a
JOIN task AS t ON t.task = a.task
WHERE a.progress > 0 AND a.progress < 10000
