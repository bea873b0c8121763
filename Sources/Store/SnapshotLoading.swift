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
  ///   - review: Sees what the ledger changes and says what of it is confirmed; what it throws is
  ///     thrown on, and nothing is stored.
  ///   - read: Hands over every row, then says what else the ledger held. What it throws is
  ///     thrown on, and nothing is stored.
  public func store(
    effectiveOn: Day, now: String, definitions: [DefinitionFile], unchanged rule: UnchangedRule,
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
        let confirmation = try review(SnapshotChanges(staging, content))
        let (new, ended, places) = try staging.apply(content)
        let snapshot = try record(
          NewSnapshot(
            position: position, effectiveOn: effectiveOn, content: content,
            contentHash: staging.contentHash(content), placeHash: places,
            definitions: keep(definitions), confirmation: confirmation), now: now)
        return .stored(snapshot, new: new, ended: ended)
      } isThere: { outcome in
        guard case .stored(let snapshot, _, _) = outcome else { return false }
        return try newestSnapshot()?.chainHash == snapshot.chainHash
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

  private func sameSnapshot(
    as staging: SnapshotStaging, _ content: SnapshotContent, _ day: Day, _ rule: UnchangedRule
  ) throws -> Snapshot? {
    guard let shown = try snapshot(asOf: day, knownAt: "9999"),
      rule == .sameContent || (rule == .sameDay && shown.effectiveOn == day),
      try staging.changesNothing(content)
    else { return nil }
    let stated = try coverage(at: shown.position).map { [$0.register, $0.plan] }
    let states = content.coverage.map { [$0.register.rawValue, $0.plan] }
    return Set(stated) == Set(states) ? shown : nil
  }
}
