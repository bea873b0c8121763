-- 截止前调整时限 · Due dates moved shortly before a cut-off
--
-- Due dates that were moved to a later day in the 14 days before a cut-off, its own day included:
-- by an extension that counts, of the day of its approval; or in the ledger alone, where no
-- extension counts that was given the same date, of the day of the first snapshot with the new one.
-- `close` is `maybe` where the last snapshot with the old date is older than that, so that the move
-- can be, too.
--
-- grain:   one row per move and cut-off
-- key:     task, unit, day, detail
-- params:  :as_of date
-- columns: task text, unit text, number text, number_order text, title text, day date, detail text,
--          how text, close text
-- order:   number_order, task, unit, day, detail
WITH
  shown AS (
    SELECT
      v.task, v.due_on,
      lag(v.due_on) OVER (PARTITION BY v.task ORDER BY v.first_position) AS due_before, k.day,
      lag(l.day) OVER (PARTITION BY v.task ORDER BY v.first_position) AS last_day
    FROM seen_version AS v
    JOIN known_snapshot AS k ON k.position = v.first_position
    JOIN known_snapshot AS l ON l.position = v.last_position
  ),
  moved AS (
    SELECT s.task, s.due_before, s.due_on, s.day, s.last_day, 'listed' AS how
    FROM shown AS s
    WHERE s.due_on > s.due_before
      AND NOT EXISTS (
        SELECT 1
        FROM extension AS e
        JOIN due AS d ON d.task = e.task AND d.extended = 1
        WHERE e.task = s.task AND e.new_due_on = s.due_on AND e.approved_on <= s.day)
    UNION ALL
    SELECT d.task, d.original_due, e.new_due_on, e.approved_on, NULL, 'extension'
    FROM due AS d
    JOIN extension AS e ON e.task = d.task AND e.new_due_on = d.due
    WHERE d.extended = 1 AND e.approved_on <= :as_of
  ),
  ends AS (
    SELECT DISTINCT c.cutoff, n.day_number
    FROM calendar AS c
    JOIN day AS n ON n.day = c.cutoff
    WHERE c.cutoff <= :as_of
  )
SELECT
  m.task, '' AS unit, t.number, t.number_order, t.title, c.cutoff AS day,
  m.due_before || ' → ' || m.due_on AS detail, m.how,
  CASE
    WHEN m.how = 'extension' OR c.day_number - b.day_number <= 15 THEN 'yes'
    ELSE 'maybe'
  END AS close
FROM moved AS m
JOIN task AS t ON t.task = m.task
JOIN day AS n ON n.day = m.day
JOIN ends AS c ON c.day_number - n.day_number BETWEEN 0 AND 14
LEFT JOIN day AS b ON b.day = m.last_day
