/// What `--help` says.
extension Wording {
  static var abstract: String {
    say(
      "Quarterly reports from a ledger of tasks, provable to the byte.",
      "由任务台账生成季报,逐字节可复核。")
  }

  static var initialise: (abstract: String, discussion: String) {
    (
      say("Make a workspace.", "新建工作区。"),
      say(
        """
        Makes configuration, ledger template and store in DIR, with an example's plan on request.

        Examples:
          jibao init office
          jibao init demo --example tianshui-2023
        """,
        """
        在 DIR 中生成配置、台账模板和数据库,可附带示例方案。

        示例:
          jibao init office
          jibao init demo --example tianshui-2023
        """)
    )
  }

  static var snapshot: (abstract: String, discussion: String) {
    (
      say("Store the ledger as it stands, or an old export under its day.", "保存台账快照,或按日期补录旧台账。"),
      say(
        """
        A ledger with a single bad row is refused whole; all faults are listed. One that lacks many
        tasks, or gives tasks other numbers, is stopped until that is confirmed.

        Examples:
          jibao snapshot
          jibao snapshot --from exports/2023-04-25 --effective-on 2023-04-25
          jibao snapshot --accept-shrink
          jibao snapshot --renumber renumbered.csv
        """,
        """
        台账有一行不合格即整体不收,并列出全部问题。任务大量减少或改了编号的,须经确认才收。

        示例:
          jibao snapshot
          jibao snapshot --from exports/2023-04-25 --effective-on 2023-04-25
          jibao snapshot --accept-shrink
          jibao snapshot --renumber renumbered.csv
        """)
    )
  }

  static var report: (abstract: String, discussion: String) {
    (
      say("Make reports for periods, or for any day.", "按期别或任意日期生成报告。"),
      say(
        """
        The same state and definitions give the same bytes; then no new edition is made.

        Examples:
          jibao report --period 2023-Q1
          jibao report --as-of 2023-08-15
          jibao report quarterly --plan tianshui-2023 --period 2023-H1 --period 2023-Q3
          jibao report --period 2023-Q3 --known-at 2023-09-30
          jibao report delta --period 2023-H1 --compare-with 2023-04-25
          jibao report --all-periods --only missing --dry-run
          jibao report --again out/tianshui-2023/2023-Q1/1/manifest.json --into again
        """,
        """
        数据与口径相同则结果逐字节相同,不产生新版次。

        示例:
          jibao report --period 2023-Q1
          jibao report --as-of 2023-08-15
          jibao report quarterly --plan tianshui-2023 --period 2023-H1 --period 2023-Q3
          jibao report --period 2023-Q3 --known-at 2023-09-30
          jibao report delta --period 2023-H1 --compare-with 2023-04-25
          jibao report --all-periods --only missing --dry-run
          jibao report --again out/tianshui-2023/2023-Q1/1/manifest.json --into again
        """)
    )
  }

  static var run: (abstract: String, discussion: String) {
    (
      say("What cron starts: snapshot, drafts and reports that are due.", "定时任务:保存快照,生成到期的报告和草稿。"),
      say(
        """
        May be started as often as cron likes; says nothing when there is nothing to do.

        Examples:
          jibao run --workspace /srv/jibao/office
          jibao run --dry-run
        """,
        """
        可随意频繁启动;无事可做时不作声。

        示例:
          jibao run --workspace /srv/jibao/office
          jibao run --dry-run
        """)
    )
  }

  static var query: (abstract: String, discussion: String) {
    (
      say("Run one query at any day.", "查询任意日期的一项数据。"),
      say(
        """
        Without an ID the queries are listed.

        Examples:
          jibao query
          jibao query metrics/completion_by_unit --as-of 2023-09-25
          jibao query metrics/task_list --period 2023-Q3 --csv > tasks.csv
          jibao query metrics/lights --period 2023-Q3 --known-at "2023-09-25 17:00"
        """,
        """
        不给编号则列出全部查询。

        示例:
          jibao query
          jibao query metrics/completion_by_unit --as-of 2023-09-25
          jibao query metrics/task_list --period 2023-Q3 --csv > tasks.csv
          jibao query metrics/lights --period 2023-Q3 --known-at "2023-09-25 17:00"
        """)
    )
  }

  static var diff: (abstract: String, discussion: String) {
    (
      say("List what changed between two days, or was corrected since.", "列出两个日期之间的变动,或事后更正。"),
      say(
        """
        New and gone tasks, units, due dates, milestones, targets and titles that changed, progress
        and status gone back, completions recorded late. With --as-of, one day as it was known at
        one instant and at another (default: now). --csv writes all changes as one list.

        Examples:
          jibao diff --from 2023-04-25 --to 2023-06-25
          jibao diff due_moved completed_late --from 2023-06-25 --to 2023-09-25
          jibao diff --from 2023-06-25 --to 2023-09-25 --workbook
          jibao diff --as-of 2023-09-25 --known-at 2023-09-25 --and-known-at 2023-10-31
        """,
        """
        新增和消失的任务,单位、时限、节点、指标、文字变动,进度和状态倒退,补录完成。
        用 --as-of 则对比同一日期在两个认知时点(后一个默认为现在)的数据。--csv 输出全部变动的总表。

        示例:
          jibao diff --from 2023-04-25 --to 2023-06-25
          jibao diff due_moved completed_late --from 2023-06-25 --to 2023-09-25
          jibao diff --from 2023-06-25 --to 2023-09-25 --workbook
          jibao diff --as-of 2023-09-25 --known-at 2023-09-25 --and-known-at 2023-10-31
        """)
    )
  }

  static var explain: (abstract: String, discussion: String) {
    (
      say("Explain the score of a unit, line by line.", "逐行说明一个单位的得分。"),
      say(
        """
        UNIT is an id, a name or an alias. The points of the lines add up to the score; each line
        names the row of the ledger that it comes from. With --compare-with, the lines that made the
        difference. --analysis adds, for analysts, how much of it came from tasks, from performance
        and from changed rules, and the best and worst place if one weight moves by 10 %.

        Examples:
          jibao explain 市住建局 --period 2023-Q3
          jibao explain ts-zjj --as-of 2023-09-25 --compare-with 2023-06-25 --analysis
          jibao explain 市住建局 --period 2023-Q3 --csv > lines.csv
        """,
        """
        UNIT 为单位编号、名称或别名。各行得分之和即为得分;每行注明出自台账哪一行。
        加 --compare-with 则列出造成差异的各行。--analysis 供分析用:差异中任务、进展、规则各占多少,
        任一分值增减 10% 时位次的上下限。

        示例:
          jibao explain 市住建局 --period 2023-Q3
          jibao explain ts-zjj --as-of 2023-09-25 --compare-with 2023-06-25 --analysis
          jibao explain 市住建局 --period 2023-Q3 --csv > lines.csv
        """)
    )
  }

  static var check: (abstract: String, discussion: String) {
    (
      say("Validate configuration, definitions and a ledger; store nothing.", "检查配置、口径和台账,不保存。"),
      say(
        """
        Without PATH the workspace's own ledger is read, if it is there.

        Examples:
          jibao check
          jibao check exports/2023-04-25 --effective-on 2023-04-25
        """,
        """
        不给 PATH 则检查工作区自己的台账。

        示例:
          jibao check
          jibao check exports/2023-04-25 --effective-on 2023-04-25
        """)
    )
  }

  static var history: (abstract: String, discussion: String) {
    (
      say("List snapshots, editions and runs; note what was sent.", "列出快照、版次和运行记录;登记报送。"),
      say(
        """
        Examples:
          jibao history
          jibao history --json
          jibao history mark 2023-Q1 1 --sent 2023-04-26
        """,
        """
        示例:
          jibao history
          jibao history --json
          jibao history mark 2023-Q1 1 --sent 2023-04-26
        """)
    )
  }

  static var mark: (abstract: String, discussion: String) {
    (
      say("Note that an edition went out.", "登记某版次已报送。"),
      say(
        """
        A second note for the same edition corrects the first, which is kept.

        Examples:
          jibao history mark 2023-Q1 1 --sent 2023-04-26
        """,
        """
        同一版次再次登记即为更正,原登记保留。

        示例:
          jibao history mark 2023-Q1 1 --sent 2023-04-26
        """)
    )
  }

  static var verify: (abstract: String, discussion: String) {
    (
      say("Prove that nothing in the store or in editions was altered.", "核验数据库和已出版次未被改动。"),
      say(
        """
        Holds rows, snapshots, chain and definitions against their hashes, and the files of every
        edition (or of the manifests named) against its manifest. That the newest snapshots were
        cut off is found only against manifests kept elsewhere: name them with --against.

        Examples:
          jibao verify
          jibao verify out/tianshui-2023/2023-Q1/1/manifest.json
          jibao verify --against /mnt/archive/2023-Q1-manifest.json
        """,
        """
        逐项核对数据行、快照、链和口径的哈希,以及各版次(或指定清单)的文件。
        末尾快照是否被截去,只有与另处留存的清单(--against)核对才能发现。

        示例:
          jibao verify
          jibao verify out/tianshui-2023/2023-Q1/1/manifest.json
          jibao verify --against /mnt/archive/2023-Q1-manifest.json
        """)
    )
  }
}

extension Wording {
  static var migrate: (abstract: String, discussion: String) {
    (
      say("Make a store on a server, or bring a store up to date.", "建立服务器上的数据库,或升级数据库。"),
      say(
        """
        On a server this is its owner's work (store_owner); a file is migrated by whoever writes it.

        Examples:
          jibao migrate --workspace /srv/jibao/office
        """,
        """
        服务器上的数据库由属主(store_owner)升级;文件数据库由写入者自动升级。

        示例:
          jibao migrate --workspace /srv/jibao/office
        """)
    )
  }
}

/// What is said of arguments and options.
extension Wording {
  static var workspaceOption: String {
    say(
      "The workspace (default: JIBAO_WORKSPACE, else the working directory).",
      "工作区(默认取 JIBAO_WORKSPACE,否则为当前目录)。")
  }
  static var languageOption: String { say("Language: en or zh.", "语言:en 或 zh。") }
  static var jsonFlag: String { say("Write JSON for programs.", "输出 JSON,供程序读取。") }
  static var csvFlag: String { say("Write CSV.", "输出 CSV。") }
  static var queriesOption: String {
    say("A folder of queries that override others.", "优先使用的查询目录。")
  }
  static var reportsOption: String {
    say("A folder of reports that override others.", "优先使用的报告目录。")
  }
  static var planOption: String {
    say("The plan, where there are several.", "方案编号(有多个方案时必填)。")
  }
  static var asOfOption: String {
    say("The day whose end is described, as 2023-08-15.", "数据截止日,如 2023-08-15。")
  }
  static var knownAtOption: String {
    say(
      """
      Only what was recorded by then counts: a day (its end) or a time of the office's zone, as \
      2023-09-25T17:00, or with a zone, as 2023-09-25T09:00:00Z.
      """,
      """
      认知时点:只计此前记录的快照;日期(当日终了)或本地时刻,如 2023-09-25T17:00,\
      或带时区的时刻,如 2023-09-25T09:00:00Z。
      """)
  }
  static var andKnownAtOption: String {
    say("The later instant (default: all that is recorded).", "后一认知时点(默认计入全部快照)。")
  }
  static var compareWithOption: String {
    say(
      "The earlier day of a report on changes (default: the cut-off before).",
      "变动报告的对比日期(默认上一截止日)。")
  }
  static var diffFromOption: String { say("The earlier day.", "前一日期。") }
  static var diffToOption: String { say("The later day (default: today).", "后一日期(默认今天)。") }
  static var diffAsOfOption: String {
    say("One day, to compare what was known of it.", "同一日期,对比两个认知时点。")
  }
  static var kindArgument: String {
    say("Kinds of change, such as due_moved (default: all).", "变动种类,如 due_moved(默认全部)。")
  }
  static var workbookFlag: String {
    say("Make the report delta instead: a workbook.", "改为生成变动报告(工作簿)。")
  }
  static var periodOption: String {
    say("A period of the plan's calendar, as 2023-Q1.", "期别,如 2023-Q1。")
  }
  static var fromOption: String {
    say(
      "The ledger to read: a folder, an SQLite file or a postgres:// address (default: the workspace's own).",
      "要读取的台账:目录、SQLite 文件或 postgres:// 地址(默认为工作区台账)。")
  }
  static var effectiveOnOption: String {
    say("The day whose state the ledger shows (default: today).", "台账所示日期(默认今天)。")
  }
  static var dryRunFlag: String {
    say("Say what would be done, do nothing.", "只说明将做什么,不执行。")
  }
  static var storeOption: String {
    say(
      "A database on a server, as postgres://host/jibao (default: a file).",
      "服务器上的数据库,如 postgres://host/jibao(默认为文件)。")
  }
  static var exampleOption: String {
    say("An example plan to start with.", "附带的示例方案。")
  }
  static var directoryArgument: String { say("The folder to make.", "要新建的目录。") }
  static var ledgerArgument: String {
    say(
      "The ledger to check: a folder, an SQLite file or a postgres:// address.",
      "要检查的台账:目录、SQLite 文件或 postgres:// 地址。")
  }
  static var queryArgument: String {
    say("The query's id, such as metrics/completion_by_unit.", "查询编号,如 metrics/completion_by_unit。")
  }
  static var unitArgument: String {
    say("The unit's id, name or alias.", "单位编号、名称或别名。")
  }
  static var compareOption: String {
    say("Another day, whose score is held against it.", "与另一日期的得分相比。")
  }
  static var analysisFlag: String {
    say("Where a difference comes from, and how sure the place is.", "差异来源与位次的稳定性。")
  }
  static var reportArgument: String {
    say("Reports to make (default: quarterly).", "要生成的报告(默认 quarterly)。")
  }
  static var manifestArgument: String {
    say("Manifests to hold against their files.", "要核对的版次清单。")
  }
  static var allPeriodsFlag: String {
    say("All periods whose cut-off has been reached.", "所有已到截止日的期别。")
  }
  static var onlyOption: String {
    say(
      "Of all periods those without an edition (missing), with a draft only (failed), or all.",
      "只处理没有版次的(missing)、只有草稿的(failed)或全部(all)。")
  }
  static var againOption: String {
    say(
      "Make the edition of this manifest.json again, from kept snapshots and definitions.",
      "按此 manifest.json,用所存快照和口径重新生成该版次。")
  }
  static var intoOption: String {
    say("The new folder that the edition made again goes into.", "重新生成的版次写入的新目录。")
  }
  static var againstOption: String {
    say("A manifest kept elsewhere that the store is held against.", "另处留存、用来核对数据库的清单。")
  }
  static var sentOption: String { say("The day on which it went out.", "报送日期。") }
  static var markPeriodArgument: String {
    say("The period, as history lists it, such as 2023-Q1.", "期别,以 history 所列为准,如 2023-Q1。")
  }
  static var markEditionArgument: String { say("The edition's number.", "版次号。") }
  static var encodingOption: String {
    say("Encoding of CSV files: utf-8 or gb18030.", "CSV 编码:utf-8 或 gb18030。")
  }
}
