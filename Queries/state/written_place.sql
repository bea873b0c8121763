-- 同一词语各写法首次出现之处 · Where spellings of one word stand first
--
-- Of each spelling that has a rival (`rival`): the number of the task, or the official order and the
-- unit, with which it first stands in the ledger. News items have no order: theirs are not here.
--
-- grain:   one row per kind and spelling with a rival
-- key:     kind, written
-- params:  :ledger text, :plan text
-- columns: kind text, written text, ordinal integer, place text
WITH
  said AS (
    SELECT
      r.kind, r.written, CAST(NULL AS bigint) AS ordinal,
      coalesce(v.number_order, v.task) AS place
    FROM task_version AS v
    JOIN held AS h ON h.register = 'ledger'
    JOIN rival AS r
      ON r.kind = 'section' AND r.written = v.section
        OR r.kind = 'escalation' AND r.written = v.escalate_to
    WHERE v.ledger = :ledger AND v.plan = :plan
      AND v.from_position <= h.position AND h.position < v.to_position
    UNION ALL
    SELECT r.kind, r.written, NULL, coalesce(t.number_order, t.task)
    FROM task_leader_version AS v
    JOIN held AS h ON h.register = 'ledger'
    JOIN rival AS r ON r.kind = 'leader' AND r.written = v.leader
    JOIN task_version AS t
      ON t.ledger = v.ledger AND t.plan = v.plan AND t.task = v.task
        AND t.from_position <= h.position AND h.position < t.to_position
    WHERE v.ledger = :ledger AND v.plan = :plan
      AND v.from_position <= h.position AND h.position < v.to_position
    UNION ALL
    SELECT r.kind, r.written, v.official_order, v.unit
    FROM unit_version AS v
    JOIN held AS h ON h.register = 'units'
    JOIN rival AS r ON r.kind = 'group' AND r.written = v.ranking_group
    WHERE v.ledger = :ledger AND v.plan = ''
      AND v.from_position <= h.position AND h.position < v.to_position
  ),
  ranked AS (
    SELECT
      s.kind, s.written, s.ordinal, s.place,
      row_number() OVER (
        PARTITION BY s.kind, s.written ORDER BY s.ordinal NULLS LAST, s.place) AS rank_number
    FROM said AS s
  )
SELECT r.kind, r.written, r.ordinal, r.place
FROM ranked AS r
WHERE r.rank_number = 1
