-- 变动汇总 · How many changes of each kind
--
-- The rows of each list, and the tasks they are about, each once. Lines that begin with `of_which_`
-- are part of the line above them.
--
-- grain:   one row per kind
-- key:     ordinal
-- params:  -
-- columns: ordinal integer, kind text, changes integer, tasks integer
-- order:   ordinal
SELECT 1 AS ordinal, 'new_tasks' AS kind, count(*) AS changes, count(DISTINCT c.task) AS tasks
FROM new_tasks AS c
UNION ALL
SELECT 2, 'gone_tasks', count(*), count(DISTINCT c.task)
FROM gone_tasks AS c
UNION ALL
SELECT 3, 'of_which_open', count(*), count(DISTINCT c.task)
FROM gone_tasks AS c
WHERE c.open = 1
UNION ALL
SELECT 4, 'reassigned', count(*), count(DISTINCT c.task)
FROM reassigned AS c
UNION ALL
SELECT 5, 'due_moved', count(*), count(DISTINCT c.task)
FROM due_moved AS c
UNION ALL
SELECT 6, 'of_which_without_extension', count(*), count(DISTINCT c.task)
FROM due_moved AS c
WHERE c.how <> 'extension'
UNION ALL
SELECT 7, 'of_which_close', count(*), count(DISTINCT c.task)
FROM due_moved AS c
WHERE c.close = 'yes'
UNION ALL
SELECT 8, 'of_which_maybe_close', count(*), count(DISTINCT c.task)
FROM due_moved AS c
WHERE c.close = 'maybe'
UNION ALL
SELECT 9, 'milestones_changed', count(*), count(DISTINCT c.task)
FROM milestones_changed AS c
UNION ALL
SELECT 10, 'progress_back', count(*), count(DISTINCT c.task)
FROM progress_back AS c
UNION ALL
SELECT 11, 'status_back', count(*), count(DISTINCT c.task)
FROM status_back AS c
UNION ALL
SELECT 12, 'status_adjusted', count(*), count(DISTINCT c.task)
FROM status_adjusted AS c
UNION ALL
SELECT 13, 'newly_completed', count(*), count(DISTINCT c.task)
FROM newly_completed AS c
UNION ALL
SELECT 14, 'completed_late', count(*), count(DISTINCT c.task)
FROM completed_late AS c
UNION ALL
SELECT 15, 'part_completed_late', count(*), count(DISTINCT c.task)
FROM part_completed_late AS c
UNION ALL
SELECT 16, 'targets_changed', count(*), count(DISTINCT c.task)
FROM targets_changed AS c
UNION ALL
SELECT 17, 'of_which_without_basis', count(*), count(DISTINCT c.task)
FROM targets_changed AS c
WHERE c.has_basis = 0
UNION ALL
SELECT 18, 'reworded', count(*), count(DISTINCT c.task)
FROM reworded AS c
