-- 催办单 · Units that are chased
--
-- A slip for each unit that bears an overdue item, has an overdue problem, or did not report
-- for the period; on other days than a cut-off also for what falls due soon (`facts/chased`),
-- numbered in the official order. `kind` is `chase`, or `remind` where nothing is late yet. `below`
-- counts the tasks that the unit leads, or has a line of its own in, whose part is below schedule;
-- `below_overdue` those of them that bear an overdue item.
--
-- grain:   one row per unit
-- key:     unit
-- params:  -
-- columns: slip integer, unit text, unit_name text, short_name text, official_order integer,
--          kind text, overdue integer, rectifications integer, reports integer, upcoming integer,
--          below integer, below_overdue integer, targets integer, reply_by date
-- order:   slip, unit
WITH
  chased_sum AS (
    SELECT
      c.unit, sum(CASE WHEN c.kind = 'overdue' THEN 1 ELSE 0 END) AS overdue,
      sum(CASE WHEN c.kind = 'rectification' THEN 1 ELSE 0 END) AS rectifications,
      sum(CASE WHEN c.kind = 'report' THEN 1 ELSE 0 END) AS reports,
      sum(CASE WHEN c.kind IN ('due', 'rectify', 'hand_in') THEN 1 ELSE 0 END) AS upcoming,
      sum(CASE WHEN c.kind = 'behind' THEN 1 ELSE 0 END) AS below, sum(c.bears) AS below_overdue,
      sum(CASE WHEN c.kind = 'target' THEN 1 ELSE 0 END) AS targets
    FROM chased AS c
    GROUP BY c.unit
  )
SELECT
  n.slip, n.unit, u.unit_name, coalesce(s.name, u.unit_name) AS short_name, u.official_order,
  CASE WHEN c.overdue + c.rectifications + c.reports > 0 THEN 'chase' ELSE 'remind' END AS kind,
  c.overdue, c.rectifications, c.reports, c.upcoming, c.below, c.below_overdue, c.targets,
  d.report_by AS reply_by
FROM slip_number AS n
JOIN chased_sum AS c ON c.unit = n.unit
JOIN unit AS u ON u.unit = n.unit
CROSS JOIN paper_day AS d
LEFT JOIN short_name AS s ON s.unit = n.unit
