-- 催办单 · Units that are chased
--
-- A slip for each unit that bears an overdue item, has an overdue problem, or did not report
-- for the period, numbered in the official order. `below` counts the tasks that the unit
-- leads, or has a line of its own in, whose part is below schedule; `below_overdue` those of
-- them that bear an overdue item. With the moment that closes the plan what was due by its end
-- counts as overdue.
--
-- grain:   one row per unit
-- key:     unit
-- params:  :as_of date, :closing integer
-- columns: slip integer, unit text, unit_name text, short_name text, official_order integer,
--          overdue integer, rectifications integer, reports integer, below integer,
--          below_overdue integer, reply_by date
-- order:   slip, unit
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
  part AS (
    SELECT n.unit, 1 AS overdue, 0 AS rectifications, 0 AS reports, 0 AS below, 0 AS below_overdue
    FROM borne AS b
    JOIN numbered AS n ON n.unit = b.unit
    UNION ALL
    SELECT p.unit, 0, 1, 0, 0, 0 FROM problem AS p
    UNION ALL
    SELECT r.unit, 0, 0, 1, 0, 0 FROM unreported AS r
    UNION ALL
    SELECT
      n.unit, 0, 0, 0, 1,
      CASE WHEN (f.task, f.unit) IN (SELECT b.task, b.unit FROM borne AS b) THEN 1 ELSE 0 END
    FROM part_fact AS f
    JOIN numbered AS n ON n.unit = f.unit
    WHERE f.counted = 1 AND f.completed = 0 AND f.gap < 0 AND (f.role_code = 1 OR f.own_line = 1)
  ),
  part_sum AS (
    SELECT
      p.unit, sum(p.overdue) AS overdue, sum(p.rectifications) AS rectifications,
      sum(p.reports) AS reports, sum(p.below) AS below, sum(p.below_overdue) AS below_overdue
    FROM part AS p
    GROUP BY p.unit
  )
SELECT
  n.slip, n.unit, n.unit_name, coalesce(s.name, n.unit_name) AS short_name, n.official_order,
  p.overdue, p.rectifications, p.reports, p.below, p.below_overdue, d.report_by AS reply_by
FROM numbered AS n
JOIN part_sum AS p ON p.unit = n.unit
CROSS JOIN paper_day AS d
LEFT JOIN short_name AS s ON s.unit = n.unit
