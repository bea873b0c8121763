import Definitions
import Domain
import Editions
import Intake
import Jobs
import Pages
import Store

/// What commands say when they did their work.
extension Wording {
  static func made(_ folder: String, example: String?, store: String?) -> String {
    say("Made \(folder).", "已新建 \(folder)。")
      + (example.map { say(" Example plan: \($0).", "示例方案：\($0)。") } ?? "")
      + (store == nil
        ? ""
        : say(
          " The store is on a server: its owner makes it with 'jibao migrate'.",
          "数据库在服务器上：由属主运行 jibao migrate 建立。"))
  }

  static func migrated(_ isChanged: Bool) -> String {
    isChanged
      ? say("The store is up to date now.", "数据库已升级到最新。")
      : say("The store was up to date.", "数据库已是最新。")
  }

  static func outcome(_ result: SnapshotJob.Outcome) -> String {
    switch result.outcome {
    case .unchanged(let snapshot):
      return say(
        "Nothing new: snapshot \(snapshot.sequence) of \(snapshot.effectiveOn) says the same.",
        "无变化：与 \(snapshot.effectiveOn) 的第 \(snapshot.sequence) 号快照相同。")
    case .stored(let snapshot, let new, let ended):
      let rows = result.summary.sources.map { source in
        say(
          "\(source.register.rawValue) \(source.rows)", "\(source.register.heading)\(source.rows)行")
      }
      let older =
        result.isOlderThanNewest
        ? say(" It takes its place before later days.", "已按日期补入历史。") : ""
      return say(
        """
        Stored snapshot \(snapshot.sequence) of \(snapshot.effectiveOn): \
        \(rows.joined(separator: ", ")); \(new) new row versions, \(ended) ended.\(older)
        """,
        """
        已保存 \(snapshot.effectiveOn) 第 \(snapshot.sequence) 号快照：\
        \(rows.joined(separator: "、"))；新增行版本 \(new)，终止 \(ended)。\(older)
        """)
    }
  }

  /// The first warnings of a ledger, and how many there are.
  static func warnings(_ summary: LedgerSummary) -> [String] {
    guard summary.warningCount > 0 else { return [] }
    let shown = summary.warnings.prefix(10).flatMap { lines(for: $0) }
    let rest = summary.warningCount - min(10, summary.warnings.count)
    return shown + (rest > 0 ? [moreWarnings(rest)] : [])
  }

  static func moreWarnings(_ count: Int) -> String {
    say("… and \(count) more warnings", "……另有 \(count) 条提示")
  }

  static func reading(_ path: String) -> String {
    say("reading \(path) …", "正在读取 \(path)……")
  }

  static func making(_ request: ReportJob.Request) -> String {
    let what = request.period ?? request.asOf?.description ?? ""
    return say("making \(request.report) \(what) …", "正在生成 \(request.report) \(what)……")
  }

  static func outcome(_ result: ReportJob.Outcome) -> String {
    switch result.edition {
    case .published(let manifest, let folder):
      say("Edition \(manifest.edition): \(folder)", "第 \(manifest.edition) 版：\(folder)")
    case .unchanged(let manifest, let folder):
      say(
        "Nothing new: edition \(manifest.edition) says the same: \(folder)",
        "无变化：与第 \(manifest.edition) 版相同：\(folder)")
    case .draft(_, let folder): say("Draft: \(folder)", "草稿：\(folder)")
    }
  }

  /// What became of an edition that was made again, a line each.
  static func outcome(_ result: RemakeJob.Outcome, folder: String) -> [String] {
    let versions = result.versions.map { version in
      say(
        "made by \(version.name) \(version.then); this is \(version.now)",
        "原由 \(version.name) \(version.then) 生成，现为 \(version.now)")
    }
    guard result.differing.isEmpty else {
      return versions + result.differing.map { say("\($0) is not the same", "\($0) 不一致") }
    }
    if result.isLayoutGone {
      let tables = result.files.count { $0.name.hasSuffix(".csv") }
      let version = result.manifest.programVersion
      return versions + [
        say(
          "made by jibao \(version); its layout is no longer made: the figures of all \(tables) CSV files are the same, the workbooks are laid out as they are now: \(folder)",
          "原由 jibao \(version) 生成，其版式已不再生成：\(tables)个CSV文件的数据全部一致，工作簿按现行版式生成：\(folder)")
      ]
    }
    return versions + [
      say(
        "All \(result.files.count) files are the same, byte for byte: \(folder)",
        "\(result.files.count) 个文件逐字节一致：\(folder)")
    ]
  }

  /// What `--all-periods` would make, a line each.
  static func planned(_ plan: CatchUpPlan) -> String {
    let lines = plan.items.map { item in
      let name = "\(item.plan) \(item.report) \(item.period.id)"
      let state =
        switch item.state {
        case .made: say("made", "已生成")
        case .failed: say("a draft only", "只有草稿")
        case .missing: say("missing", "尚未生成")
        case .stale: say("of an older ledger", "台账已有更新")
        case .sentStale: say("sent, of an older ledger", "已报出，台账已有更新")
        case .noData: say("no data", "没有数据")
        }
      return item.isWanted
        ? say("make \(name) (\(state))", "生成 \(name)(\(state))")
        : say("leave \(name) (\(state))", "跳过 \(name)(\(state))")
    }
    return (lines.isEmpty ? [say("Nothing to do.", "无事可做。")] : lines).map { $0 + "\n" }
      .joined()
  }

  /// What a run would do, a line each.
  static func planned(_ plan: RunPlan, ledger: String) -> String {
    var lines = [say("The run belongs to \(plan.day).", "本次运行属于 \(plan.day)。")]
    lines += plan.exports.map { say("store the export of \($0)", "补录 \($0) 的台账") }
    if plan.readsLedger {
      lines.append(
        say("read \(ledger), store it if it changed", "读取 \(ledger)，有变化则保存快照"))
    }
    if plan.lacksLedger {
      lines.append(say("there is no ledger at \(ledger)", "\(ledger) 没有台账"))
    }
    lines += plan.reports.map { report in
      let name = "\(report.plan) \(report.report) \(report.period.id)"
      return report.isDraft
        ? say("draft \(name)", "生成草稿 \(name)")
        : say(
          "report \(name), cut-off \(report.period.cutoff)",
          "生成报告 \(name)，截止 \(report.period.cutoff)")
    }
    if lines.count == 1 { lines.append(say("Nothing to do.", "无事可做。")) }
    return lines.map { $0 + "\n" }.joined()
  }

  static func definitionsChecked(_ count: Int) -> String {
    say("\(count) definitions are in order.", "\(count) 项口径定义无误。")
  }

  /// Which period each of a plan's follows: what its figures are held against (上期).
  static func periodsBefore(
    _ plan: String, _ chain: [(period: Period, before: Period?)]
  ) -> String {
    let links = chain.map { period, before in
      let before = before?.id ?? say("none", "首期")
      return say("\(period.id) after \(before)", "\(period.id)←\(before)")
    }
    return say(
      "\(plan): the period before of each: \(links.joined(separator: ", "))",
      "\(plan)各期的上期：\(links.joined(separator: "，"))")
  }

  static func noLedgerYet(_ path: String) -> String {
    say("\(path): there is no ledger yet.", "\(path)：尚无台账。")
  }

  static func ledgerChecked(_ path: String, _ summary: LedgerSummary) -> String {
    let rows = summary.sources.map(\.rows).reduce(0, +)
    return say(
      "\(path): \(rows) rows in \(summary.sources.count) registers are in order.",
      "\(path)：\(summary.sources.count) 张表共 \(rows) 行，无误。")
  }

  /// The half of a query's title such as `新增任务 · New tasks` that is of the process's language.
  static func title(_ title: String) -> String {
    let halves = title.split(separator: " · ").map(String.init)
    return halves.count == 2 ? say(halves[1], halves[0]) : title
  }

  /// The two moments that are compared.
  static func compared(_ comparison: Comparison) -> String {
    func moment(_ viewpoint: Viewpoint, _ snapshot: Day) -> String {
      let known = viewpoint.knownAt.map { say(", known at \($0)", "、数据时点 \(time($0))") } ?? ""
      let shown =
        snapshot == viewpoint.asOf ? "" : say(", snapshot of \(snapshot)", "、快照日 \(snapshot)")
      return "\(viewpoint.asOf)\(known)\(shown)"
    }
    let days = comparison.snapshotDays
    return "\(comparison.plan): \(moment(comparison.earlier, days.earlier)) → "
      + moment(comparison.later, days.later)
  }

  static func oneSnapshot(_ comparison: Comparison) -> String {
    let day = comparison.snapshotDays.later
    return say(
      "jibao: both days are shown by the same snapshot, of \(day): the ledger says the same of both",
      "jibao: 两个时点同为 \(day) 的快照，台账内容相同")
  }

  /// How many changes there are of each kind.
  static func changes(
    _ summary: [(kind: String, changes: Int64, tasks: Int64)], _ comparison: Comparison
  ) throws -> String {
    let heading = [
      say("kind", "种类"), say("changes", "变动数"), say("tasks", "任务数"), say("what", "说明"),
    ]
    let rows = try summary.map { line in
      let title =
        try part(of: line.kind)
        ?? (comparison.kinds.contains(line.kind)
          ? Self.title(comparison.changes(line.kind).query.title) : "")
      return [line.kind, "\(line.changes)", "\(line.tasks)", title]
    }
    return TextTable(rows: [heading] + rows, numeric: [1, 2]).text
  }

  /// What a line of the summary is called that is part of the one above it.
  private static func part(of kind: String) -> String? {
    switch kind {
    case "of_which_open": say("neither completed nor cancelled nor transferred", "未办结、未取消、未转办")
    case "of_which_without_extension": say("without an extension that counts", "无有效延期")
    case "of_which_close": say("in the 14 days before the later day", "后一日期前14天内")
    case "of_which_maybe_close": say("maybe in those 14 days", "可能在该14天内")
    case "of_which_without_basis": say("without a basis", "无变更依据")
    default: nil
    }
  }
}
