-- 分组完成情况 · Completion, timeliness and schedule by ranking group
--
-- The parts led by the units of each ranking group (考核分组), as in the figures by unit. In force:
-- tasks neither cancelled, transferred nor ongoing: the denominator of completed, accepted and
-- expected. Due and what follows count items (milestones, else due dates). `gap_sum` over `filled`
-- is the mean schedule gap of those that can be compared, in millionths. Groups stand in the order of
-- their first units.
--
-- grain:   one row per group
-- key:     ranking_group
-- params:  -
-- columns: ranking_group text, units integer, tasks integer, in_force integer, completed integer,
--          accepted integer, ongoing integer, suspended integer, expected integer, due integer,
--          due_completed integer, on_time integer, overdue integer, overdue_days integer,
--          overdue_longest integer, overdue_workdays integer, original_overdue integer,
--          original_overdue_days integer, late integer, late_days integer, filled integer,
--          behind integer, ahead integer, gap_sum integer, slightly_behind integer,
--          official_order integer, due_open integer, due_today integer
-- order:   official_order, ranking_group
SELECT
  coalesce(u.ranking_group, '') AS ranking_group, count(*) AS units,
  sum(s.tasks) AS tasks, sum(s.in_force) AS in_force, sum(s.completed) AS completed,
  sum(s.accepted) AS accepted, sum(s.ongoing) AS ongoing, sum(s.suspended) AS suspended,
  sum(s.expected) AS expected, sum(s.due) AS due, sum(s.due_completed) AS due_completed,
  sum(s.on_time) AS on_time, sum(s.overdue) AS overdue, sum(s.overdue_days) AS overdue_days,
  max(s.overdue_longest) AS overdue_longest, sum(s.overdue_workdays) AS overdue_workdays,
  sum(s.original_overdue) AS original_overdue, sum(s.original_overdue_days) AS
  original_overdue_days, sum(s.late) AS late, sum(s.late_days) AS late_days, sum(s.filled) AS
  filled, sum(s.behind) AS behind, sum(s.ahead) AS ahead, sum(s.gap_sum) AS gap_sum,
  sum(s.slightly_behind) AS slightly_behind,
  min(u.official_order) AS official_order, sum(s.due_open) AS due_open,
  sum(s.due_today) AS due_today
FROM lead_sum AS s
JOIN unit AS u ON u.unit = s.unit
GROUP BY coalesce(u.ranking_group, '')
