-- Rows of named values, a chain of entries of several kinds, and room for what is noted beside
-- snapshots: withdrawals, accepted losses, bindings, refusals, days without a ledger, returned forms.

-- Values that the office writes: the number of a task as written, and its natural order; unit,
-- due date and note of a target.

ALTER TABLE task_version ADD COLUMN number_text TEXT;

ALTER TABLE task_version ADD COLUMN number_order TEXT;

UPDATE task_version SET number_text = CAST(number AS TEXT),
  number_order = printf('%02d', length(number)) || number
WHERE number IS NOT NULL;

ALTER TABLE target_version ADD COLUMN unit TEXT;

ALTER TABLE target_version ADD COLUMN due_on TEXT;

ALTER TABLE target_version ADD COLUMN note TEXT;

-- `hash_2` keeps the hash that a row had in versions 1 and 2; none for a row stored since.
-- `source_place` is a line, or a sheet and a cell.

ALTER TABLE unit_version ADD COLUMN hash_2 BLOB;

ALTER TABLE unit_version ADD COLUMN source_place TEXT;

UPDATE unit_version SET source_place = CAST(source_line AS TEXT);

ALTER TABLE unit_member_version ADD COLUMN hash_2 BLOB;

ALTER TABLE unit_member_version ADD COLUMN source_place TEXT;

UPDATE unit_member_version SET source_place = CAST(source_line AS TEXT);

ALTER TABLE task_version ADD COLUMN hash_2 BLOB;

ALTER TABLE task_version ADD COLUMN source_place TEXT;

UPDATE task_version SET source_place = CAST(source_line AS TEXT);

ALTER TABLE task_unit_version ADD COLUMN hash_2 BLOB;

ALTER TABLE task_unit_version ADD COLUMN source_place TEXT;

UPDATE task_unit_version SET source_place = CAST(source_line AS TEXT);

ALTER TABLE task_leader_version ADD COLUMN hash_2 BLOB;

ALTER TABLE task_leader_version ADD COLUMN source_place TEXT;

UPDATE task_leader_version SET source_place = CAST(source_line AS TEXT);

ALTER TABLE assignment_version ADD COLUMN hash_2 BLOB;

ALTER TABLE assignment_version ADD COLUMN source_place TEXT;

UPDATE assignment_version SET source_place = CAST(source_line AS TEXT);

ALTER TABLE milestone_version ADD COLUMN hash_2 BLOB;

ALTER TABLE milestone_version ADD COLUMN source_place TEXT;

UPDATE milestone_version SET source_place = CAST(source_line AS TEXT);

ALTER TABLE target_version ADD COLUMN hash_2 BLOB;

ALTER TABLE target_version ADD COLUMN source_place TEXT;

UPDATE target_version SET source_place = CAST(source_line AS TEXT);

ALTER TABLE extension_version ADD COLUMN hash_2 BLOB;

ALTER TABLE extension_version ADD COLUMN source_place TEXT;

UPDATE extension_version SET source_place = CAST(source_line AS TEXT);

ALTER TABLE submission_version ADD COLUMN hash_2 BLOB;

ALTER TABLE submission_version ADD COLUMN source_place TEXT;

UPDATE submission_version SET source_place = CAST(source_line AS TEXT);

ALTER TABLE publication_version ADD COLUMN hash_2 BLOB;

ALTER TABLE publication_version ADD COLUMN source_place TEXT;

UPDATE publication_version SET source_place = CAST(source_line AS TEXT);

ALTER TABLE rectification_version ADD COLUMN hash_2 BLOB;

ALTER TABLE rectification_version ADD COLUMN source_place TEXT;

UPDATE rectification_version SET source_place = CAST(source_line AS TEXT);

ALTER TABLE event_version ADD COLUMN hash_2 BLOB;

ALTER TABLE event_version ADD COLUMN source_place TEXT;

UPDATE event_version SET source_place = CAST(source_line AS TEXT);

-- The form of a snapshot's hashes: 1 without places, 2 over values in order, 3 over named values.

ALTER TABLE snapshot ADD COLUMN form INTEGER NOT NULL DEFAULT 2;

UPDATE snapshot SET form = 1 WHERE place_hash IS NULL;

-- Definitions can be files of any kind, templates of Word among them.

ALTER TABLE definition ADD COLUMN bytes BLOB NOT NULL DEFAULT X'';

UPDATE definition SET bytes = CAST(content AS BLOB);

ALTER TABLE definition DROP COLUMN content;

ALTER TABLE definition RENAME COLUMN bytes TO content;

-- The chain. A snapshot bears the sequence of its entry.

CREATE TABLE entry (
  ledger TEXT NOT NULL, sequence INTEGER NOT NULL, kind TEXT NOT NULL,
  recorded_at TEXT NOT NULL, hash BLOB NOT NULL,
  PRIMARY KEY (ledger, sequence), CHECK (kind IN ('snapshot', 'withdrawal', 'return'))
) STRICT;

INSERT INTO entry (ledger, sequence, kind, recorded_at, hash)
SELECT ledger, sequence, 'snapshot', recorded_at, chain_hash FROM snapshot;

-- What was taken back. `recorded_after` is set where a wrong clock is.

CREATE TABLE withdrawal (
  ledger TEXT NOT NULL, sequence INTEGER NOT NULL, reason TEXT NOT NULL, recorded_after TEXT,
  PRIMARY KEY (ledger, sequence),
  FOREIGN KEY (ledger, sequence) REFERENCES entry (ledger, sequence)
) STRICT;

CREATE TABLE withdrawn_snapshot (
  ledger TEXT NOT NULL, position INTEGER NOT NULL, sequence INTEGER NOT NULL,
  PRIMARY KEY (ledger, position),
  FOREIGN KEY (ledger, position) REFERENCES snapshot (ledger, position),
  FOREIGN KEY (ledger, sequence) REFERENCES withdrawal (ledger, sequence)
) STRICT;

CREATE TABLE withdrawn_edition (
  ledger TEXT NOT NULL, plan TEXT NOT NULL, period TEXT NOT NULL, edition INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  PRIMARY KEY (ledger, plan, period, edition),
  FOREIGN KEY (ledger, plan, period, edition) REFERENCES edition (ledger, plan, period, edition),
  FOREIGN KEY (ledger, sequence) REFERENCES withdrawal (ledger, sequence)
) STRICT;

-- What the office confirmed with a snapshot: losses, with how much there was before and is now, and
-- tasks that are the same under another title.

CREATE TABLE confirmation (
  ledger TEXT NOT NULL, position INTEGER NOT NULL, plan TEXT NOT NULL, thing TEXT NOT NULL,
  before INTEGER NOT NULL, now INTEGER NOT NULL,
  PRIMARY KEY (ledger, position, plan, thing),
  FOREIGN KEY (ledger, position) REFERENCES snapshot (ledger, position)
) STRICT;

-- Editions that are to be published; one of them that is stored has its row in `edition`.

CREATE TABLE intent (
  ledger TEXT NOT NULL, plan TEXT NOT NULL, period TEXT NOT NULL, edition INTEGER NOT NULL,
  attempt INTEGER NOT NULL, as_of TEXT NOT NULL, position INTEGER NOT NULL, made_at TEXT NOT NULL,
  manifest_hash BLOB NOT NULL, hash BLOB NOT NULL,
  PRIMARY KEY (ledger, plan, period, edition, attempt)
) STRICT;

-- The workspace that a ledger is bound to; the last binding counts.

CREATE TABLE ledger (
  ledger TEXT NOT NULL, binding INTEGER NOT NULL, token TEXT NOT NULL, bound_at TEXT NOT NULL,
  PRIMARY KEY (ledger, binding)
) STRICT;

-- Ledgers that were refused: of which day, what they held, and why.

CREATE TABLE refusal (
  ledger TEXT NOT NULL, refusal INTEGER NOT NULL, day TEXT NOT NULL, content_hash BLOB NOT NULL,
  outcome INTEGER NOT NULL, reason TEXT NOT NULL, refused_at TEXT NOT NULL,
  PRIMARY KEY (ledger, refusal)
) STRICT;

-- Days of which the office says that there is no ledger; their drafts are released.

CREATE TABLE ledgerless_day (
  ledger TEXT NOT NULL, day TEXT NOT NULL, reason TEXT NOT NULL, noted_at TEXT NOT NULL,
  PRIMARY KEY (ledger, day, noted_at)
) STRICT;

-- Forms that units returned, and the values that were taken from them.

CREATE TABLE returned_form (
  ledger TEXT NOT NULL, number INTEGER NOT NULL, sequence INTEGER NOT NULL, file TEXT NOT NULL,
  hash BLOB NOT NULL, returned_at TEXT NOT NULL, received_on TEXT, unit TEXT NOT NULL,
  plan TEXT NOT NULL, period TEXT NOT NULL, edition INTEGER NOT NULL,
  PRIMARY KEY (ledger, number),
  FOREIGN KEY (ledger, sequence) REFERENCES entry (ledger, sequence)
) STRICT;

CREATE TABLE returned_value (
  ledger TEXT NOT NULL, number INTEGER NOT NULL, ordinal INTEGER NOT NULL, register TEXT NOT NULL,
  plan TEXT NOT NULL, row_key TEXT NOT NULL, column_name TEXT NOT NULL, earlier TEXT, later TEXT,
  cell TEXT NOT NULL,
  PRIMARY KEY (ledger, number, ordinal),
  FOREIGN KEY (ledger, number) REFERENCES returned_form (ledger, number)
) STRICT;

-- Places of rows that a snapshot of an earlier day brought again after they were stored: of each
-- content the first in the order of days is shown, whatever was recorded first.

CREATE TABLE earlier_place (
  ledger TEXT NOT NULL, position INTEGER NOT NULL, table_name TEXT NOT NULL, hash BLOB NOT NULL,
  place TEXT NOT NULL, line INTEGER NOT NULL,
  PRIMARY KEY (ledger, position, table_name, hash)
) STRICT;

-- The years that a ledger's dates name: a view of it needs the days of all of them.

CREATE TABLE dated_year (
  ledger TEXT NOT NULL, year INTEGER NOT NULL,
  PRIMARY KEY (ledger, year)
) STRICT;

INSERT INTO dated_year (ledger, year)
SELECT ledger, CAST(substr(valid_from, 1, 4) AS INTEGER) FROM unit_version
WHERE valid_from GLOB '[0-9][0-9][0-9][0-9]-*'
UNION SELECT ledger, CAST(substr(valid_to, 1, 4) AS INTEGER) FROM unit_version
WHERE valid_to GLOB '[0-9][0-9][0-9][0-9]-*'
UNION SELECT ledger, CAST(substr(starts_on, 1, 4) AS INTEGER) FROM task_version
WHERE starts_on GLOB '[0-9][0-9][0-9][0-9]-*'
UNION SELECT ledger, CAST(substr(due_on, 1, 4) AS INTEGER) FROM task_version
WHERE due_on GLOB '[0-9][0-9][0-9][0-9]-*'
UNION SELECT ledger, CAST(substr(completed_on, 1, 4) AS INTEGER) FROM task_version
WHERE completed_on GLOB '[0-9][0-9][0-9][0-9]-*'
UNION SELECT ledger, CAST(substr(accepted_on, 1, 4) AS INTEGER) FROM task_version
WHERE accepted_on GLOB '[0-9][0-9][0-9][0-9]-*'
UNION SELECT ledger, CAST(substr(expected_on, 1, 4) AS INTEGER) FROM task_version
WHERE expected_on GLOB '[0-9][0-9][0-9][0-9]-*'
UNION SELECT ledger, CAST(substr(chase_by, 1, 4) AS INTEGER) FROM task_version
WHERE chase_by GLOB '[0-9][0-9][0-9][0-9]-*'
UNION SELECT ledger, CAST(substr(completed_on, 1, 4) AS INTEGER) FROM assignment_version
WHERE completed_on GLOB '[0-9][0-9][0-9][0-9]-*'
UNION SELECT ledger, CAST(substr(reported_on, 1, 4) AS INTEGER) FROM assignment_version
WHERE reported_on GLOB '[0-9][0-9][0-9][0-9]-*'
UNION SELECT ledger, CAST(substr(due_on, 1, 4) AS INTEGER) FROM milestone_version
WHERE due_on GLOB '[0-9][0-9][0-9][0-9]-*'
UNION SELECT ledger, CAST(substr(completed_on, 1, 4) AS INTEGER) FROM milestone_version
WHERE completed_on GLOB '[0-9][0-9][0-9][0-9]-*'
UNION SELECT ledger, CAST(substr(observed_on, 1, 4) AS INTEGER) FROM target_version
WHERE observed_on GLOB '[0-9][0-9][0-9][0-9]-*'
UNION SELECT ledger, CAST(substr(requested_on, 1, 4) AS INTEGER) FROM extension_version
WHERE requested_on GLOB '[0-9][0-9][0-9][0-9]-*'
UNION SELECT ledger, CAST(substr(approved_on, 1, 4) AS INTEGER) FROM extension_version
WHERE approved_on GLOB '[0-9][0-9][0-9][0-9]-*'
UNION SELECT ledger, CAST(substr(new_due_on, 1, 4) AS INTEGER) FROM extension_version
WHERE new_due_on GLOB '[0-9][0-9][0-9][0-9]-*'
UNION SELECT ledger, CAST(substr(submitted_on, 1, 4) AS INTEGER) FROM submission_version
WHERE submitted_on GLOB '[0-9][0-9][0-9][0-9]-*'
UNION SELECT ledger, CAST(substr(submitted_on, 1, 4) AS INTEGER) FROM publication_version
WHERE submitted_on GLOB '[0-9][0-9][0-9][0-9]-*'
UNION SELECT ledger, CAST(substr(published_on, 1, 4) AS INTEGER) FROM publication_version
WHERE published_on GLOB '[0-9][0-9][0-9][0-9]-*'
UNION SELECT ledger, CAST(substr(found_on, 1, 4) AS INTEGER) FROM rectification_version
WHERE found_on GLOB '[0-9][0-9][0-9][0-9]-*'
UNION SELECT ledger, CAST(substr(due_on, 1, 4) AS INTEGER) FROM rectification_version
WHERE due_on GLOB '[0-9][0-9][0-9][0-9]-*'
UNION SELECT ledger, CAST(substr(completed_on, 1, 4) AS INTEGER) FROM rectification_version
WHERE completed_on GLOB '[0-9][0-9][0-9][0-9]-*'
UNION SELECT ledger, CAST(substr(accepted_on, 1, 4) AS INTEGER) FROM rectification_version
WHERE accepted_on GLOB '[0-9][0-9][0-9][0-9]-*'
UNION SELECT ledger, CAST(substr(occurred_on, 1, 4) AS INTEGER) FROM event_version
WHERE occurred_on GLOB '[0-9][0-9][0-9][0-9]-*'
UNION SELECT ledger, CAST(substr(effective_on, 1, 4) AS INTEGER) FROM snapshot;

-- The days are laid anew, for the years that the calendars ask for.

DELETE FROM day;

DELETE FROM setting;
