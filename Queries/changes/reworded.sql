-- 文字变动 · Titles, sections and leaders changed
--
-- What a task is called, the heading it stands under, and who answers for it, as the office wrote
-- them. Not where old and new differ only in blanks, width or what does not show: they are the same
-- word. field: title, section, leaders. Only tasks that are there at both moments.
--
-- grain:   one row per task and field
-- key:     task, field
-- params:  -
-- columns: task text, field text, number text, number_order text, title text, old_text text,
--          new_text text, change_basis text
-- order:   number_order, task, field
SELECT c.task, c.field, t.number, t.number_order, t.title, c.old_text, c.new_text, t.change_basis
FROM written_change AS c
JOIN task AS t ON t.task = c.task
LEFT JOIN word AS o ON o.kind = 'changed' AND o.written = c.old_text
LEFT JOIN word AS n ON n.kind = 'changed' AND n.written = c.new_text
WHERE coalesce(o.key, c.old_text) IS DISTINCT FROM coalesce(n.key, c.new_text)
