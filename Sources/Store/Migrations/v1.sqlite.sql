CREATE TABLE day (
  day_number INTEGER NOT NULL PRIMARY KEY, day TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL, month INTEGER NOT NULL, dom INTEGER NOT NULL,
  workday_number INTEGER
) STRICT;

CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY, content TEXT NOT NULL
) STRICT;

CREATE TABLE snapshot (
  ledger TEXT NOT NULL, sequence INTEGER NOT NULL, position INTEGER NOT NULL,
  effective_on TEXT NOT NULL, recorded_at TEXT NOT NULL, content_hash BLOB NOT NULL,
  own_columns TEXT NOT NULL, chain_hash BLOB NOT NULL,
  PRIMARY KEY (ledger, sequence), UNIQUE (ledger, position), UNIQUE (ledger, recorded_at)
) STRICT;

CREATE TABLE snapshot_coverage (
  ledger TEXT NOT NULL, position INTEGER NOT NULL, register TEXT NOT NULL,
  plan TEXT NOT NULL, row_count INTEGER NOT NULL,
  PRIMARY KEY (ledger, position, register, plan),
  FOREIGN KEY (ledger, position) REFERENCES snapshot (ledger, position)
) STRICT;

CREATE TABLE snapshot_source (
  ledger TEXT NOT NULL, position INTEGER NOT NULL, register TEXT NOT NULL,
  file TEXT NOT NULL, hash BLOB NOT NULL,
  PRIMARY KEY (ledger, position, register),
  FOREIGN KEY (ledger, position) REFERENCES snapshot (ledger, position)
) STRICT;

CREATE TABLE definition (
  hash BLOB NOT NULL PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;

CREATE TABLE snapshot_definition (
  ledger TEXT NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL,
  id TEXT NOT NULL, hash BLOB NOT NULL,
  PRIMARY KEY (ledger, position, kind, id),
  FOREIGN KEY (ledger, position) REFERENCES snapshot (ledger, position),
  FOREIGN KEY (hash) REFERENCES definition (hash)
) STRICT;

CREATE TABLE edition (
  ledger TEXT NOT NULL, plan TEXT NOT NULL, period TEXT NOT NULL,
  edition INTEGER NOT NULL, as_of TEXT NOT NULL, position INTEGER NOT NULL,
  made_at TEXT NOT NULL, manifest_hash BLOB NOT NULL,
  PRIMARY KEY (ledger, plan, period, edition)
) STRICT;

CREATE TABLE run (
  ledger TEXT NOT NULL, run INTEGER NOT NULL, started_at TEXT NOT NULL,
  command TEXT NOT NULL, outcome INTEGER NOT NULL, summary TEXT NOT NULL,
  PRIMARY KEY (ledger, run)
) STRICT;

CREATE TABLE unit_version (
  ledger TEXT NOT NULL,
  plan TEXT NOT NULL,
  unit TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER NOT NULL,
  hash BLOB NOT NULL,
  source_position INTEGER NOT NULL,
  source_line INTEGER NOT NULL,
  name TEXT,
  aliases TEXT,
  kind TEXT,
  ranking_group TEXT,
  official_order INTEGER,
  valid_from TEXT,
  valid_to TEXT,
  successor TEXT,
  is_group INTEGER,
  members TEXT,
  extra TEXT,
  PRIMARY KEY (ledger, plan, unit, from_position),
  CHECK (from_position < to_position)
) STRICT;

CREATE TABLE unit_member_version (
  ledger TEXT NOT NULL,
  plan TEXT NOT NULL,
  unit TEXT NOT NULL,
  member TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER NOT NULL,
  hash BLOB NOT NULL,
  source_position INTEGER NOT NULL,
  source_line INTEGER NOT NULL,
  PRIMARY KEY (ledger, plan, unit, member, from_position),
  CHECK (from_position < to_position)
) STRICT;

CREATE TABLE task_version (
  ledger TEXT NOT NULL,
  plan TEXT NOT NULL,
  task TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER NOT NULL,
  hash BLOB NOT NULL,
  source_position INTEGER NOT NULL,
  source_line INTEGER NOT NULL,
  number INTEGER,
  parent TEXT,
  section TEXT,
  title TEXT,
  leaders TEXT,
  lead_units TEXT,
  collect_units TEXT,
  responsible_units TEXT,
  support_units TEXT,
  owner TEXT,
  phone TEXT,
  key_task INTEGER,
  starts_on TEXT,
  due_on TEXT,
  status TEXT,
  progress INTEGER,
  completed_on TEXT,
  accepted_on TEXT,
  expected_on TEXT,
  outlook TEXT,
  progress_note TEXT,
  delay_reason TEXT,
  reason_kind TEXT,
  next_step TEXT,
  needs_coordination TEXT,
  escalate_to TEXT,
  chase_by TEXT,
  evidence TEXT,
  change_basis TEXT,
  note TEXT,
  extra TEXT,
  PRIMARY KEY (ledger, plan, task, from_position),
  CHECK (from_position < to_position)
) STRICT;

CREATE TABLE task_unit_version (
  ledger TEXT NOT NULL,
  plan TEXT NOT NULL,
  task TEXT NOT NULL,
  role TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER NOT NULL,
  hash BLOB NOT NULL,
  source_position INTEGER NOT NULL,
  source_line INTEGER NOT NULL,
  unit TEXT,
  PRIMARY KEY (ledger, plan, task, role, ordinal, from_position),
  CHECK (from_position < to_position)
) STRICT;

CREATE TABLE task_leader_version (
  ledger TEXT NOT NULL,
  plan TEXT NOT NULL,
  task TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER NOT NULL,
  hash BLOB NOT NULL,
  source_position INTEGER NOT NULL,
  source_line INTEGER NOT NULL,
  leader TEXT,
  assisting INTEGER,
  PRIMARY KEY (ledger, plan, task, ordinal, from_position),
  CHECK (from_position < to_position)
) STRICT;

CREATE TABLE assignment_version (
  ledger TEXT NOT NULL,
  plan TEXT NOT NULL,
  task TEXT NOT NULL,
  unit TEXT NOT NULL,
  role TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER NOT NULL,
  hash BLOB NOT NULL,
  source_position INTEGER NOT NULL,
  source_line INTEGER NOT NULL,
  status TEXT,
  progress INTEGER,
  completed_on TEXT,
  progress_note TEXT,
  reported_on TEXT,
  extra TEXT,
  PRIMARY KEY (ledger, plan, task, unit, role, from_position),
  CHECK (from_position < to_position)
) STRICT;

CREATE TABLE milestone_version (
  ledger TEXT NOT NULL,
  plan TEXT NOT NULL,
  task TEXT NOT NULL,
  milestone TEXT NOT NULL,
  unit TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER NOT NULL,
  hash BLOB NOT NULL,
  source_position INTEGER NOT NULL,
  source_line INTEGER NOT NULL,
  due_on TEXT,
  completed_on TEXT,
  extra TEXT,
  PRIMARY KEY (ledger, plan, task, milestone, unit, from_position),
  CHECK (from_position < to_position)
) STRICT;

CREATE TABLE target_version (
  ledger TEXT NOT NULL,
  plan TEXT NOT NULL,
  target TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER NOT NULL,
  hash BLOB NOT NULL,
  source_position INTEGER NOT NULL,
  source_line INTEGER NOT NULL,
  task TEXT,
  indicator TEXT,
  comparison TEXT,
  target_value INTEGER,
  unit_of_measure TEXT,
  kind TEXT,
  nature TEXT,
  base INTEGER,
  actual INTEGER,
  observed_on TEXT,
  same_as TEXT,
  extra TEXT,
  PRIMARY KEY (ledger, plan, target, from_position),
  CHECK (from_position < to_position)
) STRICT;

CREATE TABLE extension_version (
  ledger TEXT NOT NULL,
  plan TEXT NOT NULL,
  task TEXT NOT NULL,
  requested_on TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER NOT NULL,
  hash BLOB NOT NULL,
  source_position INTEGER NOT NULL,
  source_line INTEGER NOT NULL,
  approved_on TEXT,
  new_due_on TEXT,
  extra TEXT,
  PRIMARY KEY (ledger, plan, task, requested_on, from_position),
  CHECK (from_position < to_position)
) STRICT;

CREATE TABLE submission_version (
  ledger TEXT NOT NULL,
  plan TEXT NOT NULL,
  unit TEXT NOT NULL,
  period TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER NOT NULL,
  hash BLOB NOT NULL,
  source_position INTEGER NOT NULL,
  source_line INTEGER NOT NULL,
  submitted_on TEXT,
  quality TEXT,
  returned INTEGER,
  note TEXT,
  extra TEXT,
  PRIMARY KEY (ledger, plan, unit, period, from_position),
  CHECK (from_position < to_position)
) STRICT;

CREATE TABLE publication_version (
  ledger TEXT NOT NULL,
  plan TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  unit TEXT NOT NULL,
  submitted_on TEXT NOT NULL,
  published_on TEXT NOT NULL,
  outlet TEXT NOT NULL,
  level TEXT NOT NULL,
  title TEXT NOT NULL,
  verified INTEGER NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER NOT NULL,
  hash BLOB NOT NULL,
  source_position INTEGER NOT NULL,
  source_line INTEGER NOT NULL,
  extra TEXT,
  PRIMARY KEY (ledger, plan, ordinal, unit, submitted_on, published_on, outlet, level, title, verified, from_position),
  CHECK (from_position < to_position)
) STRICT;

CREATE TABLE rectification_version (
  ledger TEXT NOT NULL,
  plan TEXT NOT NULL,
  rectification TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER NOT NULL,
  hash BLOB NOT NULL,
  source_position INTEGER NOT NULL,
  source_line INTEGER NOT NULL,
  task TEXT,
  unit TEXT,
  found_by TEXT,
  problem TEXT,
  measure TEXT,
  owner TEXT,
  found_on TEXT,
  due_on TEXT,
  completed_on TEXT,
  accepted_on TEXT,
  extra TEXT,
  PRIMARY KEY (ledger, plan, rectification, from_position),
  CHECK (from_position < to_position)
) STRICT;

CREATE TABLE event_version (
  ledger TEXT NOT NULL,
  plan TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  unit TEXT NOT NULL,
  task TEXT NOT NULL,
  occurred_on TEXT NOT NULL,
  kind TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  basis TEXT NOT NULL,
  note TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER NOT NULL,
  hash BLOB NOT NULL,
  source_position INTEGER NOT NULL,
  source_line INTEGER NOT NULL,
  extra TEXT,
  PRIMARY KEY (ledger, plan, ordinal, unit, task, occurred_on, kind, quantity, basis, note, from_position),
  CHECK (from_position < to_position)
) STRICT;
