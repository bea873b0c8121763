CREATE SCHEMA IF NOT EXISTS jibao;

CREATE TABLE day (
  day_number bigint NOT NULL PRIMARY KEY, day text COLLATE "C" NOT NULL UNIQUE,
  year bigint NOT NULL, month bigint NOT NULL, dom bigint NOT NULL,
  workday_number bigint
);

CREATE TABLE setting (
  name text COLLATE "C" NOT NULL PRIMARY KEY, content text COLLATE "C" NOT NULL
);

CREATE TABLE snapshot (
  ledger text COLLATE "C" NOT NULL, sequence bigint NOT NULL, position bigint NOT NULL,
  effective_on text COLLATE "C" NOT NULL, recorded_at text COLLATE "C" NOT NULL, content_hash bytea NOT NULL,
  own_columns text COLLATE "C" NOT NULL, chain_hash bytea NOT NULL,
  PRIMARY KEY (ledger, sequence), UNIQUE (ledger, position), UNIQUE (ledger, recorded_at)
);

CREATE TABLE snapshot_coverage (
  ledger text COLLATE "C" NOT NULL, position bigint NOT NULL, register text COLLATE "C" NOT NULL,
  plan text COLLATE "C" NOT NULL, row_count bigint NOT NULL,
  PRIMARY KEY (ledger, position, register, plan),
  FOREIGN KEY (ledger, position) REFERENCES snapshot (ledger, position)
);

CREATE TABLE snapshot_source (
  ledger text COLLATE "C" NOT NULL, position bigint NOT NULL, register text COLLATE "C" NOT NULL,
  file text COLLATE "C" NOT NULL, hash bytea NOT NULL,
  PRIMARY KEY (ledger, position, register),
  FOREIGN KEY (ledger, position) REFERENCES snapshot (ledger, position)
);

CREATE TABLE definition (
  hash bytea NOT NULL PRIMARY KEY, kind text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL,
  content text COLLATE "C" NOT NULL
);

CREATE TABLE snapshot_definition (
  ledger text COLLATE "C" NOT NULL, position bigint NOT NULL, kind text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL, hash bytea NOT NULL,
  PRIMARY KEY (ledger, position, kind, id),
  FOREIGN KEY (ledger, position) REFERENCES snapshot (ledger, position),
  FOREIGN KEY (hash) REFERENCES definition (hash)
);

CREATE TABLE edition (
  ledger text COLLATE "C" NOT NULL, plan text COLLATE "C" NOT NULL, period text COLLATE "C" NOT NULL,
  edition bigint NOT NULL, as_of text COLLATE "C" NOT NULL, position bigint NOT NULL,
  made_at text COLLATE "C" NOT NULL, manifest_hash bytea NOT NULL,
  PRIMARY KEY (ledger, plan, period, edition)
);

CREATE TABLE run (
  ledger text COLLATE "C" NOT NULL, run bigint NOT NULL, started_at text COLLATE "C" NOT NULL,
  command text COLLATE "C" NOT NULL, outcome bigint NOT NULL, summary text COLLATE "C" NOT NULL,
  PRIMARY KEY (ledger, run)
);

CREATE TABLE unit_version (
  ledger text COLLATE "C" NOT NULL,
  plan text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  from_position bigint NOT NULL,
  to_position bigint NOT NULL,
  hash bytea NOT NULL,
  source_position bigint NOT NULL,
  source_line bigint NOT NULL,
  name text COLLATE "C",
  aliases text COLLATE "C",
  kind text COLLATE "C",
  ranking_group text COLLATE "C",
  official_order bigint,
  valid_from text COLLATE "C",
  valid_to text COLLATE "C",
  successor text COLLATE "C",
  is_group bigint,
  members text COLLATE "C",
  extra text COLLATE "C",
  PRIMARY KEY (ledger, plan, unit, from_position),
  CHECK (from_position < to_position)
);

CREATE TABLE unit_member_version (
  ledger text COLLATE "C" NOT NULL,
  plan text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  member text COLLATE "C" NOT NULL,
  from_position bigint NOT NULL,
  to_position bigint NOT NULL,
  hash bytea NOT NULL,
  source_position bigint NOT NULL,
  source_line bigint NOT NULL,
  PRIMARY KEY (ledger, plan, unit, member, from_position),
  CHECK (from_position < to_position)
);

CREATE TABLE task_version (
  ledger text COLLATE "C" NOT NULL,
  plan text COLLATE "C" NOT NULL,
  task text COLLATE "C" NOT NULL,
  from_position bigint NOT NULL,
  to_position bigint NOT NULL,
  hash bytea NOT NULL,
  source_position bigint NOT NULL,
  source_line bigint NOT NULL,
  number bigint,
  parent text COLLATE "C",
  section text COLLATE "C",
  title text COLLATE "C",
  leaders text COLLATE "C",
  lead_units text COLLATE "C",
  collect_units text COLLATE "C",
  responsible_units text COLLATE "C",
  support_units text COLLATE "C",
  owner text COLLATE "C",
  phone text COLLATE "C",
  key_task bigint,
  starts_on text COLLATE "C",
  due_on text COLLATE "C",
  status text COLLATE "C",
  progress bigint,
  completed_on text COLLATE "C",
  accepted_on text COLLATE "C",
  expected_on text COLLATE "C",
  outlook text COLLATE "C",
  progress_note text COLLATE "C",
  delay_reason text COLLATE "C",
  reason_kind text COLLATE "C",
  next_step text COLLATE "C",
  needs_coordination text COLLATE "C",
  escalate_to text COLLATE "C",
  chase_by text COLLATE "C",
  evidence text COLLATE "C",
  change_basis text COLLATE "C",
  note text COLLATE "C",
  extra text COLLATE "C",
  PRIMARY KEY (ledger, plan, task, from_position),
  CHECK (from_position < to_position)
);

CREATE TABLE task_unit_version (
  ledger text COLLATE "C" NOT NULL,
  plan text COLLATE "C" NOT NULL,
  task text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL,
  ordinal bigint NOT NULL,
  from_position bigint NOT NULL,
  to_position bigint NOT NULL,
  hash bytea NOT NULL,
  source_position bigint NOT NULL,
  source_line bigint NOT NULL,
  unit text COLLATE "C",
  PRIMARY KEY (ledger, plan, task, role, ordinal, from_position),
  CHECK (from_position < to_position)
);

CREATE TABLE task_leader_version (
  ledger text COLLATE "C" NOT NULL,
  plan text COLLATE "C" NOT NULL,
  task text COLLATE "C" NOT NULL,
  ordinal bigint NOT NULL,
  from_position bigint NOT NULL,
  to_position bigint NOT NULL,
  hash bytea NOT NULL,
  source_position bigint NOT NULL,
  source_line bigint NOT NULL,
  leader text COLLATE "C",
  assisting bigint,
  PRIMARY KEY (ledger, plan, task, ordinal, from_position),
  CHECK (from_position < to_position)
);

CREATE TABLE assignment_version (
  ledger text COLLATE "C" NOT NULL,
  plan text COLLATE "C" NOT NULL,
  task text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL,
  from_position bigint NOT NULL,
  to_position bigint NOT NULL,
  hash bytea NOT NULL,
  source_position bigint NOT NULL,
  source_line bigint NOT NULL,
  status text COLLATE "C",
  progress bigint,
  completed_on text COLLATE "C",
  progress_note text COLLATE "C",
  reported_on text COLLATE "C",
  extra text COLLATE "C",
  PRIMARY KEY (ledger, plan, task, unit, role, from_position),
  CHECK (from_position < to_position)
);

CREATE TABLE milestone_version (
  ledger text COLLATE "C" NOT NULL,
  plan text COLLATE "C" NOT NULL,
  task text COLLATE "C" NOT NULL,
  milestone text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  from_position bigint NOT NULL,
  to_position bigint NOT NULL,
  hash bytea NOT NULL,
  source_position bigint NOT NULL,
  source_line bigint NOT NULL,
  due_on text COLLATE "C",
  completed_on text COLLATE "C",
  extra text COLLATE "C",
  PRIMARY KEY (ledger, plan, task, milestone, unit, from_position),
  CHECK (from_position < to_position)
);

CREATE TABLE target_version (
  ledger text COLLATE "C" NOT NULL,
  plan text COLLATE "C" NOT NULL,
  target text COLLATE "C" NOT NULL,
  from_position bigint NOT NULL,
  to_position bigint NOT NULL,
  hash bytea NOT NULL,
  source_position bigint NOT NULL,
  source_line bigint NOT NULL,
  task text COLLATE "C",
  indicator text COLLATE "C",
  comparison text COLLATE "C",
  target_value bigint,
  unit_of_measure text COLLATE "C",
  kind text COLLATE "C",
  nature text COLLATE "C",
  base bigint,
  actual bigint,
  observed_on text COLLATE "C",
  same_as text COLLATE "C",
  extra text COLLATE "C",
  PRIMARY KEY (ledger, plan, target, from_position),
  CHECK (from_position < to_position)
);

CREATE TABLE extension_version (
  ledger text COLLATE "C" NOT NULL,
  plan text COLLATE "C" NOT NULL,
  task text COLLATE "C" NOT NULL,
  requested_on text COLLATE "C" NOT NULL,
  from_position bigint NOT NULL,
  to_position bigint NOT NULL,
  hash bytea NOT NULL,
  source_position bigint NOT NULL,
  source_line bigint NOT NULL,
  approved_on text COLLATE "C",
  new_due_on text COLLATE "C",
  extra text COLLATE "C",
  PRIMARY KEY (ledger, plan, task, requested_on, from_position),
  CHECK (from_position < to_position)
);

CREATE TABLE submission_version (
  ledger text COLLATE "C" NOT NULL,
  plan text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  period text COLLATE "C" NOT NULL,
  from_position bigint NOT NULL,
  to_position bigint NOT NULL,
  hash bytea NOT NULL,
  source_position bigint NOT NULL,
  source_line bigint NOT NULL,
  submitted_on text COLLATE "C",
  quality text COLLATE "C",
  returned bigint,
  note text COLLATE "C",
  extra text COLLATE "C",
  PRIMARY KEY (ledger, plan, unit, period, from_position),
  CHECK (from_position < to_position)
);

CREATE TABLE publication_version (
  ledger text COLLATE "C" NOT NULL,
  plan text COLLATE "C" NOT NULL,
  ordinal bigint NOT NULL,
  unit text COLLATE "C" NOT NULL,
  submitted_on text COLLATE "C" NOT NULL,
  published_on text COLLATE "C" NOT NULL,
  outlet text COLLATE "C" NOT NULL,
  level text COLLATE "C" NOT NULL,
  title text COLLATE "C" NOT NULL,
  verified bigint NOT NULL,
  from_position bigint NOT NULL,
  to_position bigint NOT NULL,
  hash bytea NOT NULL,
  source_position bigint NOT NULL,
  source_line bigint NOT NULL,
  extra text COLLATE "C",
  PRIMARY KEY (ledger, plan, ordinal, unit, submitted_on, published_on, outlet, level, title, verified, from_position),
  CHECK (from_position < to_position)
);

CREATE TABLE rectification_version (
  ledger text COLLATE "C" NOT NULL,
  plan text COLLATE "C" NOT NULL,
  rectification text COLLATE "C" NOT NULL,
  from_position bigint NOT NULL,
  to_position bigint NOT NULL,
  hash bytea NOT NULL,
  source_position bigint NOT NULL,
  source_line bigint NOT NULL,
  task text COLLATE "C",
  unit text COLLATE "C",
  found_by text COLLATE "C",
  problem text COLLATE "C",
  measure text COLLATE "C",
  owner text COLLATE "C",
  found_on text COLLATE "C",
  due_on text COLLATE "C",
  completed_on text COLLATE "C",
  accepted_on text COLLATE "C",
  extra text COLLATE "C",
  PRIMARY KEY (ledger, plan, rectification, from_position),
  CHECK (from_position < to_position)
);

CREATE TABLE event_version (
  ledger text COLLATE "C" NOT NULL,
  plan text COLLATE "C" NOT NULL,
  ordinal bigint NOT NULL,
  unit text COLLATE "C" NOT NULL,
  task text COLLATE "C" NOT NULL,
  occurred_on text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  quantity bigint NOT NULL,
  basis text COLLATE "C" NOT NULL,
  note text COLLATE "C" NOT NULL,
  from_position bigint NOT NULL,
  to_position bigint NOT NULL,
  hash bytea NOT NULL,
  source_position bigint NOT NULL,
  source_line bigint NOT NULL,
  extra text COLLATE "C",
  PRIMARY KEY (ledger, plan, ordinal, unit, task, occurred_on, kind, quantity, basis, note, from_position),
  CHECK (from_position < to_position)
);
