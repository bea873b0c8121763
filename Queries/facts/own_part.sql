-- 单独考核的分工 · Parts that are judged by themselves
--
-- A unit's part of a task is judged apart where it has a line of its own, or where the task has
-- milestones of single units; every other part stands as its task does. Without an own line the
-- status, progress and day of completion are the task's. No part of an ongoing task is counted.
--
-- grain:   one row per unit and task that is judged apart
-- key:     task, unit
-- params:  :as_of date
-- columns: unit text, task text, own_line integer, status text, progress integer,
--          counted integer, ongoing integer, suspended integer, done_on date
WITH
  apart AS (
    SELECT a.task, a.unit FROM assignment AS a
    UNION
    SELECT u.task, u.unit
    FROM standing AS s
    JOIN task_unit AS u ON u.task = s.task
    WHERE s.own_milestones > 0
  ),
  line AS (
    SELECT
      u.unit, u.task, s.in_force, s.ongoing,
      CASE WHEN a.task IS NULL THEN 0 ELSE 1 END AS own_line,
      coalesce(a.status, t.status) AS status,
      CASE WHEN a.task IS NULL THEN t.progress ELSE a.progress END AS progress,
      CASE
        WHEN a.status IS NULL THEN s.done_on
        WHEN a.status IN ('completed', 'accepted') AND a.completed_on <= :as_of
          THEN a.completed_on
      END AS done_on
    FROM apart AS u
    JOIN standing AS s ON s.task = u.task
    JOIN task AS t ON t.task = u.task
    LEFT JOIN assignment AS a ON a.task = u.task AND a.unit = u.unit
  ),
  flagged AS (
    SELECT
      l.unit, l.task, l.own_line, l.status, l.progress, l.done_on,
      CASE
        WHEN l.in_force = 0 OR l.status IN ('cancelled', 'transferred') THEN 0
        ELSE 1
      END AS in_force,
      CASE WHEN l.ongoing = 1 OR l.status = 'ongoing' THEN 1 ELSE 0 END AS is_ongoing,
      CASE WHEN l.status = 'suspended' THEN 1 ELSE 0 END AS is_suspended
    FROM line AS l
  )
SELECT
  f.unit, f.task, f.own_line, f.status, f.progress,
  f.in_force * (1 - f.is_ongoing) AS counted, f.in_force * f.is_ongoing AS ongoing,
  f.in_force * f.is_suspended AS suspended,
  CASE WHEN f.in_force * (1 - f.is_ongoing) = 1 THEN f.done_on END AS done_on
FROM flagged AS f
