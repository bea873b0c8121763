import Crypto
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
  /// A kept definition whose text is not that of its hash, or is missing.
  case definition(kind: String, id: String)
}

/// What was verified, and what was found.
public struct Verification: Sendable {
  public let snapshots: Int
  public let rows: Int
  public let definitions: Int
  public let damage: [StoreDamage]
}

extension LedgerStore {
  /// Holds rows, snapshots, chain and kept definitions against their hashes.
  public func verify() throws -> Verification {
    let snapshots = try snapshots()
    var damage: [StoreDamage] = []
    var rows = 0
    for table in LedgerTable.all {
      let found = try verifyRows(of: table)
      rows += found.rows
      damage += found.damage
    }
    damage += try verifyContents(of: snapshots) + verifyChain(of: snapshots)
    let definitions = try verifyDefinitions()
    return Verification(
      snapshots: snapshots.count, rows: rows, definitions: definitions.count,
      damage: damage + definitions.damage)
  }

  private func verifyRows(of table: LedgerTable) throws -> (rows: Int, damage: [StoreDamage]) {
    let columns = table.columns.map(\.name).joined(separator: ", ")
    let keys = table.keys.map(\.name).joined(separator: ", ")
    let boundaries = try boundaries(of: table)
    var (rows, damage) = (0, [StoreDamage]())
    var last: (key: RowKey, to: Int64)?
    try connection.forEachRow(
      of: """
        SELECT plan, hash, from_position, to_position, \(columns) FROM \(table.versions)
        WHERE ledger = :ledger ORDER BY plan, \(keys), from_position
        """, ["ledger": .text(ledger)]
    ) { row in
      rows += 1
      let plan = row[0].text ?? ""
      let values = row[4...]
      let key = RowKey(plan: plan, keys: values.prefix(table.keys.count))
      let (from, to) = (row[2].integer ?? 0, row[3].integer ?? 0)
      if RowForm(table: table, plan: plan, values: values).hash.bytes != row[1].bytes
        || boundaries[plan]?.isSuperset(of: [from, to]) != true
      {
        damage.append(
          .row(table: table.name, plan: plan, key: key.description, position: from))
      }
      if let last, last.key == key, last.to > from {
        damage.append(.overlap(table: table.name, plan: plan, key: key.description))
      }
      last = (key, to)
    }
    return (rows, damage)
  }

  /// By plan, the positions of the snapshots that hold a table: where its versions may begin or
  /// end, besides the end of time.
  private func boundaries(of table: LedgerTable) throws -> [String: Set<Int64>] {
    try connection.rows(
      of: """
        SELECT plan, position FROM snapshot_coverage
        WHERE ledger = :ledger AND register = :register
        """, ["ledger": .text(ledger), "register": .text(table.register.rawValue)]
    ).reduce(into: [:]) { boundaries, row in
      guard let plan = row[0].text, let position = row[1].integer else { return }
      boundaries[plan, default: [Self.endOfTime]].insert(position)
    }
  }

  private func verifyContents(of snapshots: [Snapshot]) throws -> [StoreDamage] {
    try snapshots.compactMap { snapshot in
      var hash = SHA256()
      let coverage = try coverage(at: snapshot.position)
      for table in LedgerTable.all {
        guard let plans = coverage[table.register] else { continue }
        let rows = try plans.flatMap { try rowHashes(of: table, plan: $0, at: snapshot.position) }
        ContentForm.append(table: table, rows: rows.sorted(), to: &hash)
      }
      return ContentHash(hash.finalize()) == snapshot.contentHash
        ? nil : .content(snapshot: snapshot)
    }
  }

  private func coverage(at position: Int64) throws -> [Register: [String]] {
    try connection.rows(
      of: """
        SELECT register, plan FROM snapshot_coverage
        WHERE ledger = :ledger AND position = :position ORDER BY register, plan
        """, ["ledger": .text(ledger), "position": .integer(position)]
    ).reduce(into: [:]) { coverage, row in
      if let register = row[0].text.flatMap(Register.init), let plan = row[1].text {
        coverage[register, default: []].append(plan)
      }
    }
  }

  private func rowHashes(
    of table: LedgerTable, plan: String, at position: Int64
  ) throws -> [ContentHash] {
    try connection.rows(
      of: """
        SELECT hash FROM \(table.versions)
        WHERE ledger = :ledger AND plan = :plan
          AND from_position <= :position AND :position < to_position
        """,
      ["ledger": .text(ledger), "plan": .text(plan), "position": .integer(position)]
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
        previous: previous?.chainHash, sequence: snapshot.sequence,
        effectiveOn: snapshot.effectiveOn, recordedAt: snapshot.recordedAt,
        contentHash: snapshot.contentHash, ownColumns: snapshot.ownColumns,
        parts: try chainParts(at: snapshot.position))
      days[snapshot.effectiveOn, default: 0] += 1
      let position = Self.position(snapshot.effectiveOn, days[snapshot.effectiveOn] ?? 0)
      if link.hash != snapshot.chainHash || snapshot.position != position {
        damage.append(.chain(snapshot: snapshot))
      }
      previous = snapshot
    }
    return damage
  }

  private func chainParts(at position: Int64) throws -> [String] {
    func parts(_ statement: String) throws -> [String] {
      try connection.rows(
        of: statement, ["ledger": .text(ledger), "position": .integer(position)]
      ).map { row in
        let hash = row[row.count - 1].bytes.flatMap(ContentHash.init(bytes:))
        return row.dropLast().compactMap(\.text).joined(separator: " ")
          + " \(hash?.description ?? "")"
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
  }

  private func verifyDefinitions() throws -> (count: Int, damage: [StoreDamage]) {
    let rows = try connection.rows(
      of: """
        SELECT kind, id, content, hash FROM definition
        UNION ALL
        SELECT s.kind, s.id, NULL, s.hash FROM snapshot_definition AS s
        WHERE s.hash NOT IN (SELECT d.hash FROM definition AS d)
        """)
    let damage = rows.compactMap { row -> StoreDamage? in
      ContentHash(of: row[2].text ?? "").bytes == row[3].bytes
        ? nil : .definition(kind: row[0].text ?? "", id: row[1].text ?? "")
    }
    return (rows.count, damage)
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
