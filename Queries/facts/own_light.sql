-- Lights of the parts that are judged by themselves
--
-- The first of the plan's light rules that applies to the part, as for a task. Every other part has
-- the light of its task.
--
-- grain:   one row per unit and task that is judged apart
-- key:     task, unit
-- params:  :as_of date
-- columns: unit text, task text, light integer
SELECT
  p.unit, p.task,
  CASE
    WHEN p.counted = 1 THEN (
      SELECT min(r.ordinal)
      FROM light_rule AS r
      WHERE
        CASE r.condition
          WHEN 'completed' THEN p.completed
          WHEN 'suspended' THEN p.suspended
          WHEN 'overdue' THEN p.overdue
          WHEN 'behind' THEN CASE WHEN p.gap < 0 AND p.gap <= -r.threshold THEN 1 ELSE 0 END
          WHEN 'not_filled' THEN CASE WHEN p.progress IS NULL THEN 1 ELSE 0 END
          WHEN 'due_within' THEN
            CASE WHEN p.due_on >= :as_of AND p.due_on <= r.last_day THEN 1 ELSE 0 END
          ELSE 1
        END > 0)
  END AS light
FROM own_part AS o
JOIN part_fact AS p ON p.task = o.task AND p.unit = o.unit
