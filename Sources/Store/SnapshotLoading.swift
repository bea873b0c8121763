import Database
public import Definitions
public import Domain

extension LedgerStore {
  /// When an unchanged ledger is left alone.
  public enum UnchangedRule: Sendable {
    /// If the newest snapshot of the same day says the same.
    case sameDay
    /// If the snapshot that shows the day says the same, whatever its own day.
    case sameContent
  }

  /// Stores a ledger as it stood on a day, or nothing at all.
  ///
  /// - Parameters:
  ///   - effectiveOn: The day whose state the ledger shows. Days may come in any order.
  ///   - now: The clock, UTC with milliseconds; a clock that went back is corrected.
  ///   - definitions: The files in force, kept whole with the snapshot.
  ///   - read: Hands over every row, then says what else the ledger held. What it throws is
  ///     thrown on, and nothing is stored.
  public func store(
    effectiveOn: Day, now: String, definitions: [DefinitionFile], unchanged rule: UnchangedRule,
    read: (_ sink: (LedgerRow) throws -> Void) throws -> SnapshotContent
  ) throws -> SnapshotOutcome {
    do {
      return try write {
        let position = try nextPosition(of: effectiveOn)
        let staging = SnapshotStaging(self, position: position)
        let content = try read(staging.add)
        let hash = staging.contentHash(content)
        if let same = try sameSnapshot(as: hash, content, effectiveOn, rule) {
          throw UnchangedContent(snapshot: same)
        }
        let snapshot = try record(
          hash, content, position: position, effectiveOn, now: now, definitions)
        let (new, ended) = try staging.apply(content)
        return .stored(snapshot, new: new, ended: ended)
      } isThere: { outcome in
        guard case .stored(let snapshot, _, _) = outcome else { return false }
        return try newestSnapshot()?.chainHash == snapshot.chainHash
      }
    } catch let unchanged as UnchangedContent {
      return .unchanged(unchanged.snapshot)
    }
  }

  /// Rolls the staging back where there is nothing to store.
  private struct UnchangedContent: Error { let snapshot: Snapshot }

  /// That after the snapshots of the day that there are.
  private func nextPosition(of day: Day) throws -> Int64 {
    let count =
      try connection.firstRow(
        of: "SELECT count(*) FROM snapshot WHERE ledger = :ledger AND effective_on = :day",
        ["ledger": .text(ledger), "day": .day(day)])?.first?.integer ?? 0
    return Self.position(day, count + 1)
  }

  /// The position of the nth snapshot of a day: yyyymmdd × 10,000 + n.
  static func position(_ day: Day, _ count: Int64) -> Int64 {
    let (year, month, dayOfMonth) = day.components
    return Int64((year * 100 + month) * 100 + dayOfMonth) * 10_000 + count
  }

  private func sameSnapshot(
    as hash: ContentHash, _ content: SnapshotContent, _ day: Day, _ rule: UnchangedRule
  ) throws -> Snapshot? {
    guard let shown = try snapshot(asOf: day, knownAt: "9999"), shown.contentHash == hash,
      rule == .sameContent || shown.effectiveOn == day
    else { return nil }
    return shown
  }

  /// Adds the snapshot's row, its coverage, sources and changed definitions, and its chain link.
  private func record(
    _ hash: ContentHash, _ content: SnapshotContent, position: Int64, _ day: Day, now: String,
    _ definitions: [DefinitionFile]
  ) throws -> Snapshot {
    let previous = try newestSnapshot()
    let changed = try keep(definitions)
    let recordedAt = Instant.after(previous?.recordedAt, atLeast: now)
    let sequence = (previous?.sequence ?? 0) + 1
    let chain = ChainLink(
      previous: previous?.chainHash, sequence: sequence, effectiveOn: day, recordedAt: recordedAt,
      contentHash: hash, ownColumns: content.ownColumns,
      parts: content.sources.map { "source \($0.register.rawValue) \($0.file) \($0.hash)" }
        + changed.map { "definition \($0.kind.rawValue) \($0.id) \($0.hash)" }
    ).hash
    try connection.insert(
      into: "snapshot",
      columns: [
        "ledger", "sequence", "position", "effective_on", "recorded_at", "content_hash",
        "own_columns", "chain_hash",
      ],
      rows: [
        [
          .text(ledger), .integer(sequence), .integer(position), .day(day), .text(recordedAt),
          .blob(hash.bytes), .text(content.ownColumns.joined(separator: "\u{1F}")),
          .blob(chain.bytes),
        ]
      ])
    try recordParts(content, changed, position: position)
    return Snapshot(
      sequence: sequence, position: position, effectiveOn: day, recordedAt: recordedAt,
      contentHash: hash, chainHash: chain, ownColumns: content.ownColumns)
  }

  private func recordParts(
    _ content: SnapshotContent, _ definitions: [DefinitionFile], position: Int64
  ) throws {
    let counts = Dictionary(
      uniqueKeysWithValues: content.sources.map { ($0.register, Int64($0.rowCount)) })
    let start: [Value] = [.text(ledger), .integer(position)]
    try connection.insert(
      into: "snapshot_coverage", columns: ["ledger", "position", "register", "plan", "row_count"],
      rows: content.coverage.map {
        start + [.text($0.register.rawValue), .text($0.plan), .integer(counts[$0.register] ?? 0)]
      })
    try connection.insert(
      into: "snapshot_source", columns: ["ledger", "position", "register", "file", "hash"],
      rows: content.sources.map {
        start + [.text($0.register.rawValue), .text($0.file), .blob($0.hash.bytes)]
      })
    try connection.insert(
      into: "snapshot_definition", columns: ["ledger", "position", "kind", "id", "hash"],
      rows: definitions.map {
        start + [.text($0.kind.rawValue), .text($0.id), .blob($0.hash.bytes)]
      })
  }
}

/// One entry of the chain that holds the recorded snapshots together.
struct ChainLink {
  let previous: ContentHash?
  let sequence: Int64
  let effectiveOn: Day
  let recordedAt: String
  let contentHash: ContentHash
  let ownColumns: [String]
  /// Sources and definitions, in order.
  let parts: [String]

  var hash: ContentHash {
    let lines =
      [
        previous?.description ?? "-", "\(sequence)", "\(effectiveOn)", recordedAt,
        contentHash.description, ownColumns.joined(separator: "\u{1F}"),
      ] + parts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return ContentHash(of: lines.joined(separator: "\n"))
  }
}
