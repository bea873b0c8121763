-- What leaders are asked to decide
--
-- Tasks in force, not completed, that the ledger brings before a level (提请层级): those with
-- overdue items first, the longest ahead, then those with a red light, then by the gap.
-- `question`: `extension` where a later date was asked for and is not approved; `deadline`
-- where something is overdue and the task is suspended or expected after the year's end; else
-- `coordination`. `late_state`: `overdue`, `due_today` or `none`; `extension` and
-- `extension_to` as in `open_items`; `expectation`: `late` (later than its due date),
-- `in_time` or `none`.
--
-- grain:   one row per task
-- key:     task
-- params:  :as_of date, :year_end date
-- columns: task text, number text, number_order text, title text, lead_units text, bearers text,
--          bearer_state text, escalate_to text, needs_coordination text, chase_by date,
--          light text, question text, late_state text, days integer, is_milestone integer,
--          suspended integer, requested_on date, extension_to date, expected_on date, due date,
--          item_due date, expectation text, colour text, gap integer
WITH
  worst AS (
    SELECT
      o.task, o.milestone, o.bearers, o.bearer_state, o.days, o.due, o.overdue,
      row_number() OVER (PARTITION BY o.task ORDER BY o.days DESC, o.milestone, o.unit) AS place
    FROM open_item AS o
  ),
  asked AS (
    SELECT e.task, max(e.place) AS place
    FROM extension AS e
    WHERE e.requested_on <= :as_of AND (e.approved_on IS NULL OR e.approved_on > :as_of)
    GROUP BY e.task
  ),
  raised AS (
    SELECT
      t.task, t.number, t.number_order, t.title, t.led_by, t.escalate_to, t.needs_coordination,
      t.chase_by, r.word AS light, r.colour, f.suspended, f.gap, f.due_on, t.expected_on,
      w.milestone, w.days, w.due AS item_due, w.overdue, e.requested_on,
      e.new_due_on AS extension_to, coalesce(w.bearers, t.led_by) AS bearers,
      CASE
        WHEN w.task IS NOT NULL THEN w.bearer_state
        WHEN t.led_by IS NOT NULL THEN 'named'
        WHEN t.responsible_units IS NOT NULL THEN 'common'
        ELSE 'none'
      END AS bearer_state
    FROM task AS t
    JOIN task_fact AS f ON f.task = t.task
    LEFT JOIN light_rule AS r ON r.ordinal = f.light
    LEFT JOIN worst AS w ON w.task = t.task AND w.place = 1
    LEFT JOIN asked AS a ON a.task = t.task
    LEFT JOIN extension AS e ON e.task = a.task AND e.place = a.place
    WHERE f.in_force = 1 AND f.completed = 0 AND t.escalate_to IS NOT NULL
  )
SELECT
  r.task, r.number, r.number_order, r.title, r.led_by AS lead_units, r.bearers, r.bearer_state,
  r.escalate_to, r.needs_coordination, r.chase_by, r.light,
  CASE
    WHEN r.requested_on IS NOT NULL THEN 'extension'
    WHEN r.overdue = 1 AND (r.suspended = 1 OR r.expected_on > :year_end) THEN 'deadline'
    ELSE 'coordination'
  END AS question,
  CASE r.overdue WHEN 1 THEN 'overdue' WHEN 0 THEN 'due_today' ELSE 'none' END AS late_state,
  r.days, CASE WHEN r.milestone <> '' THEN 1 ELSE 0 END AS is_milestone, r.suspended,
  r.requested_on, r.extension_to, r.expected_on, r.due_on AS due, r.item_due,
  CASE
    WHEN r.expected_on IS NULL THEN 'none'
    WHEN r.expected_on > r.due_on THEN 'late'
    ELSE 'in_time'
  END AS expectation,
  r.colour, r.gap
FROM raised AS r
