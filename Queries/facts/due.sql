-- 现行时限 · Due dates in force
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
  -- One step an application; `marks` has a letter for each so far, the newest first, y for those
  -- that count. Of those approved before the day of an application the newest is looked for
  -- backwards, by their key.
  chain (task, place, original_due, marks) AS (
    SELECT t.task, CAST(0 AS bigint), o.original_due, CAST('' AS text)
    FROM task AS t
    JOIN original_due AS o ON o.task = t.task AND o.milestone = '' AND o.unit = ''
    WHERE t.task IN (SELECT e.task FROM extension AS e)
    UNION ALL
    SELECT
      c.task, e.place, c.original_due,
      CASE
        WHEN e.approved_on <= :as_of AND e.requested_on <= coalesce(
          (SELECT f.new_due_on
            FROM extension AS f
            WHERE f.task = c.task AND f.place = (
              SELECT max(x.place)
              FROM extension AS x
              WHERE x.task = c.task AND x.place <= c.place AND x.approved_on <= e.requested_on
                AND substr(c.marks, CAST(c.place - x.place + 1 AS integer), 1) = 'y')),
          c.original_due)
          THEN 'y'
        ELSE 'n'
      END || c.marks
    FROM chain AS c
    CROSS JOIN extension AS e
    WHERE e.task = c.task AND e.place = c.place + 1
  ),
  judged AS (
    SELECT
      c.task, c.place,
      CASE WHEN substr(c.marks, 1, 1) = 'y' THEN 1 ELSE 0 END AS counts
    FROM chain AS c
    WHERE c.place > 0
  ),
  outcome AS (
    SELECT
      j.task, sum(j.counts) AS counted, sum(1 - j.counts) AS refused,
      max(CASE WHEN j.counts = 1 THEN j.place END) AS newest
    FROM judged AS j
    GROUP BY j.task
  )
SELECT
  t.task, o.original_due,
  CASE WHEN x.counted > 0 THEN e.new_due_on ELSE t.due_on END AS due,
  CASE WHEN x.counted > 0 THEN 1 ELSE 0 END AS extended,
  coalesce(x.refused, 0) AS refused
FROM task AS t
LEFT JOIN original_due AS o ON o.task = t.task AND o.milestone = '' AND o.unit = ''
LEFT JOIN outcome AS x ON x.task = t.task
LEFT JOIN extension AS e ON e.task = x.task AND e.place = x.newest
