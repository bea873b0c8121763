-- 消失任务 · Tasks gone
--
-- In the ledger at the earlier moment and not at the later one, as they stood then. `open` is 1
-- where such a task had been neither completed nor cancelled nor transferred.
-- Tasks without a number (their keys begin with ~) are compared with nothing.
--
-- grain:   one row per task
-- key:     task
-- params:  -
-- columns: task text, number text, number_order text, section text, title text, lead_units text,
--          due date, status text, progress integer, open integer
-- order:   number_order, task
SELECT
  p.task, p.number, p.number_order, p.section, p.title,
  coalesce(p.led_by, p.lead_units) AS lead_units, d.due, p.status, p.progress,
  CASE
    WHEN p.status IN ('completed', 'accepted', 'cancelled', 'transferred') THEN 0
    ELSE 1
  END AS open
FROM prior_task AS p
JOIN prior_due AS d ON d.task = p.task
WHERE substr(p.task, 1, 1) <> '~' AND p.task NOT IN (SELECT t.task FROM task AS t)
