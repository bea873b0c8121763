-- 催办单各行 · What each unit is chased for
--
-- The rows of the slips (`metrics/slips`), in order: `overdue` items that the unit bears, the
-- longest first; `rectification`, overdue problems; `report` that is missing; `behind`, tasks
-- that it leads or has a line of its own in whose part is below schedule, the widest gap
-- first, those with an overdue item left out. Progress and gap are those of the unit's own
-- part. `settle_by` is the time limit for settling it; empty for a task behind without a 盯办时限:
-- it is reported on with the next period.
--
-- grain:   one row per unit and thing
-- key:     slip, ordinal
-- params:  :as_of date, :closing integer
-- columns: slip integer, ordinal integer, unit text, kind text, task text, number text,
--          title text, subject text, due date, days integer, workdays integer, own_line integer,
--          progress integer, scheduled integer, gap integer, reason_kind text, delay_reason text,
--          extension text, extension_to date, settle_by date
-- order:   slip, ordinal
WITH
  borne AS (
    SELECT o.task, o.milestone, o.unit AS own_unit, x.leaf AS unit
    FROM open_item AS o
    JOIN unit_leaf AS x ON x.unit = o.unit
    WHERE o.overdue = 1 OR :closing = 1
    UNION
    SELECT o.task, o.milestone, o.unit, u.unit
    FROM open_item AS o
    JOIN task_unit AS u ON u.task = o.task AND u.role_code = 1
    WHERE o.unit = '' AND (o.overdue = 1 OR :closing = 1)
  ),
  problem AS (
    SELECT r.rectification, r.task, r.unit, r.due_on
    FROM rectification AS r
    WHERE r.found_on <= :as_of AND r.due_on < :as_of
      AND (r.completed_on IS NULL OR r.completed_on > :as_of)
      AND (r.accepted_on IS NULL OR r.accepted_on > :as_of)
  ),
  unreported AS (
    SELECT o.unit, o.period, o.submit_by
    FROM submission_owed AS o
    WHERE o.state = 'missing' AND o.ordinal = (SELECT max(x.ordinal) FROM submission_owed AS x)
  ),
  chased AS (
    SELECT b.unit FROM borne AS b
    UNION
    SELECT p.unit FROM problem AS p
    UNION
    SELECT r.unit FROM unreported AS r
  ),
  numbered AS (
    SELECT
      c.unit, u.unit_name, u.official_order,
      row_number() OVER (ORDER BY u.official_order NULLS LAST, c.unit) AS slip
    FROM chased AS c
    JOIN unit AS u ON u.unit = c.unit
  ),
  thing AS (
    SELECT
      n.slip, b.unit, 1 AS rank, 'overdue' AS kind, b.task, b.milestone AS subject, o.due, o.days,
      o.workdays, o.extension, o.extension_to, o.settle_by
    FROM borne AS b
    JOIN numbered AS n ON n.unit = b.unit
    JOIN open_item AS o
      ON o.task = b.task AND o.milestone = b.milestone AND o.unit = b.own_unit
    UNION ALL
    SELECT
      n.slip, p.unit, 2, 'rectification', p.task, p.rectification, p.due_on,
      e.day_number - d.day_number, e.workday_number - d.workday_number, 'none', NULL, k.settle_by
    FROM problem AS p
    JOIN numbered AS n ON n.unit = p.unit
    JOIN day AS d ON d.day = p.due_on
    JOIN day AS e ON e.day = :as_of
    CROSS JOIN paper_day AS k
    UNION ALL
    SELECT
      n.slip, r.unit, 3, 'report', NULL, y.period_name, r.submit_by, NULL, NULL, 'none', NULL,
      k.report_by
    FROM unreported AS r
    JOIN numbered AS n ON n.unit = r.unit
    JOIN calendar AS y ON y.period = r.period
    CROSS JOIN paper_day AS k
    UNION ALL
    SELECT
      n.slip, f.unit, 4, 'behind', f.task, '', f.due_on, NULL, NULL, 'none', NULL,
      CASE WHEN t.chase_by > k.issued_on THEN t.chase_by END
    FROM part_fact AS f
    JOIN numbered AS n ON n.unit = f.unit
    JOIN task AS t ON t.task = f.task
    CROSS JOIN paper_day AS k
    WHERE f.counted = 1 AND f.completed = 0 AND f.gap < 0 AND (f.role_code = 1 OR f.own_line = 1)
      AND (f.task, f.unit) NOT IN (SELECT b.task, b.unit FROM borne AS b)
  )
SELECT
  g.slip,
  row_number() OVER (
    PARTITION BY g.slip
    ORDER BY
      g.rank, g.days DESC NULLS LAST, f.gap NULLS LAST, t.number_order NULLS LAST, g.task, g.subject)
    AS ordinal,
  g.unit, g.kind, g.task, t.number, t.title, g.subject, g.due, g.days, g.workdays, f.own_line,
  f.progress, f.scheduled, f.gap, t.reason_kind, t.delay_reason, g.extension, g.extension_to,
  g.settle_by
FROM thing AS g
LEFT JOIN task AS t ON t.task = g.task
LEFT JOIN part_fact AS f ON f.task = g.task AND f.unit = g.unit
