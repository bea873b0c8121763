-- 未办结到期事项 · Due items that are not done
--
-- Items due by the cut-off and not done, the longest overdue first: `state` is `overdue` where they
-- were due before it, and with the moment that closes the plan of all (到期未办结); else `due_today`.
-- `bearers` is who bears the item: the milestone's own unit, else those that lead the task, as the
-- ledger writes them; `bearer_state` is `named`, `common` (nobody leads, others answer) or `none`.
-- `remark`: `extension` (asked for, not approved), `suspended`, `both` or `none`. By `settle_by` it
-- is to be settled.
--
-- grain:   one row per item
-- key:     task, milestone, unit
-- params:  :closing integer
-- columns: ordinal integer, task text, number text, number_order text, title text, milestone text,
--          unit text, bearers text, bearer_state text, due date, days integer, workdays integer,
--          remark text, requested_on date, extension_to date, expected_on date, reason_kind text,
--          settle_by date, state text
-- order:   ordinal, task, milestone, unit
SELECT
  row_number() OVER (ORDER BY o.days DESC, t.number_order, o.task, o.milestone, o.unit) AS ordinal,
  o.task, t.number, t.number_order, t.title, o.milestone, o.unit, o.bearers, o.bearer_state, o.due,
  o.days, o.workdays,
  CASE
    WHEN o.extension = 'pending' AND o.suspended = 1 THEN 'both'
    WHEN o.extension = 'pending' THEN 'extension'
    WHEN o.suspended = 1 THEN 'suspended'
    ELSE 'none'
  END AS remark,
  o.requested_on, o.extension_to, t.expected_on, t.reason_kind, o.settle_by,
  CASE WHEN o.overdue = 1 OR :closing = 1 THEN 'overdue' ELSE 'due_today' END AS state
FROM open_item AS o
JOIN task AS t ON t.task = o.task
