-- 文字变动 · Titles, sections and leaders changed
--
-- What a task is called, the heading it stands under, and who answers for it, as the office wrote
-- them. field: title, section, leaders. Only tasks that are there at both moments.
--
-- grain:   one row per task and field
-- key:     task, field
-- params:  -
-- columns: task text, field text, number integer, title text, old_text text, new_text text,
--          change_basis text
-- order:   number, task, field
WITH
  pair AS (
    SELECT t.task, 'title' AS field, p.title AS old_text, t.title AS new_text
    FROM task AS t
    JOIN prior_task AS p ON p.task = t.task
    UNION ALL
    SELECT t.task, 'section' AS field, p.section AS old_text, t.section AS new_text
    FROM task AS t
    JOIN prior_task AS p ON p.task = t.task
    UNION ALL
    SELECT t.task, 'leaders' AS field, p.leaders AS old_text, t.leaders AS new_text
    FROM task AS t
    JOIN prior_task AS p ON p.task = t.task
  )
SELECT c.task, c.field, t.number, t.title, c.old_text, c.new_text, t.change_basis
FROM pair AS c
JOIN task AS t ON t.task = c.task
WHERE c.old_text IS DISTINCT FROM c.new_text
