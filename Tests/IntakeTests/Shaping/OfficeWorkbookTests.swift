import Definitions
import Domain
import TestSupport
import Testing

@testable import Intake

/// The examples' ledgers, rebuilt as workbooks of an office, say what their CSV files say.
@Suite struct OfficeWorkbookTests {
  static let examples: [(plan: String, day: String, style: OfficeWorkbook.Style)] = [
    ("tianshui-2023", "2023-09-25", .mergedSections),
    ("tianshui-2023", "2023-12-31", .mergedSections),
    ("yingtan-2023", "2023-09-30", .sectionBars), ("yingtan-2023", "2024-01-15", .sectionBars),
    ("xuancheng-2019", "2019-09-30", .leaderBars), ("xuancheng-2019", "2019-12-31", .leaderBars),
  ]

  @Test(arguments: examples.indices)
  func isTheSameLedger(_ index: Int) throws {
    let (plan, name, style) = Self.examples[index]
    let folder = "\(Repository.folder)/Examples/\(plan)/\(name)"
    let day = try #require(Day(name))
    var kept: [LedgerRow] = []
    _ = try reader(plan, day, nil).read(folder) { kept.append($0) }
    let office = try OfficeWorkbook(folder, style)
    let workbook = Workbook(
      path: "台账.xlsx", hash: ContentHash(of: "台账"), sheets: office.sheets)
    let mapping = try LedgerMapping(
      DefinitionFile(kind: .mapping, id: "mapping", path: "mapping.yaml", text: office.mapping))
    var shaped: [LedgerRow] = []
    do {
      let summary = try reader(plan, day, mapping).read(workbook) { shaped.append($0) }
      #expect(summary.notes.tables.contains { $0.totals.count == 1 && $0.wrongTotal == nil })
    } catch let refused as LedgerRefused {
      for fault in refused.faults where fault.severity == .error {
        Issue.record("\(fault.place.within) \(fault.problem) \(fault.value)")
      }
      return
    }
    let (first, second) = (texts(kept), texts(shaped))
    for line in first.subtracting(second).sorted().prefix(5) { Issue.record("lacks \(line)") }
    for line in second.subtracting(first).sorted().prefix(5) { Issue.record("has \(line)") }
    #expect(kept.count == shaped.count)
  }

  private func reader(_ plan: String, _ day: Day, _ mapping: LedgerMapping?) -> LedgerReader {
    LedgerReader(
      vocabulary: .standard, plans: [plan], defaultPlan: plan, effectiveOn: day,
      years: [plan: [Int(plan.suffix(4)) ?? 0]], knownRegisters: Set(Register.allCases),
      mapping: mapping)
  }

  private func texts(_ rows: [LedgerRow]) -> Set<String> {
    Set(rows.map { "\($0.table.name) \($0.plan) \($0.values)" })
  }
}
