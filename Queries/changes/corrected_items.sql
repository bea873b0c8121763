-- 上期补登事项 · Items that the earlier figures did not know to be done
--
-- Items due by the earlier moment and open in its figures, which by what is known now had been
-- done by then: they were recorded late. `was` is what they counted as then: `overdue` or
-- `due_today`; `on_time` is 1 where they were done by the due date of then. `bearers` as in
-- `metrics/open_items`.
--
-- grain:   one row per item
-- key:     task, milestone, unit
-- params:  :prior_as_of date
-- columns: task text, number text, number_order text, title text, milestone text, unit text,
--          bearers text, due date, done_on date, was text, on_time integer
-- order:   number_order, task, milestone, unit
SELECT
  p.task, t.number, t.number_order, t.title, p.milestone, p.unit,
  CASE WHEN p.unit = '' THEN t.led_by ELSE coalesce(s.name, p.unit) END AS bearers, p.due, n.done_on,
  CASE WHEN p.overdue = 1 THEN 'overdue' ELSE 'due_today' END AS was,
  CASE WHEN n.done_on <= p.due THEN 1 ELSE 0 END AS on_time
FROM prior_item AS p
JOIN item AS n
  ON n.part = p.part AND n.task = p.task AND n.milestone = p.milestone AND n.unit = p.unit
JOIN task AS t ON t.task = p.task
LEFT JOIN short_name AS s ON s.unit = p.unit
WHERE p.part = '' AND p.is_due = 1 AND p.done = 0 AND n.done_on <= :prior_as_of
  AND substr(p.task, 1, 1) <> '~'
