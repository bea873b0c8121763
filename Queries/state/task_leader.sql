-- Leaders of the tasks
--
-- A task can have several; one of them may be assisting (协助).
--
-- grain:   one row per task and leader
-- key:     task, leader
-- params:  :ledger text, :plan text
-- columns: task text, leader text, assisting integer
SELECT v.task, v.leader, v.assisting
FROM task_leader_version AS v
JOIN held AS h ON h.register = 'ledger'
WHERE v.ledger = :ledger AND v.plan = :plan
  AND v.from_position <= h.position AND h.position < v.to_position
