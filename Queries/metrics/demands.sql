-- 下一步要求 · What is demanded of whom, by when
--
-- Kinds in order: `settle` (due items that are open, of who bears them), `explain` (tasks
-- behind without such an item that have a 盯办时限), `report` (reports of the period that are
-- missing), `fill` (tasks without progress), `measure` (targets of accepted tasks without a
-- value) and `rectify` (problems not yet put right). `day` is the 盯办时限 of the task, or the
-- problem's own time limit, where that is after the day of issue; else the plan's working days
-- later (`is_default` 1; empty where the calendar of that year is missing). `day_off` is 1
-- where nobody works on that day.
--
-- `unit_state`: `named`; `common` where nobody leads but units answer (各有关责任单位); `none` where
-- no unit is known at all. `subject` is the milestone, the period, the target or the problem.
--
-- grain:   one row per demand and unit
-- key:     ordinal
-- params:  :as_of date
-- columns: ordinal integer, kind text, day date, is_default integer, day_off integer, unit text,
--          short_name text, unit_state text, official_order integer, task text, number text,
--          number_order text, title text, subject text
-- order:   ordinal
WITH
  raised AS (
    SELECT
      1 AS rank, 'settle' AS kind, o.task, o.milestone AS subject, o.unit AS own_unit,
      t.chase_by AS wanted, 1 AS by_lead
    FROM open_item AS o
    JOIN task AS t ON t.task = o.task
    UNION ALL
    SELECT 2, 'explain', f.task, '', '', t.chase_by, 1
    FROM task_fact AS f
    JOIN task AS t ON t.task = f.task
    WHERE f.behind = 1 AND f.due = f.due_completed AND t.chase_by IS NOT NULL
    UNION ALL
    SELECT 3, 'report', NULL, y.period_name, o.unit, NULL, 0
    FROM submission_owed AS o
    JOIN calendar AS y ON y.period = o.period
    WHERE o.state = 'missing' AND o.ordinal = (SELECT max(x.ordinal) FROM submission_owed AS x)
    UNION ALL
    SELECT 4, 'fill', f.task, '', '', NULL, 1
    FROM task_fact AS f
    WHERE f.not_filled = 1
    UNION ALL
    SELECT 5, 'measure', t.task, t.indicator, coalesce(t.unit, ''), NULL, 1
    FROM target_fact AS f
    JOIN target AS t ON t.target = f.target
    JOIN task_fact AS k ON k.task = f.task
    WHERE f.measured = 0 AND f.repeats = 0 AND k.accepted = 1
    UNION ALL
    SELECT 6, 'rectify', r.task, r.rectification, coalesce(r.unit, ''), r.due_on, 0
    FROM rectification AS r
    WHERE r.found_on <= :as_of AND (r.completed_on IS NULL OR r.completed_on > :as_of)
      AND (r.accepted_on IS NULL OR r.accepted_on > :as_of)
  ),
  answering AS (
    SELECT DISTINCT u.task FROM task_unit AS u
  ),
  charged AS (
    SELECT
      r.rank, r.kind, r.task, r.subject, r.wanted,
      CASE WHEN r.own_unit <> '' THEN r.own_unit WHEN r.by_lead = 1 THEN u.unit END AS unit,
      CASE
        WHEN r.own_unit <> '' OR u.unit IS NOT NULL THEN 'named'
        WHEN a.task IS NOT NULL THEN 'common'
        ELSE 'none'
      END AS unit_state
    FROM raised AS r
    LEFT JOIN task_unit AS u ON u.task = r.task AND u.role_code = 1 AND r.own_unit = '' AND r.by_lead = 1
    LEFT JOIN answering AS a ON a.task = r.task
  ),
  dated AS (
    SELECT
      c.rank, c.kind, c.task, c.subject, c.unit, c.unit_state,
      CASE
        WHEN c.wanted > p.issued_on THEN c.wanted
        WHEN c.kind IN ('settle', 'explain', 'rectify') THEN p.settle_by
        ELSE p.report_by
      END AS day,
      CASE WHEN c.wanted > p.issued_on THEN 0 ELSE 1 END AS is_default
    FROM charged AS c
    CROSS JOIN paper_day AS p
  )
SELECT
  row_number() OVER (
    ORDER BY
      c.rank, c.day NULLS LAST, u.official_order NULLS LAST, c.unit NULLS LAST,
      t.number_order NULLS LAST, c.task NULLS LAST, c.subject) AS ordinal,
  c.kind, c.day, c.is_default,
  CASE WHEN d.workday_number = b.workday_number THEN 1 ELSE 0 END AS day_off, c.unit,
  coalesce(n.name, u.unit_name) AS short_name, c.unit_state, u.official_order, c.task, t.number,
  t.number_order, t.title, c.subject
FROM dated AS c
LEFT JOIN task AS t ON t.task = c.task
LEFT JOIN unit AS u ON u.unit = c.unit
LEFT JOIN short_name AS n ON n.unit = c.unit
LEFT JOIN day AS d ON d.day = c.day
LEFT JOIN day AS b ON b.day_number = d.day_number - 1
