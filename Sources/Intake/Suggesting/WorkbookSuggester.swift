import Definitions
import Domain
import Foundation

/// Works out how a workbook would be read.
struct WorkbookSuggester {
  private let workbook: Workbook
  private let today: Day
  private let file: String
  private var sheets: [SheetSuggester]

  /// - Parameter today: What stands in for a year that is nowhere said.
  init(_ workbook: Workbook, today: Day) {
    self.workbook = workbook
    self.today = today
    file = workbook.path.split(separator: "/").last.map(String.init) ?? workbook.path
    sheets = workbook.sheets.enumerated().map { SheetSuggester($1, tab: $0 + 1) }
  }

  func suggestion() -> WorkbookSuggestion {
    let (kinds, main) = kinds()
    var sheets = sheets
    if Self.shareNumbers(zip(sheets, kinds).filter { $1.isLedger }.map(\.0)) {
      for index in sheets.indices { sheets[index].sharesNumbers = kinds[index].isLedger }
    }
    var suggestion = WorkbookSuggestion(
      file: file, plan: PlanDraft(nil, file: file, today: today).plan)
    for (sheet, kind) in zip(sheets, kinds) {
      if case .register(.rectifications) = kind, let audit = AuditSheet(sheet) {
        suggestion.sheets.append(audit.suggestion)
      } else if case .register(let register) = kind, register != .ledger {
        suggestion.sheets.append(RegisterSheet(sheet.sheet, register).suggestion)
      } else {
        suggestion.sheets.append(sheet.suggestion(kind))
      }
    }
    suggestion.hasUnits = kinds.contains(.register(.units))
    let read = zip(sheets, suggestion.sheets).filter { $0.1.isRead && $0.0.isLedger }
    suggestion.plan =
      PlanDraft(main.map { sheets[$0] }, parts: read.map(\.0), file: file, today: today).plan
    suggestion.units = units(read)
    suggestion.words = words(read)
    setNumbers(&suggestion, read)
    suggestion.numbering = read.compactMap { $0.0.numbering($0.1) }
    suggestion.questions =
      QuestionDraft(
        suggestion, read,
        undated: zip(sheets, kinds).filter { $1 == .register(.rectifications) }
          .compactMap { AuditSheet($0.0)?.undated }
      ).questions
    return suggestion
  }
}

extension WorkbookSuggester {
  /// What each sheet is, and which is the ledger.
  private func kinds() -> ([SuggestedSheet.Kind], main: Int?) {
    var kinds: [SuggestedSheet.Kind] = sheets.map { sheet in
      if sheet.sheet.isDrawing { return .drawing }
      if sheet.sheet.cells.isEmpty { return .empty }
      if let register = RegisterSheet.register(of: sheet.sheet), register != .ledger {
        return .register(register)
      }
      return sheet.isLedger
        ? .otherLedger
        : isVocabulary(sheet) ? .vocabulary : isDrawing(sheet) ? .drawing : .noHeadings
    }
    // Problems and their rectification are a register of their own beside the tasks.
    let tables = kinds.indices.filter { kinds[$0] == .otherLedger }
    let audits = tables.filter { AuditSheet(sheets[$0]) != nil }
    if audits.count < tables.count {
      for index in audits { kinds[index] = .register(.rectifications) }
    }
    let ledgers = kinds.indices.filter { kinds[$0] == .otherLedger }
    let plain = ledgers.filter { !AuditSheet.namesProblems(sheets[$0]) }
    guard
      let main = (plain.isEmpty ? ledgers : plain).max(by: {
        (sheets[$0].weight, $1) < (sheets[$1].weight, $0)
      })
    else {
      return (kinds, nil)
    }
    kinds[main] = .register(.ledger)
    let equals = ledgers.filter { $0 != main && isEqual($0, main) && !sheets[$0].sheet.isHidden }
    guard !equals.isEmpty else { return (kinds, main) }
    let all = (equals + [main]).sorted()
    if areStates(all) {
      // Of the states of one ledger the newest is read.
      let newest = newest(all)
      for index in all { kinds[index] = .earlierState(of: sheets[newest].sheet.name) }
      kinds[newest] = .register(.ledger)
      return (kinds, newest)
    }
    for index in equals { kinds[index] = .part(of: sheets[main].sheet.name) }
    return (kinds, main)
  }

  /// Whether parts of a ledger number their tasks each from the beginning.
  private static func shareNumbers(_ parts: [SheetSuggester]) -> Bool {
    let numbers = parts.compactMap { part in
      part.guesses.first { $0.id == "number" }.flatMap { part.table?.contents[$0.heading.column] }
    }
    guard numbers.count > 1, numbers.allSatisfy({ $0.isRunning || $0.integers == [1] }) else {
      return false
    }
    var seen: Set<Int> = []
    return numbers.contains { contents in
      let own = Set(contents.integers)
      defer { seen.formUnion(own) }
      return !seen.isDisjoint(with: own)
    }
  }

  /// Whether two sheets have the same headings, but for one in five.
  private func isEqual(_ one: Int, _ other: Int) -> Bool {
    let (one, other) = (sheets[one].headingKeys, sheets[other].headingKeys)
    let both = one.intersection(other).count
    return both >= 2 && both * 5 >= max(one.count, other.count) * 4
  }

  /// Whether sheets show the same tasks at different times: many titles stand in several.
  private func areStates(_ indices: [Int]) -> Bool {
    let titles = indices.map { Set(sheets[$0].titles) }
    let pairs = zip(titles, titles.dropFirst())
    let common = pairs.reduce(0) { $0 + $1.0.intersection($1.1).count }
    let smaller = pairs.reduce(0) { $0 + min($1.0.count, $1.1.count) }
    return smaller > 0 && common * 10 >= smaller * 4
  }

  /// The sheet whose name is the latest day, week or month, else the one with most rows, else the first.
  private func newest(_ indices: [Int]) -> Int {
    func moment(_ index: Int) -> [Int] {
      sheets[index].sheet.name.split { !$0.isNumber }.compactMap { Int($0) }
    }
    let moments = indices.map(moment)
    let isDated = moments.allSatisfy { !$0.isEmpty && $0.count == moments[0].count }
    guard isDated else {
      return indices.max { (sheets[$0].titles.count, $1) < (sheets[$1].titles.count, $0) }
        ?? indices[0]
    }
    return indices.max { moment($0).lexicographicallyPrecedes(moment($1)) } ?? indices[0]
  }

  /// Lists of words side by side, short and without numbers; the drop-downs of another sheet, often.
  private func isVocabulary(_ sheet: SheetSuggester) -> Bool {
    let cells = sheet.sheet.cells
    let offered = Set(workbook.sheets.flatMap { $0.lists.flatMap(\.words) })
    let texts = cells.prefix(500).map { sheet.grid.text($0) }
    let known = texts.count { offered.contains($0) }
    if known * 2 >= texts.count && known > 1 || known >= 6 && known * 6 >= texts.count {
      return true
    }
    let short = texts.count {
      HeadingText.width($0) <= 12 && !($0.first.map { $0.isASCII && $0.isNumber } ?? false)
    }
    let name = sheet.sheet.name.lowercased()
    return name.contains(/list|lookup|dropdown|drop-down|data valid|字典|选项|下拉|词汇|数据源|参数/)
      && short * 10 >= texts.count * 8
  }

  /// Many merges across and no table: a picture made of cells.
  private func isDrawing(_ sheet: SheetSuggester) -> Bool {
    let across = sheet.sheet.merges.count { $0.columnCount > 1 }
    return across >= 12 && across * 6 >= sheet.sheet.rows.count
  }

  /// The spellings of units in the columns that list them.
  private func units(_ read: [(SheetSuggester, SuggestedSheet)]) -> [SuggestedUnit] {
    var draft = UnitDraft()
    for (sheet, suggested) in read {
      let columns = suggested.columns.filter { column in
        guard !column.isOffered, let register = Register.ledger.column(named: column.mapping.column)
        else { return false }
        return if case .units = register.kind { true } else { false }
      }
      for row in sheet.table?.records ?? [] {
        for column in columns {
          let text = sheet.grid.text(row.number, column.cell.column)
          guard !text.isEmpty else { continue }
          draft.add(
            text,
            at: SourcePlace(
              file: file, sheet: sheet.sheet.name, tab: sheet.tab,
              cell: CellAddress(row: row.number, column: column.cell.column)))
        }
      }
    }
    return draft.units()
  }

  private func words(_ read: [(SheetSuggester, SuggestedSheet)]) -> [SuggestedWord] {
    var draft = WordDraft(file: file)
    for (sheet, suggested) in read {
      guard let column = suggested.columns.first(where: { $0.mapping.column == "status" }) else {
        continue
      }
      let isText = suggested.columns.contains {
        $0.mapping.column == "progress_note" && $0.cell == column.cell
      }
      for row in sheet.table?.records ?? [] {
        let address = CellAddress(row: row.number, column: column.cell.column)
        draft.add(
          sheet.grid.text(address.row, address.column), at: address, of: sheet, isText: isText)
      }
      let first = (sheet.table?.headingRows.upperBound ?? 0) + 1
      for list in sheet.sheet.lists
      where list.ranges.contains(where: {
        $0.first.column <= column.cell.column && column.cell.column <= $0.last.column
          && $0.last.row >= first
      }) {
        draft.offer(list.words)
      }
    }
    return draft.words
  }

  /// Says of which tasks there are numbers.
  private func setNumbers(
    _ suggestion: inout WorkbookSuggestion, _ read: [(SheetSuggester, SuggestedSheet)]
  ) {
    let rows = read.reduce(0) { $0 + $1.1.rows }
    let filled = read.reduce(0) { sum, sheet in
      sum
        + (sheet.1.columns.first {
          ["number", "task_id"].contains($0.mapping.column) && $0.filled > 0
        }?.filled ?? 0)
    }
    suggestion.plan.hasPartialNumbers =
      filled > 0 && filled < rows && read.allSatisfy { $0.1.rowsOfATask == nil }
  }
}
