-- 各单位分工的全部数据 · Everything known of each unit's part
--
-- As the task stands, but for the parts that are judged apart. An accepted part is a completed one
-- of an accepted task. An open part is expected with its task, unless that is completed already. The
-- light of a part that is judged apart is the first of the plan's rules that applies to the part.
-- Behind and slightly behind mean of a part what they mean of a task.
--
-- grain:   one row per unit and task
-- key:     task, unit
-- params:  :as_of date, :closing integer
-- columns: unit text, task text, role_code integer, own_line integer, due_on date, status text,
--          counted integer, ongoing integer, suspended integer, completed integer, done_on date,
--          accepted integer, expected integer, due integer, due_completed integer,
--          on_time integer, overdue integer, overdue_days integer, overdue_longest integer,
--          overdue_workdays integer, workdays_longest integer, original_overdue integer,
--          original_overdue_days integer, late integer, late_days integer, progress integer,
--          scheduled integer, gap integer, filled integer, not_filled integer, behind integer,
--          slightly_behind integer, ahead integer, light integer
WITH
  threshold AS (
    SELECT min(r.threshold) AS points FROM light_rule AS r WHERE r.condition = 'behind'
  ),
  known AS (
    SELECT
      u.unit, u.task, u.role_code, coalesce(p.own_line, 0) AS own_line, f.due_on,
      CASE WHEN p.task IS NULL THEN 0 ELSE 1 END AS apart, f.light AS task_light,
      CASE WHEN p.task IS NULL THEN f.status ELSE p.status END AS status,
      CASE WHEN p.task IS NULL THEN f.counted ELSE p.counted END AS counted,
      CASE WHEN p.task IS NULL THEN f.ongoing ELSE p.ongoing END AS ongoing,
      CASE WHEN p.task IS NULL THEN f.suspended ELSE p.suspended END AS suspended,
      CASE WHEN p.task IS NULL THEN f.done_on ELSE p.done_on END AS done_on,
      CASE
        WHEN p.task IS NULL THEN f.progress
        WHEN p.done_on IS NULL THEN p.progress
        ELSE 1000000
      END AS progress,
      CASE WHEN p.task IS NULL OR p.counted = 1 THEN f.scheduled END AS scheduled,
      f.accepted AS task_accepted, f.expected * (1 - f.completed) AS task_expected,
      CASE WHEN p.task IS NULL THEN f.due ELSE coalesce(i.due, 0) END AS due,
      CASE WHEN p.task IS NULL THEN f.due_completed ELSE coalesce(i.due_completed, 0) END
        AS due_completed,
      CASE WHEN p.task IS NULL THEN f.on_time ELSE coalesce(i.on_time, 0) END AS on_time,
      CASE WHEN p.task IS NULL THEN f.overdue ELSE coalesce(i.overdue, 0) END AS overdue,
      CASE WHEN p.task IS NULL THEN f.overdue_days ELSE coalesce(i.overdue_days, 0) END
        AS overdue_days,
      CASE WHEN p.task IS NULL THEN f.overdue_longest ELSE i.overdue_longest END
        AS overdue_longest,
      CASE WHEN p.task IS NULL THEN f.overdue_workdays ELSE coalesce(i.overdue_workdays, 0) END
        AS overdue_workdays,
      CASE WHEN p.task IS NULL THEN f.workdays_longest ELSE i.workdays_longest END
        AS workdays_longest,
      CASE WHEN p.task IS NULL THEN f.original_overdue ELSE coalesce(i.original_overdue, 0) END
        AS original_overdue,
      CASE
        WHEN p.task IS NULL THEN f.original_overdue_days
        ELSE coalesce(i.original_overdue_days, 0)
      END AS original_overdue_days,
      CASE WHEN p.task IS NULL THEN f.late ELSE coalesce(i.late, 0) END AS late,
      CASE WHEN p.task IS NULL THEN f.late_days ELSE coalesce(i.late_days, 0) END AS late_days
    FROM task_unit AS u
    JOIN task_fact AS f ON f.task = u.task
    LEFT JOIN own_part AS p ON p.task = u.task AND p.unit = u.unit
    LEFT JOIN item_sum AS i ON i.task = p.task AND i.part = p.unit
  ),
  weighed AS (
    SELECT
      k.unit, k.task, k.role_code, k.own_line, k.due_on, k.status, k.counted, k.ongoing, k.suspended,
      CASE WHEN k.done_on IS NULL THEN 0 ELSE 1 END AS completed, k.done_on, k.task_accepted,
      k.task_expected, k.progress, k.scheduled, k.progress - k.scheduled AS gap, k.due,
      k.due_completed, k.on_time, k.overdue, k.overdue_days, k.overdue_longest,
      k.overdue_workdays, k.workdays_longest, k.original_overdue, k.original_overdue_days,
      k.late, k.late_days, k.apart, k.task_light
    FROM known AS k
  )
SELECT
  w.unit, w.task, w.role_code, w.own_line, w.due_on, w.status, w.counted, w.ongoing, w.suspended,
  w.completed, w.done_on, w.completed * w.task_accepted AS accepted,
  CASE WHEN w.completed = 1 OR w.task_expected = 1 THEN w.counted ELSE 0 END AS expected,
  w.due, w.due_completed, w.on_time, w.overdue, w.overdue_days, w.overdue_longest,
  w.overdue_workdays, w.workdays_longest, w.original_overdue, w.original_overdue_days, w.late,
  w.late_days, w.progress, w.scheduled, w.gap,
  CASE WHEN w.gap IS NULL THEN 0 ELSE 1 END AS filled,
  CASE WHEN w.counted = 1 AND w.progress IS NULL THEN 1 ELSE 0 END AS not_filled,
  CASE WHEN w.gap < 0 AND w.gap <= -b.points THEN 1 ELSE 0 END AS behind,
  CASE WHEN w.gap < 0 AND (b.points IS NULL OR w.gap > -b.points) THEN 1 ELSE 0 END
    AS slightly_behind,
  CASE WHEN w.gap > 0 THEN 1 ELSE 0 END AS ahead,
  CASE
    WHEN w.apart = 0 THEN w.task_light
    WHEN w.counted = 1 THEN (
      SELECT min(r.ordinal)
      FROM light_rule AS r
      WHERE
        CASE r.condition
          WHEN 'completed' THEN w.completed
          WHEN 'suspended' THEN w.suspended
          WHEN 'overdue' THEN CASE WHEN :closing = 1 THEN w.due - w.due_completed ELSE w.overdue END
          WHEN 'behind' THEN CASE WHEN w.gap < 0 AND w.gap <= -r.threshold THEN 1 ELSE 0 END
          WHEN 'not_filled' THEN CASE WHEN w.progress IS NULL THEN 1 ELSE 0 END
          WHEN 'due_within' THEN
            CASE WHEN w.due_on >= :as_of AND w.due_on <= r.last_day THEN 1 ELSE 0 END
          ELSE 1
        END > 0)
  END AS light
FROM weighed AS w
CROSS JOIN threshold AS b
