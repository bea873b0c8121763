-- 各单位牵头任务合计 · The parts that each unit leads, added up
--
-- grain:   one row per lead unit
-- key:     unit
-- params:  -
-- columns: unit text, tasks integer, in_force integer, completed integer, accepted integer,
--          ongoing integer, suspended integer, expected integer, due integer,
--          due_completed integer, on_time integer, overdue integer, overdue_days integer,
--          overdue_longest integer, overdue_workdays integer, original_overdue integer,
--          original_overdue_days integer, late integer, late_days integer, filled integer,
--          behind integer, slightly_behind integer, ahead integer, gap_sum integer,
--          due_open integer, due_today integer

SELECT
  f.unit,
  count(*) AS tasks, sum(f.counted) AS in_force, sum(f.completed) AS completed,
  sum(f.accepted) AS accepted, sum(f.ongoing) AS ongoing, sum(f.suspended) AS suspended,
  sum(f.expected) AS expected, sum(f.due) AS due, sum(f.due_completed) AS due_completed,
  sum(f.on_time) AS on_time, sum(f.overdue) AS overdue,
  sum(f.overdue_days) AS overdue_days, max(f.overdue_longest) AS overdue_longest,
  sum(f.overdue_workdays) AS overdue_workdays, sum(f.original_overdue) AS original_overdue,
  sum(f.original_overdue_days) AS original_overdue_days, sum(f.late) AS late,
  sum(f.late_days) AS late_days, sum(f.filled) AS filled, sum(f.behind) AS behind,
  sum(f.slightly_behind) AS slightly_behind, sum(f.ahead) AS ahead,
  coalesce(sum(f.gap * f.counted), 0) AS gap_sum, sum(f.due - f.due_completed) AS due_open,
  sum(f.due - f.due_completed - f.overdue) AS due_today
FROM part_fact AS f
WHERE f.role_code = 1
GROUP BY f.unit
