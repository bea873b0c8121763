import Definitions
import Pages

/// A table of two editions, row by row: the columns that both have.
struct ComparedTable {
  let name: String
  let old: KeyedRows
  let new: KeyedRows
  /// The columns that only one of them has.
  let uncompared: [String]
  /// The rows that are not the same, in the order of the new edition, then those gone.
  let changedRows: [String]
  private let headings: [String]
  /// The headings of the columns that name units.
  private let unitHeadings: [String]
  /// Those of the columns that the office writes.
  private let written: Set<String>

  init(
    _ table: ReportDefinition.Table, name: String, from before: ReadTable, to after: ReadTable
  ) {
    let keys = table.key.compactMap { name in
      table.position(of: name).map { table.columns[$0].heading }
    }
    let (old, new) = (KeyedRows(before, key: keys), KeyedRows(after, key: keys))
    let shared = after.headings.filter(before.headings.contains)
    let headings = shared.filter { !ReadTable.behind.contains($0) }
    let all = after.headings + before.headings.filter { !after.headings.contains($0) }
    self.name = name
    (self.old, self.new, self.headings) = (old, new, headings)
    uncompared = all.filter { !shared.contains($0) && !ReadTable.behind.contains($0) }
    unitHeadings = table.unitColumns.map(\.heading)
    // The office's own columns have its own headings.
    let known = Set(table.columns.map(\.heading))
    let own = table.columns.contains { if case .ownColumns = $0.content { true } else { false } }
    written = Set(
      table.columns.filter { $0.name.map(table.written.contains) ?? false }.map(\.heading)
        + (own ? headings.filter { !known.contains($0) } : []))
    changedRows = (new.order + old.order.filter { new.rows[$0] == nil }).filter { row in
      headings.contains { old.value($0, of: row) != new.value($0, of: row) }
    }
  }

  func changedHeadings(of row: String) -> [String] {
    headings.filter { old.value($0, of: row) != new.value($0, of: row) }
  }

  /// Whether a column shows what stands in the ledger, rather than what follows from it.
  func isWritten(_ heading: String) -> Bool { written.contains(heading) }

  /// The units that the row is about, before and after.
  func units(of row: String) -> [String] {
    unitHeadings.flatMap { heading in
      [new.value(heading, of: row), old.value(heading, of: row)].flatMap { cell in
        cell.split { "、，,；;".contains($0) }.map(String.init)
      }
    }.unique
  }
}

/// The rows of a CSV file by their keys.
struct KeyedRows {
  /// The keys in file order.
  let order: [String]
  /// The place of each row in the file.
  let rows: [String: Int]
  private let cells: [String: [String]]

  init(_ table: ReadTable, key: [String]) {
    let cells = Dictionary(
      table.headings.map { ($0, table.cells($0)) }, uniquingKeysWith: { first, _ in first })
    let keys = key.compactMap { cells[$0] }
    var seen: [String: Int] = [:]
    var rows: [String: Int] = [:]
    order = table.rows.indices.map { index in
      let name = keys.map { $0[index] }.joined(separator: " / ")
      // Equal keys are told apart by their order.
      let count = (seen[name] ?? 0) + 1
      seen[name] = count
      let unique = count == 1 ? name : "\(name) (\(count))"
      rows[unique] = index
      return unique
    }
    (self.rows, self.cells) = (rows, cells)
  }

  func value(_ heading: String, of row: String) -> String {
    guard let index = rows[row], let column = cells[heading] else { return "" }
    return column[index]
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
