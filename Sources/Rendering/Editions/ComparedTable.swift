import Definitions

/// A table of two editions, row by row.
struct ComparedTable {
  let name: String
  let old: KeyedRows
  let new: KeyedRows
  /// The headings of the columns that name units.
  let unitHeadings: [String]
  /// Whether those columns hold lists of units.
  private let listsUnits: Bool
  /// The rows that are not the same, in the order of the new edition, then those gone.
  let changedRows: [String]
  private let keyHeadings: [String]
  private let headings: [String]

  init(
    _ table: ReportDefinition.Table, name: String, from before: CSVTable, to after: CSVTable
  ) {
    let keys = table.key.compactMap { name in
      table.position(of: name).map { table.columns[$0].heading }
    }
    let (old, new) = (KeyedRows(before, key: keys), KeyedRows(after, key: keys))
    let headings = after.headings + before.headings.filter { !after.headings.contains($0) }
    self.name = name
    (self.old, self.new, keyHeadings, self.headings) = (old, new, keys, headings)
    unitHeadings = table.unitColumns.map(\.heading)
    listsUnits = table.unitColumns.contains { $0.name?.hasSuffix("_units") == true }
    changedRows = (new.order + old.order.filter { new.rows[$0] == nil }).filter { row in
      headings.contains { old.value($0, of: row) != new.value($0, of: row) }
    }
  }

  func changedHeadings(of row: String) -> [String] {
    headings.filter { old.value($0, of: row) != new.value($0, of: row) }
  }

  /// The units that a changed row touches: those it names, else those of the changed rows of
  /// other tables that it sums up, as far as their columns tell; of tables with a unit a row before
  /// those with lists as the office wrote them.
  func units(of row: String, among tables: [ComparedTable]) -> [String] {
    guard unitHeadings.isEmpty else { return namedUnits(of: row) }
    let found = tables.filter { !$0.unitHeadings.isEmpty }.map { table in
      let rows = table.changedRows.filter { table.agrees($0, with: row, of: self) }
      return (table.listsUnits, rows.flatMap(table.namedUnits))
    }.filter { !$0.1.isEmpty }
    let named = found.filter { !$0.0 }
    return (named.isEmpty ? found : named).flatMap(\.1).unique
  }

  /// The units that stand in the row, before and after.
  private func namedUnits(of row: String) -> [String] {
    unitHeadings.flatMap { heading in
      [new.value(heading, of: row), old.value(heading, of: row)].flatMap { cell in
        cell.split { "、，,；;".contains($0) }.map(String.init)
      }
    }.unique
  }

  /// Whether a row may be among those that `sum` of another table adds up: where this table has a
  /// key column of the other, it holds the same.
  private func agrees(_ row: String, with sum: String, of table: ComparedTable) -> Bool {
    table.keyHeadings.filter(headings.contains).allSatisfy { heading in
      let wanted = [table.old.value(heading, of: sum), table.new.value(heading, of: sum)]
      return wanted.contains(old.value(heading, of: row))
        || wanted.contains(new.value(heading, of: row))
    }
  }
}

/// The rows of a CSV file by their keys.
struct KeyedRows {
  /// The keys in file order.
  let order: [String]
  let rows: [String: [String]]
  private let positions: [String: Int]

  init(_ table: CSVTable, key: [String]) {
    positions = Dictionary(
      zip(table.headings, table.headings.indices), uniquingKeysWith: { first, _ in first })
    let places = key.compactMap { [positions] in positions[$0] }
    var seen: [String: Int] = [:]
    var rows: [String: [String]] = [:]
    order = table.rows.map { row in
      let name = places.map { row.indices.contains($0) ? row[$0] : "" }.joined(separator: " / ")
      // Equal keys are told apart by their order.
      let count = (seen[name] ?? 0) + 1
      seen[name] = count
      let unique = count == 1 ? name : "\(name) (\(count))"
      rows[unique] = row
      return unique
    }
    self.rows = rows
  }

  func value(_ heading: String, of row: String) -> String {
    guard let values = rows[row], let position = positions[heading],
      values.indices.contains(position)
    else { return "" }
    return values[position]
  }
}

extension ReportDefinition.Table {
  /// The columns that name units: `unit_name` or else `unit`, and lists such as `lead_units`.
  fileprivate var unitColumns: [ReportDefinition.Column] {
    let named = columns.filter { column in
      column.name == "unit_name" || column.name?.hasSuffix("_units") == true
    }
    return named.isEmpty ? columns.filter { $0.name == "unit" } : named
  }
}

extension ReportDefinition.Column {
  /// The column of the result that it shows.
  fileprivate var name: String? {
    if case .column(let name) = content { name } else { nil }
  }
}

extension [String] {
  /// Each once, where it stands first.
  fileprivate var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
