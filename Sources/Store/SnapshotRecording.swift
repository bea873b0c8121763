import Database
import Definitions
import Domain

/// A snapshot whose rows are in place, before it has its link in the chain.
struct NewSnapshot {
  let position: Int64
  let effectiveOn: Day
  let content: SnapshotContent
  let contentHash: ContentHash
  let placeHash: ContentHash
  /// The definitions that changed.
  let definitions: [DefinitionFile]
  let confirmation: SnapshotConfirmation

  /// What enters the chain besides the snapshot's own row.
  var parts: [String] {
    content.sources.map { "source \($0.register.rawValue) \($0.file) \($0.hash)" }
      + definitions.map { "definition \($0.kind.rawValue) \($0.id) \($0.hash)" }
      + confirmation.renumberings.map { "renumbering \($0.plan) \($0.task) \($0.earlier ?? "")" }
      + confirmation.notes.map { "confirmation \($0.plan) \($0.thing) \($0.before) \($0.now)" }
  }
}

extension LedgerStore {
  /// Adds the snapshot's row, its coverage, sources, changed definitions and renumberings, and its
  /// chain link.
  func record(_ new: NewSnapshot, now: String) throws -> Snapshot {
    let form = Snapshot.newestForm
    let entry = try append(.snapshot, now: now, after: newestInstant()) {
      previous, sequence, recordedAt in
      ChainLink(
        previous: previous, sequence: sequence, form: form, effectiveOn: new.effectiveOn,
        recordedAt: recordedAt, contentHash: new.contentHash, placeHash: new.placeHash,
        ownColumns: new.content.ownColumns, parts: new.parts
      ).hash
    }
    let (sequence, recordedAt, chain) = (entry.sequence, entry.recordedAt, entry.hash)
    try connection.insert(
      into: "snapshot",
      columns: [
        "ledger", "sequence", "position", "effective_on", "recorded_at", "content_hash",
        "place_hash", "own_columns", "chain_hash", "form",
      ],
      rows: [
        [
          .text(ledger), .integer(sequence), .integer(new.position), .day(new.effectiveOn),
          .text(recordedAt), .blob(new.contentHash.bytes), .blob(new.placeHash.bytes),
          .text(new.content.ownColumns.joined(separator: "\u{1F}")), .blob(chain.bytes),
          .integer(Int64(form)),
        ]
      ])
    try recordParts(new)
    return Snapshot(
      sequence: sequence, position: new.position, form: form, effectiveOn: new.effectiveOn,
      recordedAt: recordedAt, contentHash: new.contentHash, chainHash: chain,
      placeHash: new.placeHash, ownColumns: new.content.ownColumns)
  }

  private func recordParts(_ new: NewSnapshot) throws {
    let counts = Dictionary(
      uniqueKeysWithValues: new.content.sources.map { ($0.register, Int64($0.rowCount)) })
    let start: [Value] = [.text(ledger), .integer(new.position)]
    try connection.insert(
      into: "snapshot_coverage", columns: ["ledger", "position", "register", "plan", "row_count"],
      rows: new.content.coverage.map {
        start + [.text($0.register.rawValue), .text($0.plan), .integer(counts[$0.register] ?? 0)]
      })
    try connection.insert(
      into: "snapshot_source", columns: ["ledger", "position", "register", "file", "hash"],
      rows: new.content.sources.map {
        start + [.text($0.register.rawValue), .text($0.file), .blob($0.hash.bytes)]
      })
    try connection.insert(
      into: "snapshot_definition", columns: ["ledger", "position", "kind", "id", "hash"],
      rows: new.definitions.map {
        start + [.text($0.kind.rawValue), .text($0.id), .blob($0.hash.bytes)]
      })
    try connection.insert(
      into: "renumbering", columns: ["ledger", "position", "plan", "task", "earlier"],
      rows: new.confirmation.renumberings.map {
        start + [.text($0.plan), .text($0.task), .text($0.earlier ?? "")]
      })
    try connection.insert(
      into: "confirmation", columns: ["ledger", "position", "plan", "thing", "before", "now"],
      rows: new.confirmation.notes.map {
        start + [.text($0.plan), .text($0.thing), .integer($0.before), .integer($0.now)]
      })
  }
}
