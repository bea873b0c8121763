-- 量化指标变动 · Targets changed
--
-- Targets of tasks that are there at both moments: new, gone, or changed in task, indicator,
-- direction, value, unit of measure, base, nature, unit or due date; not in what was reached. `has_basis` is 1
-- where the ledger names a basis for changes of the task (变更依据). Values are millionths of the
-- unit of measure.
-- Tasks without a number (their keys begin with ~) are compared with nothing.
--
-- grain:   one row per target
-- key:     target
-- params:  -
-- columns: target text, task text, number text, number_order text, title text, kind text,
--          prior_indicator text, indicator text, prior_comparison text, prior_value integer,
--          prior_measure text, comparison text, target_value integer, measure text,
--          prior_base integer, base integer, prior_nature text, nature text,
--          prior_unit_name text, unit_name text, prior_due_on date, due_on date,
--          has_basis integer, change_basis text
-- order:   number_order, task, target
WITH
  paired AS (
    SELECT
      n.target, n.task, p.indicator AS prior_indicator, n.indicator,
      p.comparison AS prior_comparison, p.target_value AS prior_value,
      p.unit_of_measure AS prior_measure, n.comparison, n.target_value,
      n.unit_of_measure AS measure, p.base AS prior_base, n.base, p.nature AS prior_nature,
      n.nature, p.unit AS prior_unit, n.unit, p.due_on AS prior_due_on, n.due_on,
      CASE
        WHEN p.target IS NULL THEN 'new'
        WHEN n.task <> p.task OR n.indicator <> p.indicator OR n.comparison <> p.comparison
          OR n.target_value <> p.target_value
          OR n.unit_of_measure IS DISTINCT FROM p.unit_of_measure
          OR n.base IS DISTINCT FROM p.base OR n.nature IS DISTINCT FROM p.nature
          OR n.unit IS DISTINCT FROM p.unit OR n.due_on IS DISTINCT FROM p.due_on THEN 'changed'
        ELSE ''
      END AS kind
    FROM target AS n
    JOIN prior_task AS t ON t.task = n.task
    LEFT JOIN prior_target AS p ON p.target = n.target
    UNION ALL
    SELECT
      p.target, p.task, p.indicator AS prior_indicator, NULL AS indicator,
      p.comparison AS prior_comparison, p.target_value AS prior_value,
      p.unit_of_measure AS prior_measure, NULL AS comparison, NULL AS target_value,
      NULL AS measure, p.base AS prior_base, NULL AS base, p.nature AS prior_nature,
      NULL AS nature, p.unit AS prior_unit, NULL AS unit, p.due_on AS prior_due_on,
      NULL AS due_on, 'gone' AS kind
    FROM prior_target AS p
    JOIN task AS t ON t.task = p.task
    LEFT JOIN target AS n ON n.target = p.target
    WHERE n.target IS NULL
  )
SELECT
  c.target, c.task, t.number, t.number_order, t.title, c.kind, c.prior_indicator, c.indicator,
  c.prior_comparison, c.prior_value, c.prior_measure, c.comparison, c.target_value, c.measure,
  c.prior_base, c.base, c.prior_nature, c.nature,
  coalesce(q.unit_name, o.unit_name) AS prior_unit_name, u.unit_name, c.prior_due_on, c.due_on,
  CASE WHEN t.change_basis IS NULL THEN 0 ELSE 1 END AS has_basis, t.change_basis
FROM paired AS c
JOIN task AS t ON t.task = c.task
LEFT JOIN unit AS u ON u.unit = c.unit
LEFT JOIN prior_unit AS q ON q.unit = c.prior_unit
LEFT JOIN unit AS o ON o.unit = c.prior_unit
WHERE c.kind <> '' AND substr(c.task, 1, 1) <> '~'
