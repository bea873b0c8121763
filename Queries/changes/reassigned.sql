-- 单位和角色变动 · Units and roles changed
--
-- Units that a task gained or lost, or whose role in it is another one. Collectives are expanded by
-- the roster of each moment, and a unit with several roles has the highest, as in every figure.
-- kind: gained, lost, role. Only tasks that are there at both moments.
-- Tasks without a number (their keys begin with ~) are compared with nothing.
--
-- grain:   one row per task and unit
-- key:     task, unit
-- params:  -
-- columns: task text, number text, number_order text, title text, unit text, unit_name text,
--          kind text, prior_role text, role text
-- order:   number_order, task, unit
WITH
  role (code, word) AS (
    VALUES (1, 'lead'), (2, 'collect'), (3, 'responsible'), (4, 'support')
  ),
  changed AS (
    SELECT n.task, n.unit, p.role_code AS prior_code, n.role_code AS code
    FROM task_unit AS n
    JOIN prior_task AS t ON t.task = n.task
    LEFT JOIN prior_task_unit AS p ON p.task = n.task AND p.unit = n.unit
    WHERE n.role_code IS DISTINCT FROM p.role_code
    UNION ALL
    SELECT p.task, p.unit, p.role_code AS prior_code, NULL AS code
    FROM prior_task_unit AS p
    JOIN task AS t ON t.task = p.task
    LEFT JOIN task_unit AS n ON n.task = p.task AND n.unit = p.unit
    WHERE n.task IS NULL
  )
SELECT
  c.task, t.number, t.number_order, t.title, c.unit, coalesce(u.unit_name,
  o.unit_name) AS unit_name,
  CASE WHEN c.prior_code IS NULL THEN 'gained' WHEN c.code IS NULL THEN 'lost' ELSE 'role' END
    AS kind,
  q.word AS prior_role, r.word AS role
FROM changed AS c
JOIN task AS t ON t.task = c.task
LEFT JOIN unit AS u ON u.unit = c.unit
LEFT JOIN prior_unit AS o ON o.unit = c.unit
LEFT JOIN role AS q ON q.code = c.prior_code
LEFT JOIN role AS r ON r.code = c.code
WHERE substr(c.task, 1, 1) <> '~'
