-- 催办单各行 · What each unit is chased for
--
-- The rows of the slips (`metrics/slips`), in the order of their kinds (`facts/chased`): what is
-- overdue, the longest first; overdue problems; the report that is missing; what falls due soon;
-- tasks behind, the widest gap first, those with an overdue item left out; targets. Progress and gap
-- are those of the unit's own part. `settle_by` is the time limit for settling it; empty for a task
-- behind without a 盯办时限, and for targets: they are reported on with the next period, all others are
-- answered by the receipt (`is_answered`).
--
-- grain:   one row per unit and thing
-- key:     slip, ordinal
-- params:  :as_of date
-- columns: slip integer, ordinal integer, unit text, kind text, task text, number text,
--          title text, subject text, due date, days integer, workdays integer, own_line integer,
--          progress integer, scheduled integer, gap integer, reason_kind text, delay_reason text,
--          extension text, extension_to date, settle_by date, problem text, remedy text,
--          indicator text, comparison text, target_value integer, actual integer, measure text,
--          original_due date, period_name text, is_answered integer
-- order:   slip, ordinal
WITH
  thing AS (
    SELECT
      n.slip, c.unit, c.kind, c.rank, c.task, c.subject, c.own_unit, c.due
    FROM chased AS c
    JOIN slip_number AS n ON n.unit = c.unit
    WHERE c.kind <> 'behind' OR c.bears = 0
  )
SELECT
  g.slip,
  row_number() OVER (
    PARTITION BY g.slip
    ORDER BY
      g.rank, CASE WHEN g.kind = 'behind' THEN NULL ELSE g.due END NULLS LAST, f.gap NULLS LAST,
      t.number_order NULLS LAST, g.task, g.subject)
    AS ordinal,
  g.unit, g.kind, t.task, t.number, t.title, CASE WHEN y.period IS NULL THEN g.subject ELSE y.period_name END AS subject, g.due,
  CASE
    WHEN g.kind = 'overdue' THEN o.days
    WHEN g.kind = 'rectification' THEN e.day_number - d.day_number
  END AS days,
  CASE
    WHEN g.kind = 'overdue' THEN o.workdays
    WHEN g.kind = 'rectification' THEN e.workday_number - d.workday_number
  END AS workdays,
  f.own_line, f.progress, f.scheduled, f.gap, t.reason_kind, t.delay_reason,
  coalesce(o.extension, 'none') AS extension, o.extension_to,
  CASE g.kind
    WHEN 'overdue' THEN o.settle_by
    WHEN 'rectification' THEN k.settle_by
    WHEN 'report' THEN k.report_by
    WHEN 'behind' THEN CASE WHEN t.chase_by > k.issued_on THEN t.chase_by END
    WHEN 'target' THEN NULL
    ELSE g.due
  END AS settle_by,
  r.problem, r.measure AS remedy, a.indicator, a.comparison, a.target_value, a.actual,
  a.unit_of_measure AS measure,
  CASE WHEN g.kind = 'behind' AND h.original_due <> g.due THEN h.original_due END AS original_due,
  y.period_name,
  CASE
    WHEN g.kind = 'target' OR (g.kind = 'behind' AND coalesce(t.chase_by, '') <= k.issued_on) THEN 0
    ELSE 1
  END AS is_answered
FROM thing AS g
CROSS JOIN paper_day AS k
JOIN day AS e ON e.day = :as_of
LEFT JOIN day AS d ON d.day = g.due
LEFT JOIN task AS t ON t.task = g.task
LEFT JOIN task_fact AS h ON h.task = g.task
LEFT JOIN part_fact AS f ON f.task = g.task AND f.unit = g.unit
LEFT JOIN open_item AS o
  ON g.kind = 'overdue' AND o.task = g.task AND o.milestone = g.subject AND o.unit = g.own_unit
LEFT JOIN rectification AS r
  ON g.kind IN ('rectification', 'rectify') AND r.rectification = g.subject
LEFT JOIN target AS a ON g.kind = 'target' AND a.target = g.subject
LEFT JOIN calendar AS y ON g.kind IN ('report', 'hand_in') AND y.period = g.subject
