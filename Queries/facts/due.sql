-- Due dates in force
--
-- Applications for a later date are taken in the order in which they were made. One counts if it
-- was approved by the cut-off and made on or before the due date in force on that day; an
-- earlier one is in force from the day of its approval. The newest that counts sets the due date
-- (完成时限); where none counts it is the listed one. The chain begins with the original date.
--
-- grain:   one row per task
-- key:     task
-- params:  :as_of date
-- columns: task text, original_due date, due date, extended integer, refused integer
WITH RECURSIVE
  chain (task, place, before, in_force, approved_on, counted) AS (
    -- SQLite takes the recursive table in the outermost FROM only, hence the repetition.
    SELECT t.task, 0, o.original_due, o.original_due, '', 0
    FROM task AS t
    JOIN original_due AS o ON o.task = t.task AND o.milestone = '' AND o.unit = ''
    WHERE t.task IN (SELECT e.task FROM extension AS e)
    UNION ALL
    SELECT
      c.task, e.place,
      CASE
        WHEN e.approved_on <= :as_of AND e.requested_on
          <= CASE WHEN c.approved_on <= e.requested_on THEN c.in_force ELSE c.before END
          THEN c.in_force
        ELSE c.before
      END,
      CASE
        WHEN e.approved_on <= :as_of AND e.requested_on
          <= CASE WHEN c.approved_on <= e.requested_on THEN c.in_force ELSE c.before END
          THEN e.new_due_on
        ELSE c.in_force
      END,
      CASE
        WHEN e.approved_on <= :as_of AND e.requested_on
          <= CASE WHEN c.approved_on <= e.requested_on THEN c.in_force ELSE c.before END
          THEN e.approved_on
        ELSE c.approved_on
      END,
      CASE
        WHEN e.approved_on <= :as_of AND e.requested_on
          <= CASE WHEN c.approved_on <= e.requested_on THEN c.in_force ELSE c.before END
          THEN c.counted + 1
        ELSE c.counted
      END
    FROM chain AS c
    JOIN extension AS e ON e.task = c.task AND e.place = c.place + 1
  ),
  outcome AS (
    SELECT c.task, c.in_force, c.counted, c.place - c.counted AS refused
    FROM chain AS c
    WHERE c.place = (SELECT max(e.place) FROM extension AS e WHERE e.task = c.task)
  )
SELECT
  t.task, o.original_due,
  CASE WHEN x.counted > 0 THEN x.in_force ELSE t.due_on END AS due,
  CASE WHEN x.counted > 0 THEN 1 ELSE 0 END AS extended,
  coalesce(x.refused, 0) AS refused
FROM task AS t
LEFT JOIN original_due AS o ON o.task = t.task AND o.milestone = '' AND o.unit = ''
LEFT JOIN outcome AS x ON x.task = t.task
