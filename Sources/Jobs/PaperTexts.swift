import Definitions
import Domain
import Metrics

/// What stands at the head and foot of a paper: who issues it, its number and day, whom it goes to.
struct PaperTexts {
  private let plan: Plan
  /// The day of issue (印发日).
  private let issuedOn: Day?
  private let next: (period: String, cutoff: Day, submitBy: Day?)?
  private let isDraft: Bool
  private let issue: Int?
  private let commentsBy: Day?
  private let nominal: Int64
  private let addressees: String
  private let copies: String
  /// A day without its year where that is the period's.
  private let short: (Day) -> String

  /// - Parameters:
  ///   - report: The file whose placeholders are filled: what it does not ask for is not looked up.
  ///     Editions of before are made again by queries that know nothing of papers.
  ///   - issue: The number that was asked for; nil for the plan's.
  ///   - isDraft: Whether number and day are still open.
  ///   - commentsBy: The day by which units may object, of a copy that is sent out for that.
  init(
    _ moment: Moment, for report: DefinitionFile, issue: Int?, isDraft: Bool,
    commentsBy: Day?, short: @escaping (Day) -> String
  ) throws {
    let placeholders = report.content.split(separator: UInt8(ascii: "{")).map { text in
      text.prefix { $0 != UInt8(ascii: "}") }
    }
    func asks(_ name: String) -> Bool { placeholders.contains { $0.elementsEqual(name.utf8) } }
    let request = moment.request
    (plan, nominal) = (request.plan, request.nominal)
    (self.isDraft, self.commentsBy, self.short) = (isDraft, commentsBy, short)
    let isCutoff = request.asOf == request.period.cutoff
    self.issue = issue ?? (isCutoff ? plan.issue(of: request.period) : nil)
    next = request.next.map { ($0.name, $0.cutoff, $0.submitBy) }
    issuedOn = asks("issued_on") ? try Self.issueDay(moment.table("facts/paper_day")) : nil
    addressees =
      try plan.paper.addressees
      ?? (asks("addressees") ? Addressees(moment.table("state/unit")).text : "")
    copies =
      try plan.paper.copies
      ?? (asks("copies") ? Self.levels(moment.table("facts/escalation")) : "")
  }

  private static func issueDay(_ days: ResultTable) -> Day? {
    days.index(of: "issued_on").flatMap { days.rows.first?[$0].day }
  }

  static let names = [
    "issuer", "issue_number", "issued_on", "addressees", "copies", "contact", "phone",
    "decided_by", "nominal", "next_period", "next_cutoff", "next_submit_by", "for_comment",
    "comments_by",
  ]

  var dictionary: [String: String] {
    [
      "issuer": plan.issuer.isEmpty ? "　　　　" : plan.issuer,
      "issue_number": isDraft ? "（草稿）" : "第\(issue.map(String.init) ?? "　　")期",
      "issued_on": isDraft ? "　　　　年　　月　　日" : issuedOn.map(full) ?? "",
      "addressees": addressees, "copies": copies,
      "contact": plan.paper.contact.isEmpty ? Self.blank : plan.paper.contact,
      "phone": plan.paper.phone.isEmpty ? Self.blank : plan.paper.phone,
      "decided_by": plan.paper.decidedBy, "nominal": percent(nominal),
      "next_period": next?.period ?? "", "next_cutoff": next.map { short($0.cutoff) } ?? "",
      "next_submit_by": next?.submitBy.map(short) ?? "",
      "for_comment": commentsBy == nil ? "" : "（征求意见稿）", "comments_by": commentsBy.map(short) ?? "",
    ]
  }

  /// To be filled in by hand.
  private static let blank = "＿＿＿＿"

  private func full(_ day: Day) -> String {
    let (year, month, dayOfMonth) = day.components
    return "\(year)年\(month)月\(dayOfMonth)日"
  }

  /// A share in millionths as a percentage, with one decimal where it is not whole: 75%, 8.3%.
  private func percent(_ share: Int64) -> String {
    DecimalText.of((share + 500) / 1_000, decimals: 1, keeping: 0) + "%"
  }

  /// The levels that matters are brought before, in the order of the ledger.
  private static func levels(_ table: ResultTable) -> String {
    guard let level = table.index(of: "level"), let place = table.index(of: "number_order") else {
      return ""
    }
    return table.rows.map { ($0[place].text ?? "", $0[level].text ?? "") }
      .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
      .map(\.1).joined(separator: "、")
  }
}
