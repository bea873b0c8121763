-- 下一截止日前到期事项 · Items due until the next cut-off
--
-- The items of `facts/next_item`, by day.
--
-- grain:   one row per item
-- key:     task, milestone, unit
-- params:  -
-- columns: ordinal integer, due date, task text, number text, number_order text, title text,
--          milestone text, unit text, bearers text, bearer_state text, expected_on date,
--          timing text, day_items integer, items integer
-- order:   ordinal, task, milestone, unit
SELECT
  row_number() OVER (ORDER BY i.due, i.number_order, i.task, i.milestone, i.unit) AS ordinal,
  i.due, i.task, i.number, i.number_order, i.title, i.milestone, i.unit, i.bearers,
  i.bearer_state, i.expected_on, i.timing,
  count(*) OVER (PARTITION BY i.due) AS day_items, count(*) OVER () AS items
FROM next_item AS i
