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
    /// It is stored all the same.
    case never
  }

  /// Stores a ledger as it stood on a day, or nothing at all.
  ///
  /// - Parameters:
  ///   - effectiveOn: The day whose state the ledger shows. Days may come in any order.
  ///   - now: The clock, UTC with milliseconds; a clock that went back is corrected.
  ///   - definitions: The files in force, kept whole with the snapshot.
  ///   - missing: The names of files that are there no more, and should be.
  ///   - accepted: The number of a withdrawn snapshot whose content may be stored again.
  ///   - review: Sees what the ledger changes and says what of it is confirmed; what it throws is
  ///     thrown on, and nothing is stored.
  ///   - read: Hands over every row, then says what else the ledger held. What it throws is
  ///     thrown on, and nothing is stored.
  public func store(
    effectiveOn: Day, now: String, definitions: [DefinitionFile],
    missing: Set<DefinitionName> = [], unchanged rule: UnchangedRule,
    acceptsWithdrawn accepted: Int64? = nil,
    review: (SnapshotChanges) throws -> SnapshotConfirmation = { _ in SnapshotConfirmation() },
    read: (_ sink: (LedgerRow) throws -> Void) throws -> SnapshotContent
  ) throws -> SnapshotOutcome {
    do {
      return try write {
        let position = try nextPosition(of: effectiveOn)
        let staging = SnapshotStaging(self, position: position)
        let content = try read(staging.add)
        try staging.settle(content)
        if let same = try sameSnapshot(as: staging, content, effectiveOn, rule) {
          throw UnchangedContent(snapshot: same)
        }
        try refuseWithdrawn(staging, content, but: accepted)
        var confirmation = try review(SnapshotChanges(staging, content))
        confirmation.newestNote = try noteLinks().last
        let (new, ended, places) = try staging.apply(content)
        let snapshot = try record(
          NewSnapshot(
            position: position, effectiveOn: effectiveOn, content: content,
            contentHash: staging.contentHash(content), placeHash: places,
            definitions: keep(definitions, missing: missing), confirmation: confirmation), now: now)
        return .stored(snapshot, new: new, ended: ended)
      } isThere: { outcome in
        guard case .stored(let snapshot, _, _) = outcome else { return false }
        return try newestEntry()?.hash == snapshot.chainHash
      }
    } catch let unchanged as UnchangedContent {
      return .unchanged(unchanged.snapshot)
    }
  }

  /// Holds a ledger against the snapshots that there are, as `store` does, and stores nothing.
  public func compare(
    effectiveOn: Day, review: (SnapshotChanges) throws -> Void,
    read: (_ sink: (LedgerRow) throws -> Void) throws -> SnapshotContent
  ) throws {
    do {
      try connection.transaction(.reading) {
        let staging = SnapshotStaging(
          self, position: try nextPosition(of: effectiveOn), isTrial: true)
        let content = try read(staging.add)
        try staging.settle(content)
        try review(SnapshotChanges(staging, content))
        throw Compared()
      }
    } catch is Compared {}
  }

  /// Rolls a comparison back: what it staged is gone with it.
  private struct Compared: Error {}

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

  /// Whether there is a snapshot between another and a position, if only a withdrawn one.
  private func stands(after snapshot: Snapshot, before position: Int64) throws -> Bool {
    try connection.firstRow(
      of: """
        SELECT 1 FROM snapshot
        WHERE ledger = :ledger AND position > :first AND position < :position LIMIT 1
        """,
      [
        "ledger": .text(ledger), "first": .integer(snapshot.position),
        "position": .integer(position),
      ]) != nil
  }

  /// A ledger that says the same as a snapshot that was taken back would bring it back in silence.
  ///
  /// One that a wrong clock alone was the reason for may be stored again, and so may one whose
  /// content was accepted once.
  private func refuseWithdrawn(
    _ staging: SnapshotStaging, _ content: SnapshotContent, but accepted: Int64?
  ) throws {
    let wrong = Set(try withdrawals().filter { $0.recordedAfter == nil }.flatMap(\.positions))
    guard !wrong.isEmpty else { return }
    let hash = staging.contentHash(content)
    func isSame(_ snapshot: Snapshot) throws -> Bool {
      try snapshot.form == Snapshot.newestForm
        ? snapshot.contentHash == hash : contentHash(of: snapshot) == hash
    }
    let withdrawn = try snapshots().filter { try wrong.contains($0.position) && isSame($0) }
    guard let newest = withdrawn.last, !withdrawn.contains(where: { $0.sequence == accepted }),
      try !standingSnapshots().contains(where: {
        try $0.sequence > newest.sequence && isSame($0)
      })
    else { return }
    throw StoreFailure.withdrawnContent(newest)
  }

  /// Whether a snapshot of a day, withdrawn or not, has a content.
  public func holds(_ hash: ContentHash, asOf day: Day) throws -> Bool {
    try snapshots().filter { $0.effectiveOn == day }.contains { snapshot in
      try snapshot.form == Snapshot.newestForm
        ? snapshot.contentHash == hash : contentHash(of: snapshot) == hash
    }
  }

  /// The content hash that a snapshot of an older form would have in the form of today.
  private func contentHash(of snapshot: Snapshot) throws -> ContentHash {
    var form = ContentForm()
    let coverage = try coverage(at: snapshot.position)
    for table in LedgerTable.all {
      let stated = coverage.filter { $0.register == table.register.rawValue }
      guard !stated.isEmpty else { continue }
      let rows = try stated.flatMap { place in
        try connection.rows(
          of: """
            SELECT hash FROM \(table.versions)
            WHERE ledger = :ledger AND plan = :plan
              AND from_position <= :position AND :position < to_position
            """,
          [
            "ledger": .text(ledger), "plan": .text(place.plan),
            "position": .integer(snapshot.position),
          ]
        ).compactMap { $0[0].bytes.flatMap(ContentHash.init(bytes:)) }
      }
      form.append(table: table, count: rows.count, rows: rows.sorted())
    }
    form.append(coverage: coverage.map { ($0.register, $0.plan) })
    return form.hash
  }

  private func sameSnapshot(
    as staging: SnapshotStaging, _ content: SnapshotContent, _ day: Day, _ rule: UnchangedRule
  ) throws -> Snapshot? {
    guard let shown = try snapshot(asOf: day, knownAt: Self.allKnown),
      rule == .sameContent || (rule == .sameDay && shown.effectiveOn == day)
    else { return nil }
    if try stands(after: shown, before: staging.position) {
      // Rows stand as a snapshot says that was taken back.
      let hash =
        try shown.form == Snapshot.newestForm ? shown.contentHash : contentHash(of: shown)
      return hash == staging.contentHash(content) ? shown : nil
    }
    guard try staging.changesNothing(content) else { return nil }
    let stated = try coverage(at: shown.position).map { [$0.register, $0.plan] }
    let states = content.coverage.map { [$0.register.rawValue, $0.plan] }
    return Set(stated) == Set(states) ? shown : nil
  }
}
