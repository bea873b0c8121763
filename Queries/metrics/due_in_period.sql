-- 本期到期（按分类） · Due in the period, by section
--
-- Items whose due date lies in the period: completed by the cut-off, open; of the open, those
-- overdue, and those expected by the period's end (预计完成日期 or 能确保).
--
-- grain:   one row per section
-- key:     section
-- params:  -
-- columns: section text, ordinal text, due integer, completed integer, open integer,
--          overdue integer, expected integer
-- order:   ordinal, section
SELECT
  coalesce(f.section, '') AS section, min(f.number_order) AS ordinal, sum(f.period_due) AS due,
  sum(f.period_done) AS completed, sum(f.period_due - f.period_done) AS open,
  sum(f.period_overdue) AS overdue,
  sum((f.period_due - f.period_done) * f.expected) AS expected
FROM task_fact AS f
WHERE f.period_due > 0
GROUP BY coalesce(f.section, '')
