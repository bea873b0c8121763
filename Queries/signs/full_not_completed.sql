-- 进度满而久不办结 · Full progress since an earlier cut-off, not completed
--
-- Counted tasks that report 100 %, as they did at a cut-off before, and are not completed. The day is
-- the first such cut-off. Those that have come to it since are found by the check
-- `full_progress_open`.
--
-- grain:   one row per task
-- key:     task, unit
-- params:  :as_of date
-- columns: task text, unit text, number text, number_order text, title text, day date, detail text
-- order:   number_order, task, unit
WITH
  full_before AS (
    SELECT v.task, min(v.cutoff) AS cutoff
    FROM cutoff_version AS v
    WHERE v.cutoff < :as_of AND v.progress = 1000000
      AND (v.status IS NULL OR v.status NOT IN ('completed', 'accepted'))
    GROUP BY v.task
  )
SELECT t.task, '' AS unit, t.number, t.number_order, t.title, b.cutoff AS day, t.status AS detail
FROM full_before AS b
JOIN task AS t ON t.task = b.task
JOIN task_fact AS f ON f.task = b.task
WHERE f.counted = 1 AND f.completed = 0 AND t.progress = 1000000
