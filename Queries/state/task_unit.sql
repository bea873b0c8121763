-- 任务单位 · Units of the tasks
--
-- Collectives are expanded; of several roles of a unit in a task the highest counts.
-- role_code: 1 lead, 2 collect, 3 responsible, 4 support. Who leads where no unit is named as
-- leading is the plan's lead policy: `first_listed` the first responsible unit, `common` all of
-- them, `named` none. A unit with a line of its own takes part, listed or not.
--
-- grain:   one row per unit and task
-- key:     task, unit
-- params:  :ledger text, :plan text, :lead_policy text
-- columns: unit text, task text, role_code integer
WITH
  listed AS (
    SELECT v.task, v.role, v.ordinal, v.unit
    FROM task_unit_version AS v
    JOIN held AS h ON h.register = 'ledger'
    WHERE v.ledger = :ledger AND v.plan = :plan
      AND v.from_position <= h.position AND h.position < v.to_position
  ),
  -- Read apart, and only under policies that ask; so `listed` is read once, row by row.
  led AS (
    SELECT v.task
    FROM task_unit_version AS v
    JOIN held AS h ON h.register = 'ledger'
    WHERE v.ledger = :ledger AND v.plan = :plan AND v.role = 'lead'
      AND v.from_position <= h.position AND h.position < v.to_position
  ),
  named AS (
    SELECT
      l.task, l.unit,
      CASE
        WHEN l.role = 'lead' THEN 1
        WHEN l.role = 'collect' THEN 2
        WHEN l.role = 'support' THEN 4
        WHEN :lead_policy = 'named' THEN 3
        WHEN :lead_policy = 'first_listed' AND l.ordinal > 1 THEN 3
        WHEN l.task IN (SELECT o.task FROM led AS o) THEN 3
        ELSE 1
      END AS role_code
    FROM listed AS l
    UNION ALL
    SELECT a.task, a.unit, a.role_code FROM assignment AS a
  )
SELECT x.leaf AS unit, n.task, min(n.role_code) AS role_code
FROM named AS n
-- CROSS JOIN keeps this order, in which SQLite need not hold all of `named` first.
CROSS JOIN unit_leaf AS x
WHERE x.unit = n.unit
GROUP BY n.task, x.leaf
