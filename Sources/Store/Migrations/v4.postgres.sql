-- Version 4: notes that are no entries of the chain (refused ledgers, days without one, editions that
-- went out) stand in a chain of their own, so that none is changed or taken away unseen.

CREATE TABLE note (
  ledger text COLLATE "C" NOT NULL, number bigint NOT NULL, kind text COLLATE "C" NOT NULL, row_hash bytea NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (ledger, number), CHECK (kind IN ('refusal', 'ledgerless_day', 'sending'))
);
