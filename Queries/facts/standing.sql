-- 任务状态 · Where each task stands
--
-- In force: started, neither cancelled nor transferred. Counted: in force and not ongoing
-- (长期坚持), which is counted apart; suspended tasks stay in. Completed: status completed or
-- accepted, and the day not after the cut-off. Expected: completed, or to be by the period's end,
-- or certain (能确保). `milestones` counts those due up to the year in which the period ends: a
-- task that has any is judged by them, any other by its due date.
--
-- grain:   one row per task
-- key:     task
-- params:  :as_of date, :period_to date
-- columns: task text, in_force integer, ongoing integer, suspended integer, counted integer,
--          completed integer, done_on date, accepted integer, expected integer,
--          original_due date, due date, listed_due date, milestones integer,
--          own_milestones integer
WITH
  year_end AS (
    SELECT d.year FROM day AS d WHERE d.day = :period_to
  ),
  milestones AS (
    SELECT
      m.task, count(*) AS milestones,
      sum(CASE WHEN m.unit = '' THEN 0 ELSE 1 END) AS own_milestones
    FROM milestone AS m
    JOIN day AS d ON d.day = m.due_on
    JOIN year_end AS y ON d.year <= y.year
    GROUP BY m.task
  ),
  flagged AS (
    SELECT
      t.task, t.due_on, t.expected_on, t.outlook, t.accepted_on,
      CASE
        WHEN t.starts_on > :as_of OR t.status IN ('cancelled', 'transferred') THEN 0
        ELSE 1
      END AS in_force,
      CASE WHEN t.status = 'ongoing' THEN 1 ELSE 0 END AS is_ongoing,
      CASE WHEN t.status = 'suspended' THEN 1 ELSE 0 END AS is_suspended,
      CASE
        WHEN t.status IN ('completed', 'accepted') AND t.completed_on <= :as_of
          THEN t.completed_on
      END AS done_on
    FROM task AS t
  ),
  weighed AS (
    SELECT
      f.task, f.due_on, f.expected_on, f.outlook, f.accepted_on, f.in_force,
      f.in_force * f.is_ongoing AS ongoing, f.in_force * f.is_suspended AS suspended,
      f.in_force * (1 - f.is_ongoing) AS counted,
      CASE WHEN f.in_force * (1 - f.is_ongoing) = 1 THEN f.done_on END AS done_on
    FROM flagged AS f
  )
SELECT
  w.task, w.in_force, w.ongoing, w.suspended, w.counted,
  CASE WHEN w.done_on IS NULL THEN 0 ELSE 1 END AS completed,
  w.done_on,
  CASE WHEN w.done_on IS NOT NULL AND w.accepted_on <= :as_of THEN 1 ELSE 0 END AS accepted,
  CASE
    WHEN w.counted = 1
      AND (w.done_on IS NOT NULL OR w.expected_on <= :period_to OR w.outlook = 'assured') THEN 1
    ELSE 0
  END AS expected,
  d.original_due, d.due, w.due_on AS listed_due,
  coalesce(m.milestones, 0) AS milestones,
  coalesce(m.own_milestones, 0) AS own_milestones
FROM weighed AS w
JOIN due AS d ON d.task = w.task
LEFT JOIN milestones AS m ON m.task = w.task
