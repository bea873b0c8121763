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
    /// The units that the figure is of, or of whose tasks it is the sum.
    let units: String
    let item: String
    let old: String
    let new: String
  }

  /// Compares two editions and writes the list into the new one's folder.
  func write(from old: String, to new: String) throws -> [WrittenFile] {
    let changes = try changes(from: old, to: new)
    let columns = Self.headings.enumerated().map { index, heading in
      ShownColumn(
        source: .value(index), name: "", heading: heading, format: .text, width: 24, words: [:],
        isSummed: false)
    }
    let rows = changes.map {
      [$0.table, $0.row, $0.units, $0.item, $0.old, $0.new].map(Value.text)
    }
    return [
      try writeCSV(columns, rows, folder: new), try writeWorkbook(columns, rows, folder: new),
    ]
  }

  /// The changed figures, table by table in the report's order.
  func changes(from old: String, to new: String) throws -> [Change] {
    var seen: Set<String> = []
    let tables = try report.tables.compactMap { table -> ComparedTable? in
      guard let csv = table.csv, seen.insert(csv).inserted else { return nil }
      let (oldPath, newPath) = ("\(old)/csv/\(csv).csv", "\(new)/csv/\(csv).csv")
      guard !FileManager.default.contentsEqual(atPath: oldPath, andPath: newPath),
        let before = try CSVTable(path: oldPath), let after = try CSVTable(path: newPath)
      else { return nil }
      return ComparedTable(table, name: csv, from: before, to: after)
    }
    return tables.flatMap { table in
      table.changedRows.flatMap { row in
        let units = table.units(of: row, among: tables).joined(separator: "、")
        return table.changedHeadings(of: row).map { heading in
          Change(
            table: table.name, row: row, units: units, item: heading,
            old: table.old.value(heading, of: row), new: table.new.value(heading, of: row))
        }
      }
    }
  }

  private static let headings = ["表", "行", "涉及单位", "项目", "原值", "现值"]

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
        path: folder + "/" + name, title: "更正清单", author: "", sheetName: "更正清单", lines: [],
        fontSize: 10.5, frozenColumns: 0, created: created, lights: [],
        layout: TableLayout(columns: columns), rows: rows.count, sheetRows: Worksheet.rowLimit,
        sheetBytes: ReportOptions().sheetBytes))
    for row in rows { try workbook.write(row) }
    let summary = try workbook.finish()
    return WrittenFile(
      name: name, sha256: summary.sha256, bytes: summary.bytes, rows: ["corrections": rows.count])
  }
}
