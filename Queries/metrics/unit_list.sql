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
    SELECT p.unit, p.tasks, p.lead_tasks FROM part AS p
    UNION ALL
    SELECT o.unit, 0, 0 FROM submission_owed AS o
    UNION ALL
    SELECT c.unit, 0, 0 FROM publication_count AS c
  ),
  summed AS (
    SELECT l.unit, max(l.tasks) AS tasks, max(l.lead_tasks) AS lead_tasks
    FROM listed AS l
    GROUP BY l.unit
  )
SELECT
  s.unit, u.unit_name, u.ranking_group, u.official_order, s.tasks, s.lead_tasks
FROM summed AS s
JOIN unit AS u ON u.unit = s.unit AND u.in_office = 1 AND u.is_group = 0
