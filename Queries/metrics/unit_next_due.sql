-- 单位待办事项 · What each unit has to do next
--
-- The open items of each unit's parts, overdue ones among them: milestones, else the due date. A
-- part that is judged apart has its own items, every other part those of its task. `days_left` is
-- negative for what is overdue, 0 on the very day.
--
-- grain:   one row per unit and open item
-- key:     unit, task, milestone, milestone_unit
-- params:  :as_of date
-- columns: unit text, task text, number text, number_order text, title text, milestone text,
--          role text, due date, days_left integer, milestone_unit text
-- order:   unit, due, number_order, task, milestone, milestone_unit
SELECT
  u.unit, u.task, t.number, t.number_order, t.title, i.milestone,
  CASE u.role_code
    WHEN 1 THEN 'lead' WHEN 2 THEN 'collect' WHEN 3 THEN 'responsible' ELSE 'support'
  END AS role,
  i.due, d.day_number - n.day_number AS days_left, i.unit AS milestone_unit
FROM task_unit AS u
JOIN task AS t ON t.task = u.task
LEFT JOIN own_part AS p ON p.task = u.task AND p.unit = u.unit
JOIN item AS i
  ON i.task = u.task AND i.part = CASE WHEN p.task IS NULL THEN '' ELSE p.unit END AND i.done = 0
JOIN day AS n ON n.day = :as_of
JOIN day AS d ON d.day = i.due
