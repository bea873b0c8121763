-- 量化指标变动 · Targets changed
--
-- Targets of tasks that are there at both moments: new, gone, or changed in indicator, direction,
-- value, unit of measure, base or nature; not in what was reached. `has_basis` is 1 where the
-- ledger names a basis for changes of the task (变更依据). Values are millionths of the unit of
-- measure.
--
-- grain:   one row per target
-- key:     target
-- params:  -
-- columns: target text, task text, number integer, title text, kind text, prior_indicator text,
--          indicator text, prior_comparison text, prior_value integer, prior_measure text,
--          comparison text, target_value integer, measure text, prior_base integer, base integer,
--          prior_nature text, nature text, has_basis integer, change_basis text
-- order:   number, task, target
WITH
  later AS (
    SELECT
      m.target, m.task, m.indicator, m.comparison, m.target_value, m.unit_of_measure, m.base,
      m.nature
    FROM target AS m
    JOIN prior_task AS p ON p.task = m.task
  ),
  earlier AS (
    SELECT
      m.target, m.task, m.indicator, m.comparison, m.target_value, m.unit_of_measure, m.base,
      m.nature
    FROM prior_target AS m
    JOIN task AS t ON t.task = m.task
  ),
  paired AS (
    SELECT
      coalesce(n.target, p.target) AS target, coalesce(n.task, p.task) AS task,
      p.indicator AS prior_indicator, n.indicator, p.comparison AS prior_comparison,
      p.target_value AS prior_value, p.unit_of_measure AS prior_measure, n.comparison,
      n.target_value, n.unit_of_measure AS measure, p.base AS prior_base, n.base,
      p.nature AS prior_nature, n.nature,
      CASE
        WHEN p.target IS NULL THEN 'new'
        WHEN n.target IS NULL THEN 'gone'
        WHEN n.indicator <> p.indicator OR n.comparison <> p.comparison
          OR n.target_value <> p.target_value
          OR n.unit_of_measure IS DISTINCT FROM p.unit_of_measure
          OR n.base IS DISTINCT FROM p.base OR n.nature IS DISTINCT FROM p.nature THEN 'changed'
        ELSE ''
      END AS kind
    FROM later AS n
    FULL JOIN earlier AS p ON p.target = n.target
  )
SELECT
  c.target, c.task, t.number, t.title, c.kind, c.prior_indicator, c.indicator,
  c.prior_comparison, c.prior_value, c.prior_measure, c.comparison, c.target_value, c.measure,
  c.prior_base, c.base, c.prior_nature, c.nature,
  CASE WHEN t.change_basis IS NULL THEN 0 ELSE 1 END AS has_basis, t.change_basis
FROM paired AS c
JOIN task AS t ON t.task = c.task
WHERE c.kind <> ''
