/// What `--help` says.
extension Wording {
  static var abstract: String {
    say(
      "Quarterly reports from a ledger of tasks, provable to the byte.",
      "由任务台账生成季报，逐字节可复核。")
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
        在 DIR 中生成配置、台账模板和数据库，可附带示例方案。

        示例：
          jibao init office
          jibao init demo --example tianshui-2023
        """)
    )
  }

  static var snapshot: (abstract: String, discussion: String) {
    (
      say("Store the ledger as it stands, or an old export under its day.", "保存台账快照，或按日期补录旧台账。"),
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
        台账有一行不合格即整体不收，并列出全部问题。任务大量减少或改了编号的，须经确认才收。

        示例：
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
          jibao report quarterly --period 2023-Q3 --as-text pages
        """,
        """
        数据与口径相同则结果逐字节相同，不产生新版次。

        示例：
          jibao report --period 2023-Q1
          jibao report --as-of 2023-08-15
          jibao report quarterly --plan tianshui-2023 --period 2023-H1 --period 2023-Q3
          jibao report --period 2023-Q3 --known-at 2023-09-30
          jibao report delta --period 2023-H1 --compare-with 2023-04-25
          jibao report --all-periods --only missing --dry-run
          jibao report --again out/tianshui-2023/2023-Q1/1/manifest.json --into again
          jibao report quarterly --period 2023-Q3 --as-text pages
        """)
    )
  }

  static var run: (abstract: String, discussion: String) {
    (
      say("What cron starts: snapshot, drafts and reports that are due.", "定时任务：保存快照，生成到期的报告和草稿。"),
      say(
        """
        May be started as often as cron likes; says nothing when there is nothing to do.

        Examples:
          jibao run --workspace /srv/jibao/office
          jibao run --dry-run
        """,
        """
        可随意频繁启动；无事可做时不作声。

        示例：
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

        示例：
          jibao query
          jibao query metrics/completion_by_unit --as-of 2023-09-25
          jibao query metrics/task_list --period 2023-Q3 --csv > tasks.csv
          jibao query metrics/lights --period 2023-Q3 --known-at "2023-09-25 17:00"
        """)
    )
  }

  static var diff: (abstract: String, discussion: String) {
    (
      say("List what changed between two days, or was corrected since.", "列出两个日期之间的变动，或事后更正。"),
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
        新增和消失的任务，单位、时限、节点、指标、文字变动，进度和状态倒退，补录完成。
        用 --as-of 则对比同一日期在两个数据时点（后一个默认为现在）的数据。--csv 输出全部变动的总表。

        示例：
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
        UNIT 为单位编号、名称或别名。各行得分之和即为得分；每行注明出自台账哪一行。
        加 --compare-with 则列出造成差异的各行。--analysis 供分析用：差异中任务、进展、规则各占多少，
        任一分值增减 10% 时位次的上下限。

        示例：
          jibao explain 市住建局 --period 2023-Q3
          jibao explain ts-zjj --as-of 2023-09-25 --compare-with 2023-06-25 --analysis
          jibao explain 市住建局 --period 2023-Q3 --csv > lines.csv
        """)
    )
  }

  static var check: (abstract: String, discussion: String) {
    (
      say("Validate configuration, definitions and a ledger; store nothing.", "检查配置、口径和台账，不保存。"),
      say(
        """
        Without PATH the workspace's own ledger is read, if it is there.

        Examples:
          jibao check
          jibao check exports/2023-04-25 --effective-on 2023-04-25
        """,
        """
        不给 PATH 则检查工作区自己的台账。

        示例：
          jibao check
          jibao check exports/2023-04-25 --effective-on 2023-04-25
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
        逐项核对数据行、快照、链和口径的哈希，以及各版次（或指定清单）的文件。
        末尾快照是否被截去，只有与另处留存的清单（--against）核对才能发现。

        示例：
          jibao verify
          jibao verify out/tianshui-2023/2023-Q1/1/manifest.json
          jibao verify --against /mnt/archive/2023-Q1-manifest.json
        """)
    )
  }

  static var migrate: (abstract: String, discussion: String) {
    (
      say("Make a store on a server, or bring a store up to date.", "建立服务器上的数据库，或升级数据库。"),
      say(
        """
        On a server this is its owner's work (store_owner); a file is migrated by whoever writes it.

        Examples:
          jibao migrate --workspace /srv/jibao/office
        """,
        """
        服务器上的数据库由属主（store_owner）升级；文件数据库由写入者自动升级。

        示例：
          jibao migrate --workspace /srv/jibao/office
        """)
    )
  }
}
