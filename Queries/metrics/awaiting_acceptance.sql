-- 完成待销号任务 · Completed tasks that await acceptance
--
-- Tasks completed by the cut-off that the office has not struck off (销号), the longest waiting
-- first: calendar days from completion to the cut-off.
--
-- grain:   one row per task
-- key:     task
-- params:  :as_of date
-- columns: ordinal integer, task text, number text, number_order text, title text, lead_units text,
--          done_on date, days integer, evidence text
-- order:   ordinal, task
SELECT
  row_number() OVER (ORDER BY f.done_on, f.number_order, f.task) AS ordinal, f.task, f.number,
  f.number_order, t.title,
  t.led_by AS lead_units,
  f.done_on, n.day_number - d.day_number AS days, t.evidence
FROM task_fact AS f
JOIN task AS t ON t.task = f.task
JOIN day AS n ON n.day = :as_of
JOIN day AS d ON d.day = f.done_on
WHERE f.completed = 1 AND f.accepted = 0
