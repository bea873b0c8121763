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
  /// An entry of the chain that is no snapshot, and does not follow from the one before and its
  /// parts.
  case entry(sequence: Int64)
  /// Sequence numbers with a gap: an entry is missing.
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
  /// Notes of refused ledgers, of days without one, or of editions that went out, that are not as
  /// they were noted; `note` is their chain.
  case notes(table: String)
  /// Days, or the working days counted on them, that are not those of the calendars kept.
  case days
  /// A setting that this program does not make.
  case setting(String)
  /// A table whose rows are not of a form that can be read.
  case unreadable(table: String)
  /// Rows of a table that belong to no snapshot of their ledger.
  case stranger(ledger: String, table: String)
  /// Damage of the file below its rows, such as an index that does not hold what its table does; in
  /// the engine's own words.
  case file(String)
}

/// What was verified, and what was found.
public struct Verification: Sendable {
  public let snapshots: Int
  public let rows: Int
  public let definitions: Int
  public internal(set) var damage: [StoreDamage]
}

extension LedgerStore {
  /// What is verified is read from the tables, not from indexes over the same columns; that these
  /// say the same is the engine's own check.
  var itself: String { connection.dialect.tableItself }

  /// Holds the whole store, what this ledger shares with others included, against its hashes.
  ///
  /// Must be called inside a reading transaction where others may write meanwhile.
  public func verify() throws -> Verification {
    var verification = try verifyLedger()
    verification.damage += try verifyDays() + verifyFile()
    return verification
  }

  /// What the engine finds wrong with the file itself.
  func verifyFile() throws -> [StoreDamage] {
    guard let check = connection.dialect.integrityCheck else { return [] }
    return try connection.rows(of: check).compactMap(\.first?.text).filter { $0 != "ok" }
      .map(StoreDamage.file)
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
      damage: try damage + definitions.damage + verifyNotes(snapshots) + verifyYears(years)
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
        SELECT \(snapshot.form < 3 ? "hash_2" : "hash") FROM \(table.versions)\(itself)
        WHERE ledger = :ledger AND plan = :plan
          AND from_position <= :position AND :position < to_position
        """,
      ["ledger": .text(ledger), "plan": .text(plan), "position": .integer(snapshot.position)]
    ).compactMap { $0[0].bytes.flatMap(ContentHash.init(bytes:)) }
  }

  private func verifyDefinitions() throws -> (count: Int, damage: [StoreDamage]) {
    let rows = try connection.rows(
      of: """
        SELECT d.hash, d.content, s.kind, s.id
        FROM definition AS d\(itself)
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
