import Definitions
import Domain
import Testing

@testable import Intake

/// A workbook never seen before: what is guessed of it, and what the reader makes of the guess.
struct GuessedReading {
  let suggestion: WorkbookSuggestion
  let outcome: LedgerFixture.Outcome

  init(_ sheets: Sheet..., file: String = "台账.xlsx") throws {
    try self.init(sheets, file: file)
  }

  init(_ sheets: [Sheet], file: String = "台账.xlsx") throws {
    let today = try #require(Day("2026-11-28"))
    let book = Workbook(path: file, hash: ContentHash(of: file), sheets: sheets)
    var suggestion = WorkbookSuggester(book, today: today).suggestion()
    var outcome = try Self.read(suggestion, sheets)
    for _ in 0..<3 where suggestion.take(outcome.faults) {
      outcome = try Self.read(suggestion, sheets)
    }
    (self.suggestion, self.outcome) = (suggestion, outcome)
  }

  private static func read(
    _ suggestion: WorkbookSuggestion, _ sheets: [Sheet]
  ) throws -> LedgerFixture.Outcome {
    var units: [[String?]] = [["编号", "名称", "集体", "成员"]]
    for unit in suggestion.units {
      units.append([
        unit.id, unit.name, unit.isCollective ? "是" : nil, unit.members.joined(separator: ";"),
      ])
    }
    let words = suggestion.words.map { "  \"\($0.word)\": \($0.code)\n" }.joined()
    let vocabulary = try Vocabulary(
      DefinitionFile(
        kind: .vocabulary, id: "vocabulary", path: "vocabulary.yaml",
        text: words.isEmpty ? "status: {}" : "status:\n" + words))
    let mapping = suggestion.mapping(units: nil)
    let reader = LedgerReader(
      vocabulary: vocabulary, plans: ["p"], defaultPlan: "p",
      effectiveOn: try #require(Day("2023-09-25")), leadsByPolicy: ["p"],
      years: ["p": suggestion.plan.years],
      partiallyNumbered: suggestion.plan.hasPartialNumbers ? ["p"] : [],
      knownRegisters: Set(Register.allCases), mapping: mapping)
    var outcome = LedgerFixture.Outcome()
    let book = Workbook(
      path: "台账.xlsx", hash: ContentHash(of: "台账"),
      sheets: sheets + (suggestion.hasUnits ? [] : [Sheet(name: "单位名录", rows: units)]))
    do {
      let summary = try reader.read(book) { outcome.rows.append($0) }
      (outcome.summary, outcome.faults) = (summary, summary.warnings)
    } catch let refused as LedgerRefused {
      (outcome.faults, outcome.errorCount) = (refused.faults, refused.errorCount)
    }
    return outcome
  }

  /// The rows that the guess counted.
  var guessed: Int { suggestion.sheets.filter(\.isRead).reduce(0) { $0 + $1.rows } }
  var errors: [String] { outcome.found.filter { !$0.contains("?") } }
}
