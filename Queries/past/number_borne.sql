-- 任务曾用编号 · The numbers that each task bore
--
-- One row per span of positions; a task that was never renumbered has one, under its own number.
-- One without a number (its key begins with ~) has none: nothing before is compared with it.
--
-- grain:   one row per task and span
-- key:     task, from_position
-- params:  -
-- columns: task text, from_position integer, to_position integer, number text
SELECT n.task, n.from_position, n.to_position, n.number
FROM past_number AS n
WHERE substr(n.task, 1, 1) <> '~'
UNION ALL
SELECT t.task, 0, 999999999999, t.task
FROM task AS t
WHERE substr(t.task, 1, 1) <> '~'
  AND t.task NOT IN (SELECT n.task FROM past_number AS n)
