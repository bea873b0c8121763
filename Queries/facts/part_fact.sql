-- Everything known of each unit's part
--
-- grain:   one row per unit and task
-- key:     unit, task
-- params:  -
-- columns: unit text, task text, role_code integer, own_line integer, status text,
--          counted integer, ongoing integer, suspended integer, completed integer, done_on date,
--          accepted integer, expected integer, due integer, due_completed integer,
--          on_time integer, overdue integer, overdue_days integer, overdue_longest integer,
--          overdue_workdays integer, workdays_longest integer, original_overdue integer,
--          original_overdue_days integer, late integer, late_days integer, progress integer,
--          scheduled integer, gap integer, filled integer, not_filled integer, behind integer,
--          ahead integer
WITH
  known AS (
    SELECT
      p.unit, p.task, p.role_code, p.own_line, p.status, p.counted, p.ongoing, p.suspended,
      p.completed, p.done_on, p.accepted, p.expected,
      coalesce(p.counted * i.due, 0) AS due,
      coalesce(p.counted * i.due_completed, 0) AS due_completed,
      coalesce(p.counted * i.on_time, 0) AS on_time,
      coalesce(p.counted * i.overdue, 0) AS overdue,
      coalesce(p.counted * i.overdue_days, 0) AS overdue_days,
      CASE WHEN p.counted = 1 THEN i.overdue_longest END AS overdue_longest,
      coalesce(p.counted * i.overdue_workdays, 0) AS overdue_workdays,
      CASE WHEN p.counted = 1 THEN i.workdays_longest END AS workdays_longest,
      coalesce(p.counted * i.original_overdue, 0) AS original_overdue,
      coalesce(p.counted * i.original_overdue_days, 0) AS original_overdue_days,
      coalesce(p.counted * i.late, 0) AS late,
      coalesce(p.counted * i.late_days, 0) AS late_days,
      CASE WHEN p.completed = 1 THEN 1000000 ELSE p.progress END AS progress,
      CASE WHEN p.counted = 1 THEN c.scheduled END AS scheduled
    FROM part AS p
    LEFT JOIN item_sum AS i
      ON i.task = p.task AND i.part = CASE WHEN p.judged_apart = 1 THEN p.unit ELSE '' END
    LEFT JOIN schedule AS c ON c.task = p.task
  )
SELECT
  k.unit, k.task, k.role_code, k.own_line, k.status, k.counted, k.ongoing, k.suspended,
  k.completed, k.done_on, k.accepted, k.expected, k.due, k.due_completed, k.on_time, k.overdue,
  k.overdue_days, k.overdue_longest, k.overdue_workdays, k.workdays_longest, k.original_overdue,
  k.original_overdue_days, k.late, k.late_days, k.progress, k.scheduled,
  k.progress - k.scheduled AS gap,
  CASE WHEN k.progress - k.scheduled IS NULL THEN 0 ELSE 1 END AS filled,
  CASE WHEN k.counted = 1 AND k.progress IS NULL THEN 1 ELSE 0 END AS not_filled,
  CASE WHEN k.progress < k.scheduled THEN 1 ELSE 0 END AS behind,
  CASE WHEN k.progress > k.scheduled THEN 1 ELSE 0 END AS ahead
FROM known AS k
