import Definitions
import Domain
import Foundation

/// 更正: what an edition shows otherwise than the one before.
///
/// Compares the CSV files cell by cell, rows by the tables' key columns; written as a CSV file
/// and as a workbook.
struct Corrections {
  let report: ReportDefinition
  /// The day that stands in the properties of the workbook.
  let created: Day

  /// One figure that changed. An empty value: there was no such row or cell, or there is none now.
  struct Change: Hashable {
    let table: String
    let row: String
    let item: String
    let old: String
    let new: String
  }

  /// Compares two editions and writes the list into the new one's folder.
  func write(from old: String, to new: String) throws -> [WrittenFile] {
    let changes = changes(from: old, to: new)
    let columns = Self.headings.enumerated().map { index, heading in
      ShownColumn(
        source: .value(index), name: "", heading: heading, format: .text, width: 24, words: [:],
        isSummed: false)
    }
    let rows = changes.map { [$0.table, $0.row, $0.item, $0.old, $0.new].map(Value.text) }
    return [
      try writeCSV(columns, rows, folder: new), try writeWorkbook(columns, rows, folder: new),
    ]
  }

  /// The changed figures, table by table in the report's order.
  func changes(from old: String, to new: String) -> [Change] {
    var seen: Set<String> = []
    return report.tables.flatMap { table -> [Change] in
      guard let csv = table.csv, seen.insert(csv).inserted else { return [] }
      let (oldPath, newPath) = ("\(old)/csv/\(csv).csv", "\(new)/csv/\(csv).csv")
      guard !FileManager.default.contentsEqual(atPath: oldPath, andPath: newPath),
        let before = CSVTable(path: oldPath), let after = CSVTable(path: newPath)
      else { return [] }
      return changes(in: csv, key: table.keyHeadings, from: before, to: after)
    }
  }

  private static let headings = ["表", "行", "项目", "原值", "现值"]

  private func changes(
    in table: String, key: [String], from before: CSVTable, to after: CSVTable
  ) -> [Change] {
    let old = Keyed(before, key: key)
    let new = Keyed(after, key: key)
    let headings = after.headings + before.headings.filter { !after.headings.contains($0) }
    let rows = new.order + old.order.filter { new.rows[$0] == nil }
    return rows.flatMap { row in
      headings.compactMap { heading -> Change? in
        let (before, after) = (old.value(heading, of: row), new.value(heading, of: row))
        return before == after
          ? nil : Change(table: table, row: row, item: heading, old: before, new: after)
      }
    }
  }

  private func writeCSV(
    _ columns: [ShownColumn], _ rows: [[Value]], folder: String
  ) throws -> WrittenFile {
    let name = "corrections.csv"
    let writer = try CSVWriter(
      CSVPlan(
        path: folder + "/" + name, name: name, columns: columns, encoding: .utf8,
        guardsFormulas: true))
    for row in rows { try writer.write(row) }
    let summary = try writer.finish()
    return WrittenFile(
      name: name, sha256: summary.sha256, bytes: summary.bytes, rows: ["corrections": rows.count])
  }

  private func writeWorkbook(
    _ columns: [ShownColumn], _ rows: [[Value]], folder: String
  ) throws -> WrittenFile {
    let name = "corrections.xlsx"
    let workbook = try CompanionWorkbook(
      CompanionPlan(
        path: folder + "/" + name, folder: folder, title: "更正清单", author: "", sheetName: "更正清单",
        lines: [], fontSize: 10.5, frozenColumns: 0, created: created, lights: [],
        layout: TableLayout(columns: columns), rows: rows.count, sheetRows: Worksheet.rowLimit))
    for row in rows { try workbook.write(row) }
    let summary = try workbook.finish()
    return WrittenFile(
      name: name, sha256: summary.sha256, bytes: summary.bytes, rows: ["corrections": rows.count])
  }
}

/// The rows of a CSV file by their keys.
private struct Keyed {
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
  /// The headings of the columns that identify a row.
  var keyHeadings: [String] {
    key.compactMap { name in position(of: name).map { columns[$0].heading } }
  }
}
