-- 下一截止日 · The next cut-off
--
-- What comes next: `state` is `last` after the last cut-off, `none` where nothing falls due
-- until the next one, else `some`; `submit_state` is `same_day` where reports are due on the
-- very day of the cut-off, `other` on another, `none` where none is owed.
--
-- grain:   one row
-- key:     -
-- params:  :as_of date
-- columns: state text, items integer, tasks integer, expected_late integer, next_period text,
--          next_cutoff date, next_submit_by date, submit_state text
-- order:   -
WITH
  coming AS (
    SELECT i.task, i.due, t.expected_on
    FROM item AS i
    JOIN task AS t ON t.task = i.task
    JOIN paper_day AS p ON i.due > :as_of AND i.due <= p.next_cutoff
    WHERE i.part = '' AND i.done = 0
  ),
  ending AS (
    SELECT i.task, max(i.due) AS due FROM item AS i WHERE i.part = '' GROUP BY i.task
  ),
  coming_sum AS (
    SELECT
      count(*) AS items, count(DISTINCT c.task) AS tasks,
      coalesce(sum(CASE WHEN c.due = e.due AND c.expected_on > c.due THEN 1 ELSE 0 END), 0)
        AS expected_late
    FROM coming AS c
    JOIN ending AS e ON e.task = c.task
  )
SELECT
  CASE WHEN p.next_cutoff IS NULL THEN 'last' WHEN s.items = 0 THEN 'none' ELSE 'some' END AS state,
  s.items, s.tasks, s.expected_late, p.next_period, p.next_cutoff, p.next_submit_by,
  CASE
    WHEN p.next_submit_by IS NULL THEN 'none'
    WHEN p.next_submit_by = p.next_cutoff THEN 'same_day'
    ELSE 'other'
  END AS submit_state
FROM paper_day AS p
CROSS JOIN coming_sum AS s
