-- Commendations, cards, sendings-back and the like 考核事项
--
-- What the office noted by the cut-off, by its own word (`kind`); without a quantity it is one.
--
-- grain:   one row per event as noted, equal ones numbered
-- key:     unit, occurred_on, kind, task, quantity, occasion, note, ordinal
-- params:  :as_of date
-- columns: unit text, occurred_on date, kind text, task text, title text, occasion text,
--          note text, quantity integer, ordinal integer, qty ratio, source_file text, source_day date,
--          source_line integer,
--          source_place text
-- order:   unit, occurred_on, kind, task, quantity, occasion, note, ordinal
SELECT
  e.unit, e.occurred_on, e.kind, e.task, t.title, e.basis AS occasion, e.note, e.quantity,
  e.ordinal, CASE WHEN e.quantity > 0 THEN e.quantity ELSE 1000000 END AS qty_num,
  1000000 AS qty_den, s.file AS source_file, s.day AS source_day, e.source_line, e.source_place
FROM event AS e
LEFT JOIN task AS t ON t.task = e.task
LEFT JOIN source_file AS s ON s.position = e.source_position AND s.register = 'events'
WHERE e.occurred_on <= :as_of
