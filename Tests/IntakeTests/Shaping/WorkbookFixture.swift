import Definitions
import Domain
import Testing

@testable import Intake

/// A small workbook with a mapping, read as a ledger.
struct WorkbookFixture {
  var sheets: [Sheet]
  /// `mapping.yaml`; nil for none.
  var mapping: String?
  var years: [Int] = [2023]
  var vocabulary = Vocabulary.standard
  /// The names of units beside those of the fixture.
  var units: [String] = []

  static let units: [[String?]] = [
    ["编号", "名称", "别名"], ["fgw", "市发改委"], ["gxj", "市工信局"], ["jtj", "市交通局"], ["zwb", "市政务办"],
  ]

  /// A workbook with units and the given sheets.
  init(_ sheets: [Sheet], mapping: String? = nil) {
    self.sheets = sheets
    self.mapping = mapping
  }

  /// A workbook with units and a sheet of tasks, `重点任务`, with what a mapping says of it.
  init(
    _ rows: [[String?]], merges: [String] = [], details: Sheet.Details = .init(), _ mapping: String
  ) {
    var details = details
    details.merges = merges.compactMap { CellRange($0) }
    self.init(
      [Sheet(name: "重点任务", rows: rows, details: details)],
      mapping: "sheets:\n  - sheet: 重点任务\n    register: ledger\n" + mapping)
  }

  func read() throws -> LedgerFixture.Outcome {
    let rows = Self.units + units.enumerated().map { ["u\($0.offset)", $0.element, nil] }
    let workbook = Workbook(
      path: "台账.xlsx", hash: ContentHash(of: "台账"),
      sheets: sheets + [Sheet(name: "单位名录", rows: rows)])
    let parsed = try mapping.map {
      try LedgerMapping(
        DefinitionFile(kind: .mapping, id: "mapping", path: "mapping.yaml", text: $0))
    }
    let reader = LedgerReader(
      vocabulary: vocabulary, plans: ["p"], defaultPlan: "p",
      effectiveOn: try #require(Day("2023-09-25")), leadsByPolicy: ["p"], years: ["p": years],
      knownRegisters: Set(Register.allCases), mapping: parsed)
    var outcome = LedgerFixture.Outcome()
    do {
      let summary = try reader.read(workbook) { outcome.rows.append($0) }
      outcome.summary = summary
      outcome.faults = summary.warnings
    } catch let refused as LedgerRefused {
      outcome.faults = refused.faults
      outcome.errorCount = refused.errorCount
    }
    return outcome
  }
}

extension LedgerFixture.Outcome {
  /// The faults as `place code value`, warnings with a question mark.
  var found: [String] {
    faults.map { fault in
      let mark = fault.severity == .warning ? "?" : ""
      return "\(fault.place.within) \(mark)\(fault.problem.code) \(fault.value)"
    }
  }

  /// Some columns of the rows of a table, the empty ones as a dash.
  func rows(_ table: String, _ columns: String...) -> [String] {
    rows.filter { $0.table.name == table }.map { row in
      columns.map { name in
        if name == "place" { return row.place }
        guard let index = row.table.columns.firstIndex(where: { $0.name == name }) else {
          return "?"
        }
        return switch row.values[index] {
        case .null, .blob: "-"
        case .integer(let integer): "\(integer)"
        case .text(let text): text.isEmpty ? "-" : text
        }
      }.joined(separator: " ")
    }
  }
}
