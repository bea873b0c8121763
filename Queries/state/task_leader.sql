-- 任务领导 · Leaders of the tasks
--
-- A task can have several; one of them may be assisting (协助). Spellings of one leader are shown as the
-- first of them (`word`); who leads and assists in one task leads.
--
-- grain:   one row per task and leader
-- key:     task, leader
-- params:  :ledger text, :plan text
-- columns: task text, leader text, assisting integer
SELECT v.task, coalesce(w.shown, v.leader) AS leader, v.assisting
FROM task_leader_version AS v
JOIN held AS h ON h.register = 'ledger'
LEFT JOIN word AS w ON w.kind = 'leader' AND w.written = v.leader
WHERE v.ledger = :ledger AND v.plan = :plan
  AND v.from_position <= h.position AND h.position < v.to_position
  -- Of two spellings in one task the leading one stays. Asked only of words that have any.
  AND (w.written IS NULL
    OR NOT EXISTS (
      SELECT 1
      FROM task_leader_version AS o
      JOIN word AS x ON x.kind = 'leader' AND x.written = o.leader AND x.key = w.key
      WHERE o.ledger = v.ledger AND o.plan = v.plan AND o.task = v.task
        AND o.from_position <= h.position AND h.position < o.to_position
        AND (coalesce(o.assisting, 0) < coalesce(v.assisting, 0)
          OR coalesce(o.assisting, 0) = coalesce(v.assisting, 0) AND o.leader < v.leader)))
