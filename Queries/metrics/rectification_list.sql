-- 问题清单、措施清单、责任清单 · Problems, measures and who answers for them
--
-- The three lists side by side: each problem found by the cut-off, the measure against it, the
-- unit and the owner. `closed`: struck off (销号) by the office; `completed`: put right, not struck
-- off; `overdue`: due before the cut-off and neither; else `open`. `days` are those overdue. What
-- happened after the cut-off is not shown. `problems` is 1 in every row, `closed` in those struck off.
--
-- grain:   one row per problem
-- key:     id
-- params:  :as_of date
-- columns: id text, task text, number text, number_order text, title text, unit text,
--          unit_name text, source text, problem text, measure text, owner text, found_on date,
--          due_on date, completed_on date, accepted_on date, state text, days integer,
--          official_order integer, problems integer, closed integer,
--          source_file text, source_place text
-- order:   official_order, unit, id
WITH
  found AS (
    SELECT
      r.rectification, r.task, r.unit, r.found_by, r.problem, r.measure, r.owner, r.found_on,
      r.due_on, r.source_position, r.source_place,
      CASE WHEN r.completed_on <= :as_of THEN r.completed_on END AS completed_on,
      CASE WHEN r.accepted_on <= :as_of THEN r.accepted_on END AS accepted_on
    FROM rectification AS r
    WHERE coalesce(r.found_on, :as_of) <= :as_of
  ),
  judged AS (
    SELECT
      f.rectification,
      CASE
        WHEN f.accepted_on IS NOT NULL THEN 'closed'
        WHEN f.completed_on IS NOT NULL THEN 'completed'
        WHEN f.due_on < :as_of THEN 'overdue'
        ELSE 'open'
      END AS state
    FROM found AS f
  )
SELECT
  f.rectification AS id, f.task, t.number, t.number_order, t.title, f.unit, u.unit_name,
  f.found_by AS source,
  f.problem, f.measure, f.owner, f.found_on, f.due_on, f.completed_on, f.accepted_on, j.state,
  CASE WHEN j.state = 'overdue' THEN n.day_number - d.day_number END AS days, u.official_order,
  1 AS problems, CASE WHEN j.state = 'closed' THEN 1 ELSE 0 END AS closed,
  s.file AS source_file, f.source_place
FROM found AS f
JOIN judged AS j ON j.rectification = f.rectification
JOIN unit AS u ON u.unit = f.unit
JOIN day AS n ON n.day = :as_of
LEFT JOIN day AS d ON d.day = f.due_on
LEFT JOIN task AS t ON t.task = f.task
LEFT JOIN source_file AS s ON s.position = f.source_position AND s.register = 'rectifications'
