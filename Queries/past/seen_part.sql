-- What known snapshots said of the completion of milestones and own lines
--
-- Of the milestones and the units' own lines that are completed at the moment (register: milestones,
-- assignments): one row for each version that a known snapshot of the register shows, with the
-- first and the last of them, the day of the first, and that of the snapshot before it. A line is
-- followed in the role in which it speaks, a task under the numbers that it bore; `completed_on` is
-- empty where it is not completed.
--
-- grain:   one row per milestone or line, and version
-- key:     register, task, milestone, unit, first_position
-- params:  :ledger text, :plan text
-- columns: register text, task text, milestone text, unit text, completed_on date,
--          first_position integer, last_position integer, first_day date, day_before date
WITH
  shown AS (
    SELECT
      k.register, k.position, s.effective_on AS day,
      lag(s.effective_on) OVER (PARTITION BY k.register ORDER BY k.position) AS day_before
    FROM known AS k
    JOIN snapshot AS s ON s.ledger = :ledger AND s.position = k.position
    WHERE k.register IN ('milestones', 'assignments')
  ),
  version AS (
    SELECT
      'milestones' AS register, m.task, m.milestone, m.unit, v.completed_on, v.from_position,
      v.to_position
    FROM milestone AS m
    JOIN number_borne AS b ON b.task = m.task
    JOIN milestone_version AS v
      ON v.ledger = :ledger AND v.plan = :plan AND v.task = b.number
      AND v.milestone = m.milestone AND v.unit = m.unit
      AND v.from_position >= b.from_position AND v.from_position < b.to_position
    WHERE m.completed_on IS NOT NULL
    UNION ALL
    SELECT
      'assignments', a.task, '' AS milestone, a.unit,
      CASE WHEN v.status IN ('completed', 'accepted') THEN v.completed_on END,
      v.from_position, v.to_position
    FROM assignment AS a
    JOIN number_borne AS b ON b.task = a.task
    JOIN assignment_version AS v
      ON v.ledger = :ledger AND v.plan = :plan AND v.task = b.number AND v.unit = a.unit
      AND v.from_position >= b.from_position AND v.from_position < b.to_position
      AND a.role_code
        = CASE v.role WHEN 'lead' THEN 1 WHEN 'collect' THEN 2 WHEN 'responsible' THEN 3 ELSE 4 END
    WHERE a.status IN ('completed', 'accepted') AND a.completed_on IS NOT NULL
  ),
  placed AS (
    SELECT
      v.register, v.task, v.milestone, v.unit, v.completed_on,
      (SELECT min(s.position)
        FROM shown AS s
        WHERE s.register = v.register AND s.position >= v.from_position
          AND s.position < v.to_position) AS first_position,
      (SELECT max(s.position)
        FROM shown AS s
        WHERE s.register = v.register AND s.position >= v.from_position
          AND s.position < v.to_position) AS last_position
    FROM version AS v
  )
SELECT
  p.register, p.task, p.milestone, p.unit, p.completed_on, p.first_position, p.last_position,
  s.day AS first_day, s.day_before
FROM placed AS p
JOIN shown AS s ON s.register = p.register AND s.position = p.first_position
