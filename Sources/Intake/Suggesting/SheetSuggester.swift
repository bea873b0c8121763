import Definitions
import Domain
import Foundation

/// What a sheet would be as a ledger of tasks.
struct SheetSuggester {
  let sheet: Sheet
  /// Its number among the tabs, from 1.
  let tab: Int
  let grid: SheetGrid
  let found: HeadingGuesser.Found?
  let table: SuggestedTable?
  let guesses: [ColumnGuesser.Guess]
  /// Whether another part of the ledger has the same numbers.
  var sharesNumbers = false

  init(_ sheet: Sheet, tab: Int) {
    self.sheet = sheet
    self.tab = tab
    grid = SheetGrid(sheet)
    let search = HeadingGuesser(grid)
    let named = sheet.cells.isEmpty ? nil : search.best()
    found = named?.isLedger ?? false ? named : search.byContents() ?? named
    guard let found, found.isLedger else {
      (table, guesses) = (nil, [])
      return
    }
    let table = SuggestedTable(grid, found)
    self.table = table
    guesses = ColumnGuesser(table).guesses()
  }

  /// Whether there are tasks, or headings that leave no doubt.
  var isLedger: Bool {
    guard let table, guesses.contains(where: { $0.id == "title" }) else { return false }
    let others = guesses.filter {
      !["title", "number", "task_id", "section", "note"].contains($0.id)
    }
    return !others.isEmpty && (!table.records.isEmpty || guesses.count >= 4)
  }

  /// The headings as they are compared between the sheets of a ledger.
  var headingKeys: Set<String> {
    Set((table?.headings ?? []).map(\.text.key).filter { !$0.isEmpty })
  }

  /// The texts of the title column.
  var titles: [String] {
    guard let column = guesses.first(where: { $0.id == "title" })?.heading.column else { return [] }
    return (table?.records ?? []).compactMap { row in
      let text = grid.text(row.number, column)
      return text.isEmpty ? nil : text
    }
  }

  /// How good a ledger it is: its columns, then its rows.
  var weight: Double {
    guard let table, isLedger else { return 0 }
    let name = sheet.name.lowercased()
    var weight = guesses.reduce(0) { $0 + $1.score }
    weight += min(3, Double(titles.count).squareRoot() / 3)
    if name.contains(/action|task|任务|台账|重点|清单|督查|督办|整改|recommend/) { weight += 2 }
    if name.contains(
      /risk|decision|assumption|dependenc|lesson|issue|archive|template|example|模板|示例|样表/)
    {
      weight -= 2
    }
    if sheet.isHidden { weight -= 6 }
    if table.records.isEmpty { weight -= 1 }
    return weight
  }

  func suggestion(_ kind: SuggestedSheet.Kind) -> SuggestedSheet {
    guard let table else { return other(kind) }
    var suggestion = SuggestedSheet(
      name: sheet.name, kind: kind, headings: table.headingRows,
      headingTexts: table.headings.prefix(8).map(\.name))
    suggestion.columns = columns(table)
    offerFullProgress(&suggestion, table)
    let merged = partRows(table)
    if let merged { apply(merged, &suggestion, table) }
    let taken = Set(suggestion.columns.filter { !$0.isOffered }.map(\.cell.column))
    suggestion.ownColumns = table.headings.filter { !taken.contains($0.column) }.map(\.name)
    suggestion.fillDown = fillDown(table, suggestion, within: merged)
    suggestion.bars = bars(table)
    suggestion.rows = taskCount(table, merged)
    suggestion.notes = notes(table)
    return suggestion
  }

  /// What passes 100 % is a target's value: such a column is no progress, unless the office says so.
  private func offerFullProgress(_ suggestion: inout SuggestedSheet, _ table: SuggestedTable) {
    guard let index = suggestion.columns.firstIndex(where: { $0.mapping.column == "progress" }),
      fullCell(table, in: [suggestion.columns[index].cell.column]) != nil
    else { return }
    suggestion.columns[index].isOffered = true
  }

  private func other(_ kind: SuggestedSheet.Kind) -> SuggestedSheet {
    var suggestion = SuggestedSheet(
      name: sheet.name, kind: kind, headings: found?.rows,
      headingTexts: (found?.headings ?? []).prefix(8).map(\.name))
    if sheet.isHidden { suggestion.notes.append(.hiddenSheet) }
    return suggestion
  }

  /// The names of headings that occur twice do not say which is meant: letters do.
  func name(_ heading: TableHeading, _ table: SuggestedTable) -> String {
    let equal = table.headings.count { $0.name == heading.name }
    return equal > 1 || heading.name.isEmpty ? SheetGrid.letters(heading.column) : heading.name
  }

  private func columns(_ table: SuggestedTable) -> [SuggestedColumn] {
    var columns = guesses.compactMap { guess -> SuggestedColumn? in
      let contents = table.contents[guess.heading.column] ?? ColumnContents()
      // A number that begins anew in every section is no key.
      if guess.id == "number", contents.restarts || sharesNumbers { return nil }
      let (roles, take) = how(guess.id, contents)
      var column = SuggestedColumn(
        mapping: ColumnMapping(
          column: guess.id, from: [name(guess.heading, table)], roles: roles, take: take),
        cell: guess.heading.address, heading: guess.heading.name, reason: guess.reason)
      column.filled = contents.filled
      // A day of completion means nothing without a status.
      let lacksStatus =
        guess.id == "completed_on" && !guesses.contains { $0.id == "status" }
      column.isOffered = guess.id == "targets" || lacksStatus
      return column
    }
    if !guesses.contains(where: { $0.id == "lead_units" }),
      let title = guesses.first(where: { $0.id == "title" }),
      let contents = table.contents[title.heading.column],
      contents.count(.unitsInText) * 2 > contents.looked
    {
      columns.append(unitsInText(title, contents, table))
    }
    return columns
  }

  private func unitsInText(
    _ title: ColumnGuesser.Guess, _ contents: ColumnContents, _ table: SuggestedTable
  ) -> SuggestedColumn {
    var column = SuggestedColumn(
      mapping: ColumnMapping(
        column: "lead_units", from: [name(title.heading, table)], roles: .words, take: .units),
      cell: title.heading.address, heading: title.heading.name,
      reason: .contents(.unitsInText, contents.count(.unitsInText), of: contents.filled))
    column.isOffered = true
    return column
  }

  private func how(
    _ id: String, _ contents: ColumnContents
  ) -> (ColumnMapping.Roles?, ColumnMapping.Take?) {
    switch id {
    case "lead_units", "responsible_units":
      if contents.count(.roles) > 0, contents.count(.roles) * 10 >= contents.looked {
        return (.words, nil)
      }
      let isList = contents.count(.list) * 10 >= contents.looked && contents.count(.list) > 0
      return (isList && id == "lead_units" ? .firstListed : nil, nil)
    case "status": return (nil, contents.count(.statusWithProgress) > 0 ? .statusAndProgress : nil)
    case "milestones": return (nil, .milestones)
    case "targets": return (nil, .quantity)
    default: return (nil, nil)
    }
  }

  private func taskCount(_ table: SuggestedTable, _ merged: Set<Int>?) -> Int {
    guard merged != nil else { return table.records.count }
    let title = guesses.first { $0.id == "title" }?.heading.column ?? 1
    return table.records.count { !grid.text($0.number, title).isEmpty }
  }
}
