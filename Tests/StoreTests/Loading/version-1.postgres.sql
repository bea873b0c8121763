-- As version-1.sql, as it stood on a server: two snapshots, two plans, one edition; without its days.
CREATE SCHEMA jibao;
CREATE TABLE jibao.day (
  day_number bigint NOT NULL PRIMARY KEY, day text COLLATE "C" NOT NULL UNIQUE,
  year bigint NOT NULL, month bigint NOT NULL, dom bigint NOT NULL,
  workday_number bigint
);
CREATE TABLE jibao.setting (
  name text COLLATE "C" NOT NULL PRIMARY KEY, content text COLLATE "C" NOT NULL
);
INSERT INTO jibao.setting VALUES('calendar_hash','4b96c16f5488b3dd8da75abd0a1a7eb1066c3b296b3ac6c617f8619afc215d79');
CREATE TABLE jibao.snapshot (
  ledger text COLLATE "C" NOT NULL, sequence bigint NOT NULL, position bigint NOT NULL,
  effective_on text COLLATE "C" NOT NULL, recorded_at text COLLATE "C" NOT NULL, content_hash bytea NOT NULL,
  own_columns text COLLATE "C" NOT NULL, chain_hash bytea NOT NULL,
  PRIMARY KEY (ledger, sequence), UNIQUE (ledger, position), UNIQUE (ledger, recorded_at)
);
INSERT INTO jibao.snapshot VALUES('west',1,202304250001,'2023-04-25','2023-04-25T10:00:00.000Z','\x489ab8687451e8aee6433ab38bbb6b8483e17ccd8e2f3db514e9ff50ce53dbca','专班','\xfe8c50670320319340bfb429551efd82618328153020a5128e43900f0b9072af');
INSERT INTO jibao.snapshot VALUES('west',2,202306250001,'2023-06-25','2023-06-25T10:00:00.000Z','\xed7e700d7ba69c0e4eb255b2bed88a69ddaff142b4f07bda257863ea125e532d','专班','\x8179b9bf098396253ea8f58eeadef9af26b3811c8449b7a80f00ab5c3f71e7db');
CREATE TABLE jibao.snapshot_coverage (
  ledger text COLLATE "C" NOT NULL, position bigint NOT NULL, register text COLLATE "C" NOT NULL,
  plan text COLLATE "C" NOT NULL, row_count bigint NOT NULL,
  PRIMARY KEY (ledger, position, register, plan),
  FOREIGN KEY (ledger, position) REFERENCES jibao.snapshot (ledger, position)
);
INSERT INTO jibao.snapshot_coverage VALUES('west',202304250001,'units','',2);
INSERT INTO jibao.snapshot_coverage VALUES('west',202304250001,'ledger','p',3);
INSERT INTO jibao.snapshot_coverage VALUES('west',202304250001,'ledger','q',3);
INSERT INTO jibao.snapshot_coverage VALUES('west',202306250001,'units','',2);
INSERT INTO jibao.snapshot_coverage VALUES('west',202306250001,'ledger','p',3);
INSERT INTO jibao.snapshot_coverage VALUES('west',202306250001,'ledger','q',3);
CREATE TABLE jibao.snapshot_source (
  ledger text COLLATE "C" NOT NULL, position bigint NOT NULL, register text COLLATE "C" NOT NULL,
  file text COLLATE "C" NOT NULL, hash bytea NOT NULL,
  PRIMARY KEY (ledger, position, register),
  FOREIGN KEY (ledger, position) REFERENCES jibao.snapshot (ledger, position)
);
INSERT INTO jibao.snapshot_source VALUES('west',202304250001,'units','units.csv','\xe170b194c5564d81b82bc0c7fa6ec5ea446ce66d9ee41665575cf0394cf73f2a');
INSERT INTO jibao.snapshot_source VALUES('west',202304250001,'ledger','ledger.csv','\x9061e3337e888c1104a6d357c1ee6bfd182ad23d73b69ab72587078ac8163c85');
INSERT INTO jibao.snapshot_source VALUES('west',202306250001,'units','units.csv','\xe170b194c5564d81b82bc0c7fa6ec5ea446ce66d9ee41665575cf0394cf73f2a');
INSERT INTO jibao.snapshot_source VALUES('west',202306250001,'ledger','ledger.csv','\x0c8f7a41ffecae7d8f0ef9882e6f6983a1b5a85b67ac3d815862eb15efc37221');
CREATE TABLE jibao.definition (
  hash bytea NOT NULL PRIMARY KEY, kind text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL,
  content text COLLATE "C" NOT NULL
);
INSERT INTO jibao.definition VALUES('\x62fde59021b816907c3e6b377758f55367ed8c9ba9afa731f0b68286b2841d7f','plan','p',replace('title: 甲方案\noffice: 某市政府办\nyears: [2023]\n','\n',chr(10)));
INSERT INTO jibao.definition VALUES('\x080bfa6918e1ed41ea7f2175c5ed6e9e6f3a4e4a2f446f0f46460952fdac7c89','plan','q',replace('title: 乙方案\noffice: 某市政府办\nyears: [2023]\n','\n',chr(10)));
INSERT INTO jibao.definition VALUES('\xb6edaf39948faf89d30be44b78500c4ac77bab60494984b048effce44fab79e3','calendar','2023',replace('date,is_working,name\n2023-01-02,0,元旦\n2023-01-23,0,春节\n2023-01-24,0,春节\n2023-01-25,0,春节\n2023-01-26,0,春节\n2023-01-27,0,春节\n2023-01-28,1,春节\n2023-01-29,1,春节\n2023-04-05,0,清明节\n2023-04-23,1,劳动节\n2023-05-01,0,劳动节\n2023-05-02,0,劳动节\n2023-05-03,0,劳动节\n2023-05-06,1,劳动节\n2023-06-22,0,端午节\n2023-06-23,0,端午节\n2023-06-25,1,端午节\n2023-09-29,0,中秋节\n2023-10-02,0,国庆节\n2023-10-03,0,国庆节\n2023-10-04,0,国庆节\n2023-10-05,0,国庆节\n2023-10-06,0,国庆节\n2023-10-07,1,国庆节\n2023-10-08,1,国庆节\n','\n',chr(10)));
INSERT INTO jibao.definition VALUES('\x688215b5345658c7fb2f29bb0bca23c76b653492af258325b34e0a807d94bdac','query','metrics/lights',replace('-- Lights\n--\n-- How many counted tasks have each of the plan''s lights, in the plan''s order, lights that no task\n-- has among them.\n--\n-- grain:   one row per light\n-- key:     ordinal\n-- params:  -\n-- columns: ordinal integer, light text, colour text, tasks integer, in_force integer\n-- order:   ordinal\nWITH\n  whole AS (\n    SELECT sum(f.counted) AS in_force FROM task_fact AS f\n  ),\n  shown AS (\n    SELECT f.light, count(*) AS tasks FROM task_fact AS f WHERE f.light IS NOT NULL GROUP BY f.light\n  )\nSELECT r.ordinal, r.word AS light, r.colour, coalesce(s.tasks, 0) AS tasks, w.in_force\nFROM light_rule AS r\nCROSS JOIN whole AS w\nLEFT JOIN shown AS s ON s.light = r.ordinal\n','\n',chr(10)));
CREATE TABLE jibao.snapshot_definition (
  ledger text COLLATE "C" NOT NULL, position bigint NOT NULL, kind text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL, hash bytea NOT NULL,
  PRIMARY KEY (ledger, position, kind, id),
  FOREIGN KEY (ledger, position) REFERENCES jibao.snapshot (ledger, position),
  FOREIGN KEY (hash) REFERENCES jibao.definition (hash)
);
INSERT INTO jibao.snapshot_definition VALUES('west',202304250001,'plan','p','\x62fde59021b816907c3e6b377758f55367ed8c9ba9afa731f0b68286b2841d7f');
INSERT INTO jibao.snapshot_definition VALUES('west',202304250001,'plan','q','\x080bfa6918e1ed41ea7f2175c5ed6e9e6f3a4e4a2f446f0f46460952fdac7c89');
INSERT INTO jibao.snapshot_definition VALUES('west',202304250001,'calendar','2023','\xb6edaf39948faf89d30be44b78500c4ac77bab60494984b048effce44fab79e3');
INSERT INTO jibao.snapshot_definition VALUES('west',202304250001,'query','metrics/lights','\x688215b5345658c7fb2f29bb0bca23c76b653492af258325b34e0a807d94bdac');
CREATE TABLE jibao.edition (
  ledger text COLLATE "C" NOT NULL, plan text COLLATE "C" NOT NULL, period text COLLATE "C" NOT NULL,
  edition bigint NOT NULL, as_of text COLLATE "C" NOT NULL, position bigint NOT NULL,
  made_at text COLLATE "C" NOT NULL, manifest_hash bytea NOT NULL,
  PRIMARY KEY (ledger, plan, period, edition)
);
INSERT INTO jibao.edition VALUES('west','p','2023-H1',1,'2023-06-25',202306250001,'2023-06-25T11:00:00.000Z','\x00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff');
CREATE TABLE jibao.run (
  ledger text COLLATE "C" NOT NULL, run bigint NOT NULL, started_at text COLLATE "C" NOT NULL,
  command text COLLATE "C" NOT NULL, outcome bigint NOT NULL, summary text COLLATE "C" NOT NULL,
  PRIMARY KEY (ledger, run)
);
CREATE TABLE jibao.unit_version (
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
INSERT INTO jibao.unit_version VALUES('west','','u1',202304250001,999999999999,'\x04dde86d58c6aed77c6b03aff3220fc1bcf52e9613138565a306602ffe5d7243',202304250001,2,'市甲局',NULL,NULL,'市直',1,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO jibao.unit_version VALUES('west','','u2',202304250001,999999999999,'\xa19924aa4650e4f0b66624aaf04af22108adbc0b326f7b79e72adf4821f41590',202304250001,3,'市乙局',NULL,NULL,'市直',2,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE jibao.unit_member_version (
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
CREATE TABLE jibao.task_version (
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
INSERT INTO jibao.task_version VALUES('west','p','1',202304250001,202306250001,'\x6fb8d112eef452c3623dfd0d23de7525e082ef74d77b4db9fe9c5b59349ac86a',202304250001,2,1,NULL,NULL,'简化审批',NULL,'市甲局',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2023-06-30','in_progress',300000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'专班一');
INSERT INTO jibao.task_version VALUES('west','p','2',202304250001,202306250001,'\x109513b5a2e8c97d6dab395624d74847332827746e0e2a2d4c932bdc7dd9bd77',202304250001,3,2,NULL,NULL,'开通专线',NULL,'市乙局',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2023-12-31','in_progress',100000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'专班二');
INSERT INTO jibao.task_version VALUES('west','q','1',202304250001,202306250001,'\x82189ff0ea70550268c097715a8b2aa58019b8a23cead129a2a95e86c9955d46',202304250001,4,1,NULL,NULL,'清理证明',NULL,'市甲局、市乙局',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2023-12-31','not_started',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'专班一');
INSERT INTO jibao.task_version VALUES('west','p','1',202306250001,999999999999,'\x0c085ad9a1126b121087a91e56851b9bcc4c603ebdbf14d76847584603ba3999',202306250001,2,1,NULL,NULL,'简化审批',NULL,'市甲局',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2023-06-30','completed',1000000,'2023-06-20',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'专班一');
INSERT INTO jibao.task_version VALUES('west','p','2',202306250001,999999999999,'\x3f04a501bd6f6e701c34804fcb84640ce84dada318c4564527587ac681497170',202306250001,3,2,NULL,NULL,'开通专线',NULL,'市乙局',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2023-12-31','in_progress',400000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'专班二');
INSERT INTO jibao.task_version VALUES('west','q','1',202306250001,999999999999,'\xf49e26cfc5f570b8fde9f6d4de775509042b96033398f3886dbd077c24bdf477',202306250001,4,1,NULL,NULL,'清理证明',NULL,'市甲局、市乙局',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2023-12-31','in_progress',200000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'专班一');
CREATE TABLE jibao.task_unit_version (
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
INSERT INTO jibao.task_unit_version VALUES('west','p','1','lead',1,202304250001,999999999999,'\xfeff2789421451e63fc6bf7c45d06fe278d2b5cdab76c65233ec62fad9f26fda',202304250001,2,'u1');
INSERT INTO jibao.task_unit_version VALUES('west','p','2','lead',1,202304250001,999999999999,'\x593e7c0f5e7b06d1295be67c1b8a278615d540f979911e18e64792e852b0584d',202304250001,3,'u2');
INSERT INTO jibao.task_unit_version VALUES('west','q','1','lead',1,202304250001,999999999999,'\x463ca34b5f5c588e1d2c32c26905eadf52fd3f4f96d0a17de671e7b19881e270',202304250001,4,'u1');
INSERT INTO jibao.task_unit_version VALUES('west','q','1','lead',2,202304250001,999999999999,'\xc473d31003e1f0f43473cc6dddba88fc49211308fc677c2d994afd240129fb77',202304250001,4,'u2');
CREATE TABLE jibao.task_leader_version (
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
CREATE TABLE jibao.assignment_version (
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
CREATE TABLE jibao.milestone_version (
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
CREATE TABLE jibao.target_version (
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
CREATE TABLE jibao.extension_version (
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
CREATE TABLE jibao.submission_version (
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
CREATE TABLE jibao.publication_version (
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
CREATE TABLE jibao.rectification_version (
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
CREATE TABLE jibao.event_version (
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
CREATE TABLE jibao.store_version (
    version bigint NOT NULL
);
INSERT INTO jibao.store_version VALUES (1);
