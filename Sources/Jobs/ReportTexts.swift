import Definitions
import Domain
import Foundation
import Metrics
import Store

/// The texts that a report's placeholders stand for.
struct ReportTexts {
  let moment: Moment
  /// The periods that figures are held against.
  let earlier: EarlierMoments
  /// The scoring rules in force, if the plan has any.
  let rules: RuleBook?
  /// Whether the instants of the moment and of the earlier one are said.
  let saysKnownAt: (later: Bool, earlier: Bool)
  let timeZone: TimeZone
  let program: String
  /// Ids of the definitions that are not the shipped ones.
  let overrides: [String]
  /// Whether the report is a draft, and what else its front must say.
  let isDraft: Bool
  let lacked: LackedLedgers
  let maximumAge: Int
  /// The registers that ledgers since have no file of, with the day of the one that had.
  let carriedOver: [(register: Register, day: Day)]
  /// How many tasks bear no number.
  let unnumbered: Int
  /// How many guesses of `init --from` nobody has looked at.
  let assumptions: Int
  /// The due completion of the period before, as it was printed and as it is known now, where the
  /// two differ and the report compares with the latter.
  let correction: (printed: Ratio, known: Ratio)?
  /// What stands at the head and foot of papers.
  let paper: PaperTexts

  var dictionary: [String: String] {
    let (plan, period, day) = (moment.request.plan, moment.request.period, moment.request.asOf)
    return [
      "place": plan.place, "year": "\(period.to.year)", "period": period.name,
      "subject": plan.subject, "office": plan.office.isEmpty ? "　　　　" : plan.office,
      "remark": plan.remark, "document": plan.document,
      "document_bracketed": bracketed(plan.document), "plan_title": plan.title,
      "from": "\(period.from)", "to": "\(period.to)", "cutoff": chinese(day),
      "cutoff_short": short(day), "known": knownLater,
      "period_title": title(of: period),
      "snapshot_day": chinese(moment.snapshot.effectiveOn),
      "content_hash": moment.snapshot.contentHash.description,
      "schedule_rule": scheduleRule,
      "lead_policy": Self.leadPolicies[plan.leadPolicy] ?? "",
      "program": "jibao \(program)",
      "overrides": overrides.isEmpty ? "无" : overrides.joined(separator: "、"),
      "signature": plan.signature.map { $0 + "：＿＿＿＿＿＿" }.joined(separator: "　　"),
      "draft": isDraft ? "草稿" : "",
      "draft_header": isDraft ? "草稿　数据时点：\(knownDay)　请勿外传" : "",
      "ledger_day": moment.snapshot.effectiveOn < day ? chinese(moment.snapshot.effectiveOn) : "",
      "stands_on": short(isDraft ? min(moment.snapshot.effectiveOn, day) : day),
      "notice": notice, "issue": isDraft ? "草稿" : "正式稿" + ledgerless, "check_copy": checkCopy,
      "stale": stale, "assumed": assumed, "rules": rulesText,
      "example_rules": rules?.isExample == true ? "评分为示例规则，不作考核依据" : "",
      "prior_period": earlier.period(.previous).map { name(of: $0.period) } ?? "无（首期）",
    ].merging(paperTitle) { own, _ in own }.merging(paper.dictionary) { own, _ in own }.merging(
      corrected
    ) { own, _ in own }.merging(comparison) { own, _ in own }.merging(
      earlierPeriods
    ) { own, _ in own }
  }

  /// The placeholders that every report has.
  static let names =
    [
      "place", "year", "period", "subject", "office", "remark", "document", "document_bracketed",
      "plan_title", "from", "to", "cutoff", "cutoff_short", "known", "period_title",
      "snapshot_day", "content_hash", "schedule_rule", "lead_policy", "program", "overrides",
      "signature", "draft", "draft_header", "ledger_day", "stands_on", "notice", "issue",
      "check_copy", "stale",
      "assumed", "rules", "example_rules",
      "prior_period", "prior", "prior_known", "prior_snapshot_day", "prior_hash", "compared",
      "span", "one_snapshot", "previous_period", "previous_basis", "year_before_period",
      "year_before_basis", "prior_name", "prior_cutoff", "prior_printed", "prior_corrected",
      "prior_entries", "paper_period", "paper_stage",
    ] + PaperTexts.names

  /// What is said of the earlier of two moments; empty in a report on a single one.
  private var comparison: [String: String] {
    guard let prior = moment.prior else {
      let names = [
        "prior", "prior_known", "prior_snapshot_day", "prior_hash", "compared", "span",
        "one_snapshot",
      ]
      return Dictionary(uniqueKeysWithValues: names.map { ($0, "") })
    }
    let (earlier, later) = (prior.request, moment.request)
    return [
      "prior": chinese(earlier.asOf), "prior_known": knownEarlier,
      "prior_snapshot_day": chinese(prior.snapshot.effectiveOn),
      "prior_hash": prior.snapshot.contentHash.description,
      "compared": chinese(earlier.asOf) + bracketed(knownEarlier) + " → "
        + chinese(later.asOf) + bracketed(knownLater),
      "span": earlier.asOf == later.asOf
        ? "\(short(later.asOf))数据更正" : "\(short(earlier.asOf))至\(short(later.asOf))",
      "one_snapshot": prior.snapshot.position == moment.snapshot.position
        ? "注意：两个时点同为 \(chinese(prior.snapshot.effectiveOn)) 的台账快照，台账内容相同" : "",
    ]
  }

  /// The day of the ledger, and when it was recorded where that was on the same day.
  private var knownDay: String {
    let day = moment.snapshot.effectiveOn
    guard let (recorded, time) = minute(of: moment.snapshot.recordedAt), recorded == day else {
      return chinese(day)
    }
    return "\(chinese(day)) \(time)"
  }

  /// Until the last cut-off of the plan what units are shown is for them to check.
  private var checkCopy: String {
    let last = moment.request.plan.calendar.last
    let isFinal = last.map { moment.request.period == $0 && moment.request.asOf >= $0.cutoff }
    return isFinal == true ? "" : (isDraft ? "　" : "") + "核对稿"
  }

  private var knownLater: String {
    saysKnownAt.later ? known(moment.request.knownAt) : ""
  }

  private var knownEarlier: String {
    saysKnownAt.earlier ? known(moment.prior?.request.knownAt ?? "") : ""
  }

  private func bracketed(_ text: String) -> String { text.isEmpty ? "" : "（\(text)）" }

  /// Up to which instant what was recorded counts, in the office's time; empty if all does.
  private func known(_ instant: String) -> String {
    guard instant != Moment.Request.allKnown, let (day, time) = minute(of: instant) else {
      return ""
    }
    return "只计截至\(chinese(day))\(time)记录的快照"
  }

  /// An instant in the office's time: its day, and hours and minutes.
  private func minute(of instant: String) -> (day: Day, time: String)? {
    guard let date = Instant.date(instant) else { return nil }
    let seconds = Int(date.timeIntervalSince1970) + timeZone.secondsFromGMT(for: date)
    let minute = seconds / 60 % 1440
    let time = [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return (Day(number: seconds / 86_400), time.joined(separator: ":"))
  }

  /// Said on every sheet: that it is a draft, and which ledgers it lacks.
  private var notice: String {
    let stand = "数据取自\(chinese(moment.snapshot.effectiveOn))的台账"
    let refused = lacked.refused.map(chinese).joined(separator: "、")
    let released = lacked.released.map { "没有\(chinese($0.day))的台账（\($0.reason)）" }
    let draft = isDraft ? ["草稿" + (refused.isEmpty ? "" : "：缺\(refused)的台账（未予接收）")] : []
    let parts = draft + released
    return (parts + (parts == ["草稿"] || parts.isEmpty ? [] : [stand])).joined(separator: "，")
  }

  /// Said on the front of an edition: the days that have no ledger.
  private var ledgerless: String {
    guard !lacked.released.isEmpty else { return "" }
    return "（没有\(lacked.released.map { chinese($0.day) }.joined(separator: "、"))的台账）"
  }

  /// Said on the front when the ledger is older than the office allows, or has no file of a register
  /// any more, and when tasks have no history.
  private var stale: String {
    let age = moment.request.asOf.number - moment.snapshot.effectiveOn.number
    let old =
      age > maximumAge
      ? ["台账停留在 \(chinese(moment.snapshot.effectiveOn))，早于截止日 \(age) 天"] : []
    let carried = carriedOver.map {
      "\($0.register.heading)沿用\(chinese($0.day))的数据（其后的台账没有此表）"
    }
    let nameless =
      unnumbered > 0 ? ["\(unnumbered)项任务没有编号，以所在行称呼；编号经确认前，不追溯原定时限、变化和以往红灯"] : []
    let parts = old + carried + nameless
    return parts.isEmpty ? "" : "注意：" + parts.joined(separator: "；")
  }

  /// Said on the front as long as guesses stand that nobody has looked at.
  private var assumed: String {
    assumptions == 0
      ? "" : "注意：台账的读法有\(assumptions)处推测尚未核对（见工作区中标有“推测”的注释）"
  }

  func short(_ day: Day) -> String { Self.short(day, in: moment.request.period.to.year) }

  /// A day, its year left out where it is the one that is spoken of.
  static func short(_ day: Day, in year: Int) -> String {
    let parts = day.components
    return (parts.year == year ? "" : "\(parts.year)年") + "\(parts.month)月\(parts.dayOfMonth)日"
  }

  private var rulesText: String {
    guard let rules else { return "方案没有评分规则" }
    let example = rules.isExample ? "（示例规则）" : ""
    return "\(rules.version)\(example)，\(chinese(rules.effective))起施行；依据：\(rules.basis)"
  }

  func chinese(_ day: Day) -> String {
    let (year, month, dayOfMonth) = day.components
    return "\(year)年\(month)月\(dayOfMonth)日"
  }

  private var scheduleRule: String {
    let request = moment.request
    return request.plan.scheduleRule == .nominal && request.isForPeriod && request.figures != .first
      ? "按本期的名义进度" : Self.scheduleRules[request.plan.scheduleRule] ?? ""
  }

  private static let scheduleRules: [Plan.ScheduleRule: String] = [
    .nominal: "按最近一个截止日的名义进度", .months: "按已满整月占全部整月", .days: "按已过天数占全部天数",
    .milestones: "按已到期节点占全部节点",
  ]

  private static let leadPolicies: [Plan.LeadPolicy: String] = [
    .named: "以台账所列牵头单位为准", .firstListed: "未列牵头单位的，以首个责任单位牵头",
    .common: "未列牵头单位的，全部责任单位按职能共同承担",
  ]
}
