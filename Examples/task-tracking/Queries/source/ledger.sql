-- Tasks
--
-- The task ledger 任务台账: every task that is not deleted, with its departments in the notice's
-- order and the latest weekly report of its first lead department by the ledger's day. An instant
-- becomes the day that its first ten characters name.
--
-- grain:   one row per task
-- key:     number
-- params:  :effective_on date
-- columns: number integer, section text, title text, leaders text, lead_units text, responsible_units text,
--          support_units text, key_task text, starts_on date, due_on date, status text, progress text,
--          completed_on date, accepted_on date, expected_on date, progress_note text, delay_reason text,
--          next_step text, note text
-- order:   number
WITH RECURSIVE numbered AS (
  SELECT
    td.task_id, td.duty, td.department_id, d.short_name,
    row_number() OVER (PARTITION BY td.task_id, td.duty ORDER BY td.seq_no, td.id) AS place
  FROM task_department AS td
  JOIN department AS d ON d.id = td.department_id
  WHERE td.is_deleted = 0
),
-- The names of a task's departments one after the other, on either engine; PostgreSQL alone would
-- say string_agg(short_name, '、' ORDER BY seq_no).
joined AS (
  SELECT task_id, duty, place, CAST(short_name AS text) AS names
  FROM numbered
  WHERE place = 1
  UNION ALL
  SELECT n.task_id, n.duty, n.place, j.names || '、' || n.short_name
  FROM joined AS j
  JOIN numbered AS n ON n.task_id = j.task_id AND n.duty = j.duty AND n.place = j.place + 1
),
listed AS (
  SELECT j.task_id, j.duty, j.names
  FROM joined AS j
  WHERE NOT EXISTS (
    SELECT 1
    FROM numbered AS n
    WHERE n.task_id = j.task_id AND n.duty = j.duty AND n.place = j.place + 1
  )
),
latest AS (
  SELECT
    r.task_id, r.department_id, r.percent_done, r.summary, r.problem, r.next_step,
    row_number() OVER (
      PARTITION BY r.task_id, r.department_id ORDER BY r.week DESC, r.submitted_at DESC, r.id DESC
    ) AS age
  FROM progress_report AS r
  WHERE r.is_deleted = 0 AND substr(CAST(r.submitted_at AS text), 1, 10) <= :effective_on
)
SELECT
  t.task_no AS number,
  c.name AS section,
  t.title,
  t.leader AS leaders,
  lead.names AS lead_units,
  responsible.names AS responsible_units,
  support.names AS support_units,
  CASE t.is_key WHEN 1 THEN '是' END AS key_task,
  t.start_date AS starts_on,
  t.due_date AS due_on,
  CASE t.status
    WHEN 0 THEN 'not_started' WHEN 1 THEN 'in_progress' WHEN 2 THEN 'completed'
    WHEN 3 THEN 'accepted' WHEN 4 THEN 'suspended' WHEN 9 THEN 'cancelled'
    ELSE CAST(t.status AS text)
  END AS status,
  r.percent_done AS progress,
  substr(CAST(t.finished_at AS text), 1, 10) AS completed_on,
  substr(CAST(t.closed_at AS text), 1, 10) AS accepted_on,
  t.expected_date AS expected_on,
  r.summary AS progress_note,
  r.problem AS delay_reason,
  r.next_step,
  '示例数据,进展为虚构' AS note
FROM task AS t
JOIN task_category AS c ON c.id = t.category_id
LEFT JOIN listed AS lead ON lead.task_id = t.id AND lead.duty = 1
LEFT JOIN listed AS responsible ON responsible.task_id = t.id AND responsible.duty = 2
LEFT JOIN listed AS support ON support.task_id = t.id AND support.duty = 3
LEFT JOIN numbered AS first_lead
  ON first_lead.task_id = t.id AND first_lead.duty = 1 AND first_lead.place = 1
LEFT JOIN latest AS r
  ON r.task_id = t.id AND r.department_id = first_lead.department_id AND r.age = 1
WHERE t.is_deleted = 0
