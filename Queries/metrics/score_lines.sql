-- 得分明细 · Every line of every score
--
-- Unit by unit, of those that have tasks that count: base, rules, doubling, workload, caps and floors. Points, weights and quantities are
-- millionths; the points of a unit's lines add up to its score. Of a rate the two sums are shown in
-- place of a quantity. `source_file`, `source_line` and `source_day` lead to the row of the ledger
-- that the line comes from: its file and line, and the day of the snapshot that brought it.
--
-- grain:   one row per line
-- key:     ordinal
-- params:  -
-- columns: ordinal integer, unit text, unit_name text, ranking_group text, kind text, part text,
--          rule text, name text, task text, number text, number_order text, title text,
--          occasion text, quantity integer, counted text, rate ratio, weight integer,
--          points integer, basis text, source_file text, source_day date, source_line integer,
--          source_place text,
--          official_order integer
-- order:   ordinal
SELECT
  l.ordinal, l.unit, u.unit_name, u.ranking_group, l.kind, l.part, l.rule, l.name, l.task,
  t.number, t.number_order, l.title, l.occasion, l.quantity, l.counted, l.rate_num, l.rate_den,
  l.weight,
  l.points, l.basis, l.source_file, l.source_day, l.source_line, l.source_place, u.official_order
FROM score_line AS l
-- The lines first: they are the many.
CROSS JOIN score AS s
JOIN unit AS u ON u.unit = l.unit
LEFT JOIN task_fact AS t ON t.task = l.task
WHERE s.unit = l.unit AND s.tasks > 0
