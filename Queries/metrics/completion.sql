-- 方案完成情况 · Completion, timeliness and schedule of the plan
--
-- Each task once. In force: tasks neither cancelled, transferred nor ongoing: the denominator of
-- completed, accepted and expected. Due and what follows count items (milestones, else due dates).
-- `not_counted` are those neither in force nor ongoing: not started, cancelled, transferred.
-- `due_today` are the open ones due on the cut-off itself: due is done, overdue and these.
-- `unfinished` are the late ones: overdue, and with the moment that closes the plan those due that
-- day as well (到期未办结); `lateness` is `none`, `overdue` or, with that moment, `unfinished`.
-- `due_open` are the due items that are not done; `dueness` is `none` without due items, `done` without
-- open ones, `open` or, with that moment, `unfinished`. `only_behind` are the tasks behind schedule
-- without a late item: those that the list of what is overdue and behind shows as behind.
-- `gap_sum` over `filled` is the mean schedule gap of those that can be compared, in millionths.
--
-- grain:   one row
-- key:     -
-- params:  :closing integer
-- columns: tasks integer, in_force integer, completed integer, accepted integer, ongoing integer,
--          suspended integer, expected integer, due integer, due_completed integer,
--          on_time integer, overdue integer, overdue_days integer, overdue_longest integer,
--          overdue_workdays integer, original_overdue integer, original_overdue_days integer,
--          late integer, late_days integer, filled integer, behind integer, ahead integer,
--          gap_sum integer, slightly_behind integer, not_counted integer, due_today integer,
--          unfinished integer, lateness text, due_open integer, only_behind integer, dueness text
-- order:   -
SELECT
  count(*) AS tasks, sum(f.counted) AS in_force, sum(f.completed) AS completed,
  sum(f.accepted) AS accepted, sum(f.ongoing) AS ongoing, sum(f.suspended) AS suspended,
  sum(f.expected) AS expected, sum(f.due) AS due, sum(f.due_completed) AS due_completed,
  sum(f.on_time) AS on_time, sum(f.overdue) AS overdue,
  sum(f.overdue_days) AS overdue_days, max(f.overdue_longest) AS overdue_longest,
  sum(f.overdue_workdays) AS overdue_workdays, sum(f.original_overdue) AS original_overdue,
  sum(f.original_overdue_days) AS original_overdue_days, sum(f.late) AS late,
  sum(f.late_days) AS late_days, sum(f.filled) AS filled, sum(f.behind) AS behind,
  sum(f.ahead) AS ahead, coalesce(sum(f.gap * f.counted), 0) AS gap_sum,
  sum(f.slightly_behind) AS slightly_behind,
  count(*) - sum(f.counted) - sum(f.ongoing) AS not_counted,
  sum(f.due - f.due_completed - f.overdue) AS due_today, sum(f.unfinished) AS unfinished,
  CASE
    WHEN coalesce(sum(f.unfinished), 0) = 0 THEN 'none'
    WHEN :closing = 1 THEN 'unfinished'
    ELSE 'overdue'
  END AS lateness,
  sum(f.due - f.due_completed) AS due_open,
  sum(CASE WHEN f.unfinished = 0 THEN f.behind ELSE 0 END) AS only_behind,
  CASE
    WHEN coalesce(sum(f.due), 0) = 0 THEN 'none'
    WHEN sum(f.due - f.due_completed) = 0 THEN 'done'
    WHEN :closing = 1 THEN 'unfinished'
    ELSE 'open'
  END AS dueness
FROM task_fact AS f
