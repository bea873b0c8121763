import Database
import DatabasePostgres
import Definitions
import Domain
import Foundation
import Jobs
import Rendering
import Scoring
import Store

/// What is said when something went wrong: the culprit, the reason, the cure.
extension Wording {
  /// The lines of any error of the program.
  static func lines(for error: any Error) -> [String] {
    switch error {
    case let several as Failure.Several: several.failures.flatMap(lines)
    case let refused as LedgerRefused: lines(for: refused)
    case let fault as DefinitionFault:
      if case .notFound = fault.problem {
        [message(problem(fault.problem))]
      } else {
        [message(at: fault.place, problem(fault.problem))]
      }
    case let failure as DatabaseFailure: [message(database(failure))]
    case let failure as SourceFailure: [message(source(failure))]
    case let failure as StoreFailure: [message(store(failure))]
    case let failure as JobFailure: [message(job(failure))]
    case let fault as RunFault: [message(run(fault))]
    case let fault as ScoringFault: [message(scoring(fault))]
    case let fault as OutputFault: [message(output(fault))]
    case let fault as CellFault: [message(cell(fault))]
    case StandardOutput.Failed.closed: []
    case is StandardOutput.Failed:
      [message(say("standard output cannot be written", "标准输出无法写入"))]
    case let missing as Configuration.NotAWorkspace: [message(notAWorkspace(missing.folder))]
    case let missing as Installation.Incomplete:
      [message(say("\(missing.folder) is missing: install again", "缺少 \(missing.folder):请重新安装"))]
    case let fault as Clock.Fault: [message(clock(fault))]
    case let fault as ClockFault: [message(lines(for: fault).what)] + cures(lines(for: fault).cures)
    case let refused as Initialise.Refused: [message(initialise(refused))]
    case let fault as PostgresAddress.Fault: [message(address(fault))]
    case let damaged as Verify.Damaged:
      [message(say("not as they were made: \(damaged.count)", "共 \(damaged.count) 处与原始记录不符"))]
    case let usage as Usage: [message(self.usage(usage))]
    default: [message(say("internal fault: \(error)", "程序故障:\(error)"))]
    }
  }

  private static func cures(_ lines: [String]) -> [String] { lines.map { "  → \($0)" } }

  /// A fault or warning about a ledger: what, then the cure.
  static func lines(for fault: InputFault) -> [String] {
    let sentence = problem(
      fault.problem, value: fault.value, heading: fault.heading, in: .current)
    let kind = fault.severity == .error ? say("error", "错误") : say("warning", "提示")
    let cure = sentence.cure.isEmpty ? [] : ["  → \(sentence.cure)"]
    let place = place(fault.place, heading: fault.heading)
    return ["jibao: \(kind): \(place)\(sentence.what)"] + cure
  }

  private static func lines(for refused: LedgerRefused) -> [String] {
    let errors = refused.errorCount
    return refused.faults.flatMap(lines) + [
      message(
        say(
          "the ledger is refused: \(errors) \(errors == 1 ? "error" : "errors"); nothing was stored",
          "台账不予接收:共 \(errors) 处错误,未保存任何内容"))
    ]
  }

  private static func message(_ text: String) -> String {
    "jibao: \(say("error", "错误")): \(text)"
  }

  private static func message(at place: SourcePlace, _ text: String) -> String {
    message(self.place(place) + text)
  }

  private static func place(_ place: SourcePlace, heading: String = "") -> String {
    var text = place.file
    if place.isRow {
      if place.line > 0 { text += say(": row \(place.line)", ":第 \(place.line) 行") }
      if !heading.isEmpty { text += say(", column \(heading)", ",\(heading) 列") }
      return text + ": "
    }
    if place.line > 0 { text += ":\(place.line)" }
    if place.line > 0, place.column > 0 { text += ":\(place.column)" }
    return text + ": "
  }

  private static func problem(_ problem: DefinitionFault.Problem) -> String {
    switch problem {
    case .notFound(let id, let all): return notFound(id, all)
    default: return said(of: problem)
    }
  }

  /// Names the definitions of the same folder where there are any.
  private static func notFound(_ id: String, _ all: [String]) -> String {
    let folder = id.split(separator: "/").first.map { $0 + "/" } ?? ""
    let near = all.filter { $0.hasPrefix(folder) }
    let known = list(near.isEmpty ? all : near)
    return say("there is no '\(id)'; there are: \(known)", "没有“\(id)”;现有:\(known)")
  }

  /// What a misspelt word may have been meant to be.
  private static func nearest(_ word: String, _ known: [String]) -> String {
    guard let nearest = Nearest.candidates(word, among: known, limit: 1).first else { return "" }
    return say("; nearest: \(nearest)", ";最接近:\(nearest)")
  }

  private static func said(of problem: DefinitionFault.Problem) -> String {
    switch problem {
    case .unreadable: say("cannot be read as UTF-8 text", "无法按 UTF-8 文本读取")
    case .syntax(let text): say("not YAML: \(text)", "不是有效的 YAML:\(text)")
    case .unknownKey(let key, let known):
      say("unknown key '\(key)'; known: \(list(known))", "未知的键“\(key)”;可用:\(list(known))")
        + nearest(key, known)
    case .duplicateKey(let key): say("'\(key)' stands twice", "“\(key)”重复")
    case .missingKey(let key): say("'\(key)' is missing", "缺少“\(key)”")
    case .expected(let what): say("expected \(what)", "此处应为 \(what)")
    case .unknownWord(let word, let known):
      say("unknown word '\(word)'; valid: \(list(known))", "未知的词“\(word)”;可用:\(list(known))")
        + nearest(word, known)
    case .unknownReference(let name, let known):
      say("'\(name)' does not exist; there are: \(list(known))", "“\(name)”不存在;现有:\(list(known))")
        + nearest(name, known)
    case .engine(let words):
      say("the database refuses the query: \(words)", "数据库拒绝该查询:\(words)")
    case .contract(let rule): say("SQL contract: \(rule)", "违反 SQL 约定:\(rule)")
    case .notFound(let id, let known): notFound(id, known)
    case .missingCalendar(let year):
      say(
        "the working-day calendar of \(year) is missing: add calendars/\(year).csv",
        "缺少 \(year) 年工作日历:请添加 calendars/\(year).csv")
    }
  }

  private static func job(_ failure: JobFailure) -> String {
    switch failure {
    case .unknownPlan(let id, let known):
      say("there is no plan '\(id)'; there are: \(list(known))", "没有方案“\(id)”;现有:\(list(known))")
    case .sourceQuery(let id):
      say(
        "'\(id)' reads the office's own database: 'jibao snapshot', 'run' and 'check' run it",
        "“\(id)”读取业务数据库,由 jibao snapshot、run、check 运行")
    case .severalPlans(let known):
      say("name one of the plans with --plan: \(list(known))", "请用 --plan 指定方案:\(list(known))")
    case .noPlan:
      say("there is neither a plan file nor a snapshot", "既没有方案文件,也没有快照")
    case .unknownPeriod(let id, let known):
      say(
        "the plan has no period '\(id)'; it has: \(list(known))", "方案没有期别“\(id)”;现有:\(list(known))")
    case .noRules(let plan, let day):
      say(
        "\(plan) has no scoring rules in force on \(day): add plans/\(plan)/rules/<date>.yaml",
        "\(plan) 在 \(day) 没有施行的评分规则:请添加 plans/\(plan)/rules/<日期>.yaml")
    case .unknownUnit(let name, let nearest):
      say(
        "no single unit is called '\(name)'; nearest: \(list(nearest))",
        "没有唯一的单位叫“\(name)”;相近的有:\(list(nearest))")
    case .periodNotClosed(let period, let cutoff):
      say(
        "\(period) is not closed before \(cutoff); use --as-of for an earlier day",
        "\(period) 到 \(cutoff) 才截止;可用 --as-of 指定更早日期")
    case .comparesMoments(let query):
      say(
        "\(query) sees two moments: use 'jibao diff --from DATE --to DATE'",
        "\(query) 对比两个时点:请用 jibao diff --from DATE --to DATE")
    case .comparesNothing(let report):
      say(
        "\(report) shows one day: --compare-with is for reports on changes, such as delta",
        "\(report) 只反映一个日期:--compare-with 用于 delta 等变动报告")
    case .nothingBefore(let day):
      say(
        "no cut-off of the plan lies before \(day): name a day with --compare-with",
        "\(day) 之前没有截止日:请用 --compare-with 指定对比日期")
    case .notEarlier:
      say(
        "the first day must be before the second; of one day, the first instant before the second",
        "前一日期须早于后一日期;同一日期的,前一认知时点须早于后一认知时点")
    case .locked(let path):
      say("another run is at work (\(path))", "另一任务正在运行(\(path))")
    case .unlockable(let path):
      say("\(path) cannot be made or held", "无法建立或持有 \(path)")
    case .checksFailed(let count, let check, let detail):
      say(
        "findings that must not be: \(count), the first '\(title(check)): \(detail)'; a draft was made, see its 数据说明",
        "\(count) 项必过检查未通过,首项为“\(title(check)):\(detail)”;已生成草稿,详见“数据说明”")
    case .misnamedExport(let path):
      say(
        "\(path) is not loaded: its name is no day such as 2023-09-25",
        "\(path) 未载入:文件夹名称不是有效日期(如 2023-09-25)")
    case .shrunken, .renumbered, .notRenumbered: tasks(failure)
    default: edition(failure)
    }
  }

  /// What is wrong with an edition that is named, or made again.
  private static func edition(_ failure: JobFailure) -> String {
    switch failure {
    case .notAManifest(let path):
      say("\(path) is not the manifest.json of an edition", "\(path) 不是版次清单 manifest.json")
    case .otherSnapshot(let sequence, let day):
      say(
        "the store does not have snapshot \(sequence) of \(day) that the manifest names: it is another store, or was altered; run 'jibao verify --against' with the manifest",
        "数据库中没有清单所列 \(day) 的第 \(sequence) 号快照:不是同一数据库或已被改动;请用 jibao verify --against 核对该清单")
    case .definitionNotKept(let kind, let id, let hash):
      say(
        "the store has not kept \(kind) \(id) (SHA-256 \(hash.prefix(16))…) that the manifest names",
        "数据库未保存清单所列的 \(kind) \(id)(SHA-256 \(hash.prefix(16))……)")
    case .unknownEdition(let name, let known):
      say(
        "there is no edition '\(name)'; there are: \(list(known))",
        "没有版次“\(name)”;现有:\(list(known))")
    case .notSentThen(let day, let first, let last):
      say(
        "the edition cannot have gone out on \(day): it shows \(first), and today is \(last)",
        "该版次不可能于 \(day) 发出:其数据截止 \(first),今天是 \(last)")
    case .notTheSame(let count):
      say(
        "\(count) \(count == 1 ? "file is" : "files are") not the same as in the manifest",
        "有 \(count) 个文件与清单不一致")
    default: "\(failure)"
    }
  }

  private static func usage(_ usage: Usage) -> String {
    switch usage {
    case .exclusive(let one, let other):
      say("\(one) and \(other) exclude each other", "\(one) 与 \(other) 不能同时使用")
    case .needs(let one, let other):
      say("\(one) needs \(other)", "\(one) 须与 \(other) 一起使用")
    case .notEmpty(let folder):
      say(
        "\(folder) is not empty: name a new folder, nothing is ever overwritten",
        "\(folder) 不是空目录:请另指定目录,已有内容不会被覆盖")
    case .missing(let option): say("\(option) is missing", "缺少 \(option)")
    case .toCome(let day, let option, let today):
      say(
        "\(option): \(day) has not come yet; today is \(today)",
        "\(option)：\(day) 尚未到来；今天是 \(today)")
    case .notAnInstant(let text, let option):
      say(
        """
        \(option): '\(text)' is neither a day such as 2023-09-25, nor a time such as \
        2023-09-25T17:00 or 2023-09-25T09:00:00Z
        """,
        "\(option):“\(text)”不是日期(如 2023-09-25),也不是时刻(如 2023-09-25T17:00 或 2023-09-25T09:00:00Z)")
    }
  }

  private static func scoring(_ fault: ScoringFault) -> String {
    switch fault {
    case .emptyDenominator(let rule, let unit):
      say(
        "rule '\(rule)': a line of \(unit) has the denominator 0; only per_rate and rate_steps take such",
        "规则“\(rule)”:\(unit) 有一行分母为 0;只有 per_rate、rate_steps 可用")
    case .tooLarge(let rule, let unit):
      say(
        "rule '\(rule)': the points of \(unit) are too great to be exact",
        "规则“\(rule)”:\(unit) 的分数过大,无法精确计算")
    }
  }

  private static func notAWorkspace(_ folder: String) -> String {
    say(
      "\(folder) is no workspace: it has no jibao.yaml; make one with 'jibao init', or name it with --workspace",
      "\(folder) 不是工作区(没有 jibao.yaml);可用 jibao init 新建,或用 --workspace 指定")
  }

  private static func initialise(_ refused: Initialise.Refused) -> String {
    switch refused {
    case .exists(let folder): say("\(folder) is a workspace already", "\(folder) 已是工作区")
    case .unknownExample(let name, let known):
      say(
        "there is no example '\(name)'; there are: \(list(known))",
        "没有示例“\(name)”;现有:\(list(known))")
    }
  }
}
