-- 单位名单 · Units that have anything to do
--
-- Units in office that have a part in a task, owe a report or a news item, or have reported one;
-- collectives are left out, their members stand for them. `tasks` in any role, `lead_tasks` led.
--
-- grain:   one row per unit
-- key:     unit
-- params:  -
-- columns: unit text, unit_name text, ranking_group text, official_order integer, tasks integer,
--          lead_tasks integer
-- order:   official_order, unit
WITH
  part AS (
    SELECT
      u.unit, count(*) AS tasks, sum(CASE WHEN u.role_code = 1 THEN 1 ELSE 0 END) AS lead_tasks
    FROM task_unit AS u
    GROUP BY u.unit
  ),
  listed AS (
    SELECT p.unit FROM part AS p
    UNION
    SELECT o.unit FROM submission_owed AS o
    UNION
    SELECT c.unit FROM publication_count AS c
  )
SELECT
  l.unit, u.unit_name, u.ranking_group, u.official_order, coalesce(p.tasks, 0) AS tasks,
  coalesce(p.lead_tasks, 0) AS lead_tasks
FROM listed AS l
JOIN unit AS u ON u.unit = l.unit AND u.in_office = 1 AND u.is_group = 0
LEFT JOIN part AS p ON p.unit = l.unit
