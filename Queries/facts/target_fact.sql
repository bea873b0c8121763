-- Whether each target is met
--
-- Not measured: no value, or one of a day after the cut-off. A bare count is reached or exceeded;
-- a limit (≤, 清零, 时限) is kept. A target that repeats another counts once, with the other.
-- `apart` marks structural and aspirational ones (结构性, 力争), which are shown by themselves.
--
-- grain:   one row per target
-- key:     target
-- params:  :as_of date
-- columns: target text, task text, state text, apart integer, repeats integer
SELECT
  t.target, t.task,
  CASE
    WHEN t.actual IS NULL OR t.observed_on > :as_of THEN 'not_measured'
    WHEN t.comparison = '<=' OR (t.comparison = '=' AND t.kind IN ('zero', 'deadline'))
      THEN CASE WHEN t.actual <= t.target_value THEN 'met' ELSE 'missed' END
    ELSE CASE WHEN t.actual >= t.target_value THEN 'met' ELSE 'missed' END
  END AS state,
  CASE WHEN t.nature IN ('structural', 'aspirational') THEN 1 ELSE 0 END AS apart,
  CASE WHEN t.same_as IS NULL THEN 0 ELSE 1 END AS repeats
FROM target AS t
