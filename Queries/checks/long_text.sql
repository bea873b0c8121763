-- 文字过长 · Texts too long to be printed
--
-- Tasks with a text of more than 400 characters in a column that reports print: a row of a sheet is at
-- most 409 points high, so the end of such a text may be missing on paper. The sheet itself names
-- its rows, and holds the whole text.
--
-- grain:    one row per finding
-- key:      task, unit, detail
-- params:   -
-- columns:  task text, unit text, detail text
-- order:    task, unit, detail
-- severity: warn
WITH
  said AS (
    SELECT t.task, '进展情况' AS heading, length(t.progress_note) AS characters FROM task AS t
    UNION ALL
    SELECT t.task, '滞后原因', length(t.delay_reason) FROM task AS t
    UNION ALL
    SELECT t.task, '下一步措施', length(t.next_step) FROM task AS t
    UNION ALL
    SELECT t.task, '需协调事项', length(t.needs_coordination) FROM task AS t
    UNION ALL
    SELECT t.task, '任务', length(t.title) FROM task AS t
  )
SELECT
  s.task, '' AS unit,
  s.heading || '共' || CAST(s.characters AS text) || '字，打印件可能印不全，全文见电子表' AS detail
FROM said AS s
WHERE s.characters > 400
