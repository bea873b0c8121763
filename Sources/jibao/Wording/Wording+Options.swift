/// What is said of arguments and options.
extension Wording {
  static var workspaceOption: String {
    say(
      "The workspace (default: JIBAO_WORKSPACE, else the working directory).",
      "工作区（默认取 JIBAO_WORKSPACE，否则为当前目录）。")
  }
  static var languageOption: String { say("Language: en or zh.", "语言：en 或 zh。") }
  static var jsonFlag: String { say("Write JSON for programs.", "输出 JSON，供程序读取。") }
  static var csvFlag: String { say("Write CSV.", "输出 CSV。") }
  static var queriesOption: String {
    say("A folder of queries that override others.", "优先使用的查询目录。")
  }
  static var reportsOption: String {
    say("A folder of reports that override others.", "优先使用的报告目录。")
  }
  static var planOption: String {
    say("The plan, where there are several.", "方案编号（有多个方案时必填）。")
  }
  static var asOfOption: String {
    say("The day whose end is described, as 2023-08-15.", "数据截止日，如 2023-08-15。")
  }
  static var knownAtOption: String {
    say(
      """
      Only what was recorded by then counts: a day (its end) or a time of the office's zone, as \
      2023-09-25T17:00, or with a zone, as 2023-09-25T09:00:00Z.
      """,
      """
      数据时点：只计此前记录的快照；日期（当日终了）或本地时刻，如 2023-09-25T17:00，\
      或带时区的时刻，如 2023-09-25T09:00:00Z。
      """)
  }
  static var andKnownAtOption: String {
    say("The later instant (default: all that is recorded).", "后一数据时点（默认计入全部快照）。")
  }
  static var compareWithOption: String {
    say(
      "The earlier day of a report on changes (default: the cut-off before).",
      "变动报告的对比日期（默认上一截止日）。")
  }
  static var diffFromOption: String { say("The earlier day.", "前一日期。") }
  static var diffToOption: String { say("The later day (default: today).", "后一日期（默认今天）。") }
  static var diffAsOfOption: String {
    say("One day, to compare what was known of it.", "同一日期，对比两个数据时点。")
  }
  static var kindArgument: String {
    say("Kinds of change, such as due_moved (default: all).", "变动种类，如 due_moved（默认全部）。")
  }
  static var workbookFlag: String {
    say("Make the report delta instead: a workbook.", "改为生成变动报告（工作簿）。")
  }
  static var periodOption: String {
    say("A period of the plan's calendar, as 2023-Q1.", "期别，如 2023-Q1。")
  }
  static var fromOption: String {
    say(
      "The ledger to read: a folder, an SQLite file or a postgres:// address (default: the workspace's own).",
      "要读取的台账：目录、SQLite 文件或 postgres:// 地址（默认为工作区台账）。")
  }
  static var effectiveOnOption: String {
    say("The day whose state the ledger shows (default: today).", "台账所示日期（默认今天）。")
  }
  static var asOwnerFlag: String {
    say(
      "As root: write as the user whose store it is.", "root 可用：以数据库属主的身份写入。")
  }
  static var withoutLedgerOfOption: String {
    say(
      "There is no ledger of this day: what lacks it is published and says so.",
      "说明该日没有台账：缺该台账的报表可作正式稿，并注明。")
  }
  static var releaseReasonOption: String {
    say("Why there is no ledger; stands on the report.", "没有台账的原因，写入报表。")
  }
  static var clockIsRightFlag: String {
    say(
      "The clock is right, whatever was recorded; for this call.", "系统时钟无误，不与以往记录比对（仅限本次）。")
  }
  static var dryRunFlag: String {
    say("Say what would be done, do nothing.", "只说明将做什么，不执行。")
  }
  static var storeOption: String {
    say(
      "A database on a server, as postgres://host/jibao (default: a file).",
      "服务器上的数据库，如 postgres://host/jibao（默认为文件）。")
  }
  static var fromWorkbookOption: String {
    say(
      "The office's own workbook (.xlsx) to make the workspace of: every guess is marked.",
      "由本单位的工作簿（.xlsx）建工作区，每处推测都有标注。")
  }
  static var suggestFlag: String {
    say(
      "Propose the mapping.yaml of a workbook, and nothing else.",
      "只给出工作簿的 mapping.yaml 建议。")
  }
  static var suggestOutputOption: String {
    say("The file for the proposal; standard output without it.", "建议写入的文件；不指定则输出到标准输出。")
  }
  static var markOption: String {
    say(
      "Write the workbook again to this file, its faulty cells marked, the reasons as comments.",
      "把工作簿另写到此文件，有问题的单元格加底色，原因写成批注。")
  }
  static var markAuthor: String { say("jibao", "季报") }
  static func marked(_ count: Int, _ path: String) -> String {
    say("\(path): \(count) cells are marked", "\(path)：已标注 \(count) 个单元格")
  }
  static func nothingMarked(_ path: String) -> String {
    say(
      "\(path) was not written: no cell of a workbook is faulty",
      "未写 \(path)：没有可标注的单元格")
  }
  static var writeNumbersFlag: String {
    say(
      "Write numbers into the workspace's copy of a workbook whose tasks have none.",
      "任务没有编号的，把编号写入工作区中的副本。")
  }
  static var csvTemplateFlag: String {
    say(
      "Also an empty CSV file per register, in ledger-template/.",
      "另附每张表一个空白 CSV，在 ledger-template/ 中。")
  }
  static var exampleOption: String {
    say("An example plan to start with.", "附带的示例方案。")
  }
  static var directoryArgument: String { say("The folder to make.", "要新建的目录。") }
  static var ledgerArgument: String {
    say(
      "The ledger to check: a folder, an SQLite file or a postgres:// address.",
      "要检查的台账：目录、SQLite 文件或 postgres:// 地址。")
  }
  static var queryArgument: String {
    say("The query's id, such as metrics/completion_by_unit.", "查询编号，如 metrics/completion_by_unit。")
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
    say("Reports to make (default: those of jibao.yaml).", "要生成的报告（默认按 jibao.yaml 的 reports）。")
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
      "只处理没有版次的（missing）、只有草稿的（failed）或全部（all）。")
  }
  static var againOption: String {
    say(
      "Make the edition of this manifest.json again, from kept snapshots and definitions.",
      "按此 manifest.json，用所存快照和口径重新生成该版次。")
  }
  static var intoOption: String {
    say("The new folder that the edition made again goes into.", "重新生成的版次写入的新目录。")
  }
  static var asTextOption: String {
    say(
      "Write what every page says as text into this new folder, and make no edition.",
      "把每一页的内容写成文本，存入此新目录，不生成版次。")
  }
  static func pages(_ count: Int) -> String {
    say(count == 1 ? "1 page" : "\(count) pages", "\(count)页")
  }
  static var againstOption: String {
    say("A manifest kept elsewhere that the store is held against.", "另处留存、用来核对数据库的清单。")
  }
  static var sentOption: String { say("The day on which it went out.", "报送日期。") }
  static var adoptLedgerFlag: String {
    say(
      "Bind the store's ledger to this workspace, in the place of another one.",
      "将数据库中的台账改为与本工作区绑定，取代原工作区。")
  }
  static var reasonOption: String { say("Why.", "理由。") }
  static var recordedAfterOption: String {
    say(
      "All that was recorded after that instant, by a clock that was wrong.",
      "系统时钟有误时，撤回该时刻之后的全部记录。")
  }
  static var withdrawnKindArgument: String {
    say("What is taken back.", "撤回快照（snapshot）或版次（edition）。")
  }
  static var withdrawnArgument: String {
    say(
      "The number of the snapshot, or the period and number of the edition, as 'jibao history' lists them.",
      "快照序号，或版次的期别和版号，见 jibao history。")
  }
  static var acceptWithdrawnOption: String {
    say(
      "Store a ledger that says the same as this snapshot, which was withdrawn.",
      "台账内容与该号已撤回快照相同，仍予保存。")
  }
  static var markPeriodArgument: String {
    say("The period, as history lists it, such as 2023-Q1.", "期别，以 history 所列为准，如 2023-Q1。")
  }
  static var markEditionArgument: String { say("The edition's number.", "版次号。") }
  static var issueOption: String {
    say(
      "Number of issue on papers, in place of the plan's; later editions keep it.",
      "公文期号，代替方案中的期号；以后各版沿用。")
  }
  static var commentsByOption: String {
    say(
      "Makes a draft for comment (征求意见稿): units may object until this day.",
      "制作征求意见稿（草稿）：各单位在此日前书面反馈。")
  }
  static var encodingOption: String {
    say("Encoding of CSV files: utf-8 or gb18030.", "CSV 编码：utf-8 或 gb18030。")
  }
}
