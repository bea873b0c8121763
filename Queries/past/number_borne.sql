-- The numbers that each task bore
--
-- One row per span of positions; a task that was never renumbered has one, under its own number.
--
-- grain:   one row per task and span
-- key:     task, from_position
-- params:  -
-- columns: task text, from_position integer, to_position integer, number text
SELECT n.task, n.from_position, n.to_position, n.number
FROM past_number AS n
UNION ALL
SELECT t.task, 0, 999999999999, t.task
FROM task AS t
WHERE t.task NOT IN (SELECT n.task FROM past_number AS n)
