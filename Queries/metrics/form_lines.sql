-- 填报分工 · Lines of its own that each unit reports on
--
-- The unit's own lines that are not completed, of tasks in force. `form_key` is what a returned form
-- is read by.
--
-- grain:   one row per unit and task
-- key:     unit, task
-- params:  -
-- columns: unit text, form_key text, task text, number text, number_order text, title text,
--          role text, due date, status text, progress integer, completed_on date,
--          progress_note text
-- order:   unit, number_order, task
WITH
  line AS (
    SELECT
      a.task, a.unit, a.status, a.progress, a.completed_on, a.progress_note,
      CASE a.role_code
        WHEN 1 THEN 'lead' WHEN 2 THEN 'collect' WHEN 3 THEN 'responsible' ELSE 'support'
      END AS role
    FROM assignment AS a
  )
SELECT
  l.unit, 'assignments|' || l.task || '|' || l.unit || '|' || l.role AS form_key, l.task, t.number,
  t.number_order, t.title, l.role, s.due, l.status, l.progress, l.completed_on, l.progress_note
FROM line AS l
JOIN own_part AS p ON p.task = l.task AND p.unit = l.unit AND p.done_on IS NULL
JOIN task AS t ON t.task = l.task
JOIN standing AS s ON s.task = l.task AND s.in_force = 1
