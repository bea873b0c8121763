import Definitions
import Domain
import Foundation
import Intake
import Store

/// The rows of the office's ledger as it stands, as far as forms are about them, and where they stand.
struct LedgerCells {
  struct Row {
    let table: LedgerTable
    let values: [Value]
    let line: Int
    let place: String
  }

  /// By their keys, such as `ledger|38`.
  private(set) var rows: [String: Row] = [:]
  /// The last row of each register.
  private(set) var lastRows: [Register: Row] = [:]
  /// The keys of the targets that repeat another, by that one's key.
  private(set) var mirrors: [String: [String]] = [:]
  /// The names of units by their ids.
  private(set) var unitNames: [String: String] = [:]
  let summary: LedgerSummary

  /// Reads a ledger.
  /// - Throws: `LedgerRefused`, or what else reading it throws.
  init(
    _ workspace: Workspace, _ source: LedgerSource, plan: String, day: Day, in store: LedgerStore
  ) throws {
    var (rows, lastRows, names) = ([String: Row](), [Register: Row](), [String: String]())
    var mirrors: [String: [String]] = [:]
    summary = try workspace.read(
      source, effectiveOn: day, known: store.statedRegisters(), before: store
    ) { row in
      let kept = Row(table: row.table, values: row.values, line: row.line, place: row.place)
      if row.table == .unit {
        names[row.values[0].text ?? ""] = row.table.text("name", row.values) ?? ""
      }
      guard row.plan == plan, row.table == LedgerTable.of(row.table.register) else { return }
      let key = Self.key(row.table, row.values)
      rows[key] = kept
      if let other = row.table.text("same_as", row.values) {
        let id = other.hasPrefix(plan + "/") ? String(other.dropFirst(plan.count + 1)) : other
        mirrors["targets|\(id)", default: []].append(key)
      }
      if kept.line >= lastRows[row.table.register]?.line ?? 0 {
        lastRows[row.table.register] = kept
      }
    }
    (self.rows, self.lastRows, unitNames) = (rows, lastRows, names)
    self.mirrors = mirrors
  }

  /// The row's register and what identifies it, as forms have it.
  private static func key(_ table: LedgerTable, _ values: [Value]) -> String {
    ([table.register.rawValue]
      + table.keys.indices.map { values[$0].text ?? values[$0].integer.map(String.init) ?? "" })
      .joined(separator: "|")
  }

  /// The name of the file that holds a register, without its sheets.
  func file(of register: Register) -> String {
    let name = summary.sources.first { $0.register == register }?.file ?? ""
    let sheets = name.range(of: ":", options: .backwards)
    return sheets.map { String(name[..<$0.lowerBound]) } ?? name
  }

  /// What a row says in a register's column, as forms have it; empty for nothing.
  func text(_ key: String, _ column: RegisterColumn) -> String? {
    guard let row = rows[key] else { return nil }
    guard let index = row.table.columns.firstIndex(where: { $0.name == column.stored }) else {
      return nil
    }
    return FormCell.text(row.values[index], column.kind) ?? ""
  }
}

extension LedgerTable {
  fileprivate func text(_ name: String, _ values: [Value]) -> String? {
    columns.firstIndex { $0.name == name }.flatMap { values[$0].text }
  }
}

extension Register {
  /// The column of an id.
  func column(_ id: String) -> RegisterColumn? { columns.first { $0.id == id } }
}
