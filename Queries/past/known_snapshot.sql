-- 已知快照 · Known snapshots of the task register
--
-- Those up to the cut-off that were recorded by the instant known at (认知时点) and not withdrawn by
-- then, in the order of the days they show. `day_before` is the day of the one before, empty for
-- the first; it is the same day where a snapshot corrects one of that day.
--
-- grain:   one row per snapshot
-- key:     position
-- params:  :ledger text
-- columns: position integer, day date, day_before date
SELECT
  k.position, s.effective_on AS day,
  lag(s.effective_on) OVER (ORDER BY k.position) AS day_before
FROM known AS k
JOIN snapshot AS s ON s.ledger = :ledger AND s.position = k.position
WHERE k.register = 'ledger'
