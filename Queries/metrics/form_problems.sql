-- 填报整改 · Problems that each unit reports on
--
-- Problems that are not struck off. `form_key` is what a returned form is read by.
--
-- grain:   one row per problem
-- key:     id
-- params:  -
-- columns: unit text, form_key text, id text, number text, number_order text, title text,
--          problem text, found_on date, due_on date, measure text, owner text, completed_on date
-- order:   unit, id
SELECT
  r.unit, 'rectifications|' || r.rectification AS form_key, r.rectification AS id, t.number,
  t.number_order, t.title, r.problem, r.found_on, r.due_on, r.measure, r.owner, r.completed_on
FROM rectification AS r
LEFT JOIN task AS t ON t.task = r.task
WHERE r.accepted_on IS NULL
