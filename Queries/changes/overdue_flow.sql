-- 逾期事项增减 · From the items overdue then to those overdue now
--
-- How many items were overdue at the earlier moment (`before`), what came and went, and how
-- many are now: the first line and those between add up to the last. An item comes as `new`;
-- it goes as `settled` since, as `recorded_late` (it had been done by the earlier moment,
-- whose ledger did not say so), as `moved` to a later due date, or as `left`: its task or
-- milestone is not counted any more. What goes is below zero. Items of tasks without a number
-- are one step (`unnumbered`). With the moment that closes the plan what is due by its end
-- counts as overdue.
--
-- grain:   one row per step that any item took, and the two ends
-- key:     ordinal
-- params:  :prior_as_of date, :closing integer
-- columns: ordinal integer, step text, items integer
-- order:   ordinal
WITH
  pair AS (
    SELECT
      p.task, p.milestone, p.unit, p.overdue AS was, n.task AS now_task,
      CASE
        WHEN n.overdue = 1 OR (:closing = 1 AND n.is_due = 1 AND n.done = 0) THEN 1
        ELSE 0
      END AS is_late,
      n.done, n.done_on
    FROM prior_item AS p
    LEFT JOIN item AS n
      ON n.part = p.part AND n.task = p.task AND n.milestone = p.milestone AND n.unit = p.unit
    WHERE p.part = ''
    UNION ALL
    SELECT
      n.task, n.milestone, n.unit, 0, n.task,
      CASE
        WHEN n.overdue = 1 OR (:closing = 1 AND n.is_due = 1 AND n.done = 0) THEN 1
        ELSE 0
      END,
      n.done, n.done_on
    FROM item AS n
    LEFT JOIN prior_item AS p
      ON p.part = n.part AND p.task = n.task AND p.milestone = n.milestone AND p.unit = n.unit
    WHERE n.part = '' AND p.task IS NULL
  ),
  step AS (
    SELECT
      b.task, b.milestone, b.unit, b.is_late - b.was AS items,
      CASE
        WHEN substr(b.task, 1, 1) = '~' THEN 7
        WHEN b.was = 0 THEN 2
        WHEN b.now_task IS NULL THEN 6
        WHEN b.done = 1 AND b.done_on <= :prior_as_of THEN 4
        WHEN b.done = 1 THEN 3
        ELSE 5
      END AS ordinal
    FROM pair AS b
    WHERE b.is_late <> b.was
  ),
  counted AS (
    SELECT s.ordinal, sum(s.items) AS items FROM step AS s GROUP BY s.ordinal
  )
SELECT 1 AS ordinal, 'before' AS step, coalesce(sum(b.was), 0) AS items
FROM pair AS b
UNION ALL
SELECT
  c.ordinal,
  CASE c.ordinal
    WHEN 2 THEN 'new' WHEN 3 THEN 'settled' WHEN 4 THEN 'recorded_late' WHEN 5 THEN 'moved'
    WHEN 6 THEN 'left' ELSE 'unnumbered'
  END,
  c.items
FROM counted AS c
UNION ALL
SELECT 8, 'now', coalesce(sum(b.is_late), 0)
FROM pair AS b
