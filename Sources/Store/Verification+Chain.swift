import Database
import Definitions
import Domain

/// The chain: every entry follows from the one before and from its own parts.
extension LedgerStore {
  func verifyChain(of snapshots: [Snapshot]) throws -> [StoreDamage] {
    let withdrawals = Dictionary(
      try withdrawals().map { ($0.sequence, $0) }, uniquingKeysWith: { first, _ in first })
    let sequences = Dictionary(
      snapshots.map { ($0.sequence, $0) }, uniquingKeysWith: { first, _ in first })
    var damage: [StoreDamage] = []
    var previous: ChainEntry?
    var (days, instants) = ([Day: Int64](), RecordedInstants())
    let entries = try entries()
    for entry in entries {
      if entry.sequence != (previous?.sequence ?? 0) + 1 {
        damage.append(.sequence(after: previous?.sequence ?? 0))
      }
      let withdrawal = withdrawals[entry.sequence]
      let isLater = instants.append(entry, wrongAfter: withdrawal?.recordedAfter)
      if let snapshot = sequences[entry.sequence] {
        days[snapshot.effectiveOn, default: 0] += 1
        let position = Self.position(snapshot.effectiveOn, days[snapshot.effectiveOn] ?? 0)
        let isWhole = try isWhole(snapshot, as: entry, after: previous)
        if !isWhole || !isLater || snapshot.position != position || withdrawal != nil {
          damage.append(.chain(snapshot: snapshot))
        }
      } else if entry.kind != .withdrawal || !isLater || withdrawal?.recordedAt != entry.recordedAt
        || withdrawal?.hash(after: previous?.hash) != entry.hash
      {
        damage.append(.entry(sequence: entry.sequence))
      }
      previous = entry
    }
    // What bears a number that the chain does not have.
    let known = Set(entries.map(\.sequence))
    damage += snapshots.filter { !known.contains($0.sequence) }.map(StoreDamage.chain)
    damage += try withdrawnNumbers().subtracting(known).sorted().map(StoreDamage.entry)
    return damage
  }

  private func isWhole(
    _ snapshot: Snapshot, as entry: ChainEntry, after previous: ChainEntry?
  ) throws -> Bool {
    let link = ChainLink(
      previous: previous?.hash, sequence: snapshot.sequence, form: snapshot.form,
      effectiveOn: snapshot.effectiveOn, recordedAt: snapshot.recordedAt,
      contentHash: snapshot.contentHash, placeHash: snapshot.placeHash,
      ownColumns: snapshot.ownColumns,
      parts: try chainParts(at: snapshot.position))
    return entry.kind == .snapshot && entry.recordedAt == snapshot.recordedAt
      && entry.hash == snapshot.chainHash && link.hash == entry.hash
      && (snapshot.form == 1) == (snapshot.placeHash == nil)
  }

  /// The numbers that notes of withdrawals bear.
  private func withdrawnNumbers() throws -> Set<Int64> {
    let tables = ["withdrawal", "withdrawn_snapshot", "withdrawn_edition"]
    return Set(
      try tables.flatMap { table in
        try connection.rows(
          of: "SELECT sequence FROM \(table)\(itself) WHERE ledger = :ledger",
          ["ledger": .text(ledger)]
        ).compactMap(\.first?.integer)
      })
  }

  private func chainParts(at position: Int64) throws -> [String] {
    func parts(_ statement: String) throws -> [String] {
      try connection.rows(
        of: statement, ["ledger": .text(ledger), "position": .integer(position)]
      ).map { row in
        row.map { value in
          value.bytes.flatMap(ContentHash.init(bytes:))?.description ?? value.text
            ?? value.integer.map(String.init) ?? ""
        }.joined(separator: " ")
      }
    }
    return try parts(
      """
      SELECT 'source', register, file, hash FROM snapshot_source\(itself)
      WHERE ledger = :ledger AND position = :position
      """)
      + parts(
        """
        SELECT 'definition', kind, id, hash FROM snapshot_definition\(itself)
        WHERE ledger = :ledger AND position = :position
        """)
      + parts(
        """
        SELECT 'renumbering', plan, task, earlier FROM renumbering\(itself)
        WHERE ledger = :ledger AND position = :position
        """)
      + parts(
        """
        SELECT 'confirmation', plan, thing, before, now FROM confirmation\(itself)
        WHERE ledger = :ledger AND position = :position
        """)
  }
}
