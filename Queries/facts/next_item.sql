-- Items due until the next cut-off
--
-- Every open item that falls due after the cut-off and by the next one, once, by day; none
-- after the last cut-off. `timing` is `late` where the item is the last of its task and the
-- task is expected later than that, `in_time` where it is expected by then, else `unknown`: a
-- task's expected day says nothing of its earlier milestones. `bearers` as in `open_items`.
--
-- grain:   one row per item
-- key:     task, milestone, unit
-- params:  :as_of date
-- columns: due date, task text, number text, number_order text, title text, milestone text,
--          unit text, bearers text, bearer_state text, expected_on date, timing text
WITH
  ending AS (
    SELECT i.task, max(i.due) AS due FROM item AS i WHERE i.part = '' GROUP BY i.task
  ),
  answering AS (
    SELECT DISTINCT u.task FROM task_unit AS u
  )
SELECT
  i.due, i.task, t.number, t.number_order, t.title, i.milestone, i.unit,
  CASE WHEN i.unit = '' THEN t.led_by ELSE coalesce(n.name, i.unit) END AS bearers,
  CASE
    WHEN i.unit <> '' OR t.led_by IS NOT NULL THEN 'named'
    WHEN a.task IS NOT NULL THEN 'common'
    ELSE 'none'
  END AS bearer_state,
  t.expected_on,
  CASE
    WHEN i.due < e.due OR t.expected_on IS NULL THEN 'unknown'
    WHEN t.expected_on > i.due THEN 'late'
    ELSE 'in_time'
  END AS timing
FROM item AS i
JOIN ending AS e ON e.task = i.task
JOIN task AS t ON t.task = i.task
JOIN paper_day AS p ON i.due > :as_of AND i.due <= p.next_cutoff
LEFT JOIN short_name AS n ON n.unit = i.unit
LEFT JOIN answering AS a ON a.task = i.task
WHERE i.part = '' AND i.done = 0
