ALTER TABLE snapshot ADD COLUMN place_hash bytea;

ALTER TABLE definition DROP COLUMN kind;

ALTER TABLE definition DROP COLUMN id;

ALTER TABLE edition ADD COLUMN hash bytea;

CREATE TABLE sending (
  ledger text COLLATE "C" NOT NULL, plan text COLLATE "C" NOT NULL, period text COLLATE "C" NOT NULL,
  edition bigint NOT NULL, mark bigint NOT NULL, sent_on text COLLATE "C" NOT NULL,
  noted_at text COLLATE "C" NOT NULL, hash bytea NOT NULL,
  PRIMARY KEY (ledger, plan, period, edition, mark)
);

CREATE TABLE renumbering (
  ledger text COLLATE "C" NOT NULL, position bigint NOT NULL, plan text COLLATE "C" NOT NULL,
  task text COLLATE "C" NOT NULL, earlier text COLLATE "C" NOT NULL,
  PRIMARY KEY (ledger, position, plan, task),
  FOREIGN KEY (ledger, position) REFERENCES snapshot (ledger, position)
);

DELETE FROM setting;

UPDATE day SET workday_number = NULL;
