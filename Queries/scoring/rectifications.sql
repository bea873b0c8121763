-- Problems found 整改
--
-- Problems found by the cut-off: struck off, completed, overdue or open, in `state` and as flags;
-- `days` overdue.
--
-- grain:   one row per problem
-- key:     rectification
-- params:  :as_of date
-- columns: unit text, rectification text, task text, title text, occasion text, qty ratio,
--          state text, accepted integer, completed integer, overdue integer, days integer,
--          source_file text, source_day date, source_line integer, source_place text
-- order:   unit, rectification
WITH
  judged AS (
    SELECT
      r.rectification, r.unit, r.task, r.problem, r.due_on, r.source_position,
      r.source_line, r.source_place,
      CASE
        WHEN r.accepted_on <= :as_of THEN 'accepted'
        WHEN r.completed_on <= :as_of THEN 'completed'
        WHEN r.due_on < :as_of THEN 'overdue'
        ELSE 'open'
      END AS state
    FROM rectification AS r
    WHERE coalesce(r.found_on, :as_of) <= :as_of
  )
SELECT
  j.unit, j.rectification, j.task, t.title, j.problem AS occasion, 1 AS qty_num, 1 AS qty_den,
  j.state, CASE WHEN j.state = 'accepted' THEN 1 ELSE 0 END AS accepted,
  CASE WHEN j.state IN ('accepted', 'completed') THEN 1 ELSE 0 END AS completed,
  CASE WHEN j.state = 'overdue' THEN 1 ELSE 0 END AS overdue,
  CASE WHEN j.state = 'overdue' THEN n.day_number - d.day_number END AS days,
  s.file AS source_file, s.day AS source_day, j.source_line, j.source_place
FROM judged AS j
JOIN day AS n ON n.day = :as_of
LEFT JOIN day AS d ON d.day = j.due_on
LEFT JOIN task AS t ON t.task = j.task
LEFT JOIN source_file AS s ON s.position = j.source_position AND s.register = 'rectifications'
