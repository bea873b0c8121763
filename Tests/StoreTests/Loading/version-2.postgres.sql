-- As version-2.sql, as it stood on a server.
CREATE SCHEMA jibao;
CREATE TABLE jibao.assignment_version (
    ledger text NOT NULL COLLATE pg_catalog."C",
    plan text NOT NULL COLLATE pg_catalog."C",
    task text NOT NULL COLLATE pg_catalog."C",
    unit text NOT NULL COLLATE pg_catalog."C",
    role text NOT NULL COLLATE pg_catalog."C",
    from_position bigint NOT NULL,
    to_position bigint NOT NULL,
    hash bytea NOT NULL,
    source_position bigint NOT NULL,
    source_line bigint NOT NULL,
    status text COLLATE pg_catalog."C",
    progress bigint,
    completed_on text COLLATE pg_catalog."C",
    progress_note text COLLATE pg_catalog."C",
    reported_on text COLLATE pg_catalog."C",
    extra text COLLATE pg_catalog."C",
    CONSTRAINT assignment_version_check CHECK ((from_position < to_position))
);
CREATE TABLE jibao.day (
    day_number bigint NOT NULL,
    day text NOT NULL COLLATE pg_catalog."C",
    year bigint NOT NULL,
    month bigint NOT NULL,
    dom bigint NOT NULL,
    workday_number bigint
);
CREATE TABLE jibao.definition (
    hash bytea NOT NULL,
    content text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE jibao.edition (
    ledger text NOT NULL COLLATE pg_catalog."C",
    plan text NOT NULL COLLATE pg_catalog."C",
    period text NOT NULL COLLATE pg_catalog."C",
    edition bigint NOT NULL,
    as_of text NOT NULL COLLATE pg_catalog."C",
    "position" bigint NOT NULL,
    made_at text NOT NULL COLLATE pg_catalog."C",
    manifest_hash bytea NOT NULL,
    hash bytea
);
CREATE TABLE jibao.event_version (
    ledger text NOT NULL COLLATE pg_catalog."C",
    plan text NOT NULL COLLATE pg_catalog."C",
    ordinal bigint NOT NULL,
    unit text NOT NULL COLLATE pg_catalog."C",
    task text NOT NULL COLLATE pg_catalog."C",
    occurred_on text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    quantity bigint NOT NULL,
    basis text NOT NULL COLLATE pg_catalog."C",
    note text NOT NULL COLLATE pg_catalog."C",
    from_position bigint NOT NULL,
    to_position bigint NOT NULL,
    hash bytea NOT NULL,
    source_position bigint NOT NULL,
    source_line bigint NOT NULL,
    extra text COLLATE pg_catalog."C",
    CONSTRAINT event_version_check CHECK ((from_position < to_position))
);
CREATE TABLE jibao.extension_version (
    ledger text NOT NULL COLLATE pg_catalog."C",
    plan text NOT NULL COLLATE pg_catalog."C",
    task text NOT NULL COLLATE pg_catalog."C",
    requested_on text NOT NULL COLLATE pg_catalog."C",
    from_position bigint NOT NULL,
    to_position bigint NOT NULL,
    hash bytea NOT NULL,
    source_position bigint NOT NULL,
    source_line bigint NOT NULL,
    approved_on text COLLATE pg_catalog."C",
    new_due_on text COLLATE pg_catalog."C",
    extra text COLLATE pg_catalog."C",
    CONSTRAINT extension_version_check CHECK ((from_position < to_position))
);
CREATE TABLE jibao.milestone_version (
    ledger text NOT NULL COLLATE pg_catalog."C",
    plan text NOT NULL COLLATE pg_catalog."C",
    task text NOT NULL COLLATE pg_catalog."C",
    milestone text NOT NULL COLLATE pg_catalog."C",
    unit text NOT NULL COLLATE pg_catalog."C",
    from_position bigint NOT NULL,
    to_position bigint NOT NULL,
    hash bytea NOT NULL,
    source_position bigint NOT NULL,
    source_line bigint NOT NULL,
    due_on text COLLATE pg_catalog."C",
    completed_on text COLLATE pg_catalog."C",
    extra text COLLATE pg_catalog."C",
    CONSTRAINT milestone_version_check CHECK ((from_position < to_position))
);
CREATE TABLE jibao.publication_version (
    ledger text NOT NULL COLLATE pg_catalog."C",
    plan text NOT NULL COLLATE pg_catalog."C",
    ordinal bigint NOT NULL,
    unit text NOT NULL COLLATE pg_catalog."C",
    submitted_on text NOT NULL COLLATE pg_catalog."C",
    published_on text NOT NULL COLLATE pg_catalog."C",
    outlet text NOT NULL COLLATE pg_catalog."C",
    level text NOT NULL COLLATE pg_catalog."C",
    title text NOT NULL COLLATE pg_catalog."C",
    verified bigint NOT NULL,
    from_position bigint NOT NULL,
    to_position bigint NOT NULL,
    hash bytea NOT NULL,
    source_position bigint NOT NULL,
    source_line bigint NOT NULL,
    extra text COLLATE pg_catalog."C",
    CONSTRAINT publication_version_check CHECK ((from_position < to_position))
);
CREATE TABLE jibao.rectification_version (
    ledger text NOT NULL COLLATE pg_catalog."C",
    plan text NOT NULL COLLATE pg_catalog."C",
    rectification text NOT NULL COLLATE pg_catalog."C",
    from_position bigint NOT NULL,
    to_position bigint NOT NULL,
    hash bytea NOT NULL,
    source_position bigint NOT NULL,
    source_line bigint NOT NULL,
    task text COLLATE pg_catalog."C",
    unit text COLLATE pg_catalog."C",
    found_by text COLLATE pg_catalog."C",
    problem text COLLATE pg_catalog."C",
    measure text COLLATE pg_catalog."C",
    owner text COLLATE pg_catalog."C",
    found_on text COLLATE pg_catalog."C",
    due_on text COLLATE pg_catalog."C",
    completed_on text COLLATE pg_catalog."C",
    accepted_on text COLLATE pg_catalog."C",
    extra text COLLATE pg_catalog."C",
    CONSTRAINT rectification_version_check CHECK ((from_position < to_position))
);
CREATE TABLE jibao.renumbering (
    ledger text NOT NULL COLLATE pg_catalog."C",
    "position" bigint NOT NULL,
    plan text NOT NULL COLLATE pg_catalog."C",
    task text NOT NULL COLLATE pg_catalog."C",
    earlier text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE jibao.run (
    ledger text NOT NULL COLLATE pg_catalog."C",
    run bigint NOT NULL,
    started_at text NOT NULL COLLATE pg_catalog."C",
    command text NOT NULL COLLATE pg_catalog."C",
    outcome bigint NOT NULL,
    summary text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE jibao.sending (
    ledger text NOT NULL COLLATE pg_catalog."C",
    plan text NOT NULL COLLATE pg_catalog."C",
    period text NOT NULL COLLATE pg_catalog."C",
    edition bigint NOT NULL,
    mark bigint NOT NULL,
    sent_on text NOT NULL COLLATE pg_catalog."C",
    noted_at text NOT NULL COLLATE pg_catalog."C",
    hash bytea NOT NULL
);
CREATE TABLE jibao.setting (
    name text NOT NULL COLLATE pg_catalog."C",
    content text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE jibao.snapshot (
    ledger text NOT NULL COLLATE pg_catalog."C",
    sequence bigint NOT NULL,
    "position" bigint NOT NULL,
    effective_on text NOT NULL COLLATE pg_catalog."C",
    recorded_at text NOT NULL COLLATE pg_catalog."C",
    content_hash bytea NOT NULL,
    own_columns text NOT NULL COLLATE pg_catalog."C",
    chain_hash bytea NOT NULL,
    place_hash bytea
);
CREATE TABLE jibao.snapshot_coverage (
    ledger text NOT NULL COLLATE pg_catalog."C",
    "position" bigint NOT NULL,
    register text NOT NULL COLLATE pg_catalog."C",
    plan text NOT NULL COLLATE pg_catalog."C",
    row_count bigint NOT NULL
);
CREATE TABLE jibao.snapshot_definition (
    ledger text NOT NULL COLLATE pg_catalog."C",
    "position" bigint NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    id text NOT NULL COLLATE pg_catalog."C",
    hash bytea NOT NULL
);
CREATE TABLE jibao.snapshot_source (
    ledger text NOT NULL COLLATE pg_catalog."C",
    "position" bigint NOT NULL,
    register text NOT NULL COLLATE pg_catalog."C",
    file text NOT NULL COLLATE pg_catalog."C",
    hash bytea NOT NULL
);
CREATE TABLE jibao.store_version (
    version bigint NOT NULL
);
CREATE TABLE jibao.submission_version (
    ledger text NOT NULL COLLATE pg_catalog."C",
    plan text NOT NULL COLLATE pg_catalog."C",
    unit text NOT NULL COLLATE pg_catalog."C",
    period text NOT NULL COLLATE pg_catalog."C",
    from_position bigint NOT NULL,
    to_position bigint NOT NULL,
    hash bytea NOT NULL,
    source_position bigint NOT NULL,
    source_line bigint NOT NULL,
    submitted_on text COLLATE pg_catalog."C",
    quality text COLLATE pg_catalog."C",
    returned bigint,
    note text COLLATE pg_catalog."C",
    extra text COLLATE pg_catalog."C",
    CONSTRAINT submission_version_check CHECK ((from_position < to_position))
);
CREATE TABLE jibao.target_version (
    ledger text NOT NULL COLLATE pg_catalog."C",
    plan text NOT NULL COLLATE pg_catalog."C",
    target text NOT NULL COLLATE pg_catalog."C",
    from_position bigint NOT NULL,
    to_position bigint NOT NULL,
    hash bytea NOT NULL,
    source_position bigint NOT NULL,
    source_line bigint NOT NULL,
    task text COLLATE pg_catalog."C",
    indicator text COLLATE pg_catalog."C",
    comparison text COLLATE pg_catalog."C",
    target_value bigint,
    unit_of_measure text COLLATE pg_catalog."C",
    kind text COLLATE pg_catalog."C",
    nature text COLLATE pg_catalog."C",
    base bigint,
    actual bigint,
    observed_on text COLLATE pg_catalog."C",
    same_as text COLLATE pg_catalog."C",
    extra text COLLATE pg_catalog."C",
    CONSTRAINT target_version_check CHECK ((from_position < to_position))
);
CREATE TABLE jibao.task_leader_version (
    ledger text NOT NULL COLLATE pg_catalog."C",
    plan text NOT NULL COLLATE pg_catalog."C",
    task text NOT NULL COLLATE pg_catalog."C",
    ordinal bigint NOT NULL,
    from_position bigint NOT NULL,
    to_position bigint NOT NULL,
    hash bytea NOT NULL,
    source_position bigint NOT NULL,
    source_line bigint NOT NULL,
    leader text COLLATE pg_catalog."C",
    assisting bigint,
    CONSTRAINT task_leader_version_check CHECK ((from_position < to_position))
);
CREATE TABLE jibao.task_unit_version (
    ledger text NOT NULL COLLATE pg_catalog."C",
    plan text NOT NULL COLLATE pg_catalog."C",
    task text NOT NULL COLLATE pg_catalog."C",
    role text NOT NULL COLLATE pg_catalog."C",
    ordinal bigint NOT NULL,
    from_position bigint NOT NULL,
    to_position bigint NOT NULL,
    hash bytea NOT NULL,
    source_position bigint NOT NULL,
    source_line bigint NOT NULL,
    unit text COLLATE pg_catalog."C",
    CONSTRAINT task_unit_version_check CHECK ((from_position < to_position))
);
CREATE TABLE jibao.task_version (
    ledger text NOT NULL COLLATE pg_catalog."C",
    plan text NOT NULL COLLATE pg_catalog."C",
    task text NOT NULL COLLATE pg_catalog."C",
    from_position bigint NOT NULL,
    to_position bigint NOT NULL,
    hash bytea NOT NULL,
    source_position bigint NOT NULL,
    source_line bigint NOT NULL,
    number bigint,
    parent text COLLATE pg_catalog."C",
    section text COLLATE pg_catalog."C",
    title text COLLATE pg_catalog."C",
    leaders text COLLATE pg_catalog."C",
    lead_units text COLLATE pg_catalog."C",
    collect_units text COLLATE pg_catalog."C",
    responsible_units text COLLATE pg_catalog."C",
    support_units text COLLATE pg_catalog."C",
    owner text COLLATE pg_catalog."C",
    phone text COLLATE pg_catalog."C",
    key_task bigint,
    starts_on text COLLATE pg_catalog."C",
    due_on text COLLATE pg_catalog."C",
    status text COLLATE pg_catalog."C",
    progress bigint,
    completed_on text COLLATE pg_catalog."C",
    accepted_on text COLLATE pg_catalog."C",
    expected_on text COLLATE pg_catalog."C",
    outlook text COLLATE pg_catalog."C",
    progress_note text COLLATE pg_catalog."C",
    delay_reason text COLLATE pg_catalog."C",
    reason_kind text COLLATE pg_catalog."C",
    next_step text COLLATE pg_catalog."C",
    needs_coordination text COLLATE pg_catalog."C",
    escalate_to text COLLATE pg_catalog."C",
    chase_by text COLLATE pg_catalog."C",
    evidence text COLLATE pg_catalog."C",
    change_basis text COLLATE pg_catalog."C",
    note text COLLATE pg_catalog."C",
    extra text COLLATE pg_catalog."C",
    CONSTRAINT task_version_check CHECK ((from_position < to_position))
);
CREATE TABLE jibao.unit_member_version (
    ledger text NOT NULL COLLATE pg_catalog."C",
    plan text NOT NULL COLLATE pg_catalog."C",
    unit text NOT NULL COLLATE pg_catalog."C",
    member text NOT NULL COLLATE pg_catalog."C",
    from_position bigint NOT NULL,
    to_position bigint NOT NULL,
    hash bytea NOT NULL,
    source_position bigint NOT NULL,
    source_line bigint NOT NULL,
    CONSTRAINT unit_member_version_check CHECK ((from_position < to_position))
);
CREATE TABLE jibao.unit_version (
    ledger text NOT NULL COLLATE pg_catalog."C",
    plan text NOT NULL COLLATE pg_catalog."C",
    unit text NOT NULL COLLATE pg_catalog."C",
    from_position bigint NOT NULL,
    to_position bigint NOT NULL,
    hash bytea NOT NULL,
    source_position bigint NOT NULL,
    source_line bigint NOT NULL,
    name text COLLATE pg_catalog."C",
    aliases text COLLATE pg_catalog."C",
    kind text COLLATE pg_catalog."C",
    ranking_group text COLLATE pg_catalog."C",
    official_order bigint,
    valid_from text COLLATE pg_catalog."C",
    valid_to text COLLATE pg_catalog."C",
    successor text COLLATE pg_catalog."C",
    is_group bigint,
    members text COLLATE pg_catalog."C",
    extra text COLLATE pg_catalog."C",
    CONSTRAINT unit_version_check CHECK ((from_position < to_position))
);
INSERT INTO jibao.assignment_version VALUES ('east', 'p', '键1', '键1', '键1', 202304250001, 202306250001, '\x6ddc9d5bda05020e2282ea0a9965de4bfd73caa91fe728848b0fd45ad503e6b8', 202304250001, 9, '版1', 1, '2023-01-01', '版1', '2023-01-01', '版1');
INSERT INTO jibao.assignment_version VALUES ('east', 'p', '键2', '键2', '键2', 202304250001, 202306250001, '\x387419400b34637bd04ea2658b5e057debfec676f8f129e69eb54002a4f974a3', 202304250001, 10, '版1', 1, '2023-01-01', '版1', '2023-01-01', '版1');
INSERT INTO jibao.assignment_version VALUES ('east', 'p', '键2', '键2', '键2', 202306250001, 999999999999, '\x536e55aac107351425e295f9a64474734da7689b7552aa3846d2b52f14429ab8', 202306250001, 11, '版2', 2, '2023-01-02', '版2', '2023-01-02', '版2');
INSERT INTO jibao.assignment_version VALUES ('east', 'p', '键1', '键1', '键1', 202306250001, 999999999999, '\x711c8ac90089586e005a38b3fb44e9edd6e68ff85331bb2a7fb3066ddd9e75b3', 202306250001, 12, '版2', 2, '2023-01-02', '版2', '2023-01-02', '版2');
INSERT INTO jibao.assignment_version VALUES ('east', 'q', '键1', '键1', '键1', 202304250001, 202306250001, '\x7407739318f6b425299099a96b08232661343030587634a3d2576e263d247e44', 202304250001, 37, '版1', 1, '2023-01-01', '版1', '2023-01-01', '版1');
INSERT INTO jibao.assignment_version VALUES ('east', 'q', '键1', '键1', '键1', 202306250001, 999999999999, '\xd1cd74ab8f75761f483e17c1ecfef91964c7debbd7e9d7da4fc63d0dfe41f124', 202306250001, 20, '版2', 2, '2023-01-02', '版2', '2023-01-02', '版2');
INSERT INTO jibao.day VALUES (19533, '2023-06-25', 2023, 6, 25, NULL);
INSERT INTO jibao.definition VALUES ('\x5b6b3bdf39eb19eb9ca368281cbd19e396918bf5f727fc11600a9973afe43bfd', 'date,is_working,name
2023-06-22,0,端午节
');
INSERT INTO jibao.definition VALUES ('\x71695595d2bdfc98fc83df9cdbd799660ca07a6979084077bc0d6f1d07a29655', 'title: 二〇二三
');
INSERT INTO jibao.definition VALUES ('\xe1cd667293daefbe71f5fb1ce588086bf27b7b8d100c91f62cbc9d52d7f140e2', 'title: 二〇二三（修）
');
INSERT INTO jibao.edition VALUES ('west', 'p', '2023-H1', 1, '2023-06-25', 202306250001, '2023-06-25T10:00:00.000Z', '\x05b3abf2579a5eb66403cd78be557fd860633a1fe2103c7642030defe32c657f', '\x6aa3e247a9c63ead7afbb3499750be07cf89698b9f1948af639f70a0d7278910');
INSERT INTO jibao.event_version VALUES ('east', 'p', 1, '键1', '键1', '2023-02-01', '键1', 1, '键1', '键1', 202304250001, 202306250001, '\x22f38d6574e152ffc2c83cdb4ce4e4d3b9891ce00f9291edaa265fe654a30f9e', 202304250001, 34, '版1');
INSERT INTO jibao.event_version VALUES ('east', 'p', 2, '键2', '键2', '2023-02-02', '键2', 2, '键2', '键2', 202304250001, 202306250001, '\x0e6521f54151c2e770cbb1edb6c23ae836a8226f271418ea4470175eea949621', 202304250001, 35, '版1');
INSERT INTO jibao.event_version VALUES ('east', 'p', 2, '键2', '键2', '2023-02-02', '键2', 2, '键2', '键2', 202306250001, 999999999999, '\x2339eb161636a270c69c06eceb6d8223cb1d54b3c387a711198be3c6a8627e56', 202306250001, 35, '版2');
INSERT INTO jibao.event_version VALUES ('east', 'p', 1, '键1', '键1', '2023-02-01', '键1', 1, '键1', '键1', 202306250001, 999999999999, '\x60ddbad7b2350d3127d69e27c5fcd9f428d03dc5057b92b9767836b91505887e', 202306250001, 36, '版2');
INSERT INTO jibao.event_version VALUES ('east', 'q', 1, '键1', '键1', '2023-02-01', '键1', 1, '键1', '键1', 202304250001, 202306250001, '\xdf0d1eef01d32588bce193f1d01266fe6c18ca5f7bc8c3914fc332f674a4f67e', 202304250001, 21, '版1');
INSERT INTO jibao.event_version VALUES ('east', 'q', 1, '键1', '键1', '2023-02-01', '键1', 1, '键1', '键1', 202306250001, 999999999999, '\xcabac6b6b261d26725c137d634d136e629c607fe288ce43cea502a5dde5fcd88', 202306250001, 22, '版2');
INSERT INTO jibao.extension_version VALUES ('east', 'p', '键1', '2023-02-01', 202304250001, 202306250001, '\xb5e521d3c22aac7ee501a961bcd5470f71a41934d6951783fc6c6c741a0a108e', 202304250001, 32, '2023-01-01', '2023-01-01', '版1');
INSERT INTO jibao.extension_version VALUES ('east', 'p', '键2', '2023-02-02', 202304250001, 202306250001, '\x9e8c262487989ef924a7ffcd237a6bb215211dfe17e3970250c1c6ee4bea7af2', 202304250001, 33, '2023-01-01', '2023-01-01', '版1');
INSERT INTO jibao.extension_version VALUES ('east', 'p', '键1', '2023-02-01', 202306250001, 999999999999, '\xe7d7d4dc796c02439025522912e9a4ecd692433f4d0d2a5445676de80d692ad1', 202306250001, 32, '2023-01-02', '2023-01-02', '版2');
INSERT INTO jibao.extension_version VALUES ('east', 'p', '键2', '2023-02-02', 202306250001, 999999999999, '\xc46b1b77cc77107774755a02142bcf759308192cdbf725c7ddc0b75c08e01c2e', 202306250001, 33, '2023-01-02', '2023-01-02', '版2');
INSERT INTO jibao.extension_version VALUES ('east', 'q', '键1', '2023-02-01', 202304250001, 202306250001, '\x5d66fbc7a5949837328023ef550218c290a93a72cc8e24302f9f3826e9f93d23', 202304250001, 27, '2023-01-01', '2023-01-01', '版1');
INSERT INTO jibao.extension_version VALUES ('east', 'q', '键1', '2023-02-01', 202306250001, 999999999999, '\xac7c4d6552396a160422bf44460eb345a603363709edaa6774ae48cbd4eb01a1', 202306250001, 27, '2023-01-02', '2023-01-02', '版2');
INSERT INTO jibao.milestone_version VALUES ('west', 'p', '1', '开工', '', 202304250001, 999999999999, '\x0eedd857a3f0a075698d54a59b8c846ade415347ccc6ccc4d1bcf80dd70a452e', 202304250001, 2, '2023-03-31', '2023-03-30', NULL);
INSERT INTO jibao.milestone_version VALUES ('east', 'p', '键1', '键1', '键1', 202304250001, 202306250001, '\xd3af39b90878400b7b1a0b613f590c02f491a11b9bbb9ce6a1e8dabf85b08905', 202304250001, 23, '2023-01-01', '2023-01-01', '版1');
INSERT INTO jibao.milestone_version VALUES ('east', 'p', '键2', '键2', '键2', 202304250001, 202306250001, '\xfabbfaacf18ad3b2b0b1b70482d7645422ca2106928ea4289807061fd585ada0', 202304250001, 24, '2023-01-01', '2023-01-01', '版1');
INSERT INTO jibao.milestone_version VALUES ('east', 'p', '键1', '键1', '键1', 202306250001, 999999999999, '\x6617aaf9890b05b90443264f15e97055102742852393284740eeca8d912143c4', 202306250001, 25, '2023-01-02', '2023-01-02', '版2');
INSERT INTO jibao.milestone_version VALUES ('east', 'p', '键2', '键2', '键2', 202306250001, 999999999999, '\xaa2febe849c52e235eaa171c61d5f4331750f1d50df20d3d4ec7dfbae0208b11', 202306250001, 26, '2023-01-02', '2023-01-02', '版2');
INSERT INTO jibao.milestone_version VALUES ('east', 'q', '键1', '键1', '键1', 202304250001, 202306250001, '\x96678275fc5e27a2e99e79f6bfb05aa591188abccfd236d06968970e9a877a5b', 202304250001, 38, '2023-01-01', '2023-01-01', '版1');
INSERT INTO jibao.milestone_version VALUES ('east', 'q', '键1', '键1', '键1', 202306250001, 999999999999, '\x4beb8b5b8829199d1563f52d478393ff739647e5301efcde66a595dbad655300', 202306250001, 37, '2023-01-02', '2023-01-02', '版2');
INSERT INTO jibao.publication_version VALUES ('east', 'p', 1, '键1', '2023-02-01', '2023-02-01', '键1', '键1', '键1', 1, 202304250001, 202306250001, '\x25cb5d294c4ffaa0ec96eacda606efc7bb92b6e695c5aa2a647c44faba49398c', 202304250001, 17, '版1');
INSERT INTO jibao.publication_version VALUES ('east', 'p', 2, '键2', '2023-02-02', '2023-02-02', '键2', '键2', '键2', 2, 202304250001, 202306250001, '\x012e853e193400c45302f8932b65c66da725a7847fd09c78a933b7abf8e302a8', 202304250001, 18, '版1');
INSERT INTO jibao.publication_version VALUES ('east', 'p', 1, '键1', '2023-02-01', '2023-02-01', '键1', '键1', '键1', 1, 202306250001, 999999999999, '\x932c04f8c5ca791a5e351d24fa88b6e9fffd13f47244a9aca4ceb534b1efefdb', 202306250001, 18, '版2');
INSERT INTO jibao.publication_version VALUES ('east', 'p', 2, '键2', '2023-02-02', '2023-02-02', '键2', '键2', '键2', 2, 202306250001, 999999999999, '\x7b1de983b3163019ee931c947cef2d1a314260c315f77b3eba84d2a8924cb706', 202306250001, 19, '版2');
INSERT INTO jibao.publication_version VALUES ('east', 'q', 1, '键1', '2023-02-01', '2023-02-01', '键1', '键1', '键1', 1, 202304250001, 202306250001, '\xc5c0f05c24e54f2110ab224f40c5db9961c32e7f88c406adecb6ecb77d81205f', 202304250001, 16, '版1');
INSERT INTO jibao.publication_version VALUES ('east', 'q', 1, '键1', '2023-02-01', '2023-02-01', '键1', '键1', '键1', 1, 202306250001, 999999999999, '\x27ad36994fd07de213dd7bd1d4b1ccb731a769b031ec9fc2d2c85f46858e7dd4', 202306250001, 38, '版2');
INSERT INTO jibao.rectification_version VALUES ('east', 'p', '键1', 202304250001, 202306250001, '\x9aa02308e426d2b68d8bd94266ba17426bf283ea749558614727aa00394cf3b3', 202304250001, 30, '版1', '版1', '版1', '版1', '版1', '版1', '2023-01-01', '2023-01-01', '2023-01-01', '2023-01-01', '版1');
INSERT INTO jibao.rectification_version VALUES ('east', 'p', '键2', 202304250001, 202306250001, '\xb6b08f0da243bfe27e6539e3f0cf5f360e399af331859558315440ed8ddacc22', 202304250001, 31, '版1', '版1', '版1', '版1', '版1', '版1', '2023-01-01', '2023-01-01', '2023-01-01', '2023-01-01', '版1');
INSERT INTO jibao.rectification_version VALUES ('east', 'p', '键2', 202306250001, 999999999999, '\x82fb23610a3a7c37340e76ad8952fe08f4eb8df21b4e1ba879862179a601c081', 202306250001, 30, '版2', '版2', '版2', '版2', '版2', '版2', '2023-01-02', '2023-01-02', '2023-01-02', '2023-01-02', '版2');
INSERT INTO jibao.rectification_version VALUES ('east', 'p', '键1', 202306250001, 999999999999, '\xe3ca5fc2a6336798db37aea7422ff127edc2ad649ad83459e86c2623ab241751', 202306250001, 31, '版2', '版2', '版2', '版2', '版2', '版2', '2023-01-02', '2023-01-02', '2023-01-02', '2023-01-02', '版2');
INSERT INTO jibao.rectification_version VALUES ('east', 'q', '键1', 202304250001, 202306250001, '\xa98e91de0609924a1fa9b43b2e42aaa5666c09ad3c4a3c36eb63f65e4d4b4127', 202304250001, 2, '版1', '版1', '版1', '版1', '版1', '版1', '2023-01-01', '2023-01-01', '2023-01-01', '2023-01-01', '版1');
INSERT INTO jibao.rectification_version VALUES ('east', 'q', '键1', 202306250001, 999999999999, '\x4658a76e4cc1a3d39eb0ac6e42127958387f95f8a7fcc83edf59b3e84a2bdf8d', 202306250001, 2, '版2', '版2', '版2', '版2', '版2', '版2', '2023-01-02', '2023-01-02', '2023-01-02', '2023-01-02', '版2');
INSERT INTO jibao.renumbering VALUES ('west', 202306250001, 'p', '2', '4');
INSERT INTO jibao.run VALUES ('west', 1, '2023-06-25T09:30:00.000Z', 'snapshot', 0, 'stored');
INSERT INTO jibao.sending VALUES ('west', 'p', '2023-H1', 1, 1, '2023-06-26', '2023-06-26T10:00:00.000Z', '\x77d3521f61032fbfd82d928bae5bb11f3d3f50ca3ae5869b5911126aba8ad334');
INSERT INTO jibao.snapshot VALUES ('west', 1, 202304250001, '2023-04-25', '2023-04-25T09:00:00.000Z', '\x861214247ed5134d052270410b51a2d7371927361f4751623c0f4b2a4fd8c0c9', '专班备考', '\x2a6a9e21c16f1a5db96fab46918aa02948e8bf9a51c804b10e9e8d981bb8ca1a', '\x6b129ca89a401f11f3d9a8b97748cf5d15c483b52522be316d9d4744fbca068d');
INSERT INTO jibao.snapshot VALUES ('west', 2, 202306250001, '2023-06-25', '2023-06-25T09:00:00.000Z', '\x2f559315b72b1c1bfe09863dbda0e16d58e0aa18bbcb7ff35c67604828ab7c9b', '专班备考', '\xb7811203849c8af78259dec2ce34459dab3e5925191b8c75a13aa53fe6e2dce9', '\xc30a62ec8963cc383b22222b01214dbc27e717d7cb98c4fbdc5339979cc669b3');
INSERT INTO jibao.snapshot VALUES ('west', 3, 202305250001, '2023-05-25', '2023-06-26T09:00:00.000Z', '\x9c640cff8473a7df0ceb91f25db9622f15004cbbe0663323b54cc29f65c645cc', '专班备考', '\x3c718b348c10763ea82545c5a8f63c4a64b7cd140b522f5471609b1503e8f8b4', '\x2858da376d6db4220fd0d9283463d455f6ae69bb38367085776120d12f45649f');
INSERT INTO jibao.snapshot VALUES ('east', 1, 202304250001, '2023-04-25', '2023-04-25T10:00:00.000Z', '\x086df9d7779881e651981587bee30b74eae1a63e46c766d74968166c497d84b8', '', '\x548457f108bd5a325dba77ac57db63d7ce9396148042637a9d537ff9d342696b', '\x0747aa65afe9487137ad5d5e0d4ed97e5ee2db8a25c43ac42be4d42ed1f8c2c3');
INSERT INTO jibao.snapshot VALUES ('east', 2, 202306250001, '2023-06-25', '2023-06-25T10:00:00.000Z', '\x3ed560629d3559e4270b059a2f04f484d7dcfcf0dd4b4f635cb3cfa5c4768371', '', '\x76909539495b95b7e3896b7f9cf5228b06e12b4cb7dbd1c17ddab8945a072946', '\x1dd1e194b9d519604ea9eed111b92f6c443c5fa7fbbf4960d0eba0ec34e8a052');
INSERT INTO jibao.snapshot_coverage VALUES ('west', 202304250001, 'units', '', 4);
INSERT INTO jibao.snapshot_coverage VALUES ('west', 202304250001, 'ledger', 'p', 8);
INSERT INTO jibao.snapshot_coverage VALUES ('west', 202304250001, 'ledger', 'q', 8);
INSERT INTO jibao.snapshot_coverage VALUES ('west', 202304250001, 'targets', 'p', 4);
INSERT INTO jibao.snapshot_coverage VALUES ('west', 202304250001, 'targets', 'q', 4);
INSERT INTO jibao.snapshot_coverage VALUES ('west', 202304250001, 'milestones', 'p', 1);
INSERT INTO jibao.snapshot_coverage VALUES ('west', 202304250001, 'milestones', 'q', 1);
INSERT INTO jibao.snapshot_coverage VALUES ('west', 202306250001, 'units', '', 4);
INSERT INTO jibao.snapshot_coverage VALUES ('west', 202306250001, 'ledger', 'p', 7);
INSERT INTO jibao.snapshot_coverage VALUES ('west', 202306250001, 'ledger', 'q', 7);
INSERT INTO jibao.snapshot_coverage VALUES ('west', 202306250001, 'targets', 'p', 4);
INSERT INTO jibao.snapshot_coverage VALUES ('west', 202306250001, 'targets', 'q', 4);
INSERT INTO jibao.snapshot_coverage VALUES ('west', 202306250001, 'milestones', 'p', 1);
INSERT INTO jibao.snapshot_coverage VALUES ('west', 202306250001, 'milestones', 'q', 1);
INSERT INTO jibao.snapshot_coverage VALUES ('west', 202305250001, 'units', '', 4);
INSERT INTO jibao.snapshot_coverage VALUES ('west', 202305250001, 'ledger', 'p', 8);
INSERT INTO jibao.snapshot_coverage VALUES ('west', 202305250001, 'ledger', 'q', 8);
INSERT INTO jibao.snapshot_coverage VALUES ('west', 202305250001, 'targets', 'p', 4);
INSERT INTO jibao.snapshot_coverage VALUES ('west', 202305250001, 'targets', 'q', 4);
INSERT INTO jibao.snapshot_coverage VALUES ('west', 202305250001, 'milestones', 'p', 1);
INSERT INTO jibao.snapshot_coverage VALUES ('west', 202305250001, 'milestones', 'q', 1);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202304250001, 'assignments', 'p', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202304250001, 'assignments', 'q', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202304250001, 'events', 'p', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202304250001, 'events', 'q', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202304250001, 'extensions', 'p', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202304250001, 'extensions', 'q', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202304250001, 'ledger', 'p', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202304250001, 'ledger', 'q', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202304250001, 'milestones', 'p', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202304250001, 'milestones', 'q', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202304250001, 'publications', 'p', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202304250001, 'publications', 'q', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202304250001, 'rectifications', 'p', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202304250001, 'rectifications', 'q', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202304250001, 'submissions', 'p', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202304250001, 'submissions', 'q', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202304250001, 'targets', 'p', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202304250001, 'targets', 'q', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202304250001, 'units', '', 2);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202306250001, 'assignments', 'p', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202306250001, 'assignments', 'q', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202306250001, 'events', 'p', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202306250001, 'events', 'q', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202306250001, 'extensions', 'p', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202306250001, 'extensions', 'q', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202306250001, 'ledger', 'p', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202306250001, 'ledger', 'q', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202306250001, 'milestones', 'p', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202306250001, 'milestones', 'q', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202306250001, 'publications', 'p', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202306250001, 'publications', 'q', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202306250001, 'rectifications', 'p', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202306250001, 'rectifications', 'q', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202306250001, 'submissions', 'p', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202306250001, 'submissions', 'q', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202306250001, 'targets', 'p', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202306250001, 'targets', 'q', 3);
INSERT INTO jibao.snapshot_coverage VALUES ('east', 202306250001, 'units', '', 2);
INSERT INTO jibao.snapshot_definition VALUES ('west', 202304250001, 'calendar', '2023', '\x5b6b3bdf39eb19eb9ca368281cbd19e396918bf5f727fc11600a9973afe43bfd');
INSERT INTO jibao.snapshot_definition VALUES ('west', 202304250001, 'plan', 'p', '\x71695595d2bdfc98fc83df9cdbd799660ca07a6979084077bc0d6f1d07a29655');
INSERT INTO jibao.snapshot_definition VALUES ('west', 202306250001, 'plan', 'p', '\xe1cd667293daefbe71f5fb1ce588086bf27b7b8d100c91f62cbc9d52d7f140e2');
INSERT INTO jibao.snapshot_source VALUES ('west', 202304250001, 'units', 'units.csv', '\xdce2ddb108923d925d1c07218601d9a7ee64a5c06caf0cd558c8bbc50c1c865f');
INSERT INTO jibao.snapshot_source VALUES ('west', 202304250001, 'ledger', 'ledger.csv', '\x57986192770da4f1373394b22c476b0ff72126da54ab64eee21d77a027f87c14');
INSERT INTO jibao.snapshot_source VALUES ('west', 202304250001, 'targets', 'targets.csv', '\x9cefdbfaa80ba3d7061811843b9f56bd98247aa34428e19d3fd8ad869672c810');
INSERT INTO jibao.snapshot_source VALUES ('west', 202304250001, 'milestones', 'milestones.csv', '\x05d6c71e90de7ab7eae09c69a7508c62d0d4f9c3d35741db69f1016d7d0a0024');
INSERT INTO jibao.snapshot_source VALUES ('west', 202306250001, 'units', 'units.csv', '\x8bde5a77c6025ad8aecb70ebdb0fd39200d60c94324e2b7a398276e8e84204c8');
INSERT INTO jibao.snapshot_source VALUES ('west', 202306250001, 'ledger', 'ledger.csv', '\x7a83672fad99581dc264b5aca86ef1fee3389969c452dc858e013f454067aca6');
INSERT INTO jibao.snapshot_source VALUES ('west', 202306250001, 'targets', 'targets.csv', '\x3d27b213e69006d20bb0ff45b87b8d0884ccfde29d5e96a3fc451bb8f4be4268');
INSERT INTO jibao.snapshot_source VALUES ('west', 202306250001, 'milestones', 'milestones.csv', '\xaa3133f72af60a477cc09e84d2cf487dbb089cb749d968c94d1a47e2ced45b30');
INSERT INTO jibao.snapshot_source VALUES ('west', 202305250001, 'units', 'units.csv', '\x262de32708dc1d96840397f41410997e68bd58b2d93b41b7cb0ecf1108f8fe88');
INSERT INTO jibao.snapshot_source VALUES ('west', 202305250001, 'ledger', 'ledger.csv', '\x333e73929434b85656da4404a33a354cd1b7e5eb2ea1054d43e7bc60b98aa046');
INSERT INTO jibao.snapshot_source VALUES ('west', 202305250001, 'targets', 'targets.csv', '\x59205565e97f5c05fa5522fe904e6d793233f2fc6010d53d7a285c583409b06d');
INSERT INTO jibao.snapshot_source VALUES ('west', 202305250001, 'milestones', 'milestones.csv', '\x7d6165a2cbee1ab9c5f0615b6d0069cfd4c7abdbff56a4bdb66930a1b495558d');
INSERT INTO jibao.snapshot_source VALUES ('east', 202304250001, 'assignments', 'assignments.csv', '\xef8dcf7162a955368a7a33b8596e363a92e03fa7a4f0820231a02124089c059c');
INSERT INTO jibao.snapshot_source VALUES ('east', 202304250001, 'events', 'events.csv', '\x862417b9e7c3720bcb3263cd873b09892d787823b6f9a0f453e42824c5a4d4b6');
INSERT INTO jibao.snapshot_source VALUES ('east', 202304250001, 'extensions', 'extensions.csv', '\x20ef7739e8423f114899b767909a220c5dc4169d73a38196d7a2dbfac5166c4e');
INSERT INTO jibao.snapshot_source VALUES ('east', 202304250001, 'ledger', 'ledger.csv', '\xfe14010b4fe83303852f0467c919ef9a7ca089b91e96e3aad7d426dd87079297');
INSERT INTO jibao.snapshot_source VALUES ('east', 202304250001, 'milestones', 'milestones.csv', '\x43bfa168ec1b7bc3ae16e14ade144ad997424d36c60d7bb6e685845655490c23');
INSERT INTO jibao.snapshot_source VALUES ('east', 202304250001, 'publications', 'publications.csv', '\x1cdd5005f29dab42abccbb4becf0c19d5367c7e29e623b2a91a1b0f01d421e2b');
INSERT INTO jibao.snapshot_source VALUES ('east', 202304250001, 'rectifications', 'rectifications.csv', '\x6eaa6028bd4765caee39ca313b3dbb705d517694da792f6f956aa53803df0cc3');
INSERT INTO jibao.snapshot_source VALUES ('east', 202304250001, 'submissions', 'submissions.csv', '\x21e945ad5e3b81adf2ac82114f7e701ca858a81c9b678ea7d23f95927b71d424');
INSERT INTO jibao.snapshot_source VALUES ('east', 202304250001, 'targets', 'targets.csv', '\x26cafb94003a654827f52047a9368c0821f01f4512828a68f7bd4b44e6a0afcf');
INSERT INTO jibao.snapshot_source VALUES ('east', 202304250001, 'units', 'units.csv', '\xc981a30c0e7b420b0ba50ce7d1d4174a511fdf20567b852ab02c774cb9a3591e');
INSERT INTO jibao.snapshot_source VALUES ('east', 202306250001, 'assignments', 'assignments.csv', '\xef8dcf7162a955368a7a33b8596e363a92e03fa7a4f0820231a02124089c059c');
INSERT INTO jibao.snapshot_source VALUES ('east', 202306250001, 'events', 'events.csv', '\x862417b9e7c3720bcb3263cd873b09892d787823b6f9a0f453e42824c5a4d4b6');
INSERT INTO jibao.snapshot_source VALUES ('east', 202306250001, 'extensions', 'extensions.csv', '\x20ef7739e8423f114899b767909a220c5dc4169d73a38196d7a2dbfac5166c4e');
INSERT INTO jibao.snapshot_source VALUES ('east', 202306250001, 'ledger', 'ledger.csv', '\xfe14010b4fe83303852f0467c919ef9a7ca089b91e96e3aad7d426dd87079297');
INSERT INTO jibao.snapshot_source VALUES ('east', 202306250001, 'milestones', 'milestones.csv', '\x43bfa168ec1b7bc3ae16e14ade144ad997424d36c60d7bb6e685845655490c23');
INSERT INTO jibao.snapshot_source VALUES ('east', 202306250001, 'publications', 'publications.csv', '\x1cdd5005f29dab42abccbb4becf0c19d5367c7e29e623b2a91a1b0f01d421e2b');
INSERT INTO jibao.snapshot_source VALUES ('east', 202306250001, 'rectifications', 'rectifications.csv', '\x6eaa6028bd4765caee39ca313b3dbb705d517694da792f6f956aa53803df0cc3');
INSERT INTO jibao.snapshot_source VALUES ('east', 202306250001, 'submissions', 'submissions.csv', '\x21e945ad5e3b81adf2ac82114f7e701ca858a81c9b678ea7d23f95927b71d424');
INSERT INTO jibao.snapshot_source VALUES ('east', 202306250001, 'targets', 'targets.csv', '\x26cafb94003a654827f52047a9368c0821f01f4512828a68f7bd4b44e6a0afcf');
INSERT INTO jibao.snapshot_source VALUES ('east', 202306250001, 'units', 'units.csv', '\xc981a30c0e7b420b0ba50ce7d1d4174a511fdf20567b852ab02c774cb9a3591e');
INSERT INTO jibao.store_version VALUES (2);
INSERT INTO jibao.submission_version VALUES ('east', 'p', '键1', '键1', 202304250001, 202306250001, '\xfd4881c4c2c7471e97b55149e89dc5ba9d51bb19ac840391293e2389e16b7508', 202304250001, 3, '2023-01-01', '版1', 1, '版1', '版1');
INSERT INTO jibao.submission_version VALUES ('east', 'p', '键2', '键2', 202304250001, 202306250001, '\xef0c870b4ff11bf30de63981c676842457ce2124d71655225a3d496bc60367b6', 202304250001, 4, '2023-01-01', '版1', 1, '版1', '版1');
INSERT INTO jibao.submission_version VALUES ('east', 'p', '键1', '键1', 202306250001, 999999999999, '\x5f2883cccf52d9e71001f1b6c2e0cbdaa4f7900d7de0bc36293b1f5f827c4fd4', 202306250001, 3, '2023-01-02', '版2', 2, '版2', '版2');
INSERT INTO jibao.submission_version VALUES ('east', 'p', '键2', '键2', 202306250001, 999999999999, '\x3bbb25d7f399f77fca98ed551b90e27164237c930f7b478bcbc90c44dc7e9436', 202306250001, 4, '2023-01-02', '版2', 2, '版2', '版2');
INSERT INTO jibao.submission_version VALUES ('east', 'q', '键1', '键1', 202304250001, 202306250001, '\xa2efef4002f853820afdf11c8fbd5e5163c0e8f219cc40905b6745114bee2c05', 202304250001, 22, '2023-01-01', '版1', 1, '版1', '版1');
INSERT INTO jibao.submission_version VALUES ('east', 'q', '键1', '键1', 202306250001, 999999999999, '\x8ac4ba202e67a339930f16609525ce01647683bf919990867f29d2c6b58246c7', 202306250001, 21, '2023-01-02', '版2', 2, '版2', '版2');
INSERT INTO jibao.target_version VALUES ('west', 'p', 't2', 202304250001, 999999999999, '\x6e920c07f8efc305fad2ba40141c9a37f0401eb37ead946ddebc476699fee8b0', 202304250001, 3, '1', '指标t2', '>=', 100000000, '个', 'cumulative', NULL, NULL, NULL, NULL, NULL, '单位某公司时限年底备注无');
INSERT INTO jibao.target_version VALUES ('west', 'p', 't3', 202304250001, 999999999999, '\xf7a8698b27ed0ae99b19b895d6586ffda049ddd8592cb8d95d33b81f89e18dfa', 202304250001, 4, '1', '指标t3', '>=', 100000000, '个', 'cumulative', NULL, NULL, NULL, NULL, NULL, 'due_on2023-09-30unit市教育局note见附件');
INSERT INTO jibao.target_version VALUES ('west', 'p', 't4', 202304250001, 999999999999, '\xa25284b79d546cbb4c49f827cbc0c1a665d3b258693e84387969649b9843afb4', 202304250001, 5, '1', '指标t4', '>=', 100000000, '个', 'cumulative', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO jibao.target_version VALUES ('west', 'p', 't1', 202306250001, 999999999999, '\x71b5d31242ae7574c4e81e28bed01a8b4887f59479f8d56800a0885cfc454884', 202306250001, 2, '1', '指标t1', '>=', 100000000, '个', 'cumulative', NULL, NULL, 3000000, NULL, NULL, '备注按季报专班第一组单位发改委时限2023-06-30');
INSERT INTO jibao.target_version VALUES ('west', 'p', 't1', 202304250001, 202305250001, '\x81cb2baa7917c4f9b94b65baf08dc680617cad019b17cbee977de3226523bba1', 202304250001, 2, '1', '指标t1', '>=', 100000000, '个', 'cumulative', NULL, NULL, 1000000, NULL, NULL, '备注按季报专班第一组单位发改委时限2023-06-30');
INSERT INTO jibao.target_version VALUES ('west', 'p', 't1', 202305250001, 202306250001, '\x014fa6bebbd212f80f35425a1ecfb3b272780ea6b5315e77ef9bc6b7c29fca88', 202305250001, 2, '1', '指标t1', '>=', 100000000, '个', 'cumulative', NULL, NULL, 2000000, NULL, NULL, '备注按季报专班第一组单位发改委时限2023-06-30');
INSERT INTO jibao.target_version VALUES ('east', 'p', '键1', 202304250001, 202306250001, '\xb81dd958be0b60231dd3d5d54a164bb1f26e12e57829d10c162d33fd9f4ed65f', 202304250001, 13, '版1', '版1', '版1', 1, '版1', '版1', '版1', 1, 1, '2023-01-01', '版1', '版1');
INSERT INTO jibao.target_version VALUES ('east', 'p', '键2', 202304250001, 202306250001, '\xacd922c59c9b0b184e25efed90b3a431ae881642c2e986bbab59f32d7a6b632e', 202304250001, 14, '版1', '版1', '版1', 1, '版1', '版1', '版1', 1, 1, '2023-01-01', '版1', '版1');
INSERT INTO jibao.target_version VALUES ('east', 'p', '键1', 202306250001, 999999999999, '\xe307ac5a3e92bf57bc05e73ed4119f249fa0e1b69448b67918b2b10578649cfd', 202306250001, 13, '版2', '版2', '版2', 2, '版2', '版2', '版2', 2, 2, '2023-01-02', '版2', '版2');
INSERT INTO jibao.target_version VALUES ('east', 'p', '键2', 202306250001, 999999999999, '\x142578f9e937a8dad4a700e8b6f532da3245bf2e1cd98a36e51d7e59ae842641', 202306250001, 14, '版2', '版2', '版2', 2, '版2', '版2', '版2', 2, 2, '2023-01-02', '版2', '版2');
INSERT INTO jibao.target_version VALUES ('east', 'q', '键1', 202304250001, 202306250001, '\x416936aed5ea7c2396b381743459fd12f903f07bb147b45bf6ba0f8a10cdcde5', 202304250001, 15, '版1', '版1', '版1', 1, '版1', '版1', '版1', 1, 1, '2023-01-01', '版1', '版1');
INSERT INTO jibao.target_version VALUES ('east', 'q', '键1', 202306250001, 999999999999, '\x06185036537969da6944d958a87dc19b4c97a47584f091dd6f09c423da148d3c', 202306250001, 15, '版2', '版2', '版2', 2, '版2', '版2', '版2', 2, 2, '2023-01-02', '版2', '版2');
INSERT INTO jibao.task_leader_version VALUES ('west', 'p', '1', 1, 202304250001, 999999999999, '\xb810ee10ba5db8d0c243372d1c466f239b4130915463836041661d4aeff0e44a', 202304250001, 2, '张三', 0);
INSERT INTO jibao.task_leader_version VALUES ('west', 'p', '2', 1, 202304250001, 999999999999, '\x4348e6a26cccf439021535b27f9821770f8a598effa44b2558d8c27843c43241', 202304250001, 4, '张三', 0);
INSERT INTO jibao.task_leader_version VALUES ('west', 'p', '3', 1, 202304250001, 999999999999, '\x59d87ffeaba051cb1593d90fd1d705d0bfd1f94cb665c517272d53b7e595867a', 202304250001, 6, '张三', 0);
INSERT INTO jibao.task_leader_version VALUES ('west', 'q', '1', 1, 202304250001, 999999999999, '\x98298d110b71831128b5d45011bc540cdc016ba1ce99ad9e6cd54d6939e9d72b', 202304250001, 3, '张三', 0);
INSERT INTO jibao.task_leader_version VALUES ('west', 'q', '2', 1, 202304250001, 999999999999, '\x47969a517e1891a23f7e3c3280b61b37ed288b3c6c7c0cebaa6d98975e4c77d0', 202304250001, 5, '张三', 0);
INSERT INTO jibao.task_leader_version VALUES ('west', 'q', '3', 1, 202304250001, 999999999999, '\xc904aa5b4b01528a3ffdd46ccf61a8862e68b74ab90302bd856bc69606bb7e50', 202304250001, 7, '张三', 0);
INSERT INTO jibao.task_leader_version VALUES ('west', 'q', '编4', 1, 202304250001, 999999999999, '\x4ad209bc26408c8ef3011ca8911a1342cc93a6cd0577e168c364fb433ce3dc68', 202304250001, 9, '张三', 0);
INSERT INTO jibao.task_leader_version VALUES ('west', 'p', '4', 1, 202304250001, 202306250001, '\x3a448d130a3b782d584dd06dbd4d9c1e5c01361755924e16956d5beb99328e8e', 202304250001, 8, '张三', 0);
INSERT INTO jibao.task_leader_version VALUES ('east', 'p', '键1', 1, 202304250001, 202306250001, '\x207657c004dde59c0afcef2f4fac6789cdd58f29b5b1e4f2d10c7c43bc87b353', 202304250001, 11, '版1', 1);
INSERT INTO jibao.task_leader_version VALUES ('east', 'p', '键2', 2, 202304250001, 202306250001, '\x37aec92c64226d92f2d3e8eb689eb66d58e11509e54faa36be7b9245d731247a', 202304250001, 12, '版1', 1);
INSERT INTO jibao.task_leader_version VALUES ('east', 'p', '键2', 2, 202306250001, 999999999999, '\xdafc9811d275b073ac288513ef98b7467254adec1023672515038fdef64b92fd', 202306250001, 9, '版2', 2);
INSERT INTO jibao.task_leader_version VALUES ('east', 'p', '键1', 1, 202306250001, 999999999999, '\x4cdf5591ebaa4d1cd443e38c96dde328be7f648c00eef92dd0eef8e250d141cc', 202306250001, 10, '版2', 2);
INSERT INTO jibao.task_leader_version VALUES ('east', 'q', '键1', 1, 202304250001, 202306250001, '\x5ebad65ac4e2a2956d090626d8d0356e2768a76510f233c086c40fa6a6261400', 202304250001, 5, '版1', 1);
INSERT INTO jibao.task_leader_version VALUES ('east', 'q', '键1', 1, 202306250001, 999999999999, '\x7d5d4fe926d1d8f3bb711f8955e68a17c8ed90c2c0717cf58705ea5335c79329', 202306250001, 5, '版2', 2);
INSERT INTO jibao.task_unit_version VALUES ('west', 'p', '1', 'lead', 1, 202304250001, 999999999999, '\xfeff2789421451e63fc6bf7c45d06fe278d2b5cdab76c65233ec62fad9f26fda', 202304250001, 2, 'u1');
INSERT INTO jibao.task_unit_version VALUES ('west', 'p', '2', 'lead', 1, 202304250001, 999999999999, '\x00afc282de2900f2c964a9c7861618fc7fe5a5662781aa4655594548e79cb642', 202304250001, 4, 'u1');
INSERT INTO jibao.task_unit_version VALUES ('west', 'p', '3', 'lead', 1, 202304250001, 999999999999, '\xdff87180845c78c3cc55e71092de41ada4267778f94e68f9d9ed0381b54b1cb3', 202304250001, 6, 'u1');
INSERT INTO jibao.task_unit_version VALUES ('west', 'q', '1', 'lead', 1, 202304250001, 999999999999, '\x463ca34b5f5c588e1d2c32c26905eadf52fd3f4f96d0a17de671e7b19881e270', 202304250001, 3, 'u1');
INSERT INTO jibao.task_unit_version VALUES ('west', 'q', '2', 'lead', 1, 202304250001, 999999999999, '\x36c67e1b7f2b0e5c4a5f3397c09fe45077b6e93164a9fb676c0d1888f918bd26', 202304250001, 5, 'u1');
INSERT INTO jibao.task_unit_version VALUES ('west', 'q', '3', 'lead', 1, 202304250001, 999999999999, '\xd15451fceec3aec60e5e09aa20f811ab12b85430387013dcc46e03515cd9eb90', 202304250001, 7, 'u1');
INSERT INTO jibao.task_unit_version VALUES ('west', 'q', '编4', 'lead', 1, 202304250001, 999999999999, '\x55ad3791b4320aba07fc986b7f19cbcc3486409fc304c4bbd7c2310267e81878', 202304250001, 9, 'u1');
INSERT INTO jibao.task_unit_version VALUES ('west', 'p', '4', 'lead', 1, 202304250001, 202306250001, '\x0e1c7c7bec57c8450dcf3b935836611e2bcf4cd6f55e2505ced1d52e517a315e', 202304250001, 8, 'u1');
INSERT INTO jibao.task_unit_version VALUES ('east', 'p', '键1', '键1', 1, 202304250001, 202306250001, '\xf80291b3c6ea67567e61381275534a1d8b1f0f88be0ae733a5e344ddbecbd3f5', 202304250001, 29, '版1');
INSERT INTO jibao.task_unit_version VALUES ('east', 'p', '键2', '键2', 2, 202304250001, 202306250001, '\x9c25132639e7e1de6bcbdeede8d19d13a07d86d2251ca98590a21796773a99af', 202304250001, 28, '版1');
INSERT INTO jibao.task_unit_version VALUES ('east', 'p', '键2', '键2', 2, 202306250001, 999999999999, '\xeec061903cb4729afa32f7d5210ea70e3188f639faef842b3255001f959bd74f', 202306250001, 16, '版2');
INSERT INTO jibao.task_unit_version VALUES ('east', 'p', '键1', '键1', 1, 202306250001, 999999999999, '\x4589f1075976e23b17deec43bc14bf0fccbb61a0dc3372628f0f36a04dc2491b', 202306250001, 17, '版2');
INSERT INTO jibao.task_unit_version VALUES ('east', 'q', '键1', '键1', 1, 202304250001, 202306250001, '\xfe6090a1b15ff515341b56f104079fad3fcb795ea8cfa9e818900af1359b7a7e', 202304250001, 36, '版1');
INSERT INTO jibao.task_unit_version VALUES ('east', 'q', '键1', '键1', 1, 202306250001, 999999999999, '\x5648c6b00851fbbf3a2e2818bdddf9650b8e7ed378b6f5a7797ed2b91e67ecda', 202306250001, 34, '版2');
INSERT INTO jibao.task_version VALUES ('east', 'p', '键2', 202304250001, 202306250001, '\x44c201cccb3887fa7b017802ed4bc428cff89c64c614ba46f8432803f05ef05b', 202304250001, 19, 1, '版1', '版1', '版1', '版1', '版1', '版1', '版1', '版1', '版1', '版1', 1, '2023-01-01', '2023-01-01', '版1', 1, '2023-01-01', '2023-01-01', '2023-01-01', '版1', '版1', '版1', '版1', '版1', '版1', '版1', '2023-01-01', '版1', '版1', '版1', '版1');
INSERT INTO jibao.task_version VALUES ('west', 'p', '1', 202306250001, 999999999999, '\xcca0f6bfde4eecfe0508c27d03caf6e1e1ffca979fb2afe20b1f654452217135', 202306250001, 2, 1, NULL, '一、经济', '任务1', '张三', '市发改委', NULL, NULL, NULL, NULL, NULL, NULL, '2023-01-01', '2023-12-31', 'completed', 250000, '2023-06-20', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '专班第1组备考é');
INSERT INTO jibao.task_version VALUES ('west', 'p', '2', 202306250001, 999999999999, '\xdb39f698cdc9ed630e5e587833ffdf0690d02d5354fb75eb6eaf020e238cc606', 202306250001, 4, 2, NULL, '一、经济', '任务2（改）', '张三', '市发改委', NULL, NULL, NULL, NULL, NULL, NULL, '2023-01-01', '2023-12-31', 'in_progress', 350000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '专班第2组备考é');
INSERT INTO jibao.task_version VALUES ('west', 'p', '3', 202306250001, 999999999999, '\x0f2b9b8bf5687b69edf632a18e749fa8ed28214a6aed3c8c3a41d7b39bb5ad63', 202306250001, 6, 3, NULL, '一、经济', '任务3', '张三', '市发改委', NULL, NULL, NULL, NULL, NULL, NULL, '2023-01-01', '2023-12-31', 'in_progress', 450000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO jibao.task_version VALUES ('west', 'q', '1', 202306250001, 999999999999, '\x8b530ae87afe9542ad1a7ee884c76011ebe62bc277f7a4acb034a006611a413e', 202306250001, 3, 1, NULL, '一、经济', '任务1', '张三', '市发改委', NULL, NULL, NULL, NULL, NULL, NULL, '2023-01-01', '2023-12-31', 'completed', 250000, '2023-06-20', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '专班第1组备考é');
INSERT INTO jibao.task_version VALUES ('west', 'q', '2', 202306250001, 999999999999, '\x0d2d49b682ac3c81c034ef3f5b56084d1f03dc1385f6ae3cbbfe568c2d77fd62', 202306250001, 5, 2, NULL, '一、经济', '任务2', '张三', '市发改委', NULL, NULL, NULL, NULL, NULL, NULL, '2023-01-01', '2023-12-31', 'in_progress', 350000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '专班第2组备考é');
INSERT INTO jibao.task_version VALUES ('west', 'q', '3', 202306250001, 999999999999, '\x59d10c6e043efe27aa4961cd8770fe136b21c8bd6a18264a45e71ca17003a2ef', 202306250001, 7, 3, NULL, '一、经济', '任务3', '张三', '市发改委', NULL, NULL, NULL, NULL, NULL, NULL, '2023-01-01', '2023-12-31', 'in_progress', 450000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO jibao.task_version VALUES ('west', 'q', '编4', 202306250001, 999999999999, '\x67f313c2822189bcc02eef515300f32866f603b009ce610d684e7a916d589d27', 202306250001, 9, NULL, NULL, '一、经济', '任务4', '张三', '市发改委', NULL, NULL, NULL, NULL, NULL, NULL, '2023-01-01', '2023-12-31', 'in_progress', 550000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '专班第4组备考é');
INSERT INTO jibao.task_version VALUES ('west', 'p', '1', 202304250001, 202305250001, '\xa5052237c93d35325bb1667cbb7070bbd0be3756bd556f9742bbed4749f1d948', 202304250001, 2, 1, NULL, '一、经济', '任务1', '张三', '市发改委', NULL, NULL, NULL, NULL, NULL, NULL, '2023-01-01', '2023-12-31', 'in_progress', 150000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '专班第1组备考é');
INSERT INTO jibao.task_version VALUES ('west', 'p', '2', 202304250001, 202305250001, '\x0ef2982ddb398157f32aea885a7315556200301e5e6cd97c7cf93769106c004d', 202304250001, 4, 2, NULL, '一、经济', '任务2', '张三', '市发改委', NULL, NULL, NULL, NULL, NULL, NULL, '2023-01-01', '2023-12-31', 'in_progress', 250000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '专班第2组备考é');
INSERT INTO jibao.task_version VALUES ('west', 'p', '3', 202304250001, 202305250001, '\x773272612f64a26557cc4e2f62c5c1aec6e4de71ce88d17953d96afef8a86ceb', 202304250001, 6, 3, NULL, '一、经济', '任务3', '张三', '市发改委', NULL, NULL, NULL, NULL, NULL, NULL, '2023-01-01', '2023-12-31', 'in_progress', 350000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO jibao.task_version VALUES ('west', 'p', '4', 202304250001, 202305250001, '\xae79d8d64011480d0d15ecf880a9208784b7b3534361208ff736cd2f2682af7a', 202304250001, 8, 4, NULL, '一、经济', '任务4', '张三', '市发改委', NULL, NULL, NULL, NULL, NULL, NULL, '2023-01-01', '2023-12-31', 'in_progress', 450000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '专班第4组备考é');
INSERT INTO jibao.task_version VALUES ('west', 'p', '1', 202305250001, 202306250001, '\xf512407a2722e81ca635191860963c223b4082b963cf599441d29e566fd8ccf6', 202305250001, 2, 1, NULL, '一、经济', '任务1', '张三', '市发改委', NULL, NULL, NULL, NULL, NULL, NULL, '2023-01-01', '2023-12-31', 'completed', 200000, '2023-06-20', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '专班第1组备考é');
INSERT INTO jibao.task_version VALUES ('west', 'p', '2', 202305250001, 202306250001, '\x9f05f1c32270f1f0635d8a267209aefd4b4a0ad6a231c7b384c9fd8f2909dd03', 202305250001, 4, 2, NULL, '一、经济', '任务2', '张三', '市发改委', NULL, NULL, NULL, NULL, NULL, NULL, '2023-01-01', '2023-12-31', 'in_progress', 300000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '专班第2组备考é');
INSERT INTO jibao.task_version VALUES ('west', 'p', '3', 202305250001, 202306250001, '\x5e51ad321d5d0aeec3cef7bba0a86c2f6abbc4592aee5b1b2ddcd1ea80e35bf6', 202305250001, 6, 3, NULL, '一、经济', '任务3', '张三', '市发改委', NULL, NULL, NULL, NULL, NULL, NULL, '2023-01-01', '2023-12-31', 'in_progress', 400000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO jibao.task_version VALUES ('west', 'p', '4', 202305250001, 202306250001, '\xa8449ad264baae07c0b2d4b808aab2a030845b5547aecd2963c4198ad02adc2e', 202305250001, 8, 4, NULL, '一、经济', '任务4', '张三', '市发改委', NULL, NULL, NULL, NULL, NULL, NULL, '2023-01-01', '2023-12-31', 'in_progress', 500000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '专班第4组备考é');
INSERT INTO jibao.task_version VALUES ('west', 'q', '1', 202304250001, 202305250001, '\xa960c834b324378f5f646d9fcf2ffbf184c7b1525a9b25c7e7da9e6f0364c2d5', 202304250001, 3, 1, NULL, '一、经济', '任务1', '张三', '市发改委', NULL, NULL, NULL, NULL, NULL, NULL, '2023-01-01', '2023-12-31', 'in_progress', 150000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '专班第1组备考é');
INSERT INTO jibao.task_version VALUES ('west', 'q', '2', 202304250001, 202305250001, '\xd4a8f6649ab23c907119adebaa91a3347f3722cd204632f2614466ca501984c4', 202304250001, 5, 2, NULL, '一、经济', '任务2', '张三', '市发改委', NULL, NULL, NULL, NULL, NULL, NULL, '2023-01-01', '2023-12-31', 'in_progress', 250000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '专班第2组备考é');
INSERT INTO jibao.task_version VALUES ('west', 'q', '3', 202304250001, 202305250001, '\x0d0fc380a2fad030de2c72e40bb5d5ab93417b5ed738bd6fcd785226248d986f', 202304250001, 7, 3, NULL, '一、经济', '任务3', '张三', '市发改委', NULL, NULL, NULL, NULL, NULL, NULL, '2023-01-01', '2023-12-31', 'in_progress', 350000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO jibao.task_version VALUES ('west', 'q', '编4', 202304250001, 202305250001, '\x986f9432db5212921bb88b9d84c3f61bd000a7ed5a928e67c6786141ddb4d862', 202304250001, 9, NULL, NULL, '一、经济', '任务4', '张三', '市发改委', NULL, NULL, NULL, NULL, NULL, NULL, '2023-01-01', '2023-12-31', 'in_progress', 450000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '专班第4组备考é');
INSERT INTO jibao.task_version VALUES ('west', 'q', '1', 202305250001, 202306250001, '\xdd767978d51747e92f8a294d941d216b57186c56155abd411b4d3427f68bbdc9', 202305250001, 3, 1, NULL, '一、经济', '任务1', '张三', '市发改委', NULL, NULL, NULL, NULL, NULL, NULL, '2023-01-01', '2023-12-31', 'completed', 200000, '2023-06-20', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '专班第1组备考é');
INSERT INTO jibao.task_version VALUES ('west', 'q', '2', 202305250001, 202306250001, '\xfb3a4bbf41b29cc6ba71c068b62b674445e85497864960bddbf40def30153e03', 202305250001, 5, 2, NULL, '一、经济', '任务2', '张三', '市发改委', NULL, NULL, NULL, NULL, NULL, NULL, '2023-01-01', '2023-12-31', 'in_progress', 300000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '专班第2组备考é');
INSERT INTO jibao.task_version VALUES ('west', 'q', '3', 202305250001, 202306250001, '\x78391333c810c3dc15e3749ffafe138d80f17e99aabc5bb3b76361482b50cac6', 202305250001, 7, 3, NULL, '一、经济', '任务3', '张三', '市发改委', NULL, NULL, NULL, NULL, NULL, NULL, '2023-01-01', '2023-12-31', 'in_progress', 400000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO jibao.task_version VALUES ('west', 'q', '编4', 202305250001, 202306250001, '\x55568613f048dcef3c38d738ee2c7f7dc9f969890217c3f9fec0fc22b2bcfa45', 202305250001, 9, NULL, NULL, '一、经济', '任务4', '张三', '市发改委', NULL, NULL, NULL, NULL, NULL, NULL, '2023-01-01', '2023-12-31', 'in_progress', 500000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '专班第4组备考é');
INSERT INTO jibao.task_version VALUES ('east', 'p', '键1', 202304250001, 202306250001, '\x093134e1a00dc2c3311b1fef150ac2ba71a16f91150e25bed75c94d666487080', 202304250001, 20, 1, '版1', '版1', '版1', '版1', '版1', '版1', '版1', '版1', '版1', '版1', 1, '2023-01-01', '2023-01-01', '版1', 1, '2023-01-01', '2023-01-01', '2023-01-01', '版1', '版1', '版1', '版1', '版1', '版1', '版1', '2023-01-01', '版1', '版1', '版1', '版1');
INSERT INTO jibao.task_version VALUES ('east', 'p', '键2', 202306250001, 999999999999, '\x870c6985000f8002186fa2d3ba607644fc8020b0dbcb6cf2682f8e0a6089ee04', 202306250001, 28, 2, '版2', '版2', '版2', '版2', '版2', '版2', '版2', '版2', '版2', '版2', 2, '2023-01-02', '2023-01-02', '版2', 2, '2023-01-02', '2023-01-02', '2023-01-02', '版2', '版2', '版2', '版2', '版2', '版2', '版2', '2023-01-02', '版2', '版2', '版2', '版2');
INSERT INTO jibao.task_version VALUES ('east', 'p', '键1', 202306250001, 999999999999, '\xa0799603a0020ef5d8fec377db070b22be5e73b117f0fa9833a2baf91120f1ba', 202306250001, 29, 2, '版2', '版2', '版2', '版2', '版2', '版2', '版2', '版2', '版2', '版2', 2, '2023-01-02', '2023-01-02', '版2', 2, '2023-01-02', '2023-01-02', '2023-01-02', '版2', '版2', '版2', '版2', '版2', '版2', '版2', '2023-01-02', '版2', '版2', '版2', '版2');
INSERT INTO jibao.task_version VALUES ('east', 'q', '键1', 202304250001, 202306250001, '\x4d1515eca68d1a96f54347be5134496ae773a5e42de2f78c1ed9ae90e0d0fc90', 202304250001, 6, 1, '版1', '版1', '版1', '版1', '版1', '版1', '版1', '版1', '版1', '版1', 1, '2023-01-01', '2023-01-01', '版1', 1, '2023-01-01', '2023-01-01', '2023-01-01', '版1', '版1', '版1', '版1', '版1', '版1', '版1', '2023-01-01', '版1', '版1', '版1', '版1');
INSERT INTO jibao.task_version VALUES ('east', 'q', '键1', 202306250001, 999999999999, '\x7177556a9eef1d3ef134d0386a9f751d041b74af64a99f6cf889596c17d23e88', 202306250001, 6, 2, '版2', '版2', '版2', '版2', '版2', '版2', '版2', '版2', '版2', '版2', 2, '2023-01-02', '2023-01-02', '版2', 2, '2023-01-02', '2023-01-02', '2023-01-02', '版2', '版2', '版2', '版2', '版2', '版2', '版2', '2023-01-02', '版2', '版2', '版2', '版2');
INSERT INTO jibao.unit_member_version VALUES ('west', '', 'all', 'u1', 202304250001, 999999999999, '\x217fbab386b9ea875799f78be8c43f66b1ccb15bcc3041d74b4444e885c261aa', 202304250001, 5);
INSERT INTO jibao.unit_member_version VALUES ('west', '', 'all', 'u2', 202304250001, 999999999999, '\x2400326230f3ce2b8b9b1e977eb901377dce34d48f1ab2981156bcde17592531', 202304250001, 5);
INSERT INTO jibao.unit_member_version VALUES ('east', '', '键1', '键1', 202304250001, 999999999999, '\x64117e9818a95ef160a496facc5438bf5a22440df222c59e2186fd059d88a321', 202304250001, 25);
INSERT INTO jibao.unit_member_version VALUES ('east', '', '键2', '键2', 202304250001, 999999999999, '\x90280d078fa4877d678dd6ec59634216ff000c81e6b589dc90d74dd50cb63732', 202304250001, 26);
INSERT INTO jibao.unit_version VALUES ('west', '', 'u1', 202304250001, 999999999999, '\x9bb71dcdf2193eef870c3aaa01a2913dd1e3d00911918410d7a53ba661936ca7', 202304250001, 2, '市发改委', '发改委;市发展改革委', NULL, '部门', 1, NULL, NULL, NULL, 0, NULL, NULL);
INSERT INTO jibao.unit_version VALUES ('west', '', 'u2', 202304250001, 999999999999, '\xcbc7ba73e2713979db497907e90ae38f828522741396184c7f8d35b6934c6289', 202304250001, 3, '市教育局', NULL, NULL, '部门', 2, NULL, NULL, NULL, 0, NULL, NULL);
INSERT INTO jibao.unit_version VALUES ('west', '', 'u3', 202304250001, 999999999999, '\x1d6215a2fbd805dbdb94247285bdc2740d03e11584ea9d717efe013eb2c6e84c', 202304250001, 4, '高新区', NULL, NULL, '部门', 3, NULL, NULL, NULL, 0, NULL, NULL);
INSERT INTO jibao.unit_version VALUES ('west', '', 'all', 202304250001, 999999999999, '\x6940b304152dc28893fc94d1dbfdfffcf9650ae26594ad46a80e4cbcbc817647', 202304250001, 5, '各部门', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, 'u1;u2', NULL);
INSERT INTO jibao.unit_version VALUES ('east', '', '键1', 202304250001, 202306250001, '\x314ef0a30f3e8e7d44e53cd8153d27e6b523ecae875f5918110dae5554df9f1d', 202304250001, 7, '版1', '版1', '版1', '版1', 1, '2023-01-01', '2023-01-01', '版1', 1, '版1', '版1');
INSERT INTO jibao.unit_version VALUES ('east', '', '键2', 202304250001, 202306250001, '\x4844efcad6f05421ab71d47f45c4cd7c14ec44ca3106a9915b922941500f4487', 202304250001, 8, '版1', '版1', '版1', '版1', 1, '2023-01-01', '2023-01-01', '版1', 1, '版1', '版1');
INSERT INTO jibao.unit_version VALUES ('east', '', '键1', 202306250001, 999999999999, '\xaad1a39c8cc605ae58072cd4295138419fdcb930deddfc24817556926196fe41', 202306250001, 7, '版2', '版2', '版2', '版2', 2, '2023-01-02', '2023-01-02', '版2', 2, '版2', '版2');
INSERT INTO jibao.unit_version VALUES ('east', '', '键2', 202306250001, 999999999999, '\x9dafcba87fb524d19d39ae9f427806a1212331ffccd1037a7d667e3350c50da4', 202306250001, 8, '版2', '版2', '版2', '版2', 2, '2023-01-02', '2023-01-02', '版2', 2, '版2', '版2');
ALTER TABLE ONLY jibao.assignment_version
    ADD CONSTRAINT assignment_version_pkey PRIMARY KEY (ledger, plan, task, unit, role, from_position);
ALTER TABLE ONLY jibao.day
    ADD CONSTRAINT day_day_key UNIQUE (day);
ALTER TABLE ONLY jibao.day
    ADD CONSTRAINT day_pkey PRIMARY KEY (day_number);
ALTER TABLE ONLY jibao.definition
    ADD CONSTRAINT definition_pkey PRIMARY KEY (hash);
ALTER TABLE ONLY jibao.edition
    ADD CONSTRAINT edition_pkey PRIMARY KEY (ledger, plan, period, edition);
ALTER TABLE ONLY jibao.event_version
    ADD CONSTRAINT event_version_pkey PRIMARY KEY (ledger, plan, ordinal, unit, task, occurred_on, kind, quantity, basis, note, from_position);
ALTER TABLE ONLY jibao.extension_version
    ADD CONSTRAINT extension_version_pkey PRIMARY KEY (ledger, plan, task, requested_on, from_position);
ALTER TABLE ONLY jibao.milestone_version
    ADD CONSTRAINT milestone_version_pkey PRIMARY KEY (ledger, plan, task, milestone, unit, from_position);
ALTER TABLE ONLY jibao.publication_version
    ADD CONSTRAINT publication_version_pkey PRIMARY KEY (ledger, plan, ordinal, unit, submitted_on, published_on, outlet, level, title, verified, from_position);
ALTER TABLE ONLY jibao.rectification_version
    ADD CONSTRAINT rectification_version_pkey PRIMARY KEY (ledger, plan, rectification, from_position);
ALTER TABLE ONLY jibao.renumbering
    ADD CONSTRAINT renumbering_pkey PRIMARY KEY (ledger, "position", plan, task);
ALTER TABLE ONLY jibao.run
    ADD CONSTRAINT run_pkey PRIMARY KEY (ledger, run);
ALTER TABLE ONLY jibao.sending
    ADD CONSTRAINT sending_pkey PRIMARY KEY (ledger, plan, period, edition, mark);
ALTER TABLE ONLY jibao.setting
    ADD CONSTRAINT setting_pkey PRIMARY KEY (name);
ALTER TABLE ONLY jibao.snapshot_coverage
    ADD CONSTRAINT snapshot_coverage_pkey PRIMARY KEY (ledger, "position", register, plan);
ALTER TABLE ONLY jibao.snapshot_definition
    ADD CONSTRAINT snapshot_definition_pkey PRIMARY KEY (ledger, "position", kind, id);
ALTER TABLE ONLY jibao.snapshot
    ADD CONSTRAINT snapshot_ledger_position_key UNIQUE (ledger, "position");
ALTER TABLE ONLY jibao.snapshot
    ADD CONSTRAINT snapshot_ledger_recorded_at_key UNIQUE (ledger, recorded_at);
ALTER TABLE ONLY jibao.snapshot
    ADD CONSTRAINT snapshot_pkey PRIMARY KEY (ledger, sequence);
ALTER TABLE ONLY jibao.snapshot_source
    ADD CONSTRAINT snapshot_source_pkey PRIMARY KEY (ledger, "position", register);
ALTER TABLE ONLY jibao.submission_version
    ADD CONSTRAINT submission_version_pkey PRIMARY KEY (ledger, plan, unit, period, from_position);
ALTER TABLE ONLY jibao.target_version
    ADD CONSTRAINT target_version_pkey PRIMARY KEY (ledger, plan, target, from_position);
ALTER TABLE ONLY jibao.task_leader_version
    ADD CONSTRAINT task_leader_version_pkey PRIMARY KEY (ledger, plan, task, ordinal, from_position);
ALTER TABLE ONLY jibao.task_unit_version
    ADD CONSTRAINT task_unit_version_pkey PRIMARY KEY (ledger, plan, task, role, ordinal, from_position);
ALTER TABLE ONLY jibao.task_version
    ADD CONSTRAINT task_version_pkey PRIMARY KEY (ledger, plan, task, from_position);
ALTER TABLE ONLY jibao.unit_member_version
    ADD CONSTRAINT unit_member_version_pkey PRIMARY KEY (ledger, plan, unit, member, from_position);
ALTER TABLE ONLY jibao.unit_version
    ADD CONSTRAINT unit_version_pkey PRIMARY KEY (ledger, plan, unit, from_position);
ALTER TABLE ONLY jibao.renumbering
    ADD CONSTRAINT renumbering_ledger_position_fkey FOREIGN KEY (ledger, "position") REFERENCES jibao.snapshot(ledger, "position");
ALTER TABLE ONLY jibao.snapshot_coverage
    ADD CONSTRAINT snapshot_coverage_ledger_position_fkey FOREIGN KEY (ledger, "position") REFERENCES jibao.snapshot(ledger, "position");
ALTER TABLE ONLY jibao.snapshot_definition
    ADD CONSTRAINT snapshot_definition_hash_fkey FOREIGN KEY (hash) REFERENCES jibao.definition(hash);
ALTER TABLE ONLY jibao.snapshot_definition
    ADD CONSTRAINT snapshot_definition_ledger_position_fkey FOREIGN KEY (ledger, "position") REFERENCES jibao.snapshot(ledger, "position");
ALTER TABLE ONLY jibao.snapshot_source
    ADD CONSTRAINT snapshot_source_ledger_position_fkey FOREIGN KEY (ledger, "position") REFERENCES jibao.snapshot(ledger, "position");
