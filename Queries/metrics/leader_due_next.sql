-- 各领导下一截止日前到期事项 · Items of each leader due until the next cut-off
--
-- The rows of `due_next` for each leader who leads the task, numbered for each.
--
-- grain:   one row per leader and item
-- key:     leader, task, milestone, unit
-- params:  -
-- columns: leader text, ordinal integer, due date, task text, number text, number_order text,
--          title text, milestone text, unit text, bearers text, bearer_state text,
--          expected_on date, timing text
-- order:   leader, ordinal, task, milestone, unit
SELECT
  l.leader,
  row_number() OVER (
    PARTITION BY l.leader ORDER BY i.due, i.number_order, i.task, i.milestone, i.unit) AS ordinal,
  i.due, i.task, i.number, i.number_order, i.title, i.milestone, i.unit, i.bearers,
  i.bearer_state, i.expected_on, i.timing
FROM next_item AS i
JOIN task_leader AS l ON l.task = i.task
WHERE coalesce(l.assisting, 0) = 0
