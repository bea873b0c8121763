-- Known snapshots of the task register
--
-- Those up to the cut-off that were recorded by the instant known at (认知时点), in the order of the
-- days they show. `day_before` is the day of the one before, empty for the first; it is the same
-- day where a snapshot corrects one of that day.
--
-- grain:   one row per snapshot
-- key:     position
-- params:  :ledger text, :plan text, :as_of date, :known_at text
-- columns: position integer, day date, day_before date
SELECT
  s.position, s.effective_on AS day,
  lag(s.effective_on) OVER (ORDER BY s.position) AS day_before
FROM snapshot AS s
WHERE s.ledger = :ledger AND s.effective_on <= :as_of AND s.recorded_at <= :known_at
  AND EXISTS (
    SELECT 1
    FROM snapshot_coverage AS c
    WHERE c.ledger = :ledger AND c.position = s.position AND c.register = 'ledger'
      AND c.plan = :plan)
