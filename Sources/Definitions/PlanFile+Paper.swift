import Domain

extension Plan.Paper {
  /// The keys of a plan file that are about papers.
  static let keys = [
    "issuer", "issue", "addressees", "copies", "contact", "phone", "decided_by", "settle_days",
    "report_days", "remind_days", "judgement",
  ]

  /// - Throws: `DefinitionFault` with the line of what is wrong.
  init(_ fields: YAMLFields) throws {
    self.init()
    issuer = try fields["issuer"]?.filledText
    issue = try fields["issue"].map(Self.issue)
    addressees = try fields["addressees"]?.filledText
    copies = try fields["copies"]?.filledText
    contact = try fields["contact"]?.text ?? contact
    phone = try fields["phone"]?.text ?? phone
    decidedBy = try fields["decided_by"]?.text ?? decidedBy
    settleDays = try fields["settle_days"].map(Self.days) ?? settleDays
    reportDays = try fields["report_days"].map(Self.days) ?? reportDays
    remindDays = try fields["remind_days"].map(Self.days) ?? remindDays
    judgement = try fields["judgement"].map(Plan.Judgement.init) ?? judgement
  }

  /// The number of an issue.
  static func issue(_ node: YAMLNode) throws -> Int { try node.integer(within: 1...9_999) }

  private static func days(_ node: YAMLNode) throws -> Int { try node.integer(within: 1...250) }
}

extension Plan.Judgement {
  fileprivate init(_ node: YAMLNode) throws {
    self.init()
    let fields = try node.fields(["due_completion", "overdue", "below", "change", "late"])
    dueCompletion = try fields["due_completion"].map(Self.share) ?? dueCompletion
    overdue = try fields["overdue"].map(Self.share) ?? overdue
    change = try fields["change"].map(Self.share) ?? change
    late = try fields["late"].map(Self.share) ?? late
    guard let below = fields["below"] else { return }
    let shares = try below.items.map(Self.share)
    guard shares.count == 2, shares[0] <= shares[1] else {
      throw below.fault(.expected(.sharesInOrder))
    }
    (fewBelow, manyBelow) = (shares[0], shares[1])
  }

  private static func share(_ node: YAMLNode) throws -> Int64 {
    let share = try node.percent
    guard share <= 1_000_000 else { throw node.fault(.expected(.percentageUpTo100)) }
    return share
  }
}

extension YAMLNode {
  /// The text of a scalar; nil for an empty one.
  fileprivate var filledText: String? {
    get throws {
      let text = try text
      return text.isEmpty ? nil : text
    }
  }
}
