-- Version 4: notes that are no entries of the chain (refused ledgers, days without one, editions that
-- went out) stand in a chain of their own, so that none is changed or taken away unseen.

CREATE TABLE note (
  ledger TEXT NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL, row_hash BLOB NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (ledger, number), CHECK (kind IN ('refusal', 'ledgerless_day', 'sending'))
) STRICT;
