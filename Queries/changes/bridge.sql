-- 应办任务增减 · From the tasks counted then to those counted now
--
-- Tasks in force and not ongoing (应办任务): how many there were (`before`), what came and went, and how
-- many there are (`now`): the first line and those between add up to the last. A task comes as new, by
-- its start date (`started`), or back from being cancelled, transferred or ongoing (`resumed`); it
-- goes as cancelled, transferred or ongoing, by a later start date (`postponed`), or from the ledger
-- (`gone`). What goes is below zero. Suspended tasks stay counted. Tasks without a number (their keys
-- begin with ~) are not told from one another: how many more there are is one step (`unnumbered`).
--
-- grain:   one row per step that any task took, and the two ends
-- key:     ordinal
-- params:  -
-- columns: ordinal integer, step text, tasks integer
-- order:   ordinal
WITH
  moved AS (
    SELECT
      1 AS tasks,
      CASE
        WHEN substr(s.task, 1, 1) = '~' THEN 10
        WHEN p.task IS NULL THEN 2
        WHEN p.status IN ('cancelled', 'transferred', 'ongoing') THEN 4
        ELSE 3
      END AS ordinal
    FROM standing AS s
    LEFT JOIN prior_task AS p ON p.task = s.task
    LEFT JOIN prior_standing AS b ON b.task = s.task
    WHERE s.counted = 1 AND coalesce(b.counted, 0) = 0
    UNION ALL
    SELECT
      -1,
      CASE
        WHEN substr(b.task, 1, 1) = '~' THEN 10
        WHEN t.task IS NULL THEN 9
        WHEN t.status = 'cancelled' THEN 5
        WHEN t.status = 'transferred' THEN 6
        WHEN t.status = 'ongoing' THEN 7
        ELSE 8
      END
    FROM prior_standing AS b
    LEFT JOIN task AS t ON t.task = b.task
    LEFT JOIN standing AS s ON s.task = b.task
    WHERE b.counted = 1 AND coalesce(s.counted, 0) = 0
  ),
  counted AS (
    SELECT m.ordinal, sum(m.tasks) AS tasks FROM moved AS m GROUP BY m.ordinal
  )
SELECT 1 AS ordinal, 'before' AS step, coalesce(sum(b.counted), 0) AS tasks
FROM prior_standing AS b
UNION ALL
SELECT
  n.ordinal,
  CASE n.ordinal
    WHEN 2 THEN 'new' WHEN 3 THEN 'started' WHEN 4 THEN 'resumed' WHEN 5 THEN 'cancelled'
    WHEN 6 THEN 'transferred' WHEN 7 THEN 'ongoing' WHEN 8 THEN 'postponed' WHEN 9 THEN 'gone'
    ELSE 'unnumbered'
  END AS step,
  n.tasks
FROM counted AS n
UNION ALL
SELECT 11, 'now', coalesce(sum(s.counted), 0)
FROM standing AS s
