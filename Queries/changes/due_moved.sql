-- 完成时限变动 · Due dates moved
--
-- The effective due date is another one, or the listed one was moved beside it. how: `extension` by
-- an approved extension that counts; `listed` by another date in the ledger alone; `withdrawn`
-- because an extension that counted does so no more. Days moved are calendar days, negative if
-- the date is earlier now.
--
-- `close` says whether it was moved in the 14 days before the later cut-off, the fourteenth
-- included. An extension is of the day of its approval. For a date in the ledger alone only two
-- days are known: that of the last snapshot with the old date and that of the first with the new
-- one. It is `yes` where both leave no other day, `maybe` where the day can lie before or in them.
-- Tasks without a number (their keys begin with ~) are compared with nothing.
--
-- grain:   one row per task
-- key:     task
-- params:  :as_of date
-- columns: task text, number text, number_order text, title text, lead_units text, prior_due date,
--          due date, days integer, how text, approved_on date, last_seen date, first_seen date,
--          close text, change_basis text
-- order:   number_order, task
WITH
  compared AS (
    SELECT
      t.task, t.number, t.number_order, t.title, t.led_by AS lead_units, t.change_basis,
      t.due_on AS listed,
      o.due_on AS prior_listed, d.due AS effective, p.due AS prior_effective,
      CASE
        WHEN d.due IS NOT DISTINCT FROM p.due AND t.due_on IS NOT DISTINCT FROM o.due_on THEN ''
        WHEN d.due IS DISTINCT FROM p.due AND d.extended = 1 THEN 'extension'
        WHEN t.due_on IS DISTINCT FROM o.due_on AND t.due_on IS DISTINCT FROM p.due THEN 'listed'
        WHEN d.due IS DISTINCT FROM p.due THEN 'withdrawn'
        ELSE ''
      END AS how
    FROM task AS t
    JOIN due AS d ON d.task = t.task
    JOIN prior_task AS o ON o.task = t.task
    JOIN prior_due AS p ON p.task = t.task
    WHERE substr(t.task, 1, 1) <> '~'
  ),
  moved AS (
    SELECT
      c.task, c.number, c.number_order, c.title, c.lead_units, c.change_basis, c.listed, c.how,
      CASE WHEN c.how = 'listed' THEN c.prior_listed ELSE c.prior_effective END AS prior_due,
      CASE WHEN c.how = 'listed' THEN c.listed ELSE c.effective END AS due
    FROM compared AS c
    WHERE c.how <> ''
  ),
  approval AS (
    SELECT e.task, max(e.approved_on) AS approved_on
    FROM extension AS e
    JOIN moved AS m ON m.task = e.task AND m.due = e.new_due_on AND m.how = 'extension'
    WHERE e.approved_on <= :as_of
    GROUP BY e.task
  ),
  -- The last known snapshot with another listed date, then the first one after it.
  shown_before AS (
    SELECT v.task, max(v.last_position) AS position
    FROM seen_version AS v
    JOIN moved AS m ON m.task = v.task AND m.how = 'listed'
    WHERE v.due_on IS DISTINCT FROM m.listed
    GROUP BY v.task
  ),
  shown_after AS (
    SELECT v.task, min(v.first_position) AS position
    FROM seen_version AS v
    JOIN shown_before AS o ON o.task = v.task AND o.position < v.first_position
    GROUP BY v.task
  ),
  dated AS (
    SELECT
      m.task, a.approved_on, l.day AS last_seen, f.day AS first_seen,
      coalesce(a.approved_on, f.day) AS by_day
    FROM moved AS m
    LEFT JOIN approval AS a ON a.task = m.task
    LEFT JOIN shown_before AS o ON o.task = m.task
    LEFT JOIN known_snapshot AS l ON l.position = o.position
    LEFT JOIN shown_after AS n ON n.task = m.task
    LEFT JOIN known_snapshot AS f ON f.position = n.position
  )
SELECT
  m.task, m.number, m.number_order, m.title, m.lead_units, m.prior_due, m.due,
  e.day_number - b.day_number AS days, m.how, d.approved_on, d.last_seen, d.first_seen,
  CASE
    WHEN d.by_day IS NULL THEN 'maybe'
    WHEN n.day_number - t.day_number > 14 THEN 'no'
    WHEN d.approved_on IS NOT NULL OR n.day_number - l.day_number <= 15 THEN 'yes'
    ELSE 'maybe'
  END AS close,
  m.change_basis
FROM moved AS m
JOIN dated AS d ON d.task = m.task
JOIN day AS n ON n.day = :as_of
LEFT JOIN day AS b ON b.day = m.prior_due
LEFT JOIN day AS e ON e.day = m.due
LEFT JOIN day AS t ON t.day = d.by_day
LEFT JOIN day AS l ON l.day = d.last_seen
