-- 台账文件 · Files of the ledger
--
-- Where each snapshot's registers were read: with a row's place this leads back to its line.
--
-- grain:   one row per snapshot and register
-- key:     position, register
-- params:  :ledger text
-- columns: position integer, register text, file text, day date
SELECT s.position, s.register, s.file, n.effective_on AS day
FROM snapshot_source AS s
JOIN snapshot AS n ON n.ledger = s.ledger AND n.position = s.position
WHERE s.ledger = :ledger
