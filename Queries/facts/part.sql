-- Each unit's part in each task
--
-- A unit is judged by its own line where there is one, else by the task. `judged_apart` is 1
-- where the part's items may differ from the task's: it has an own line, or the task has
-- milestones of single units. An accepted part is a completed one of an accepted task.
--
-- grain:   one row per unit and task
-- key:     unit, task
-- params:  :as_of date
-- columns: unit text, task text, role_code integer, own_line integer, judged_apart integer,
--          status text, counted integer, ongoing integer, suspended integer, completed integer,
--          done_on date, accepted integer, expected integer, progress integer
WITH
  line AS (
    SELECT
      u.unit, u.task, u.role_code, s.accepted, s.expected, s.own_milestones, s.in_force,
      CASE WHEN a.task IS NULL THEN 0 ELSE 1 END AS own_line,
      coalesce(a.status, t.status) AS status,
      CASE WHEN a.task IS NULL THEN t.progress ELSE a.progress END AS progress,
      CASE
        WHEN a.status IS NULL THEN s.done_on
        WHEN a.status IN ('completed', 'accepted') AND a.completed_on <= :as_of
          THEN a.completed_on
      END AS done_on
    FROM task_unit AS u
    JOIN task AS t ON t.task = u.task
    JOIN standing AS s ON s.task = u.task
    LEFT JOIN assignment AS a ON a.unit = u.unit AND a.task = u.task
  ),
  weighed AS (
    SELECT
      l.unit, l.task, l.role_code, l.accepted, l.expected, l.own_milestones, l.own_line,
      l.status, l.progress, l.done_on,
      CASE
        WHEN l.in_force = 0 OR l.status IN ('cancelled', 'transferred') THEN 0
        ELSE 1
      END AS in_force,
      CASE WHEN l.status = 'ongoing' THEN 1 ELSE 0 END AS is_ongoing
    FROM line AS l
  )
SELECT
  w.unit, w.task, w.role_code, w.own_line,
  CASE WHEN w.own_line = 1 OR w.own_milestones > 0 THEN 1 ELSE 0 END AS judged_apart,
  w.status,
  w.in_force * (1 - w.is_ongoing) AS counted,
  w.in_force * w.is_ongoing AS ongoing,
  CASE WHEN w.status = 'suspended' THEN w.in_force ELSE 0 END AS suspended,
  CASE WHEN w.done_on IS NULL THEN 0 ELSE w.in_force * (1 - w.is_ongoing) END AS completed,
  CASE WHEN w.in_force * (1 - w.is_ongoing) = 1 THEN w.done_on END AS done_on,
  CASE WHEN w.done_on IS NULL THEN 0 ELSE w.in_force * (1 - w.is_ongoing) * w.accepted END
    AS accepted,
  CASE
    WHEN w.done_on IS NOT NULL OR w.expected = 1 THEN w.in_force * (1 - w.is_ongoing)
    ELSE 0
  END AS expected,
  w.progress
FROM weighed AS w
