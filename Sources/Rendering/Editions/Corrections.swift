import Definitions
import Domain
import Foundation

/// 更正: what an edition shows otherwise than the one before.
///
/// First what changed in the ledger, then what follows from it. Compares the CSV files cell by cell,
/// rows by the tables' key columns; written as a CSV file and as a workbook.
struct Corrections {
  let report: ReportDefinition
  /// The day that stands in the properties of the workbook.
  let created: Day
  /// The line under the title: which editions of what are compared.
  let subject: String

  /// One figure that changed. An empty value: there was no such row or cell, or there is none now.
  struct Change: Hashable {
    /// Whether it is what the office wrote, rather than what follows from that.
    let isWritten: Bool
    let table: String
    let row: String
    /// The units that the row is about; of sums over several nothing is said.
    let units: String
    let item: String
    let old: String
    let new: String
  }

  /// Compares two editions and writes the list into the new one's folder.
  func write(from old: String, to new: String) throws -> [WrittenFile] {
    let tables = try tables(from: old, to: new)
    let changes = changes(in: tables)
    let columns = Self.headings.enumerated().map { index, heading in
      ShownColumn(
        source: .value(index), name: "", heading: heading, format: .text, width: 24, words: [:],
        isSummed: false)
    }
    let rows = changes.map {
      [$0.isWritten ? "台账" : "随之变动", $0.table, $0.row, $0.units, $0.item, $0.old, $0.new]
        .map(Value.text)
    }
    return [
      try writeCSV(columns, rows, folder: new),
      try writeWorkbook(columns, rows, lines: lines(tables), folder: new),
    ]
  }

  /// The tables that are not the same, in the report's order.
  private func tables(from old: String, to new: String) throws -> [ComparedTable] {
    var seen: Set<String> = []
    return try report.tables.compactMap { table -> ComparedTable? in
      guard let csv = table.csv, seen.insert(csv).inserted else { return nil }
      let (oldPath, newPath) = ("\(old)/csv/\(csv).csv", "\(new)/csv/\(csv).csv")
      guard !FileManager.default.contentsEqual(atPath: oldPath, andPath: newPath),
        let before = try CSVTable(path: oldPath), let after = try CSVTable(path: newPath)
      else { return nil }
      return ComparedTable(table, name: csv, from: before, to: after)
    }
  }

  /// The changes in the ledger, then the figures that follow, each table by table.
  private func changes(in tables: [ComparedTable]) -> [Change] {
    let all = tables.flatMap { table in
      table.changedRows.flatMap { row in
        let units = table.units(of: row).joined(separator: "、")
        return table.changedHeadings(of: row).map { heading in
          Change(
            isWritten: table.isWritten(heading), table: table.name, row: row, units: units,
            item: heading, old: table.old.value(heading, of: row),
            new: table.new.value(heading, of: row))
        }
      }
    }
    return all.filter(\.isWritten) + all.filter { !$0.isWritten }
  }

  /// The lines under the title.
  private func lines(_ tables: [ComparedTable]) -> [String] {
    let uncompared = tables.filter { !$0.uncompared.isEmpty }.map { table in
      "“\(table.name)”的\(table.uncompared.joined(separator: "、"))"
    }
    return [subject, "先列台账本身的更正，再列随之变动的数字；单位一栏只填该数字所属的单位。"]
      + (uncompared.isEmpty ? [] : ["两版的列不尽相同，以下各列未比较：\(uncompared.joined(separator: "；"))。"])
  }

  private static let headings = ["类别", "表", "行", "单位", "项目", "原值", "现值"]

  private func writeCSV(
    _ columns: [ShownColumn], _ rows: [[Value]], folder: String
  ) throws -> WrittenFile {
    let name = "corrections.csv"
    let writer = try CSVWriter(
      CSVPlan(
        path: folder + "/" + name, name: name, columns: columns, encoding: .utf8,
        // The cells come from files in which they are guarded.
        guardsFormulas: false))
    for row in rows { try writer.write(row) }
    let summary = try writer.finish()
    return WrittenFile(
      name: name, sha256: summary.sha256, bytes: summary.bytes, rows: ["corrections": rows.count])
  }

  private func writeWorkbook(
    _ columns: [ShownColumn], _ rows: [[Value]], lines: [String], folder: String
  ) throws -> WrittenFile {
    let name = "corrections.xlsx"
    let workbook = try CompanionWorkbook(
      CompanionPlan(
        path: folder + "/" + name, title: "更正清单", author: "", sheetName: "更正清单", lines: lines,
        fontSize: 10.5, frozenColumns: 0, created: created, lights: [],
        layout: TableLayout(columns: columns), rows: rows.count, sheetRows: Worksheet.rowLimit,
        sheetBytes: ReportOptions().sheetBytes))
    for row in rows { try workbook.write(row) }
    let summary = try workbook.finish()
    return WrittenFile(
      name: name, sha256: summary.sha256, bytes: summary.bytes, rows: ["corrections": rows.count])
  }
}
