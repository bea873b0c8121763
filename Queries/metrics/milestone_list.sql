-- 阶段节点清单 · Milestones
--
-- Every milestone of the tasks that are counted, up to the year in which the period ends: so tasks
-- of several years stand with the goals of the years that have come. `done` in time, `late` done after its
-- effective due date, `overdue` due before the cut-off and open, else `open`; `days` late or overdue.
-- A milestone on the task's listed due date moves with an extension; what a completed task leaves
-- open is done with it. `in_period` marks those that fall due in the period.
--
-- grain:   one row per task, milestone and the milestone's unit
-- key:     task, milestone, unit
-- params:  -
-- columns: task text, number text, number_order text, title text, section text, lead_units text,
--          milestone text, unit text, unit_name text, original_due date, due date, done_on date,
--          state text, days integer, in_period integer
-- order:   number_order, task, due, milestone, unit
SELECT
  i.task, t.number, t.number_order, t.title, t.section, t.led_by AS lead_units,
  i.milestone, i.unit, u.unit_name, i.original_due, i.due, i.done_on,
  CASE
    WHEN i.overdue = 1 THEN 'overdue'
    WHEN i.late = 1 THEN 'late'
    WHEN i.done = 1 THEN 'done'
    ELSE 'open'
  END AS state,
  coalesce(i.days, i.late_days) AS days, i.in_period
FROM item AS i
JOIN standing AS s ON s.task = i.task
JOIN task AS t ON t.task = i.task
LEFT JOIN unit AS u ON u.unit = i.unit
WHERE i.part = '' AND s.milestones > 0
