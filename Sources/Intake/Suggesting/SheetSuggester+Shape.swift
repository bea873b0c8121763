import Definitions
import Domain

/// How the rows of a table hang together: merged, barred, filled down.
extension SheetSuggester {
  /// Rows over which number and title of one task are merged.
  func partRows(_ table: SuggestedTable) -> Set<Int>? {
    guard let title = guesses.first(where: { $0.id == "title" }),
      let number = guesses.first(where: { $0.id == "number" || $0.id == "task_id" })
    else { return nil }
    let starts = Set(
      (table.merges[title.heading.column] ?? []).map { [$0.first.row, $0.last.row] })
    let both = (table.merges[number.heading.column] ?? []).filter {
      starts.contains([$0.first.row, $0.last.row])
    }
    guard !both.isEmpty else { return nil }
    return Set(both.flatMap { Array($0.first.row...min($0.last.row, $0.first.row + 10_000)) })
  }

  /// Names the columns of the rows within a task.
  func apply(_ rows: Set<Int>, _ suggestion: inout SuggestedSheet, _ table: SuggestedTable) {
    let spans = table.merges
    let varying = table.headings.filter { heading in
      let merged = (spans[heading.column] ?? []).flatMap {
        Array($0.first.row...min($0.last.row, $0.first.row + 10_000))
      }
      let isMerged = !merged.isEmpty && Set(merged).intersection(rows).count * 2 > rows.count
      return !isMerged && table.contents[heading.column]?.filled ?? 0 > 0
    }
    func date(_ heading: TableHeading) -> Double {
      guard let contents = table.contents[heading.column], contents.dates >= 0.5 else { return 0 }
      return 1 + (heading.candidates["due_on"] ?? 0) - (heading.candidates["starts_on"] ?? 0)
    }
    guard let due = varying.max(by: { date($0) < date($1) }), date(due) > 0 else { return }
    let texts = varying.filter { heading in
      heading.column != due.column && table.contents[heading.column].map { $0.dates < 0.3 } ?? false
    }
    guard let text = texts.max(by: { score($0, table) < score($1, table) }) else { return }
    suggestion.columns.removeAll { [due.column, text.column].contains($0.cell.column) }
    for (id, heading) in [("milestones.milestone", text), ("milestones.due_on", due)] {
      suggestion.columns.append(
        SuggestedColumn(
          mapping: ColumnMapping(column: id, from: [name(heading, table)]),
          cell: heading.address, heading: heading.name, reason: .rowsOfATask))
    }
    let first = rows.min() ?? 1
    let column = guesses.first { $0.id == "title" }?.heading.column ?? 1
    suggestion.rowsOfATask = (.milestones, CellAddress(row: first, column: column))
  }

  private func score(_ heading: TableHeading, _ table: SuggestedTable) -> Double {
    (heading.candidates["milestones"] ?? 0) * 20
      + (table.contents[heading.column]?.averageWidth ?? 0)
  }

  private static let filledDown: Set<String> = [
    "section", "leaders", "lead_units", "responsible_units", "support_units", "collect_units",
    "owner",
    "status", "due_on", "starts_on", "completed_on", "progress_note", "progress", "number", "title",
    "task_id",
  ]

  func fillDown(
    _ table: SuggestedTable, _ suggestion: SuggestedSheet, within tasks: Set<Int>?
  ) -> [(column: String, cell: CellAddress, count: Int, isMerged: Bool)] {
    suggestion.columns.filter { !$0.isOffered && $0.mapping.take == nil }.compactMap { column in
      let id = column.mapping.column
      // What is merged over the rows of one task stands in its first row.
      let merges = (table.merges[column.cell.column] ?? []).filter {
        !(suggestion.rowsOfATask != nil && (tasks ?? []).contains($0.first.row))
      }
      let isKey = ["number", "title", "task_id"].contains(id)
      if let first = merges.map(\.first).min(), Self.filledDown.contains(id), !isKey {
        return (id, first, merges.count, true)
      }
      guard id == "section" || id == "leaders", let contents = table.contents[column.cell.column],
        let first = contents.first, first.row == table.records.first?.number,
        contents.filled >= 2, contents.filled * 2 <= contents.rows
      else { return nil }
      return (id, first, contents.filled, false)
    }
  }

  func bars(_ table: SuggestedTable) -> (column: String, cell: CellAddress, count: Int)? {
    let bars = table.bars
    let above = leaderAbove(table)
    guard !bars.isEmpty || above != nil else { return nil }
    let places =
      (above.map { [$0] } ?? []) + bars
    guard let first = places.first else { return nil }
    let texts = places.map { grid.text($0.row, $0.column) }
    let leaders = texts.count { Self.namesLeader($0) }
    return (leaders * 2 > texts.count ? "leaders" : "section", first, places.count)
  }

  static func namesLeader(_ text: String) -> Bool {
    text.count <= 30
      && text.contains(leaderWords)
  }

  nonisolated(unsafe) private static let leaderWords =
    /市长|县长|区长|镇长|书记|主席|主任|部长|秘书长|常委|领导[：:]|厅长|局长|州长|专员/

  /// A bar that stands above the headings of the first block: 市长 陈某.
  private func leaderAbove(_ table: SuggestedTable) -> CellAddress? {
    guard let row = grid.row(table.headingRows.lowerBound - 1) else { return nil }
    let cells = grid.cells(row)
    guard cells.count == 1, let first = cells.first, Self.namesLeader(first.text),
      table.kinds.contains(where: { $0.kind == .headings })
    else { return nil }
    return first.cell.address
  }
}
