-- 新完成任务中提前完成的 · Tasks completed since, and early
--
-- Tasks completed since the earlier moment at least 90 days before their due date; those that
-- were only recorded since are left out.
--
-- grain:   one row per task
-- key:     task
-- params:  :prior_as_of date
-- columns: task text, number text, number_order text, title text, lead_units text,
--          completed_on date, due date, early_days integer
-- order:   number_order, task
SELECT
  c.task, c.number, c.number_order, c.title, c.lead_units, c.completed_on, c.due,
  e.day_number - b.day_number AS early_days
FROM newly_completed AS c
JOIN day AS b ON b.day = c.completed_on
JOIN day AS e ON e.day = c.due
WHERE c.completed_on > :prior_as_of AND e.day_number - b.day_number >= 90
