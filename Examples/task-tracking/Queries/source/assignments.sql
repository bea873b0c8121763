-- Departments' own lines
--
-- 任务分工: where several departments lead a task, each one's latest weekly report by the ledger's
-- day; else the task itself says it.
--
-- grain:   one row per task and lead department
-- key:     task, unit
-- params:  :effective_on date
-- columns: task integer, unit text, role text, status text, progress text, progress_note text, reported_on date
-- order:   task, unit
WITH latest AS (
  SELECT
    r.task_id, r.department_id, r.percent_done, r.summary, r.submitted_at,
    row_number() OVER (
      PARTITION BY r.task_id, r.department_id ORDER BY r.week DESC, r.submitted_at DESC, r.id DESC
    ) AS age
  FROM progress_report AS r
  WHERE r.is_deleted = 0 AND substr(CAST(r.submitted_at AS text), 1, 10) <= :effective_on
),
shared AS (
  SELECT task_id
  FROM task_department
  WHERE duty = 1 AND is_deleted = 0
  GROUP BY task_id
  HAVING count(*) > 1
)
SELECT
  t.task_no AS task,
  d.short_name AS unit,
  'lead' AS role,
  'in_progress' AS status,
  r.percent_done AS progress,
  r.summary AS progress_note,
  substr(CAST(r.submitted_at AS text), 1, 10) AS reported_on
FROM shared AS s
JOIN task AS t ON t.id = s.task_id AND t.is_deleted = 0 AND t.status = 1
JOIN task_department AS td ON td.task_id = t.id AND td.duty = 1 AND td.is_deleted = 0
JOIN department AS d ON d.id = td.department_id
JOIN latest AS r ON r.task_id = t.id AND r.department_id = d.id AND r.age = 1
