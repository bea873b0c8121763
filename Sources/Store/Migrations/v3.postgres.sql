-- Rows of named values, a chain of entries of several kinds, and room for what is noted beside
-- snapshots: withdrawals, accepted losses, bindings, refusals, days without a ledger, returned forms.

-- Values that the office writes: the number of a task as written, and its natural order; unit,
-- due date and note of a target.

ALTER TABLE task_version ADD COLUMN number_text text COLLATE "C";

ALTER TABLE task_version ADD COLUMN number_order text COLLATE "C";

UPDATE task_version SET number_text = CAST(number AS text),
  number_order = lpad(CAST(length(CAST(number AS text)) AS text), 2, '0') || CAST(number AS text)
WHERE number IS NOT NULL;

ALTER TABLE target_version ADD COLUMN unit text COLLATE "C";

ALTER TABLE target_version ADD COLUMN due_on text COLLATE "C";

ALTER TABLE target_version ADD COLUMN note text COLLATE "C";

-- `hash_2` keeps the hash that a row had in versions 1 and 2; none for a row stored since.
-- `source_place` is a line, or a sheet and a cell.

ALTER TABLE unit_version ADD COLUMN hash_2 bytea;

ALTER TABLE unit_version ADD COLUMN source_place text COLLATE "C";

UPDATE unit_version SET source_place = CAST(source_line AS text);

ALTER TABLE unit_member_version ADD COLUMN hash_2 bytea;

ALTER TABLE unit_member_version ADD COLUMN source_place text COLLATE "C";

UPDATE unit_member_version SET source_place = CAST(source_line AS text);

ALTER TABLE task_version ADD COLUMN hash_2 bytea;

ALTER TABLE task_version ADD COLUMN source_place text COLLATE "C";

UPDATE task_version SET source_place = CAST(source_line AS text);

ALTER TABLE task_unit_version ADD COLUMN hash_2 bytea;

ALTER TABLE task_unit_version ADD COLUMN source_place text COLLATE "C";

UPDATE task_unit_version SET source_place = CAST(source_line AS text);

ALTER TABLE task_leader_version ADD COLUMN hash_2 bytea;

ALTER TABLE task_leader_version ADD COLUMN source_place text COLLATE "C";

UPDATE task_leader_version SET source_place = CAST(source_line AS text);

ALTER TABLE assignment_version ADD COLUMN hash_2 bytea;

ALTER TABLE assignment_version ADD COLUMN source_place text COLLATE "C";

UPDATE assignment_version SET source_place = CAST(source_line AS text);

ALTER TABLE milestone_version ADD COLUMN hash_2 bytea;

ALTER TABLE milestone_version ADD COLUMN source_place text COLLATE "C";

UPDATE milestone_version SET source_place = CAST(source_line AS text);

ALTER TABLE target_version ADD COLUMN hash_2 bytea;

ALTER TABLE target_version ADD COLUMN source_place text COLLATE "C";

UPDATE target_version SET source_place = CAST(source_line AS text);

ALTER TABLE extension_version ADD COLUMN hash_2 bytea;

ALTER TABLE extension_version ADD COLUMN source_place text COLLATE "C";

UPDATE extension_version SET source_place = CAST(source_line AS text);

ALTER TABLE submission_version ADD COLUMN hash_2 bytea;

ALTER TABLE submission_version ADD COLUMN source_place text COLLATE "C";

UPDATE submission_version SET source_place = CAST(source_line AS text);

ALTER TABLE publication_version ADD COLUMN hash_2 bytea;

ALTER TABLE publication_version ADD COLUMN source_place text COLLATE "C";

UPDATE publication_version SET source_place = CAST(source_line AS text);

ALTER TABLE rectification_version ADD COLUMN hash_2 bytea;

ALTER TABLE rectification_version ADD COLUMN source_place text COLLATE "C";

UPDATE rectification_version SET source_place = CAST(source_line AS text);

ALTER TABLE event_version ADD COLUMN hash_2 bytea;

ALTER TABLE event_version ADD COLUMN source_place text COLLATE "C";

UPDATE event_version SET source_place = CAST(source_line AS text);

-- The form of a snapshot's hashes: 1 without places, 2 over values in order, 3 over named values.

ALTER TABLE snapshot ADD COLUMN form bigint NOT NULL DEFAULT 2;

UPDATE snapshot SET form = 1 WHERE place_hash IS NULL;

-- Definitions can be files of any kind, templates of Word among them.

ALTER TABLE definition ALTER COLUMN content TYPE bytea USING convert_to(content, 'UTF8');

-- The chain. A snapshot bears the sequence of its entry.

CREATE TABLE entry (
  ledger text COLLATE "C" NOT NULL, sequence bigint NOT NULL, kind text COLLATE "C" NOT NULL,
  recorded_at text COLLATE "C" NOT NULL, hash bytea NOT NULL,
  PRIMARY KEY (ledger, sequence), CHECK (kind IN ('snapshot', 'withdrawal', 'return'))
);

INSERT INTO entry (ledger, sequence, kind, recorded_at, hash)
SELECT ledger, sequence, 'snapshot', recorded_at, chain_hash FROM snapshot;

-- What was taken back. `recorded_after` is set where a wrong clock is.

CREATE TABLE withdrawal (
  ledger text COLLATE "C" NOT NULL, sequence bigint NOT NULL, reason text COLLATE "C" NOT NULL, recorded_after text COLLATE "C",
  PRIMARY KEY (ledger, sequence),
  FOREIGN KEY (ledger, sequence) REFERENCES entry (ledger, sequence)
);

CREATE TABLE withdrawn_snapshot (
  ledger text COLLATE "C" NOT NULL, position bigint NOT NULL, sequence bigint NOT NULL,
  PRIMARY KEY (ledger, position),
  FOREIGN KEY (ledger, position) REFERENCES snapshot (ledger, position),
  FOREIGN KEY (ledger, sequence) REFERENCES withdrawal (ledger, sequence)
);

CREATE TABLE withdrawn_edition (
  ledger text COLLATE "C" NOT NULL, plan text COLLATE "C" NOT NULL, period text COLLATE "C" NOT NULL, edition bigint NOT NULL,
  sequence bigint NOT NULL,
  PRIMARY KEY (ledger, plan, period, edition),
  FOREIGN KEY (ledger, plan, period, edition) REFERENCES edition (ledger, plan, period, edition),
  FOREIGN KEY (ledger, sequence) REFERENCES withdrawal (ledger, sequence)
);

-- What the office confirmed with a snapshot: losses, with how much there was before and is now, and
-- tasks that are the same under another title.

CREATE TABLE confirmation (
  ledger text COLLATE "C" NOT NULL, position bigint NOT NULL, plan text COLLATE "C" NOT NULL, thing text COLLATE "C" NOT NULL,
  before bigint NOT NULL, now bigint NOT NULL,
  PRIMARY KEY (ledger, position, plan, thing),
  FOREIGN KEY (ledger, position) REFERENCES snapshot (ledger, position)
);

-- Editions that are to be published; one of them that is stored has its row in `edition`.

CREATE TABLE intent (
  ledger text COLLATE "C" NOT NULL, plan text COLLATE "C" NOT NULL, period text COLLATE "C" NOT NULL, edition bigint NOT NULL,
  attempt bigint NOT NULL, as_of text COLLATE "C" NOT NULL, position bigint NOT NULL, made_at text COLLATE "C" NOT NULL,
  manifest_hash bytea NOT NULL, hash bytea NOT NULL,
  PRIMARY KEY (ledger, plan, period, edition, attempt)
);

-- The workspace that a ledger is bound to; the last binding counts.

CREATE TABLE ledger (
  ledger text COLLATE "C" NOT NULL, binding bigint NOT NULL, token text COLLATE "C" NOT NULL, bound_at text COLLATE "C" NOT NULL,
  PRIMARY KEY (ledger, binding)
);

-- Ledgers that were refused: of which day, what they held, and why.

CREATE TABLE refusal (
  ledger text COLLATE "C" NOT NULL, refusal bigint NOT NULL, day text COLLATE "C" NOT NULL, content_hash bytea NOT NULL,
  outcome bigint NOT NULL, reason text COLLATE "C" NOT NULL, refused_at text COLLATE "C" NOT NULL,
  PRIMARY KEY (ledger, refusal)
);

-- Days of which the office says that there is no ledger; their drafts are released.

CREATE TABLE ledgerless_day (
  ledger text COLLATE "C" NOT NULL, day text COLLATE "C" NOT NULL, reason text COLLATE "C" NOT NULL, noted_at text COLLATE "C" NOT NULL,
  PRIMARY KEY (ledger, day, noted_at)
);

-- Forms that units returned, and the values that were taken from them.

CREATE TABLE returned_form (
  ledger text COLLATE "C" NOT NULL, number bigint NOT NULL, sequence bigint NOT NULL, file text COLLATE "C" NOT NULL,
  hash bytea NOT NULL, returned_at text COLLATE "C" NOT NULL, received_on text COLLATE "C", unit text COLLATE "C" NOT NULL,
  plan text COLLATE "C" NOT NULL, period text COLLATE "C" NOT NULL, edition bigint NOT NULL,
  PRIMARY KEY (ledger, number),
  FOREIGN KEY (ledger, sequence) REFERENCES entry (ledger, sequence)
);

CREATE TABLE returned_value (
  ledger text COLLATE "C" NOT NULL, number bigint NOT NULL, ordinal bigint NOT NULL, register text COLLATE "C" NOT NULL,
  plan text COLLATE "C" NOT NULL, row_key text COLLATE "C" NOT NULL, column_name text COLLATE "C" NOT NULL, earlier text COLLATE "C", later text COLLATE "C",
  cell text COLLATE "C" NOT NULL,
  PRIMARY KEY (ledger, number, ordinal),
  FOREIGN KEY (ledger, number) REFERENCES returned_form (ledger, number)
);

-- Places of rows that a snapshot of an earlier day brought again after they were stored: of each
-- content the first in the order of days is shown, whatever was recorded first.

CREATE TABLE earlier_place (
  ledger text COLLATE "C" NOT NULL, position bigint NOT NULL, table_name text COLLATE "C" NOT NULL, hash bytea NOT NULL,
  place text COLLATE "C" NOT NULL, line bigint NOT NULL,
  PRIMARY KEY (ledger, position, table_name, hash)
);

-- The years that a ledger's dates name: a view of it needs the days of all of them.

CREATE TABLE dated_year (
  ledger text COLLATE "C" NOT NULL, year bigint NOT NULL,
  PRIMARY KEY (ledger, year)
);

INSERT INTO dated_year (ledger, year)
SELECT ledger, CAST(substr(valid_from, 1, 4) AS bigint) FROM unit_version
WHERE valid_from ~ '^[0-9]{4}-'
UNION SELECT ledger, CAST(substr(valid_to, 1, 4) AS bigint) FROM unit_version
WHERE valid_to ~ '^[0-9]{4}-'
UNION SELECT ledger, CAST(substr(starts_on, 1, 4) AS bigint) FROM task_version
WHERE starts_on ~ '^[0-9]{4}-'
UNION SELECT ledger, CAST(substr(due_on, 1, 4) AS bigint) FROM task_version
WHERE due_on ~ '^[0-9]{4}-'
UNION SELECT ledger, CAST(substr(completed_on, 1, 4) AS bigint) FROM task_version
WHERE completed_on ~ '^[0-9]{4}-'
UNION SELECT ledger, CAST(substr(accepted_on, 1, 4) AS bigint) FROM task_version
WHERE accepted_on ~ '^[0-9]{4}-'
UNION SELECT ledger, CAST(substr(expected_on, 1, 4) AS bigint) FROM task_version
WHERE expected_on ~ '^[0-9]{4}-'
UNION SELECT ledger, CAST(substr(chase_by, 1, 4) AS bigint) FROM task_version
WHERE chase_by ~ '^[0-9]{4}-'
UNION SELECT ledger, CAST(substr(completed_on, 1, 4) AS bigint) FROM assignment_version
WHERE completed_on ~ '^[0-9]{4}-'
UNION SELECT ledger, CAST(substr(reported_on, 1, 4) AS bigint) FROM assignment_version
WHERE reported_on ~ '^[0-9]{4}-'
UNION SELECT ledger, CAST(substr(due_on, 1, 4) AS bigint) FROM milestone_version
WHERE due_on ~ '^[0-9]{4}-'
UNION SELECT ledger, CAST(substr(completed_on, 1, 4) AS bigint) FROM milestone_version
WHERE completed_on ~ '^[0-9]{4}-'
UNION SELECT ledger, CAST(substr(observed_on, 1, 4) AS bigint) FROM target_version
WHERE observed_on ~ '^[0-9]{4}-'
UNION SELECT ledger, CAST(substr(requested_on, 1, 4) AS bigint) FROM extension_version
WHERE requested_on ~ '^[0-9]{4}-'
UNION SELECT ledger, CAST(substr(approved_on, 1, 4) AS bigint) FROM extension_version
WHERE approved_on ~ '^[0-9]{4}-'
UNION SELECT ledger, CAST(substr(new_due_on, 1, 4) AS bigint) FROM extension_version
WHERE new_due_on ~ '^[0-9]{4}-'
UNION SELECT ledger, CAST(substr(submitted_on, 1, 4) AS bigint) FROM submission_version
WHERE submitted_on ~ '^[0-9]{4}-'
UNION SELECT ledger, CAST(substr(submitted_on, 1, 4) AS bigint) FROM publication_version
WHERE submitted_on ~ '^[0-9]{4}-'
UNION SELECT ledger, CAST(substr(published_on, 1, 4) AS bigint) FROM publication_version
WHERE published_on ~ '^[0-9]{4}-'
UNION SELECT ledger, CAST(substr(found_on, 1, 4) AS bigint) FROM rectification_version
WHERE found_on ~ '^[0-9]{4}-'
UNION SELECT ledger, CAST(substr(due_on, 1, 4) AS bigint) FROM rectification_version
WHERE due_on ~ '^[0-9]{4}-'
UNION SELECT ledger, CAST(substr(completed_on, 1, 4) AS bigint) FROM rectification_version
WHERE completed_on ~ '^[0-9]{4}-'
UNION SELECT ledger, CAST(substr(accepted_on, 1, 4) AS bigint) FROM rectification_version
WHERE accepted_on ~ '^[0-9]{4}-'
UNION SELECT ledger, CAST(substr(occurred_on, 1, 4) AS bigint) FROM event_version
WHERE occurred_on ~ '^[0-9]{4}-'
UNION SELECT ledger, CAST(substr(effective_on, 1, 4) AS bigint) FROM snapshot;

-- The days are laid anew, for the years that the calendars ask for.

DELETE FROM day;

DELETE FROM setting;
