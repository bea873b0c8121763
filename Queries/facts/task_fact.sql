-- 任务的全部数据 · Everything known of each task
--
-- Progress of a completed task is the whole; an empty one is not filled in (未填报), never 0. The
-- gap is progress less scheduled progress, in millionths. Behind (滞后): below schedule by the points
-- of the plan's smallest `behind` light or more, whichever light applies; slightly behind (略低于序时):
-- below schedule by less, or by any where the plan has no such light. The light is the first of the
-- plan's rules that applies, by its number. `unfinished` counts the open items that are late: those
-- overdue, and with the moment that closes the plan those due on that very day as well (到期未办结).
-- `period_…` counts the items that fall due in the period.
--
-- grain:   one row per task
-- key:     task
-- params:  :as_of date, :closing integer
-- columns: task text, number text, number_order text, section text, status text, in_force integer,
--          ongoing integer, suspended integer, counted integer, completed integer, done_on date,
--          accepted integer, expected integer, original_due date, due_on date, due integer,
--          due_completed integer, on_time integer, overdue integer, overdue_days integer,
--          overdue_longest integer, overdue_workdays integer, workdays_longest integer,
--          original_overdue integer, original_overdue_days integer, original_longest integer,
--          late integer, late_days integer, progress integer, scheduled integer, gap integer,
--          filled integer, not_filled integer, behind integer, slightly_behind integer,
--          ahead integer, light integer, unfinished integer, done_items integer,
--          period_due integer, period_done integer, period_overdue integer
WITH
  threshold AS (
    SELECT min(r.threshold) AS points FROM light_rule AS r WHERE r.condition = 'behind'
  ),
  known AS (
    SELECT
      t.task, t.number, t.number_order, t.section, t.status, s.in_force, s.ongoing, s.suspended,
      s.counted, s.completed,
      s.done_on, s.accepted, s.expected, s.original_due, s.due AS due_on,
      coalesce(i.due, 0) AS due, coalesce(i.due_completed, 0) AS due_completed,
      coalesce(i.on_time, 0) AS on_time, coalesce(i.overdue, 0) AS overdue,
      coalesce(i.overdue_days, 0) AS overdue_days, i.overdue_longest,
      coalesce(i.overdue_workdays, 0) AS overdue_workdays, i.workdays_longest,
      coalesce(i.original_overdue, 0) AS original_overdue,
      coalesce(i.original_overdue_days, 0) AS original_overdue_days, i.original_longest,
      coalesce(i.late, 0) AS late, coalesce(i.late_days, 0) AS late_days,
      coalesce(i.done_items, 0) AS done_items, coalesce(i.period_due, 0) AS period_due,
      coalesce(i.period_done, 0) AS period_done,
      coalesce(i.period_overdue, 0) AS period_overdue,
      CASE WHEN s.completed = 1 THEN 1000000 ELSE t.progress END AS progress,
      c.scheduled,
      CASE WHEN s.completed = 1 THEN 1000000 ELSE t.progress END - c.scheduled AS gap,
      CASE WHEN :closing = 1 THEN coalesce(i.due - i.due_completed, 0) ELSE coalesce(i.overdue,
      0) END
        AS unfinished
    FROM task AS t
    JOIN standing AS s ON s.task = t.task
    LEFT JOIN item_sum AS i ON i.task = t.task AND i.part = ''
    LEFT JOIN schedule AS c ON c.task = t.task
  )
SELECT
  k.task, k.number, k.number_order, k.section, k.status, k.in_force, k.ongoing, k.suspended,
  k.counted, k.completed,
  k.done_on, k.accepted, k.expected, k.original_due, k.due_on, k.due, k.due_completed, k.on_time,
  k.overdue, k.overdue_days, k.overdue_longest, k.overdue_workdays, k.workdays_longest,
  k.original_overdue, k.original_overdue_days, k.original_longest, k.late, k.late_days,
  k.progress, k.scheduled, k.gap,
  CASE WHEN k.gap IS NULL THEN 0 ELSE 1 END AS filled,
  CASE WHEN k.counted = 1 AND k.progress IS NULL THEN 1 ELSE 0 END AS not_filled,
  CASE WHEN k.gap < 0 AND k.gap <= -b.points THEN 1 ELSE 0 END AS behind,
  CASE WHEN k.gap < 0 AND (b.points IS NULL OR k.gap > -b.points) THEN 1 ELSE 0 END
    AS slightly_behind,
  CASE WHEN k.gap > 0 THEN 1 ELSE 0 END AS ahead,
  CASE
    WHEN k.counted = 1 THEN (
      SELECT min(r.ordinal)
      FROM light_rule AS r
      WHERE
        CASE r.condition
          WHEN 'completed' THEN k.completed
          WHEN 'suspended' THEN k.suspended
          WHEN 'overdue' THEN k.unfinished
          WHEN 'behind' THEN CASE WHEN k.gap < 0 AND k.gap <= -r.threshold THEN 1 ELSE 0 END
          WHEN 'not_filled' THEN CASE WHEN k.progress IS NULL THEN 1 ELSE 0 END
          WHEN 'due_within' THEN
            CASE WHEN k.due_on >= :as_of AND k.due_on <= r.last_day THEN 1 ELSE 0 END
          ELSE 1
        END > 0)
  END AS light,
  k.unfinished, k.done_items, k.period_due, k.period_done, k.period_overdue
FROM known AS k
CROSS JOIN threshold AS b
