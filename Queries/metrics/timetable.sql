-- 时间表 · Timetable
--
-- Every task that is neither cancelled nor transferred, and every month of the year in which the
-- period ends. `items` fall due in the month: the task's milestones, and its own due date where no
-- milestone falls on it; `open` of them are not completed. Of the marks the first that applies:
-- `overdue` one was due before the cut-off and is open; `due` the task's effective due date, open;
-- `milestone` a milestone, open; `done` all that fell due is completed; empty where nothing does.
--
-- grain:   one row per task and month
-- key:     task, month_number
-- params:  :as_of date, :period_to date
-- columns: task text, number text, number_order text, section text, title text, lead_units text,
--          month text, month_number integer, mark text, items integer, open integer
-- order:   number_order, task, month_number
WITH
  listed AS (
    SELECT
      t.task, t.number, t.number_order, t.section, t.title, t.led_by AS lead_units,
      CASE WHEN t.starts_on > :as_of THEN 1 ELSE 0 END AS is_ahead
    FROM task AS t
    WHERE t.status IS NULL OR t.status NOT IN ('cancelled', 'transferred')
  ),
  month AS (
    SELECT substr(d.day, 1, 7) AS month, d.month AS month_number
    FROM day AS y
    -- The numbers spare reading all years.
    JOIN day AS d ON d.day_number > y.day_number - 366 AND d.day_number < y.day_number + 366
    WHERE y.day = :period_to AND d.year = y.year AND d.dom = 1
  ),
  falls AS (
    SELECT
      i.task, i.due, i.done, i.overdue, CASE WHEN i.due = s.due THEN 1 ELSE 0 END AS is_last
    FROM item AS i
    JOIN standing AS s ON s.task = i.task
    WHERE i.part = ''
    UNION ALL
    SELECT s.task, s.due, s.completed, 0, 1
    FROM standing AS s
    JOIN listed AS l ON l.task = s.task
    WHERE s.due IS NOT NULL AND (s.counted = 1 OR l.is_ahead = 1)
      AND NOT EXISTS (
        SELECT 1 FROM item AS i WHERE i.part = '' AND i.task = s.task AND i.due = s.due)
    UNION ALL
    SELECT m.task, m.due_on, 0, 0, 0
    FROM milestone AS m
    JOIN listed AS l ON l.task = m.task AND l.is_ahead = 1
    JOIN standing AS s ON s.task = m.task
    WHERE m.due_on IS DISTINCT FROM s.listed_due
  ),
  counted AS (
    SELECT
      f.task, d.month AS month_number, count(*) AS items, sum(1 - f.done) AS open,
      sum(f.overdue) AS overdue, sum((1 - f.done) * f.is_last) AS last_open
    FROM falls AS f
    JOIN day AS d ON d.day = f.due
    JOIN day AS y ON y.day = :period_to AND y.year = d.year
    GROUP BY f.task, d.month
  )
SELECT
  l.task, l.number, l.number_order, l.section, l.title, l.lead_units, m.month, m.month_number,
  CASE
    WHEN c.overdue > 0 THEN 'overdue'
    WHEN c.last_open > 0 THEN 'due'
    WHEN c.open > 0 THEN 'milestone'
    WHEN c.items > 0 THEN 'done'
    ELSE ''
  END AS mark,
  coalesce(c.items, 0) AS items, coalesce(c.open, 0) AS open
FROM month AS m
CROSS JOIN listed AS l
LEFT JOIN counted AS c ON c.task = l.task AND c.month_number = m.month_number
