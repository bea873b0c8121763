-- 考核事项清单 · What was noted for the assessment
--
-- Commendations, sendings-back, cards and the like up to the cut-off, as the office noted them.
-- Quantities are millionths; without one it is one, and `noted` is 0.
--
-- grain:   one row per event, equal ones numbered
-- key:     unit, occurred_on, kind, task, noted, basis, note, ordinal
-- params:  :as_of date
-- columns: unit text, unit_name text, occurred_on date, kind text, task text, number text,
--          number_order text, title text, quantity integer, basis text, note text, ordinal integer,
--          noted integer
-- order:   unit, occurred_on, kind, task, noted, basis, note, ordinal
SELECT
  e.unit, u.unit_name, e.occurred_on, e.kind, e.task, t.number, t.number_order, t.title,
  CASE WHEN e.quantity > 0 THEN e.quantity ELSE 1000000 END AS quantity, e.basis, e.note,
  e.ordinal, e.quantity AS noted
FROM event AS e
JOIN unit AS u ON u.unit = e.unit
LEFT JOIN task AS t ON t.task = e.task
WHERE e.occurred_on <= :as_of
