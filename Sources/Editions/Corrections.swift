import Definitions
import Domain
public import Pages

/// 更正: what an edition shows otherwise than the one before.
///
/// First what changed in the ledger, then what follows from it. Compares the tables of the two cell
/// by cell, rows by the tables' key columns; comes out as a CSV file and as a workbook.
public struct Corrections {
  let report: ReportDefinition
  /// The day that stands in the properties of the workbook.
  let created: Day
  /// The line under the title: which editions of what are compared.
  let subject: String

  /// A table of one of the editions, by the name of its CSV file; nil where it has none.
  public typealias Read = (_ csv: String) throws -> ReadTable?

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

  /// Compares two editions and lays the list out.
  public func files(from old: Read, to new: Read) throws -> [Output] {
    let tables = try tables(from: old, to: new)
    let rows = changes(in: tables).map {
      [$0.isWritten ? "台账" : "随之变动", $0.table, $0.row, $0.units, $0.item, $0.old, $0.new]
        .map(Value.text)
    }
    let counts = ["corrections": rows.count]
    return [
      .data(
        name: "corrections.csv", data, ResultStream(ResultTable(columns: [], rows: rows)),
        rows: counts),
      .streams(
        [
          StreamedFile(
            name: "corrections.xlsx", content: .list(list(rows.count, lines: lines(tables))))
        ], rows: counts
      ) { add in for row in rows { try add(row) } },
    ]
  }

  /// The tables that are not the same, in the report's order.
  private func tables(from old: Read, to new: Read) throws -> [ComparedTable] {
    var seen: Set<String> = []
    return try report.tables.compactMap { table -> ComparedTable? in
      guard let csv = table.csv, seen.insert(csv).inserted, let before = try old(csv),
        let after = try new(csv)
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

  private var data: DataFile {
    DataFile(
      name: "corrections.csv", headings: Self.headings, encoding: .utf8,
      // The cells come from files in which they are guarded.
      guardsFormulas: false)
  }

  private func list(_ rows: Int, lines: [String]) -> LongPage {
    let style = CellStyle(isAtTop: true, wraps: true)
    return LongPage(
      name: "更正清单", title: "更正清单", lines: lines, author: "", created: created,
      columns: Self.headings.map { (PageTable.Column(name: "", heading: $0, style: style), 24) },
      fontSize: style.size, count: rows
    ) { row, cells in
      for value in row { cells.append(.text(value.text ?? "")) }
    }
  }
}
