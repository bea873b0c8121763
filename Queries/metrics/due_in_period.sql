-- Due in the period, by section
--
-- Items whose due date lies in the period: completed by the cut-off, open; of the open, those
-- overdue, and those expected by the period's end (预计完成日期 or 能确保).
--
-- grain:   one row per section
-- key:     section
-- params:  -
-- columns: section text, ordinal integer, due integer, completed integer, open integer, overdue
--          integer, expected integer
-- order:   ordinal, section
SELECT
  coalesce(f.section, '') AS section, min(f.number) AS ordinal, count(*) AS due,
  sum(i.done) AS completed, sum(1 - i.done) AS open, sum(i.overdue) AS overdue,
  sum((1 - i.done) * f.expected) AS expected
FROM item AS i
JOIN task_fact AS f ON f.task = i.task
WHERE i.part = '' AND i.in_period = 1
GROUP BY coalesce(f.section, '')
