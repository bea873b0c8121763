import Domain

/// Says which column of ours each column of a table is: by its heading, and by what stands below it
/// where the heading says little or misleads.
struct ColumnGuesser {
  /// A column of ours, the heading it is read from, and why.
  struct Guess {
    let id: String
    let heading: TableHeading
    let score: Double
    let reason: SuggestedColumn.Reason
  }

  private let table: SuggestedTable
  private let contents: [Int: ColumnContents]
  private static let least = 0.3
  /// Where something happens; offices and halls look like units.
  nonisolated(unsafe) private static let places = /地点|地址|位置|场所|会议室|place|location|venue|site/

  init(_ table: SuggestedTable) {
    self.table = table
    contents = table.contents
  }

  /// Each of our columns at most once, the surest first.
  func guesses() -> [Guess] {
    var open = candidates().sorted {
      ($1.score, $0.heading.column, $0.id) < ($0.score, $1.heading.column, $1.id)
    }
    var taken: [Guess] = []
    while let next = open.first, next.score >= Self.least {
      taken.append(next)
      open.removeAll { $0.id == next.id || $0.heading.column == next.heading.column }
    }
    return settled(taken).sorted { Self.order($0.id) < Self.order($1.id) }
  }

  private func candidates() -> [Guess] {
    let namesUnits = table.headings.contains { heading in
      ["lead_units", "responsible_units"].contains { (heading.candidates[$0] ?? 0) >= 0.5 }
    }
    return table.headings.flatMap { heading -> [Guess] in
      let contents = contents[heading.column] ?? ColumnContents()
      let named = heading.candidates.compactMap { id, score -> Guess? in
        let fit = fit(id, contents, heading)
        guard fit > 0 else { return nil }
        return Guess(id: id, heading: heading, score: score * fit, reason: .heading)
      }
      let best = named.map(\.score).max() ?? 0
      guard best < 0.45, let seen = seen(contents),
        seen.id != "lead_units" || !namesUnits && !heading.text.key.contains(Self.places)
      else { return named }
      return named + [
        Guess(
          id: seen.id, heading: heading, score: seen.score,
          reason: .contents(seen.what, seen.count, of: contents.filled))
      ]
    }
  }

  /// What contents alone say.
  private func seen(
    _ contents: ColumnContents
  ) -> (id: String, score: Double, what: SuggestedColumn.Contents, count: Int)? {
    guard contents.filled >= 3 else { return nil }
    let statuses = contents.count(.status)
    if contents.share(.status) >= 0.8,
      contents.distinct.count <= max(3, min(12, contents.looked / 2))
    {
      return ("status", 0.44, .statusWords, statuses)
    }
    if contents.share(.date) >= 0.8 { return ("due_on", 0.36, .dates, contents.count(.date)) }
    if contents.share(.percent) >= 0.8 {
      return ("progress", 0.4, .percents, contents.count(.percent))
    }
    if contents.share(.unit) >= 0.6 { return ("lead_units", 0.42, .units, contents.count(.unit)) }
    if contents.isRunning, !contents.restarts { return ("number", 0.4, .running, contents.filled) }
    if contents.averageWidth >= 8, contents.variety >= 0.8, contents.dates < 0.2 {
      return ("title", min(0.42, 0.3 + contents.averageWidth / 500), .longTexts, contents.filled)
    }
    return nil
  }

  /// How well what stands below fits a column of ours: 0 for not at all, 1 where nothing speaks for
  /// or against it.
  private func fit(_ id: String, _ contents: ColumnContents, _ heading: TableHeading) -> Double {
    guard !contents.isEmpty else { return emptyFit(id) }
    switch id {
    case "starts_on", "due_on", "completed_on", "accepted_on", "expected_on":
      if contents.count(.datedLines) * 3 >= contents.looked { return 0.2 }
      return contents.dates >= 0.5 ? 1.05 : contents.dates >= 0.25 ? 0.6 : 0
    case "milestones":
      return contents.count(.datedLines) * 4 >= contents.looked ? 1.6 : 0.3
    case "progress": return progressFit(contents)
    case "status": return statusFit(contents)
    case "number", "task_id": return numberFit(contents)
    case "title": return titleFit(contents, heading)
    case "section": return sectionFit(contents, heading)
    case "key_task", "outlook": return contents.distinct.count <= 4 ? 1 : 0
    case "targets": return contents.share(.quantity) >= 0.6 ? 1.1 : 0
    case "lead_units", "responsible_units", "support_units", "collect_units", "leaders", "owner":
      return nameFit(contents, id)
    case "parent": return contents.share(.ordinal) >= 0.9 ? 1 : 0
    case "phone": return contents.dates < 0.5 ? 1 : 0
    default: return contents.dates >= 0.8 && contents.averageWidth < 8 ? 0.2 : 1
    }
  }

  /// An empty column is what it is headed, but no title, and a filled one comes first.
  private func emptyFit(_ id: String) -> Double {
    switch id {
    case "title": table.records.isEmpty ? 1 : 0
    case "milestones", "targets": 0
    default: 0.8
    }
  }

  private func progressFit(_ contents: ColumnContents) -> Double {
    if contents.share(.percent) >= 0.5 { return 1.15 }
    let numbers = contents.count(.integer) + contents.count(.decimal) + contents.count(.percent)
    let isSmall = contents.integers.allSatisfy { (0...100).contains($0) }
    return numbers * 10 >= contents.looked * 8 && isSmall ? 1 : 0
  }

  private func statusFit(_ contents: ColumnContents) -> Double {
    if contents.share(.status) >= 0.6 { return 1.15 }
    // Traffic lights say how a task fares.
    if contents.share(.colour) >= 0.6 { return 0.4 }
    // Other words may be the office's own, if they are few and short.
    let isVocabulary =
      contents.averageWidth <= 8 && contents.distinct.count <= max(2, min(12, contents.filled / 2))
      && contents.dates < 0.3
    if contents.share(.statusWithProgress) >= 0.3 { return 1 }
    return isVocabulary
      ? 0.8 : contents.share(.status) >= 0.3 && contents.averageWidth <= 12 ? 0.7 : 0
  }

  private func numberFit(_ contents: ColumnContents) -> Double {
    if contents.dates >= 0.8, contents.share(.ordinal) < 0.6 { return 0 }
    guard contents.averageWidth <= 12, contents.widest <= 30 else { return 0 }
    if contents.isRunning { return 1.1 }
    return contents.share(.ordinal) >= 0.6 ? 1 : contents.variety >= 0.9 ? 0.8 : 0.4
  }

  private func titleFit(_ contents: ColumnContents, _ heading: TableHeading) -> Double {
    let plain = contents.count(.integer) + contents.count(.decimal)
    if contents.dates >= 0.5 || plain * 2 > contents.looked { return 0 }
    let isNamed = (heading.candidates["title"] ?? 0) >= 0.6
    if contents.share(.person) >= 0.8, contents.averageWidth <= 5, !isNamed { return 0.2 }
    var fit = isMergedWithNumber(heading) ? 1.3 : mergedRows(heading.column) > 0 ? 0.5 : 1
    let covered = contents.filled + mergedRows(heading.column)
    if contents.rows > 0, covered * 10 < contents.rows * 6 { fit *= 0.5 }
    if contents.looked >= 5, contents.variety < 0.3 { fit *= 0.5 }
    // Few words over and over are a status, whatever they are headed.
    if contents.looked >= 5, contents.share(.status) > 0.8, contents.variety < 0.6 { fit *= 0.2 }
    return fit * (contents.averageWidth >= 6 ? 1.05 : contents.averageWidth >= 3 ? 0.95 : 0.6)
  }

  /// How many rows merges of a column cover beyond their first cells.
  private func mergedRows(_ column: Int) -> Int {
    (table.merges[column] ?? []).reduce(0) { $0 + $1.rowCount - 1 }
  }

  /// Whether a column is merged over the same rows as one that numbers tasks.
  private func isMergedWithNumber(_ heading: TableHeading) -> Bool {
    guard let own = table.merges[heading.column], !own.isEmpty else { return false }
    let spans = Set(own.map { [$0.first.row, $0.last.row] })
    return table.headings.contains { other in
      (other.candidates["number"] ?? 0) >= 0.6
        && (table.merges[other.column] ?? []).contains {
          spans.contains([$0.first.row, $0.last.row])
        }
    }
  }

  private func sectionFit(_ contents: ColumnContents, _ heading: TableHeading) -> Double {
    if contents.dates >= 0.5 { return 0 }
    let isMerged = !(table.merges[heading.column] ?? []).isEmpty
    if isMerged { return 1.3 }
    if contents.averageWidth > 30 { return 0.3 }
    return contents.filled >= 5 && contents.variety > 0.9 ? 0.5 : 1
  }

  private func nameFit(_ contents: ColumnContents, _ id: String) -> Double {
    if contents.dates >= 0.5 || contents.averageWidth > 60 { return 0 }
    let numbers = contents.count(.integer) + contents.count(.decimal)
    if numbers * 2 > contents.looked { return 0 }
    let isOwner = id == "owner" || id == "leaders"
    if contents.share(.unit) >= 0.6 { return isOwner ? 0.7 : 1.2 }
    if contents.share(.person) >= 0.6 { return isOwner ? 1.1 : 0.9 }
    return 1
  }
}

extension ColumnGuesser {
  /// Puts right what follows from the columns together.
  private func settled(_ guesses: [Guess]) -> [Guess] {
    var guesses = guesses
    func has(_ id: String) -> Bool { guesses.contains { $0.id == id } }
    func rename(_ id: String, to other: String) {
      guard let index = guesses.firstIndex(where: { $0.id == id }), !has(other) else { return }
      let guess = guesses[index]
      guesses[index] = Guess(
        id: other, heading: guess.heading, score: guess.score, reason: .onlyOne(guess.reason, other)
      )
    }
    // The only units answer for the task; the only end is when it is due.
    if !has("lead_units") { rename("responsible_units", to: "lead_units") }
    // Who owns an action is a person as often as a post or a department.
    if !has("lead_units"), let owner = guesses.first(where: { $0.id == "owner" }),
      !owner.heading.text.words.isEmpty
    {
      rename("owner", to: "lead_units")
    }
    if !has("due_on"), !has("milestones") { rename("expected_on", to: "due_on") }
    if !has("due_on"), !has("milestones"), !has("status") { rename("completed_on", to: "due_on") }
    if !has("number") { renameNumber(&guesses) }
    if !has("title") { addTitle(&guesses) }
    addStatus(&guesses)
    if !has("section") { addSection(&guesses) }
    return guesses
  }

  /// A column merged down over several tasks, whatever it is called.
  private func addSection(_ guesses: inout [Guess]) {
    let taken = Set(guesses.map(\.heading.column))
    let merged = table.headings.first { heading in
      guard !taken.contains(heading.column), let contents = contents[heading.column] else {
        return false
      }
      return mergedRows(heading.column) > 0 && !isMergedWithNumber(heading)
        && contents.averageWidth <= 30 && contents.dates < 0.3 && contents.integers.isEmpty
    }
    guard let merged, let contents = contents[merged.column] else { return }
    guesses.append(
      Guess(
        id: "section", heading: merged, score: 0.4,
        reason: .contents(.merged, contents.filled, of: contents.filled)))
  }

  /// A column of ids that are whole numbers counts rows, too; one of other ids stays an id.
  private func renameNumber(_ guesses: inout [Guess]) {
    guard let index = guesses.firstIndex(where: { $0.id == "task_id" }),
      let contents = contents[guesses[index].heading.column], contents.isRunning
    else { return }
    let guess = guesses[index]
    guesses[index] = Guess(
      id: "number", heading: guess.heading, score: guess.score, reason: guess.reason)
  }

  /// The longest texts that nothing else claims.
  private func addTitle(_ guesses: inout [Guess]) {
    let taken = Set(
      guesses.filter { !["progress_note", "note", "next_step", "section"].contains($0.id) }.map(
        \.heading.column))
    let open = table.headings.filter { heading in
      guard let contents = contents[heading.column], !taken.contains(heading.column) else {
        return false
      }
      return contents.filled * 2 >= contents.rows && contents.dates < 0.3
        && titleFit(contents, heading) > 0.4
    }
    guard let best = open.max(by: { width($0) < width($1) }), let contents = contents[best.column]
    else { return }
    guesses.removeAll { $0.heading.column == best.column }
    guesses.append(
      Guess(
        id: "title", heading: best, score: 0.3,
        reason: .contents(.longTexts, contents.filled, of: contents.filled)))
  }

  private func width(_ heading: TableHeading) -> Double {
    (contents[heading.column]?.averageWidth ?? 0) * (contents[heading.column]?.variety ?? 0)
  }

  /// Where no column holds a status but that of the progress does (已完成80%, 持续推进).
  private func addStatus(_ guesses: inout [Guess]) {
    guard !guesses.contains(where: { $0.id == "status" }),
      let note = guesses.first(where: { $0.id == "progress_note" }),
      let contents = contents[note.heading.column], contents.filled > 0
    else { return }
    let said = contents.count(.status) + contents.count(.statusWithProgress)
    guard said * 5 >= contents.looked else { return }
    guesses.append(
      Guess(
        id: "status", heading: note.heading, score: 0.4,
        reason: .contents(.statusWords, contents.count(.status), of: contents.filled)))
  }

  /// In the order of the register's columns.
  private static func order(_ id: String) -> Int {
    Register.ledger.columns.firstIndex { $0.id == id } ?? 100 + (id == "milestones" ? 0 : 1)
  }
}
