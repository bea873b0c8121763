import Definitions
import Domain

/// What changes figures and cannot be known from a workbook: at most five questions.
struct QuestionDraft {
  private(set) var questions: [SuggestionQuestion] = []
  static let limit = 5

  /// - Parameter undated: Rectifications that are done on no day.
  init(
    _ suggestion: WorkbookSuggestion, _ read: [(SheetSuggester, SuggestedSheet)],
    undated: [(count: Int, cell: CellAddress, heading: String)] = []
  ) {
    guard suggestion.isLedger else { return }
    var all: [(weight: Int, question: SuggestionQuestion)] = []
    for (sheet, suggested) in read { all += Self.ofSheet(sheet, suggested) }
    all += undated.map {
      (92, .undatedRectifications(heading: $0.heading, cell: $0.cell, count: $0.count))
    }
    all += Self.ofWorkbook(suggestion, read)
    var seen: Set<SuggestionQuestion> = []
    questions = all.sorted { $0.weight > $1.weight }.map(\.question)
      .filter { seen.insert($0).inserted }
    questions = Array(questions.prefix(Self.limit))
  }

  private static func ofWorkbook(
    _ suggestion: WorkbookSuggestion, _ read: [(SheetSuggester, SuggestedSheet)]
  ) -> [(weight: Int, question: SuggestionQuestion)] {
    var all: [(weight: Int, question: SuggestionQuestion)] = []
    let taken = suggestion.sheets.first { $0.kind == .register(.ledger) }?.name ?? ""
    func names(_ isMeant: (SuggestedSheet.Kind) -> Bool) -> [String] {
      suggestion.sheets.filter { isMeant($0.kind) }.map(\.name)
    }
    let others = names { $0 == .otherLedger }
    if !others.isEmpty { all.append((95, .otherSheets(others, taken: taken))) }
    let parts = names { if case .part = $0 { true } else { false } }
    if !parts.isEmpty { all.append((96, .parts([taken] + parts))) }
    let states = names { if case .earlierState = $0 { true } else { false } }
    if !states.isEmpty { all.append((97, .earlierStates(states, taken: taken))) }
    if suggestion.plan.yearSource == .today {
      all.append((94, .year(suggestion.plan.years.last ?? 0)))
    }
    if suggestion.plan.hasPartialNumbers {
      let rows = read.reduce(0) { $0 + $1.1.rows }
      let filled = read.reduce(0) {
        $0
          + ($1.1.columns.first { ["number", "task_id"].contains($0.mapping.column) }?.filled ?? 0)
      }
      all.append((98, .somePartialNumbers(filled: filled, of: rows)))
    }
    let words = suggestion.words.filter { !$0.isSure && $0.count > 0 }
    if !words.isEmpty { all.append((90, .words(words))) }
    let doubles = suggestion.units.filter { $0.double != nil }
    if !doubles.isEmpty { all.append((70, .doubles(doubles))) }
    if let day = suggestion.plan.effectiveOn, let cell = suggestion.plan.effectivePlace {
      all.append((80, .effectiveOn(day, cell: cell)))
    }
    let completed = suggestion.words.filter { ["completed", "accepted"].contains($0.code) }.reduce(
      0
    ) { $0 + $1.count }
    let hasDays = read.allSatisfy { $0.1.columns.contains { $0.mapping.column == "completed_on" } }
    if completed > 0, !hasDays { all.append((85, .noCompletionDays(completed: completed))) }
    return all
  }

  private static func ofSheet(
    _ sheet: SheetSuggester, _ suggested: SuggestedSheet
  ) -> [(weight: Int, question: SuggestionQuestion)] {
    var all: [(weight: Int, question: SuggestionQuestion)] = []
    if suggested.rows > 0, let state = numbers(sheet, suggested) {
      all.append((99, .noNumbers(state)))
    }
    all += units(sheet, suggested)
    if let title = suggested.columns.first(where: { $0.mapping.column == "title" }),
      AuditSheet.namesProblems(sheet)
    {
      all.append((93, .findingsAsTasks(heading: title.heading, cell: title.cell)))
    }
    for filled in suggested.fillDown where !filled.isMerged {
      let heading =
        suggested.columns.first { $0.mapping.column == filled.column }?.heading ?? filled.column
      all.append((60, .filledDown(heading: heading, cell: filled.cell)))
    }
    for case .overOneHundred(let cell, let text) in suggested.notes {
      all.append((75, .overOneHundred(cell, text)))
    }
    for column in suggested.columns where column.isOffered && column.mapping.column == "targets" {
      all.append((50, .targetsOffered(heading: column.heading, cell: column.cell)))
    }
    return all
  }

  private static func numbers(
    _ sheet: SheetSuggester, _ suggested: SuggestedSheet
  ) -> SuggestionQuestion.NumberState? {
    let keys = suggested.columns.filter { ["number", "task_id"].contains($0.mapping.column) }
    if keys.contains(where: { $0.filled > 0 }) { return nil }
    if let key = keys.first { return .empty(key.cell) }
    let restarting = sheet.guesses.first { $0.id == "number" }
    return restarting.map { .restarts($0.heading.address) } ?? .noColumn
  }

  private static func units(
    _ sheet: SheetSuggester, _ suggested: SuggestedSheet
  ) -> [(weight: Int, question: SuggestionQuestion)] {
    guard let lead = suggested.columns.first(where: { $0.mapping.column == "lead_units" }) else {
      return suggested.rows > 0 ? [(65, .noUnits)] : []
    }
    let contents = sheet.table?.contents[lead.cell.column] ?? ColumnContents()
    if lead.isOffered {
      return [
        (
          88,
          .unitsInText(heading: lead.heading, cell: lead.cell, count: contents.count(.unitsInText))
        )
      ]
    }
    if lead.mapping.roles == .firstListed {
      return [
        (87, .firstListed(heading: lead.heading, cell: lead.cell, count: contents.count(.list)))
      ]
    }
    let isPost = lead.heading.lowercased().contains(
      /owner|assign|officer|lead|person|manager|who|respons|by/)
    guard isPost, contents.filled > 0, contents.share(.unit) < 0.6 else { return [] }
    return [(66, .ownersAsUnits(heading: lead.heading, cell: lead.cell))]
  }
}
