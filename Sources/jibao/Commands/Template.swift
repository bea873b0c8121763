/// The files that `init` writes.
enum Template {
  /// Where the empty CSV ledger goes: not where the office's own is looked for, so that a run never
  /// takes it for a ledger from which every task has gone.
  static let ledgerFolder = "ledger-template"

  /// cron gives a job no locale: who begins in Chinese is spoken to in Chinese. In others the locale
  /// decides, as long as nothing else is said.
  private static var languageLine: String {
    Wording.say(
      "# language: zh            # of messages: zh or en; else that of the locale",
      "language: zh              # 提示语言：zh 或 en")
  }

  /// - Parameters:
  ///   - store: The address of a database on a server; nil for a file.
  ///   - source: Where the ledger is read; nil for the folder of CSV files.
  static func configuration(ledger: String, store: String?, source: String? = nil) -> String {
    """
    # \(Wording.say("Configuration of this workspace; see docs/operations.md.", "工作区配置。"))
    ledger: "\(ledger.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))"
    \(sourceLine(source))
    exports: exports          # \(Wording.say("ledgers of past days, each in a folder named by its day", "历史台账，每日一个文件夹"))
    store: \(store.map { "\"\($0)\"" } ?? "jibao.sqlite")
    output: out
    \(languageLine)
    timezone: Asia/Shanghai
    day_closes: "17:00"       # \(Wording.say("a run belongs to the latest day closed", "当日截止时刻"))
    reports: [quarterly]      # \(Wording.say("the reports that 'jibao run' makes for every period", "每期自动生成的报告"))
    max_age: 7                # \(Wording.say("a ledger older than so many days is named on the report", "台账陈旧天数"))
    max_shrink: 20            # \(Wording.say("a ledger that lacks more of the open tasks, in per cent, is stopped", "未办结任务减少超过此百分比即暂停入库"))

    """
  }

  private static func sourceLine(_ source: String?) -> String {
    guard let source else {
      let comment = Wording.say(
        "the ledger as it stands: a folder with a CSV file per register, a workbook (台账.xlsx, filled in), or a database",
        "当前台账：每张表一个 CSV 的文件夹、工作簿（填好的 台账.xlsx）或业务数据库")
      return "source: ledger            # \(comment)"
    }
    let comment = Wording.say(
      "go on with this copy, or name the file where the office keeps it",
      "今后就用这个副本，或改为台账实际存放的位置")
    return "source: \(SuggestedFile.scalar(source))   # \(comment)"
  }

  static let planGuide = """
    \(Wording.say(
      """
      A plan is a folder here with a plan.yaml: plans/<id>/plan.yaml. Its id stands in the column
      方案 of the ledger. Without one the ledger is taken with the standard plan: reports by
      25 April, 25 June, 25 September, 25 November, final on 31 December; nominal schedule.
      Scoring rules, if the plan has any, are plans/<id>/rules/<effective date>.yaml; see docs/rules.md.
      """,
      """
      每个方案一个文件夹：plans/<编号>/plan.yaml，编号即台账“方案”列。没有方案文件时按默认方案处理：
      4月25日、6月25日、9月25日、11月25日报送，12月31日年终核定；序时进度按季度名义值。
      评分规则（如有）放在 plans/<编号>/rules/<施行日期>.yaml，见 docs/rules.md。
      """))

    ```yaml
    title: 2027年某项工作要点
    subject: 某项重点任务
    document: 某政办发〔2027〕1号
    office: 某市人民政府办公室
    place: 某市
    years: [2027]
    lead_policy: named        # named | first_listed | common
    schedule: nominal         # nominal | months | days | milestones
    submissions: lead         # lead | all | none
    ```

    """
}
