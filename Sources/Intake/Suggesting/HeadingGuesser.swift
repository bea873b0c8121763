import Domain
import Foundation

/// Finds the row or the two rows that head a ledger.
struct HeadingGuesser {
  /// Rows that may be headings.
  struct Found {
    let rows: ClosedRange<Int>
    let headings: [TableHeading]
    /// How many of the registers' columns they name, weighted.
    let score: Double
    /// Whether they name a task, and who answers for it, when it is due or how it stands.
    let isLedger: Bool
  }

  private let grid: SheetGrid
  /// So many rows are looked at.
  private static let limit = 60
  private static let needed: Set<String> = [
    "due_on", "status", "lead_units", "responsible_units", "owner", "leaders", "progress_note",
    "progress", "completed_on", "expected_on", "milestones", "next_step", "starts_on",
  ]

  init(_ grid: SheetGrid) {
    self.grid = grid
  }

  /// The best rows, whether they head a ledger or not.
  func best() -> Found? {
    var best: Found?
    for row in grid.sheet.rows.prefix(Self.limit) {
      guard let found = headings(row) else { continue }
      // Of equal ones the first, and a ledger before what is none.
      if let known = best,
        (known.isLedger ? 1 : 0, known.score) >= (found.isLedger ? 1 : 0, found.score)
      {
        continue
      }
      best = found
    }
    return best
  }

  /// A row of short texts above a table whose contents leave no doubt: tasks, and who answers for
  /// them, when they are due or how they stand.
  func byContents() -> Found? {
    for row in grid.sheet.rows.prefix(12) {
      let cells = grid.cells(row)
      guard cells.count >= 3, isShort(cells.map(\.text)),
        Set(cells.map(\.text)).count == cells.count
      else { continue }
      let headings = cells.map {
        TableHeading(column: Int($0.cell.column), text: $0.text, address: $0.cell.address)
      }
      let found = Found(
        rows: row.number...row.number, headings: headings, score: 0, isLedger: true)
      guard !isForm(found.rows, headings) else { continue }
      let table = SuggestedTable(grid, found)
      guard table.records.count >= 3 else { return nil }
      let ids = Set(ColumnGuesser(table).guesses().map(\.id))
      let needed = ids.intersection(["status", "due_on", "lead_units", "progress", "leaders"])
      return ids.contains("title") && needed.count >= 2 ? found : nil
    }
    return nil
  }

  /// A row read as headings, with the row below it where they have two levels.
  private func headings(_ row: SheetRow) -> Found? {
    let alone = single(row)
    guard let lower = grid.row(row.number + 1), let two = double(row, lower) else { return alone }
    guard let alone else { return two }
    // A cell over several, beside cells over both rows: two levels, whatever the lower ones say.
    let isClear = grid.sheet.merges.contains {
      $0.first.row == row.number && $0.last.row == lower.number && $0.columnCount == 1
    }
    return two.score > alone.score || isClear && two.score >= alone.score * 0.9 ? two : alone
  }

  private func single(_ row: SheetRow) -> Found? {
    let cells = grid.cells(row)
    guard cells.count >= 2, isShort(cells.map(\.text)) else { return nil }
    let headings = cells.map {
      TableHeading(column: Int($0.cell.column), text: $0.text, address: $0.cell.address)
    }
    return found(row.number...row.number, headings)
  }

  /// Two levels: an upper cell stands over several lower ones.
  private func double(_ upper: SheetRow, _ lower: SheetRow) -> Found? {
    let (above, below) = (grid.cells(upper), grid.cells(lower))
    guard above.count >= 2, !below.isEmpty, isShort(above.map(\.text)), isShort(below.map(\.text))
    else { return nil }
    var over: [Int: String] = [:]
    var isJoined = false
    for (cell, text) in above {
      let column = Int(cell.column)
      guard let merge = grid.merge(upper.number, column) else {
        over[column] = text
        continue
      }
      // Merged beyond the two rows it is no heading.
      guard merge.last.row <= lower.number else { return nil }
      if merge.rowCount == 1, merge.columnCount > 1 { isJoined = true }
      for column in merge.first.column...min(merge.last.column, merge.first.column + 200) {
        over[column] = text
      }
    }
    let filled = Set(below.map { Int($0.cell.column) })
    let alone = above.filter { !filled.contains(Int($0.cell.column)) }
    guard isJoined || alone.count >= 2 && filled.count >= 2 && alone.count + filled.count >= 5
    else { return nil }
    if !isJoined, below.contains(where: { over[Int($0.cell.column)] != nil }) { return nil }
    // Below a heading that spans both rows there is no other text.
    let lowerHeadings = below.map { cell, text in
      let column = Int(cell.column)
      return TableHeading(
        column: column, text: text, upper: over[column] == text ? nil : over[column],
        address: cell.address)
    }
    let upperHeadings = alone.filter {
      grid.merge(upper.number, Int($0.cell.column))?.columnCount ?? 1 == 1
    }
    .map { TableHeading(column: Int($0.cell.column), text: $0.text, address: $0.cell.address) }
    return found(
      upper.number...lower.number,
      (lowerHeadings + upperHeadings).sorted { $0.column < $1.column })
  }

  private func found(_ rows: ClosedRange<Int>, _ headings: [TableHeading]) -> Found? {
    var columns: [String: Double] = [:]
    var matched = 0
    for heading in headings {
      guard let best = heading.candidates.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
        best.value >= 0.4
      else { continue }
      matched += 1
      columns[best.key] = max(columns[best.key] ?? 0, best.value)
    }
    guard !columns.isEmpty else { return nil }
    let named = headings.count { !$0.text.key.allSatisfy(\.isNumber) }
    let titles = headings.filter { ($0.candidates["title"] ?? 0) >= 0.4 }
    let needed = headings.filter { heading in
      heading.candidates.contains { Self.needed.contains($0.key) && $0.value >= 0.45 }
        && (titles.count > 1 || heading.column != titles.first?.column)
    }
    let isLedger =
      !titles.isEmpty && !needed.isEmpty && columns.count >= 2 && matched * 4 >= named
      && (columns.count >= 3 || headings.count <= 4) && !isForm(rows, headings)
    return Found(
      rows: rows, headings: headings, score: columns.values.reduce(0, +), isLedger: isLedger)
  }

  /// Whether what stands below are labels again, as in a form.
  private func isForm(_ rows: ClosedRange<Int>, _ headings: [TableHeading]) -> Bool {
    let own = Set(headings.map(\.text.key))
    var (labels, filled, looked) = (0, 0, 0)
    for row in grid.sheet.rows.drop(while: { $0.number <= rows.upperBound }).prefix(4) {
      looked += 1
      for (_, text) in grid.cells(row) {
        filled += 1
        let heading = HeadingText(text)
        if own.contains(heading.key) { continue }
        let score = HeadingWords.candidates(heading).values.max() ?? 0
        if text.hasSuffix("：") || text.hasSuffix(":")
          || score >= 0.8 && StatusWords.meaning(text) == nil && heading.width <= 8
        {
          labels += 1
        }
      }
    }
    return looked > 0 && filled > 0 && labels * 3 >= filled && labels >= 2
  }

  /// Headings are short, and few of them are numbers or days.
  private func isShort(_ texts: [String]) -> Bool {
    let long = texts.count { HeadingText.width($0) > HeadingText.longest }
    let plain = texts.count {
      let shape = CellShape.number($0.precomposedStringWithCompatibilityMapping)
      return shape.contains(.integer) || shape.contains(.decimal) || shape.contains(.percent)
    }
    let letters = texts.count { $0.contains(where: \.isLetter) || $0 == "#" || $0 == "%" }
    return long * 5 <= texts.count && plain * 5 <= texts.count * 4 && letters >= 2
  }
}
