-- 指标达标与序时 · Whether each target is met, or on its way
--
-- Due: the target's own due date (时限), else the end of the year in the plan's calendar. What is due is
-- judged against its value: a bare count is reached or exceeded; a limit (≤, 清零, 时限) is kept. Until
-- then a cumulative one is held against its scheduled value: base + (value − base) × scheduled progress
-- of its task by the plan's rule, down to a whole unit of measure; where milestones say the schedule it
-- is the nominal progress. All others wait until they are due (`not_due`). Not measured: no value, or
-- one of a day after the cut-off. A target that repeats another counts once, with the other. `apart`
-- marks structural and aspirational ones (结构性, 力争), which are shown by themselves.
--
-- grain:   one row per target
-- key:     target
-- params:  :as_of date, :schedule_rule text, :nominal integer, :year_end date
-- columns: target text, task text, due date, is_due integer, measured integer,
--          scheduled_value integer, state text, apart integer, repeats integer
WITH
  dated AS (
    SELECT
      t.target, t.task, t.comparison, t.target_value, t.kind, t.nature, t.same_as, t.actual,
      coalesce(t.base, 0) AS base, coalesce(t.due_on, :year_end) AS due,
      CASE WHEN t.actual IS NULL OR t.observed_on > :as_of THEN 0 ELSE 1 END AS measured,
      CASE
        WHEN k.starts_on > :as_of THEN 0
        WHEN :schedule_rule = 'milestones' AND (d.due IS NULL OR d.due > :as_of) THEN :nominal
        ELSE coalesce(c.scheduled, :nominal)
      END AS scheduled
    FROM target AS t
    JOIN task AS k ON k.task = t.task
    LEFT JOIN due AS d ON d.task = t.task
    LEFT JOIN schedule AS c ON c.task = t.task
  ),
  -- The units and the rest of value − base apart: the whole product might be too great.
  scaled AS (
    SELECT
      d.target,
      d.base + (d.target_value - d.base) / 1000000 * d.scheduled
        + (d.target_value - d.base) % 1000000 * d.scheduled / 1000000
        - CASE WHEN (d.target_value - d.base) % 1000000 * d.scheduled % 1000000 < 0 THEN 1 ELSE 0 END
        AS scheduled_value
    FROM dated AS d
    WHERE d.kind = 'cumulative' AND d.due > :as_of
  ),
  judged AS (
    SELECT
      d.target, d.task, d.due, d.comparison, d.kind, d.nature, d.same_as, d.actual, d.measured,
      CASE WHEN d.due <= :as_of THEN 1 ELSE 0 END AS is_due, d.target_value,
      s.scheduled_value - s.scheduled_value % 1000000
        - CASE WHEN s.scheduled_value % 1000000 < 0 THEN 1000000 ELSE 0 END AS scheduled_value
    FROM dated AS d
    LEFT JOIN scaled AS s ON s.target = d.target
  ),
  reached AS (
    SELECT
      j.target,
      CASE
        WHEN j.comparison = '<=' OR (j.comparison = '=' AND j.kind IN ('zero', 'deadline'))
          THEN CASE WHEN j.actual <= coalesce(j.scheduled_value, j.target_value) THEN 1 ELSE 0 END
        ELSE CASE WHEN j.actual >= coalesce(j.scheduled_value, j.target_value) THEN 1 ELSE 0 END
      END AS is_reached
    FROM judged AS j
  )
SELECT
  j.target, j.task, j.due, j.is_due, j.measured, j.scheduled_value,
  CASE
    WHEN j.is_due = 0 AND j.scheduled_value IS NULL THEN 'not_due'
    WHEN j.measured = 0 THEN 'not_measured'
    WHEN j.is_due = 1 THEN CASE WHEN r.is_reached = 1 THEN 'met' ELSE 'missed' END
    ELSE CASE WHEN r.is_reached = 1 THEN 'on_schedule' ELSE 'below_schedule' END
  END AS state,
  CASE WHEN j.nature IN ('structural', 'aspirational') THEN 1 ELSE 0 END AS apart,
  CASE WHEN j.same_as IS NULL THEN 0 ELSE 1 END AS repeats
FROM judged AS j
JOIN reached AS r ON r.target = j.target
