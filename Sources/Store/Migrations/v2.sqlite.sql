ALTER TABLE snapshot ADD COLUMN place_hash BLOB;

ALTER TABLE definition DROP COLUMN kind;

ALTER TABLE definition DROP COLUMN id;

ALTER TABLE edition ADD COLUMN hash BLOB;

CREATE TABLE sending (
  ledger TEXT NOT NULL, plan TEXT NOT NULL, period TEXT NOT NULL,
  edition INTEGER NOT NULL, mark INTEGER NOT NULL, sent_on TEXT NOT NULL,
  noted_at TEXT NOT NULL, hash BLOB NOT NULL,
  PRIMARY KEY (ledger, plan, period, edition, mark)
) STRICT;

CREATE TABLE renumbering (
  ledger TEXT NOT NULL, position INTEGER NOT NULL, plan TEXT NOT NULL,
  task TEXT NOT NULL, earlier TEXT NOT NULL,
  PRIMARY KEY (ledger, position, plan, task),
  FOREIGN KEY (ledger, position) REFERENCES snapshot (ledger, position)
) STRICT;

DELETE FROM setting;

UPDATE day SET workday_number = NULL;
