-- 非牵头单位完成情况 · Completion, timeliness and schedule by unit that does not lead
--
-- The parts that a unit has in tasks which it does not lead (汇总, 责任, 配合), judged by its own line
-- where there is one, else by the task: so counties and districts are compared. A unit that leads
-- other tasks has those in the figures by lead unit. In force: tasks neither cancelled, transferred
-- nor ongoing: the denominator of completed, accepted and expected. Due and what follows count
-- items (milestones, else due dates). `gap_sum` over `filled` is the mean schedule gap of those
-- that can be compared, in millionths.
--
-- grain:   one row per unit that has a part without leading
-- key:     unit
-- params:  -
-- columns: unit text, unit_name text, ranking_group text, official_order integer, tasks integer,
--          own_lines integer, in_force integer, completed integer, accepted integer,
--          ongoing integer, suspended integer, expected integer, due integer,
--          due_completed integer, on_time integer, overdue integer, overdue_days integer,
--          overdue_longest integer, overdue_workdays integer, original_overdue integer,
--          original_overdue_days integer, late integer, late_days integer, filled integer,
--          behind integer, ahead integer, gap_sum integer, slightly_behind integer,
--          due_open integer, due_today integer
-- order:   official_order, unit
SELECT
  u.unit, u.unit_name, u.ranking_group, u.official_order, count(*) AS tasks,
  sum(f.own_line) AS own_lines, sum(f.counted) AS in_force, sum(f.completed) AS completed,
  sum(f.accepted) AS accepted, sum(f.ongoing) AS ongoing, sum(f.suspended) AS suspended,
  sum(f.expected) AS expected, sum(f.due) AS due, sum(f.due_completed) AS due_completed,
  sum(f.on_time) AS on_time, sum(f.overdue) AS overdue, sum(f.overdue_days) AS overdue_days,
  max(f.overdue_longest) AS overdue_longest, sum(f.overdue_workdays) AS overdue_workdays,
  sum(f.original_overdue) AS original_overdue,
  sum(f.original_overdue_days) AS original_overdue_days, sum(f.late) AS late,
  sum(f.late_days) AS late_days, sum(f.filled) AS filled, sum(f.behind) AS behind,
  sum(f.ahead) AS ahead, coalesce(sum(f.gap * f.counted), 0) AS gap_sum,
  sum(f.slightly_behind) AS slightly_behind,
  sum(f.due - f.due_completed) AS due_open,
  sum(f.due - f.due_completed - f.overdue) AS due_today
FROM part_fact AS f
JOIN unit AS u ON u.unit = f.unit
WHERE f.role_code > 1
GROUP BY u.unit, u.unit_name, u.ranking_group, u.official_order
