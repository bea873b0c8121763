-- 文字表述的变动 · Texts that changed, as they are written
--
-- Titles, sections and leaders of tasks that are there at both moments and are not the same, byte for
-- byte; the table `word` knows their keys, so that what only looks the same is told apart from a
-- change.
-- Tasks without a number (their keys begin with ~) are compared with nothing.
--
-- grain:   one row per task and field
-- key:     task, field
-- params:  -
-- columns: task text, field text, old_text text, new_text text
-- order:   task, field
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
SELECT c.task, c.field, c.old_text, c.new_text
FROM pair AS c
WHERE substr(c.task, 1, 1) <> '~' AND c.old_text IS DISTINCT FROM c.new_text
