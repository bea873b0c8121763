import Database
import Definitions
import Domain

/// A place where the store does not say what was put into it.
public enum StoreDamage: Hashable, Sendable {
  /// A row version whose content is not that of its hash, or that begins or ends where no
  /// snapshot states its table.
  case row(table: String, plan: String, key: String, position: Int64)
  /// Two versions of a row that hold at the same position.
  case overlap(table: String, plan: String, key: String)
  /// A snapshot whose rows are not those that its hash was taken of.
  case content(snapshot: Snapshot)
  /// A snapshot whose entry in the chain does not follow from the entry before and its parts.
  case chain(snapshot: Snapshot)
  /// Sequence numbers with a gap: a snapshot is missing.
  case sequence(after: Int64)
  /// A kept definition whose text is not that of its hash, or is missing; one that no snapshot
  /// names has neither kind nor id.
  case definition(kind: String, id: String)
  /// A snapshot whose rows stand on other lines of the office's files than were stored.
  case places(snapshot: Snapshot)
  /// A register that has another number of rows than were counted.
  case rowCount(snapshot: Snapshot, register: String)
  /// An edition, or a note that it was sent, that is not as it was noted.
  case edition(plan: String, period: String, edition: Int64)
  /// Days, or the working days counted on them, that are not those of the calendars kept.
  case days
  /// A setting that this program does not make.
  case setting(String)
  /// A table whose rows are not of a form that can be read.
  case unreadable(table: String)
  /// Rows of a table that belong to no snapshot of their ledger.
  case stranger(ledger: String, table: String)
}

/// What was verified, and what was found.
public struct Verification: Sendable {
  public let snapshots: Int
  public let rows: Int
  public let definitions: Int
  public internal(set) var damage: [StoreDamage]
}

extension LedgerStore {
  /// Holds the whole store, what this ledger shares with others included, against its hashes.
  public func verify() throws -> Verification {
    var verification = try verifyLedger()
    verification.damage += try verifyDays()
    return verification
  }

  /// Holds rows, snapshots, chain, notes and kept definitions against their hashes.
  func verifyLedger() throws -> Verification {
    do {
      return try verifyAll()
    } catch StoreFailure.inconsistent(let table) {
      return Verification(
        snapshots: 0, rows: 0, definitions: 0, damage: [.unreadable(table: table)])
    }
  }

  private func verifyAll() throws -> Verification {
    let snapshots = try snapshots()
    var (rows, damage) = (0, [StoreDamage]())
    var places = PlaceProof(try earlierPlaces(), snapshots)
    var years = DatedYears()
    for table in LedgerTable.all {
      let found = try RowProof(self, table, forms: places.forms).verify(&places, &years)
      rows += found.rows
      damage += found.damage
    }
    damage += places.damage
    damage += try verifyContents(of: snapshots) + verifyChain(of: snapshots)
    let definitions = try verifyDefinitions()
    return Verification(
      snapshots: snapshots.count, rows: rows, definitions: definitions.count,
      damage: try damage + verifyEntries(of: snapshots) + definitions.damage
        + verifyNotes(snapshots) + verifyYears(years)
        + findStrangers())
  }

  private func verifyContents(of snapshots: [Snapshot]) throws -> [StoreDamage] {
    try snapshots.flatMap { snapshot -> [StoreDamage] in
      var form = ContentForm()
      var damage: [StoreDamage] = []
      let coverage = try coverage(at: snapshot.position)
      for table in LedgerTable.all {
        let stated = coverage.filter { $0.register == table.register.rawValue }
        guard !stated.isEmpty else { continue }
        let rows = try stated.flatMap {
          try rowHashes(of: table, plan: $0.plan, at: snapshot)
        }
        form.append(table: table, count: rows.count, rows: rows.sorted())
        if table == .of(table.register), stated.contains(where: { $0.rows != rows.count }) {
          damage.append(.rowCount(snapshot: snapshot, register: table.register.rawValue))
        }
      }
      if snapshot.form > 1 {
        form.append(coverage: coverage.map { ($0.register, $0.plan) })
      }
      return form.hash == snapshot.contentHash ? damage : damage + [.content(snapshot: snapshot)]
    }
  }

  private func rowHashes(
    of table: LedgerTable, plan: String, at snapshot: Snapshot
  ) throws -> [ContentHash] {
    try connection.rows(
      of: """
        SELECT \(snapshot.form < 3 ? "hash_2" : "hash") FROM \(table.versions)
        WHERE ledger = :ledger AND plan = :plan
          AND from_position <= :position AND :position < to_position
        """,
      ["ledger": .text(ledger), "plan": .text(plan), "position": .integer(snapshot.position)]
    ).compactMap { $0[0].bytes.flatMap(ContentHash.init(bytes:)) }
  }

  private func verifyChain(of snapshots: [Snapshot]) throws -> [StoreDamage] {
    var damage: [StoreDamage] = []
    var previous: Snapshot?
    var days: [Day: Int64] = [:]
    for snapshot in snapshots {
      if snapshot.sequence != (previous?.sequence ?? 0) + 1 {
        damage.append(.sequence(after: previous?.sequence ?? 0))
      }
      let link = ChainLink(
        previous: previous?.chainHash, sequence: snapshot.sequence, form: snapshot.form,
        effectiveOn: snapshot.effectiveOn, recordedAt: snapshot.recordedAt,
        contentHash: snapshot.contentHash, placeHash: snapshot.placeHash,
        ownColumns: snapshot.ownColumns,
        parts: try chainParts(at: snapshot.position))
      days[snapshot.effectiveOn, default: 0] += 1
      let position = Self.position(snapshot.effectiveOn, days[snapshot.effectiveOn] ?? 0)
      if link.hash != snapshot.chainHash || snapshot.position != position
        || (snapshot.form == 1) != (snapshot.placeHash == nil)
      {
        damage.append(.chain(snapshot: snapshot))
      }
      previous = snapshot
    }
    return damage
  }

  /// Snapshots that have no entry as they say, and entries without a snapshot.
  private func verifyEntries(of snapshots: [Snapshot]) throws -> [StoreDamage] {
    let rows = try connection.rows(
      of: "SELECT sequence, kind, recorded_at, hash FROM entry WHERE ledger = :ledger",
      ["ledger": .text(ledger)])
    let sequences = Set(snapshots.map { Value.integer($0.sequence) })
    let orphans = rows.filter { !sequences.contains($0[0]) }.map {
      StoreDamage.sequence(after: ($0[0].integer ?? 0) - 1)
    }
    let entries = Set(rows)
    return orphans
      + snapshots.filter { snapshot in
        !entries.contains([
          .integer(snapshot.sequence), .text("snapshot"), .text(snapshot.recordedAt),
          .blob(snapshot.chainHash.bytes),
        ])
      }.map(StoreDamage.chain)
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
      SELECT 'source', register, file, hash FROM snapshot_source
      WHERE ledger = :ledger AND position = :position
      """)
      + parts(
        """
        SELECT 'definition', kind, id, hash FROM snapshot_definition
        WHERE ledger = :ledger AND position = :position
        """)
      + parts(
        """
        SELECT 'renumbering', plan, task, earlier FROM renumbering
        WHERE ledger = :ledger AND position = :position
        """)
      + parts(
        """
        SELECT 'confirmation', plan, thing, before, now FROM confirmation
        WHERE ledger = :ledger AND position = :position
        """)
  }

  private func verifyDefinitions() throws -> (count: Int, damage: [StoreDamage]) {
    let rows = try connection.rows(
      of: """
        SELECT d.hash, d.content, s.kind, s.id
        FROM definition AS d
        LEFT JOIN snapshot_definition AS s ON s.hash = d.hash
        UNION ALL
        SELECT s.hash, NULL, s.kind, s.id FROM snapshot_definition AS s
        WHERE s.hash NOT IN (SELECT d.hash FROM definition AS d)
        """)
    let damage = rows.compactMap { row -> StoreDamage? in
      row[1].bytes.map { ContentHash(of: $0).bytes } == row[0].bytes
        ? nil : .definition(kind: row[2].text ?? "", id: row[3].text ?? "")
    }
    return (Set(rows.map { $0[0] }).count, Set(damage).sorted { "\($0)" < "\($1)" })
  }
}

extension RowKey: CustomStringConvertible {
  /// The parts of the key, readable.
  var description: String {
    bytes.split(separator: 0x1F, omittingEmptySubsequences: false).dropFirst().map {
      String(decoding: $0, as: UTF8.self)
    }.joined(separator: " / ")
  }
}
