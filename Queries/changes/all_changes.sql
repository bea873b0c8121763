-- 变动总表 · All changes in one list
--
-- Every list below each other, for programs: what changed (subject: a milestone, a target, a field),
-- from what to what, as text; progress and targets are millionths, words the ledger's codes.
-- The lists themselves say more.
--
-- grain:   one row per change
-- key:     ordinal, task, unit, subject
-- params:  -
-- columns: ordinal integer, kind text, task text, number text, number_order text, title text,
--          unit text, subject text, old_value text, new_value text, detail text
-- order:   ordinal, number_order, task, unit, subject
SELECT
  1 AS ordinal, 'new_tasks' AS kind, c.task, c.number, c.number_order, c.title, '' AS unit,
  '' AS subject,
  CAST(NULL AS text) AS old_value, c.status AS new_value, c.due AS detail
FROM new_tasks AS c
UNION ALL
SELECT
  2, 'gone_tasks', c.task, c.number, c.number_order, c.title, '', '', c.status, NULL,
  CASE WHEN c.open = 1 THEN 'open' END
FROM gone_tasks AS c
UNION ALL
SELECT 3, 'reassigned', c.task, c.number, c.number_order, c.title, c.unit, '', c.prior_role,
  c.role, c.kind
FROM reassigned AS c
UNION ALL
SELECT
  4, 'due_moved', c.task, c.number, c.number_order, c.title, '', '', c.prior_due, c.due,
  c.how || ', close: ' || c.close
FROM due_moved AS c
UNION ALL
SELECT
  5, 'milestones_changed', c.task, c.number, c.number_order, c.title, c.unit, c.milestone,
  c.prior_due, c.due,
  c.kind
FROM milestones_changed AS c
UNION ALL
SELECT
  6, 'progress_back', c.task, c.number, c.number_order, c.title, c.unit, '',
  CAST(c.prior_progress AS text),
  CAST(c.progress AS text), c.status
FROM progress_back AS c
UNION ALL
SELECT
  7, 'status_back', c.task, c.number, c.number_order, c.title, c.unit, '', c.prior_status, c.status,
  c.prior_completed_on
FROM status_back AS c
UNION ALL
SELECT
  8, 'status_adjusted', c.task, c.number, c.number_order, c.title, c.unit, '', c.prior_status,
  c.status,
  c.kind || CASE WHEN c.past_due = 1 THEN ', past due' ELSE '' END
FROM status_adjusted AS c
UNION ALL
SELECT
  9, 'newly_completed', c.task, c.number, c.number_order, c.title, '', '', NULL, c.completed_on,
  CASE WHEN c.late = 1 THEN 'late' END
FROM newly_completed AS c
UNION ALL
SELECT
  10, 'completed_late', c.task, c.number, c.number_order, c.title, '', '', c.prior_completed_on,
  c.completed_on,
  'unknown on ' || c.unknown_on || ', known on ' || c.first_known
FROM completed_late AS c
UNION ALL
SELECT
  11, 'part_completed_late', c.task, c.number, c.number_order, c.title, c.unit, c.milestone,
  c.prior_completed_on, c.completed_on,
  'unknown on ' || c.unknown_on || ', known on ' || c.first_known
FROM part_completed_late AS c
UNION ALL
SELECT
  12, 'targets_changed', c.task, c.number, c.number_order, c.title, '', c.target,
  c.prior_comparison || ' ' || CAST(c.prior_value AS text) || coalesce(' ' || c.prior_measure, ''),
  c.comparison || ' ' || CAST(c.target_value AS text) || coalesce(' ' || c.measure, ''),
  c.kind || CASE WHEN c.has_basis = 1 THEN ', with basis' ELSE ', without basis' END
FROM targets_changed AS c
UNION ALL
SELECT
  13, 'reworded', c.task, c.number, c.number_order, c.title, '', c.field, c.old_text, c.new_text,
  c.change_basis
FROM reworded AS c
