-- 序时进度 · Where each task should stand
--
-- Scheduled progress (序时进度) in millionths: 0 before the start, the whole from the due date on,
-- between them by the plan's rule: `nominal` that of the last cut-off reached, `months` the full
-- months gone of all full months, `days` the days gone of all days, `milestones` the milestones
-- due of all milestones, and for a task without any the days. A task without a start begins with
-- the plan's first year. Empty where there is no due date.
--
-- grain:   one row per counted task
-- key:     task
-- params:  :as_of date, :schedule_rule text, :nominal integer, :plan_from date
-- columns: task text, scheduled integer
WITH
  span AS (
    SELECT
      s.task, s.due,
      CASE
        WHEN :schedule_rule = 'milestones' AND s.milestones = 0 THEN 'days'
        ELSE :schedule_rule
      END AS rule,
      i.items, i.due AS due_items,
      a.day_number AS from_number, e.day_number AS to_number, n.day_number AS now_number,
      (n1.year - a.year) * 12 + n1.month - a.month
        - CASE WHEN n1.dom < a.dom THEN 1 ELSE 0 END AS months_gone,
      (e1.year - a.year) * 12 + e1.month - a.month
        - CASE WHEN e1.dom < a.dom THEN 1 ELSE 0 END AS months
    FROM standing AS s
    JOIN task AS t ON t.task = s.task
    JOIN day AS a ON a.day = coalesce(t.starts_on, :plan_from)
    JOIN day AS e ON e.day = s.due
    JOIN day AS e1 ON e1.day_number = e.day_number + 1
    JOIN day AS n ON n.day = :as_of
    JOIN day AS n1 ON n1.day_number = n.day_number + 1
    LEFT JOIN item_sum AS i ON i.task = s.task AND i.part = ''
    WHERE s.counted = 1
  ),
  portion AS (
    SELECT
      p.task, p.due,
      CASE p.rule
        WHEN 'months' THEN p.months_gone
        WHEN 'days' THEN p.now_number - p.from_number + 1
        WHEN 'milestones' THEN p.due_items
        ELSE :nominal
      END AS gone,
      CASE p.rule
        WHEN 'months' THEN p.months
        WHEN 'days' THEN p.to_number - p.from_number + 1
        WHEN 'milestones' THEN p.items
        ELSE 1000000
      END AS whole
    FROM span AS p
  )
SELECT
  p.task,
  CASE
    WHEN p.due <= :as_of THEN 1000000
    WHEN p.gone <= 0 OR p.whole <= 0 THEN 0
    WHEN p.gone >= p.whole THEN 1000000
    ELSE (2 * p.gone * 1000000 + p.whole) / (2 * p.whole)
  END AS scheduled
FROM portion AS p
