-- 到期未办结事项及责任单位 · Due items that are open, with who bears them
--
-- The items of tasks due by the cut-off and not done. Borne by the milestone's own unit, else
-- by the units that lead the task, as the ledger writes them; `bearer_state` is `named`,
-- `common` where nobody leads but units answer, or `none`. `extension` is `pending` where a
-- later date was asked for and not approved by the cut-off: the newest such application.
-- `settle_by` is the task's 盯办时限 where that is after the day of issue, else the plan's.
--
-- grain:   one row per task, milestone and the milestone's unit
-- key:     task, milestone, unit
-- params:  :as_of date
-- columns: task text, milestone text, unit text, bearers text, bearer_state text,
--          original_due date, due date, days integer, workdays integer, overdue integer,
--          suspended integer, extension text, requested_on date, extension_to date,
--          settle_by date
WITH
  asked AS (
    SELECT e.task, max(e.place) AS place
    FROM extension AS e
    WHERE e.requested_on <= :as_of AND (e.approved_on IS NULL OR e.approved_on > :as_of)
    GROUP BY e.task
  ),
  answering AS (
    SELECT u.task, min(u.role_code) AS role_code FROM task_unit AS u GROUP BY u.task
  )
SELECT
  i.task, i.milestone, i.unit,
  CASE WHEN i.unit = '' THEN t.led_by ELSE coalesce(n.name, i.unit) END AS bearers,
  CASE
    WHEN i.unit <> '' OR t.led_by IS NOT NULL THEN 'named'
    WHEN a.task IS NOT NULL THEN 'common'
    ELSE 'none'
  END AS bearer_state,
  i.original_due, i.due, coalesce(i.days, 0) AS days, coalesce(i.workdays, 0) AS workdays,
  i.overdue, f.suspended, CASE WHEN e.task IS NULL THEN 'none' ELSE 'pending' END AS extension,
  e.requested_on, e.new_due_on AS extension_to,
  CASE WHEN t.chase_by > d.issued_on THEN t.chase_by ELSE d.settle_by END AS settle_by
FROM item AS i
JOIN task AS t ON t.task = i.task
JOIN task_fact AS f ON f.task = i.task
CROSS JOIN paper_day AS d
LEFT JOIN short_name AS n ON n.unit = i.unit
LEFT JOIN answering AS a ON a.task = i.task
LEFT JOIN asked AS k ON k.task = i.task
LEFT JOIN extension AS e ON e.task = k.task AND e.place = k.place
WHERE i.part = '' AND i.is_due = 1 AND i.done = 0
