-- 牵头单位完成情况 · Completion, timeliness and schedule by lead unit
--
-- The parts that a unit leads, judged by its own line where there is one, else by the task. A task
-- with several leads is a part of each: the parts add up to more than the tasks. In force: tasks
-- neither cancelled, transferred nor ongoing: the denominator of completed, accepted and expected.
-- Due and what follows count items (milestones, else due dates). `gap_sum` over `filled` is the
-- mean schedule gap of those that can be compared, in millionths.
--
-- grain:   one row per lead unit
-- key:     unit
-- params:  -
-- columns: unit text, unit_name text, ranking_group text, official_order integer, tasks integer,
--          in_force integer, completed integer, accepted integer, ongoing integer,
--          suspended integer, expected integer, due integer, due_completed integer,
--          on_time integer, overdue integer, overdue_days integer, overdue_longest integer,
--          overdue_workdays integer, original_overdue integer, original_overdue_days integer,
--          late integer, late_days integer, filled integer, behind integer, ahead integer,
--          gap_sum integer, slightly_behind integer, due_open integer, due_today integer
-- order:   official_order, unit
SELECT
  s.unit, u.unit_name, u.ranking_group, u.official_order, s.tasks, s.in_force, s.completed,
  s.accepted, s.ongoing, s.suspended, s.expected, s.due, s.due_completed, s.on_time, s.overdue,
  s.overdue_days, s.overdue_longest, s.overdue_workdays, s.original_overdue,
  s.original_overdue_days, s.late, s.late_days, s.filled, s.behind, s.ahead, s.gap_sum,
  s.slightly_behind, s.due_open, s.due_today
FROM lead_sum AS s
JOIN unit AS u ON u.unit = s.unit
