-- A task-tracking application's tables, as such an application has them: surrogate ids, status
-- codes, timestamps, rows that are marked as deleted. Runs on PostgreSQL and on SQLite.

CREATE TABLE department (
  id         integer PRIMARY KEY,
  code       varchar(32) NOT NULL UNIQUE,
  name       varchar(100) NOT NULL,
  short_name varchar(50) NOT NULL,
  category   smallint NOT NULL,               -- 1 市直部门, 2 县区, 3 园区
  sort_no    integer NOT NULL,
  is_deleted smallint NOT NULL DEFAULT 0,
  created_at timestamp NOT NULL
);

CREATE TABLE task_category (
  id      integer PRIMARY KEY,
  name    varchar(100) NOT NULL,
  sort_no integer NOT NULL
);

CREATE TABLE task (
  id            integer PRIMARY KEY,
  task_no       integer NOT NULL,             -- 序号
  category_id   integer NOT NULL REFERENCES task_category (id),
  title         varchar(300) NOT NULL,
  leader        varchar(100),
  is_key        smallint NOT NULL DEFAULT 0,
  start_date    date,
  due_date      date NOT NULL,
  expected_date date,
  status        smallint NOT NULL,            -- 0 未启动, 1 推进中, 2 已办结, 3 已销号, 4 暂停, 9 作废
  finished_at   timestamp,
  closed_at     timestamp,
  is_deleted    smallint NOT NULL DEFAULT 0,
  created_at    timestamp NOT NULL,
  updated_at    timestamp NOT NULL
);

CREATE TABLE task_department (
  id            integer PRIMARY KEY,
  task_id       integer NOT NULL REFERENCES task (id),
  department_id integer NOT NULL REFERENCES department (id),
  duty          smallint NOT NULL,            -- 1 牵头, 2 责任, 3 配合
  seq_no        integer NOT NULL,             -- the order in which the notice lists them
  is_deleted    smallint NOT NULL DEFAULT 0
);

-- One report per department, task and week; handed in again, the latest counts.
CREATE TABLE progress_report (
  id            integer PRIMARY KEY,
  task_id       integer NOT NULL REFERENCES task (id),
  department_id integer NOT NULL REFERENCES department (id),
  week          varchar(8) NOT NULL,          -- 2023-W38
  percent_done  numeric(5, 1) NOT NULL,
  summary       text NOT NULL,
  problem       text,
  next_step     text,
  submitted_at  timestamp NOT NULL,
  is_deleted    smallint NOT NULL DEFAULT 0
);

CREATE TABLE milestone (
  id            integer PRIMARY KEY,
  task_id       integer NOT NULL REFERENCES task (id),
  name          varchar(100) NOT NULL,
  plan_date     date NOT NULL,
  actual_date   date,
  is_deleted    smallint NOT NULL DEFAULT 0
);

CREATE TABLE extension_request (
  id            integer PRIMARY KEY,
  task_id       integer NOT NULL REFERENCES task (id),
  requested_at  timestamp NOT NULL,
  new_due_date  date NOT NULL,
  result        smallint NOT NULL,            -- 0 待审批, 1 同意, 2 不同意
  decided_at    timestamp
);
