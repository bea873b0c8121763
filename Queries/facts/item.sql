-- 考核事项：节点或时限 · What is judged: milestones, else due dates
--
-- A task is judged by its milestones where it has any, else by its due date. `part` is empty for
-- the task's own items; a unit's part that is judged apart has items of its own: the milestones
-- of the unit and of the whole task, else the due date. A milestone that falls on the task's
-- listed due date moves with an extension. A milestone without a day of its own is done when the
-- task (or part) is.
--
-- Due: the due date is not after the cut-off; on the very day is due, not overdue. Days are
-- calendar days, workdays those in (due, cut-off]; `original_…` is the same by the original due
-- date, `late_…` counts items done after their due date.
--
-- grain:   one row per part, task, milestone and the milestone's unit
-- key:     part, task, milestone, unit
-- params:  :as_of date, :period_from date, :period_to date
-- columns: part text, task text, milestone text, unit text, original_due date, due date,
--          done_on date, is_due integer, done integer, on_time integer, overdue integer,
--          days integer, workdays integer, original_overdue integer, original_days integer,
--          late integer, late_days integer, in_period integer
WITH
  judged AS (
    SELECT
      '' AS part, s.task, '' AS milestone, '' AS unit, s.original_due, s.due, s.done_on
    FROM standing AS s
    WHERE s.counted = 1 AND s.milestones = 0 AND s.due IS NOT NULL
    UNION ALL
    SELECT
      '', m.task, m.milestone, m.unit, o.original_due,
      CASE WHEN m.due_on = s.listed_due THEN s.due ELSE m.due_on END,
      coalesce(CASE WHEN m.completed_on <= :as_of THEN m.completed_on END, s.done_on)
    FROM milestone AS m
    JOIN standing AS s ON s.task = m.task AND s.counted = 1
    JOIN original_due AS o ON o.task = m.task AND o.milestone = m.milestone AND o.unit = m.unit
    JOIN day AS d ON d.day = m.due_on
    JOIN day AS y ON y.day = :period_to AND d.year <= y.year
    UNION ALL
    SELECT p.unit, s.task, '', '', s.original_due, s.due, p.done_on
    FROM own_part AS p
    JOIN standing AS s ON s.task = p.task
    WHERE p.counted = 1 AND s.due IS NOT NULL
      AND NOT EXISTS (
        SELECT 1
        FROM milestone AS m
        JOIN day AS d ON d.day = m.due_on
        JOIN day AS y ON y.day = :period_to AND d.year <= y.year
        WHERE m.task = p.task AND m.unit IN ('', p.unit))
    UNION ALL
    SELECT
      p.unit, m.task, m.milestone, m.unit, o.original_due,
      CASE WHEN m.due_on = s.listed_due THEN s.due ELSE m.due_on END,
      coalesce(CASE WHEN m.completed_on <= :as_of THEN m.completed_on END, p.done_on)
    FROM own_part AS p
    JOIN standing AS s ON s.task = p.task
    JOIN milestone AS m ON m.task = p.task AND m.unit IN ('', p.unit)
    JOIN original_due AS o ON o.task = m.task AND o.milestone = m.milestone AND o.unit = m.unit
    JOIN day AS d ON d.day = m.due_on
    JOIN day AS y ON y.day = :period_to AND d.year <= y.year
    WHERE p.counted = 1
  )
SELECT
  j.part, j.task, j.milestone, j.unit, j.original_due, j.due, j.done_on,
  CASE WHEN j.due <= :as_of THEN 1 ELSE 0 END AS is_due,
  CASE WHEN j.done_on IS NULL THEN 0 ELSE 1 END AS done,
  CASE WHEN j.due <= :as_of AND j.done_on <= j.due THEN 1 ELSE 0 END AS on_time,
  CASE WHEN j.due < :as_of AND j.done_on IS NULL THEN 1 ELSE 0 END AS overdue,
  CASE WHEN j.due < :as_of AND j.done_on IS NULL THEN n.day_number - d.day_number END AS days,
  CASE WHEN j.due < :as_of AND j.done_on IS NULL THEN n.workday_number - d.workday_number END
    AS workdays,
  CASE WHEN j.original_due < :as_of AND j.done_on IS NULL THEN 1 ELSE 0 END AS original_overdue,
  CASE WHEN j.original_due < :as_of AND j.done_on IS NULL THEN n.day_number - o.day_number END
    AS original_days,
  CASE WHEN j.done_on > j.due THEN 1 ELSE 0 END AS late,
  CASE WHEN j.done_on > j.due THEN f.day_number - d.day_number END AS late_days,
  CASE WHEN j.due >= :period_from AND j.due <= :period_to THEN 1 ELSE 0 END AS in_period
FROM judged AS j
JOIN day AS n ON n.day = :as_of
JOIN day AS d ON d.day = j.due
LEFT JOIN day AS o ON o.day = j.original_due
LEFT JOIN day AS f ON f.day = j.done_on
