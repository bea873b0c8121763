import Database
import Definitions
import Domain

extension Migrations {
  /// Version 3: every row is hashed anew in the form of named values, after its hash of before was
  /// held against it. A row that does not bear its hash keeps it, so that `verify` finds it.
  static func nameValues(_ connection: any Connection) throws {
    try takeOwnColumns(connection)
    for table in EarlierTable.all {
      let hashes = try namedHashes(of: table, connection)
      let types = connection.dialect
      try connection.execute(
        """
        CREATE TEMPORARY TABLE named (
          ledger \(types.text), earlier_hash \(types.blob), hash \(types.blob),
          PRIMARY KEY (ledger, earlier_hash)
        )
        """)
      try connection.insert(
        into: "named", columns: ["ledger", "earlier_hash", "hash"],
        rows: hashes.lazy.map { row, hash in
          [.text(row.ledger), .blob(row.hash.bytes), .blob(hash.bytes)]
        })
      if let analyze = types.analyzeTable { try connection.execute(analyze("named")) }
      try connection.execute(
        """
        UPDATE \(table.name)_version SET hash_2 = hash, hash = coalesce((
          SELECT n.hash FROM named AS n
          WHERE n.ledger = \(table.name)_version.ledger
            AND n.earlier_hash = \(table.name)_version.hash), hash)
        """)
      try connection.execute("DROP TABLE named")
    }
  }

  /// A content of a table, by its hash of before.
  private struct Content: Hashable {
    let ledger: String
    let hash: ContentHash
  }

  /// The new hashes of the rows that bear their hashes of before.
  private static func namedHashes(
    of table: EarlierTable, _ connection: any Connection
  ) throws -> [Content: ContentHash] {
    let added = added[table.name] ?? []
    let names = table.columns + added
    var form = NamedForm(table: table.name, keys: table.keys, columns: names)
    var hashes: [Content: ContentHash] = [:]
    try connection.forEachRow(
      of: "SELECT ledger, plan, hash, \(names.joined(separator: ", ")) FROM \(table.name)_version",
      [:]
    ) { row in
      guard let hash = row[2].bytes.flatMap(ContentHash.init(bytes:)) else { return }
      let content = Content(ledger: row[0].text ?? "", hash: hash)
      let (plan, values) = (row[1].text ?? "", Array(row[3...]))
      guard hashes[content] == nil,
        table.hash(plan: plan, values: values.prefix(table.columns.count)) == hash
      else { return }
      hashes[content] = form.hash(
        plan: plan, values: OwnColumns.counted(values, of: table.name, names))
    }
    return hashes
  }

  /// The columns of version 3 that rows of before have values in, and that are hashed.
  private static let added = ["task": ["number_text"], "target": OwnColumns.taken.map(\.0)]

  /// Fills the new columns of targets from own columns that had their headings.
  private static func takeOwnColumns(_ connection: any Connection) throws {
    guard let table = EarlierTable.named("target") else { return }
    var rows: [[Value]] = []
    try connection.forEachRow(
      of: """
        SELECT ledger, plan, hash, \(table.columns.joined(separator: ", ")) FROM target_version
        WHERE extra <> ''
        """, [:]
    ) { rows.append($0) }
    guard !rows.isEmpty else { return }
    let units = try unitNames(connection)
    for row in rows {
      let ledger = row[0].text ?? ""
      guard table.hash(plan: row[1].text ?? "", values: row[3...]).bytes == row[2].bytes else {
        continue
      }
      let values = OwnColumns.values(of: row[row.count - 1]) { name in
        units[ledger]?[name].flatMap { $0.count == 1 ? $0.first : nil }
      }
      for (column, value) in values {
        try connection.execute(
          "UPDATE target_version SET \(column) = :value WHERE ledger = :ledger AND hash = :hash",
          ["value": value, "ledger": row[0], "hash": row[2]])
      }
    }
  }

  /// By ledger and name or alias: the units that bore it.
  private static func unitNames(
    _ connection: any Connection
  ) throws -> [String: [String: Set<String>]] {
    var units: [String: [String: Set<String>]] = [:]
    try connection.forEachRow(
      of: "SELECT ledger, unit, name, coalesce(aliases, '') FROM unit_version", [:]
    ) { row in
      guard let ledger = row[0].text, let unit = row[1].text, let name = row[2].text else { return }
      let aliases = (row[3].text ?? "").split { ";；\n".contains($0) }.map(trimmed)
      for name in [name] + aliases where !name.isEmpty {
        units[ledger, default: [:]][name, default: []].insert(unit)
      }
    }
    return units
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension OwnColumns {
  /// The values of a row of before as they count: what a register's column has is no own column.
  static func counted(_ values: [Value], of table: String, _ names: [String]) -> [Value] {
    guard table == "target", let extra = names.firstIndex(of: "extra"), values[extra] != .null
    else { return values }
    var counted = values
    let named = Dictionary(uniqueKeysWithValues: zip(names, values))
    counted[extra] = left(in: values[extra], besides: named)
    return counted
  }
}
