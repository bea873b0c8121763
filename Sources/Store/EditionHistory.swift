import Database
public import Definitions
public import Domain

/// An edition of a report, as the store notes it.
public struct EditionRecord: Sendable {
  public let plan: String
  public let period: String
  public let edition: Int
  public let asOf: Day
  /// The snapshot that it stands on.
  public var position: Int64
  public let madeAt: String
  public let manifestHash: ContentHash

  public init(
    plan: String, period: String, edition: Int, asOf: Day, position: Int64, madeAt: String,
    manifestHash: ContentHash
  ) {
    self.plan = plan
    self.period = period
    self.edition = edition
    self.asOf = asOf
    self.position = position
    self.madeAt = madeAt
    self.manifestHash = manifestHash
  }
}

/// A job that was run, as the store notes it.
public struct RunRecord: Sendable {
  public let startedAt: String
  public let command: String
  /// The exit code.
  public let outcome: Int
  public let summary: String

  public init(startedAt: String, command: String, outcome: Int, summary: String) {
    self.startedAt = startedAt
    self.command = command
    self.outcome = outcome
    self.summary = summary
  }
}

extension LedgerStore {
  /// Notes an edition that was published, and keeps the texts of the definitions it used; nothing
  /// is done where it is noted already.
  public func record(_ edition: EditionRecord, definitions: [DefinitionFile]) throws {
    try write {
      try keepContents(definitions)
      if let noted = try editions().first(where: edition.isSameNumber) {
        guard edition.manifestHash != noted.manifestHash else { return }
        throw DatabaseFailure(
          kind: .busy, code: "edition",
          detail: .said("\(edition.period)/\(edition.edition)"))
      }
      let values = edition.values(ledger: ledger)
      let hash = RowForm(note: "edition", values).hash
      try connection.insert(
        into: "edition", columns: EditionRecord.columns + ["hash"],
        rows: [values + [.blob(hash.bytes)]])
    } isThere: {
      try editions().contains {
        edition.isSameNumber($0) && $0.manifestHash == edition.manifestHash
      }
    }
  }

  /// All editions in the order in which they were made.
  public func editions() throws -> [EditionRecord] {
    try connection.rows(
      of: """
        SELECT plan, period, edition, as_of, position, made_at, manifest_hash FROM edition
        WHERE ledger = :ledger ORDER BY made_at, plan, period, edition
        """, ["ledger": .text(ledger)]
    ).map(EditionRecord.init)
  }

  /// The highest number of an edition; 0 where none was made.
  public func newestEdition(of plan: String, period: String) throws -> Int {
    let row = try connection.firstRow(
      of: """
        SELECT max(edition) FROM edition
        WHERE ledger = :ledger AND plan = :plan AND period = :period
        """, ["ledger": .text(ledger), "plan": .text(plan), "period": .text(period)])
    return row?.first?.integer.map(Int.init) ?? 0
  }

  /// Notes a run that did something, or failed. Its number is taken under the ledger's lock.
  public func record(_ run: RunRecord) throws {
    _ = try write {
      try connection.execute(
        """
        INSERT INTO run (ledger, run, started_at, command, outcome, summary)
        SELECT :ledger, coalesce(max(run), 0) + 1, :started_at, :command, :outcome, :summary
        FROM run WHERE ledger = :ledger
        """,
        [
          "ledger": .text(ledger), "started_at": .text(run.startedAt),
          "command": .text(run.command), "outcome": .integer(Int64(run.outcome)),
          "summary": .text(run.summary),
        ])
    } isThere: { _ in
      try runs().contains { $0.startedAt == run.startedAt && $0.summary == run.summary }
    }
  }

  /// All runs noted, in order.
  public func runs() throws -> [RunRecord] {
    try connection.rows(
      of: """
        SELECT started_at, command, outcome, summary FROM run
        WHERE ledger = :ledger ORDER BY run
        """, ["ledger": .text(ledger)]
    ).map { row in
      RunRecord(
        startedAt: row[0].text ?? "", command: row[1].text ?? "",
        outcome: Int(row[2].integer ?? 0), summary: row[3].text ?? "")
    }
  }
}

extension EditionRecord {
  /// Reads the columns behind that of the ledger, in their order.
  init(row: [Value]) throws {
    guard row.count == 7, let plan = row[0].text, let period = row[1].text,
      let edition = row[2].integer, let asOf = row[3].day, let position = row[4].integer,
      let madeAt = row[5].text, let hash = row[6].bytes.flatMap(ContentHash.init(bytes:))
    else { throw StoreFailure.inconsistent("edition") }
    self.init(
      plan: plan, period: period, edition: Int(edition), asOf: asOf, position: position,
      madeAt: madeAt, manifestHash: hash)
  }

  /// Whether a record is of the same edition.
  func isSameNumber(_ other: EditionRecord) -> Bool {
    other.plan == plan && other.period == period && other.edition == edition
  }

  static let columns = [
    "ledger", "plan", "period", "edition", "as_of", "position", "made_at", "manifest_hash",
  ]

  /// The values of the columns.
  func values(ledger: String) -> [Value] {
    [
      .text(ledger), .text(plan), .text(period), .integer(Int64(edition)), .day(asOf),
      .integer(position), .text(madeAt), .blob(manifestHash.bytes),
    ]
  }
}
