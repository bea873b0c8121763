-- 逾期与滞后清单 · Overdue items and tasks behind schedule
--
-- Every overdue item, a task's milestones each by itself, the longest overdue first; then the tasks
-- that are behind as the plan's lights call it without being overdue, the widest gap first. With the
-- moment that closes the plan what was due by its end stands in the place of what is overdue, of kind
-- `unfinished` (到期未办结).
-- `past_red` names the periods at whose cut-off the task's light was red. `lead_units` are the
-- responsible ones where none is named and the plan's lead policy says who leads.
--
-- grain:   one row per overdue item, or task behind
-- key:     task, milestone
-- params:  :closing integer
-- columns: ordinal integer, kind text, task text, number text, number_order text, section text,
--          title text, milestone text, lead_units text, original_due date, due date, days integer,
--          workdays integer, original_days integer, progress integer, scheduled integer,
--          gap integer, light text, past_red text, delay_reason text, reason_kind text,
--          next_step text, expected_on date, chase_by date,
--          source_file text, source_place text
-- order:   ordinal, number_order, task, milestone
WITH
  slow AS (
    SELECT
      0 AS behind, CASE WHEN :closing = 1 THEN 'unfinished' ELSE 'overdue' END AS kind, i.task,
      CASE WHEN i.unit = '' THEN i.milestone ELSE i.milestone || ' · ' || u.unit_name END
        AS milestone,
      i.original_due, i.due, coalesce(i.days, 0) AS days,
      coalesce(i.workdays, CASE WHEN i.overdue = 0 THEN 0 END) AS workdays, i.original_days,
      -coalesce(i.days, 0) AS weight, m.source_position, m.source_place
    FROM item AS i
    LEFT JOIN unit AS u ON u.unit = i.unit
    LEFT JOIN milestone AS m
      ON m.task = i.task AND m.milestone = i.milestone AND m.unit = i.unit
    WHERE i.part = '' AND (i.overdue = 1 OR :closing = 1 AND i.is_due = 1 AND i.done = 0)
    UNION ALL
    SELECT
      1, 'behind', f.task, '', f.original_due, f.due_on, NULL, NULL, NULL, f.gap,
      NULL, NULL
    FROM task_fact AS f
    WHERE f.behind = 1 AND f.unfinished = 0
  )
SELECT
  row_number() OVER (ORDER BY s.behind, s.weight, f.number_order, s.task, s.milestone) AS ordinal,
  s.kind, s.task, f.number, f.number_order, f.section, t.title, s.milestone, t.led_by AS lead_units,
  s.original_due, s.due, s.days, s.workdays, s.original_days, f.progress, f.scheduled, f.gap,
  r.word AS light,
  b.periods AS past_red,
  t.delay_reason, t.reason_kind, t.next_step, t.expected_on, t.chase_by,
  c.file AS source_file, coalesce(s.source_place, t.source_place) AS source_place
FROM slow AS s
JOIN task_fact AS f ON f.task = s.task
JOIN task AS t ON t.task = s.task
LEFT JOIN light_rule AS r ON r.ordinal = f.light
LEFT JOIN past_red AS b ON b.task = s.task
LEFT JOIN source_file AS c
  ON c.position = coalesce(s.source_position, t.source_position)
  AND c.register = CASE WHEN s.source_position IS NULL THEN 'ledger' ELSE 'milestones' END
