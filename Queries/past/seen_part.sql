-- 快照所载节点与分工完成情况 · What known snapshots said of the completion of milestones and own lines
--
-- Of the milestones and the units' own lines that are completed at the moment (register: milestones,
-- assignments): one row for each version that a known snapshot of the register shows, with the
-- first and the last of them, the day of the first, and that of the snapshot before it. A line is
-- followed in the role in which it speaks, a task under the numbers that it bore: of a row that
-- stays as it was while its number is given to another task, each has the part that shows it;
-- `completed_on` is empty where it is not completed.
--
-- grain:   one row per milestone or line, and version
-- key:     register, task, milestone, unit, first_position
-- params:  :ledger text, :plan text
-- columns: register text, task text, milestone text, unit text, completed_on date,
--          first_position integer, last_position integer, first_day date, day_before date
WITH
  version AS (
    SELECT
      'milestones' AS register, m.task, m.milestone, m.unit, v.completed_on,
      CASE WHEN v.from_position > b.from_position THEN v.from_position ELSE b.from_position
      END AS from_position,
      CASE WHEN v.to_position < b.to_position THEN v.to_position ELSE b.to_position
      END AS to_position
    -- CROSS JOIN keeps this order: each line's versions are found by their key.
    FROM milestone AS m
    CROSS JOIN number_borne AS b
    CROSS JOIN milestone_version AS v
    WHERE m.completed_on IS NOT NULL AND b.task = m.task
      AND v.ledger = :ledger AND v.plan = :plan AND v.task = b.number
      AND v.milestone = m.milestone AND v.unit = m.unit
      AND v.from_position < b.to_position AND v.to_position > b.from_position
    UNION ALL
    SELECT
      'assignments', a.task, '' AS milestone, a.unit,
      CASE WHEN v.status IN ('completed', 'accepted') THEN v.completed_on END,
      CASE WHEN v.from_position > b.from_position THEN v.from_position ELSE b.from_position END,
      CASE WHEN v.to_position < b.to_position THEN v.to_position ELSE b.to_position END
    FROM assignment AS a
    CROSS JOIN number_borne AS b
    CROSS JOIN assignment_version AS v
    WHERE a.status IN ('completed', 'accepted') AND a.completed_on IS NOT NULL
      AND b.task = a.task
      AND v.ledger = :ledger AND v.plan = :plan AND v.task = b.number AND v.unit = a.unit
      AND v.from_position < b.to_position AND v.to_position > b.from_position
      AND a.role_code
        = CASE v.role WHEN 'lead' THEN 1 WHEN 'collect' THEN 2 WHEN 'responsible' THEN 3 ELSE 4 END
  ),
  placed AS (
    SELECT
      v.register, v.task, v.milestone, v.unit, v.completed_on,
      (SELECT min(k.position)
        FROM known AS k
        WHERE k.register = v.register AND k.position >= v.from_position
          AND k.position < v.to_position) AS first_position,
      (SELECT max(k.position)
        FROM known AS k
        WHERE k.register = v.register AND k.position >= v.from_position
          AND k.position < v.to_position) AS last_position
    FROM version AS v
  )
SELECT
  p.register, p.task, p.milestone, p.unit, p.completed_on, p.first_position, p.last_position,
  s.effective_on AS first_day, b.effective_on AS day_before
FROM placed AS p
CROSS JOIN snapshot AS s
LEFT JOIN snapshot AS b
  ON b.ledger = :ledger AND b.position = (
    SELECT max(k.position)
    FROM known AS k
    WHERE k.register = p.register AND k.position < p.first_position)
WHERE s.ledger = :ledger AND s.position = p.first_position
