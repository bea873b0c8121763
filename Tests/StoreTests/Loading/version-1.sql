-- A store as version 1 wrote it: two snapshots, two plans, one edition; without its days.
CREATE TABLE day (
  day_number INTEGER NOT NULL PRIMARY KEY, day TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL, month INTEGER NOT NULL, dom INTEGER NOT NULL,
  workday_number INTEGER
) STRICT;
CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY, content TEXT NOT NULL
) STRICT;
INSERT INTO setting VALUES('calendar_hash','4b96c16f5488b3dd8da75abd0a1a7eb1066c3b296b3ac6c617f8619afc215d79');
CREATE TABLE snapshot (
  ledger TEXT NOT NULL, sequence INTEGER NOT NULL, position INTEGER NOT NULL,
  effective_on TEXT NOT NULL, recorded_at TEXT NOT NULL, content_hash BLOB NOT NULL,
  own_columns TEXT NOT NULL, chain_hash BLOB NOT NULL,
  PRIMARY KEY (ledger, sequence), UNIQUE (ledger, position), UNIQUE (ledger, recorded_at)
) STRICT;
INSERT INTO snapshot VALUES('west',1,202304250001,'2023-04-25','2023-04-25T10:00:00.000Z',X'489ab8687451e8aee6433ab38bbb6b8483e17ccd8e2f3db514e9ff50ce53dbca','专班',X'fe8c50670320319340bfb429551efd82618328153020a5128e43900f0b9072af');
INSERT INTO snapshot VALUES('west',2,202306250001,'2023-06-25','2023-06-25T10:00:00.000Z',X'ed7e700d7ba69c0e4eb255b2bed88a69ddaff142b4f07bda257863ea125e532d','专班',X'8179b9bf098396253ea8f58eeadef9af26b3811c8449b7a80f00ab5c3f71e7db');
CREATE TABLE snapshot_coverage (
  ledger TEXT NOT NULL, position INTEGER NOT NULL, register TEXT NOT NULL,
  plan TEXT NOT NULL, row_count INTEGER NOT NULL,
  PRIMARY KEY (ledger, position, register, plan),
  FOREIGN KEY (ledger, position) REFERENCES snapshot (ledger, position)
) STRICT;
INSERT INTO snapshot_coverage VALUES('west',202304250001,'units','',2);
INSERT INTO snapshot_coverage VALUES('west',202304250001,'ledger','p',3);
INSERT INTO snapshot_coverage VALUES('west',202304250001,'ledger','q',3);
INSERT INTO snapshot_coverage VALUES('west',202306250001,'units','',2);
INSERT INTO snapshot_coverage VALUES('west',202306250001,'ledger','p',3);
INSERT INTO snapshot_coverage VALUES('west',202306250001,'ledger','q',3);
CREATE TABLE snapshot_source (
  ledger TEXT NOT NULL, position INTEGER NOT NULL, register TEXT NOT NULL,
  file TEXT NOT NULL, hash BLOB NOT NULL,
  PRIMARY KEY (ledger, position, register),
  FOREIGN KEY (ledger, position) REFERENCES snapshot (ledger, position)
) STRICT;
INSERT INTO snapshot_source VALUES('west',202304250001,'units','units.csv',X'e170b194c5564d81b82bc0c7fa6ec5ea446ce66d9ee41665575cf0394cf73f2a');
INSERT INTO snapshot_source VALUES('west',202304250001,'ledger','ledger.csv',X'9061e3337e888c1104a6d357c1ee6bfd182ad23d73b69ab72587078ac8163c85');
INSERT INTO snapshot_source VALUES('west',202306250001,'units','units.csv',X'e170b194c5564d81b82bc0c7fa6ec5ea446ce66d9ee41665575cf0394cf73f2a');
INSERT INTO snapshot_source VALUES('west',202306250001,'ledger','ledger.csv',X'0c8f7a41ffecae7d8f0ef9882e6f6983a1b5a85b67ac3d815862eb15efc37221');
CREATE TABLE definition (
  hash BLOB NOT NULL PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;
INSERT INTO definition VALUES(X'62fde59021b816907c3e6b377758f55367ed8c9ba9afa731f0b68286b2841d7f','plan','p',replace('title: 甲方案\noffice: 某市政府办\nyears: [2023]\n','\n',char(10)));
INSERT INTO definition VALUES(X'080bfa6918e1ed41ea7f2175c5ed6e9e6f3a4e4a2f446f0f46460952fdac7c89','plan','q',replace('title: 乙方案\noffice: 某市政府办\nyears: [2023]\n','\n',char(10)));
INSERT INTO definition VALUES(X'b6edaf39948faf89d30be44b78500c4ac77bab60494984b048effce44fab79e3','calendar','2023',replace('date,is_working,name\n2023-01-02,0,元旦\n2023-01-23,0,春节\n2023-01-24,0,春节\n2023-01-25,0,春节\n2023-01-26,0,春节\n2023-01-27,0,春节\n2023-01-28,1,春节\n2023-01-29,1,春节\n2023-04-05,0,清明节\n2023-04-23,1,劳动节\n2023-05-01,0,劳动节\n2023-05-02,0,劳动节\n2023-05-03,0,劳动节\n2023-05-06,1,劳动节\n2023-06-22,0,端午节\n2023-06-23,0,端午节\n2023-06-25,1,端午节\n2023-09-29,0,中秋节\n2023-10-02,0,国庆节\n2023-10-03,0,国庆节\n2023-10-04,0,国庆节\n2023-10-05,0,国庆节\n2023-10-06,0,国庆节\n2023-10-07,1,国庆节\n2023-10-08,1,国庆节\n','\n',char(10)));
INSERT INTO definition VALUES(X'688215b5345658c7fb2f29bb0bca23c76b653492af258325b34e0a807d94bdac','query','metrics/lights',replace('-- Lights\n--\n-- How many counted tasks have each of the plan''s lights, in the plan''s order, lights that no task\n-- has among them.\n--\n-- grain:   one row per light\n-- key:     ordinal\n-- params:  -\n-- columns: ordinal integer, light text, colour text, tasks integer, in_force integer\n-- order:   ordinal\nWITH\n  whole AS (\n    SELECT sum(f.counted) AS in_force FROM task_fact AS f\n  ),\n  shown AS (\n    SELECT f.light, count(*) AS tasks FROM task_fact AS f WHERE f.light IS NOT NULL GROUP BY f.light\n  )\nSELECT r.ordinal, r.word AS light, r.colour, coalesce(s.tasks, 0) AS tasks, w.in_force\nFROM light_rule AS r\nCROSS JOIN whole AS w\nLEFT JOIN shown AS s ON s.light = r.ordinal\n','\n',char(10)));
CREATE TABLE snapshot_definition (
  ledger TEXT NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL,
  id TEXT NOT NULL, hash BLOB NOT NULL,
  PRIMARY KEY (ledger, position, kind, id),
  FOREIGN KEY (ledger, position) REFERENCES snapshot (ledger, position),
  FOREIGN KEY (hash) REFERENCES definition (hash)
) STRICT;
INSERT INTO snapshot_definition VALUES('west',202304250001,'plan','p',X'62fde59021b816907c3e6b377758f55367ed8c9ba9afa731f0b68286b2841d7f');
INSERT INTO snapshot_definition VALUES('west',202304250001,'plan','q',X'080bfa6918e1ed41ea7f2175c5ed6e9e6f3a4e4a2f446f0f46460952fdac7c89');
INSERT INTO snapshot_definition VALUES('west',202304250001,'calendar','2023',X'b6edaf39948faf89d30be44b78500c4ac77bab60494984b048effce44fab79e3');
INSERT INTO snapshot_definition VALUES('west',202304250001,'query','metrics/lights',X'688215b5345658c7fb2f29bb0bca23c76b653492af258325b34e0a807d94bdac');
CREATE TABLE edition (
  ledger TEXT NOT NULL, plan TEXT NOT NULL, period TEXT NOT NULL,
  edition INTEGER NOT NULL, as_of TEXT NOT NULL, position INTEGER NOT NULL,
  made_at TEXT NOT NULL, manifest_hash BLOB NOT NULL,
  PRIMARY KEY (ledger, plan, period, edition)
) STRICT;
INSERT INTO edition VALUES('west','p','2023-H1',1,'2023-06-25',202306250001,'2023-06-25T11:00:00.000Z',X'00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff');
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
INSERT INTO unit_version VALUES('west','','u1',202304250001,999999999999,X'04dde86d58c6aed77c6b03aff3220fc1bcf52e9613138565a306602ffe5d7243',202304250001,2,'市甲局',NULL,NULL,'市直',1,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO unit_version VALUES('west','','u2',202304250001,999999999999,X'a19924aa4650e4f0b66624aaf04af22108adbc0b326f7b79e72adf4821f41590',202304250001,3,'市乙局',NULL,NULL,'市直',2,NULL,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO task_version VALUES('west','p','1',202304250001,202306250001,X'6fb8d112eef452c3623dfd0d23de7525e082ef74d77b4db9fe9c5b59349ac86a',202304250001,2,1,NULL,NULL,'简化审批',NULL,'市甲局',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2023-06-30','in_progress',300000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'专班一');
INSERT INTO task_version VALUES('west','p','2',202304250001,202306250001,X'109513b5a2e8c97d6dab395624d74847332827746e0e2a2d4c932bdc7dd9bd77',202304250001,3,2,NULL,NULL,'开通专线',NULL,'市乙局',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2023-12-31','in_progress',100000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'专班二');
INSERT INTO task_version VALUES('west','q','1',202304250001,202306250001,X'82189ff0ea70550268c097715a8b2aa58019b8a23cead129a2a95e86c9955d46',202304250001,4,1,NULL,NULL,'清理证明',NULL,'市甲局、市乙局',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2023-12-31','not_started',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'专班一');
INSERT INTO task_version VALUES('west','p','1',202306250001,999999999999,X'0c085ad9a1126b121087a91e56851b9bcc4c603ebdbf14d76847584603ba3999',202306250001,2,1,NULL,NULL,'简化审批',NULL,'市甲局',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2023-06-30','completed',1000000,'2023-06-20',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'专班一');
INSERT INTO task_version VALUES('west','p','2',202306250001,999999999999,X'3f04a501bd6f6e701c34804fcb84640ce84dada318c4564527587ac681497170',202306250001,3,2,NULL,NULL,'开通专线',NULL,'市乙局',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2023-12-31','in_progress',400000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'专班二');
INSERT INTO task_version VALUES('west','q','1',202306250001,999999999999,X'f49e26cfc5f570b8fde9f6d4de775509042b96033398f3886dbd077c24bdf477',202306250001,4,1,NULL,NULL,'清理证明',NULL,'市甲局、市乙局',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2023-12-31','in_progress',200000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'专班一');
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
INSERT INTO task_unit_version VALUES('west','p','1','lead',1,202304250001,999999999999,X'feff2789421451e63fc6bf7c45d06fe278d2b5cdab76c65233ec62fad9f26fda',202304250001,2,'u1');
INSERT INTO task_unit_version VALUES('west','p','2','lead',1,202304250001,999999999999,X'593e7c0f5e7b06d1295be67c1b8a278615d540f979911e18e64792e852b0584d',202304250001,3,'u2');
INSERT INTO task_unit_version VALUES('west','q','1','lead',1,202304250001,999999999999,X'463ca34b5f5c588e1d2c32c26905eadf52fd3f4f96d0a17de671e7b19881e270',202304250001,4,'u1');
INSERT INTO task_unit_version VALUES('west','q','1','lead',2,202304250001,999999999999,X'c473d31003e1f0f43473cc6dddba88fc49211308fc677c2d994afd240129fb77',202304250001,4,'u2');
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
