import Database
public import Domain

/// A target or a rectification whose number bears another one than before.
public struct ReusedNumber: Hashable, Sendable {
  public let register: Register
  public let plan: String
  public let number: String
  /// What the number stood for, and what it stands for now.
  public let before: String
  public let now: String
}

extension Register {
  /// The column that says what a row with a number of its own is about; nil for registers whose rows
  /// have none.
  public var subject: RegisterColumn? {
    let id =
      switch self {
      case .targets: "indicator"
      case .rectifications: "problem"
      default: ""
      }
    return columns.first { $0.id == id }
  }
}

extension SnapshotChanges {
  /// What a row with a number of its own is about.
  private struct Subject {
    /// What makes two rows the same.
    struct Identity: Hashable {
      let task: String
      let unit: String
      let key: WordKey
    }

    let identity: Identity
    let title: String

    init(task: String, unit: String, title: String) {
      identity = Identity(task: task, unit: unit, key: WordKey(title))
      self.title = title
    }

    /// As text beside another one: with task and unit where the titles do not differ.
    func text(beside other: Subject) -> String {
      guard identity.key == other.identity.key else { return title }
      return [identity.task, identity.unit, title].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// The numbers of targets and rectifications that are most likely given to others: the title is
  /// another beyond rewording, or task, unit and title are those that another number had. Values of
  /// before would be those of another.
  /// - Parameter renumberings: The tasks that have another number.
  public func reusedNumbers(_ renumberings: [Renumbering]) throws -> [ReusedNumber] {
    try coverage.flatMap { register, plan -> [ReusedNumber] in
      guard let title = register.subject, let rows = try comparedRows(register, plan) else {
        return []
      }
      let moved = Dictionary(
        renumberings.filter { $0.plan == plan }.compactMap { entry in
          entry.earlier.map { ($0, entry.task) }
        }, uniquingKeysWith: { first, _ in first })
      let before = try subjects(rows, rows.before, title, moved: moved)
      let now = try subjects(rows, rows.now, title, moved: [:])
      let owners = Dictionary(grouping: before.keys) { before[$0]?.identity }
      return now.keys.sorted().compactMap { number in
        guard let earlier = before[number], let later = now[number],
          earlier.identity != later.identity
        else { return nil }
        let isOfOther = owners[later.identity] != nil
        let isReworded = TitleLikeness(later.title).isRewording(of: TitleLikeness(earlier.title))
        guard isOfOther || !isReworded else { return nil }
        return ReusedNumber(
          register: register, plan: plan, number: number, before: earlier.text(beside: later),
          now: later.text(beside: earlier))
      }
    }
  }

  private func subjects(
    _ rows: ComparedRows, _ side: String, _ title: RegisterColumn, moved: [String: String]
  ) throws -> [String: Subject] {
    let number = rows.table.register == .targets ? "target" : "rectification"
    let all = try rows.connection.rows(
      of: "SELECT x.\(number), x.task, x.unit, x.\(title.stored) FROM (\(side)) AS x",
      rows.parameters)
    return Dictionary(
      all.map { row in
        let task = row[1].text ?? ""
        return (
          row[0].text ?? "",
          Subject(task: moved[task] ?? task, unit: row[2].text ?? "", title: row[3].text ?? "")
        )
      }, uniquingKeysWith: { first, _ in first })
  }
}
