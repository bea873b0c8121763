import Domain

/// What is to be said once for a column: how many cells, and the first of them.
struct ColumnNote {
  private(set) var count = 0
  private(set) var mark: CellMark?

  mutating func add(_ mark: @autoclosure () -> CellMark) {
    if count == 0 { self.mark = mark() }
    count += 1
  }
}

/// Watches the columns of a register for what is no fault of a cell but looks wrong in many.
struct ColumnNotes {
  /// What is noted of a column.
  private struct Notes {
    var days = ColumnNote()
    var firstDay: Day?
    var errorWords = ColumnNote()
    var converted: [InputProblem.ConvertedForm: ColumnNote] = [:]
    var filledDown = ColumnNote()
    var statuses = ColumnNote()
    /// With the day that the first was read as.
    var inferred: [InputProblem.DeadlineInference: (cells: ColumnNote, first: Day?)] = [:]
  }

  private var notes: [Int: Notes] = [:]
  /// By field, of the columns of percentages: what was written without a per cent sign.
  private var shares: [Int: Shares] = [:]
  /// By field, of the columns whose cells name something: how many look like no plain number.
  private var names: [Int: Int] = [:]

  private struct Shares {
    var filled = ColumnNote()
    var hasMore = false
    var hasSome = false
  }

  /// Notes a date that is written otherwise than ISO.
  mutating func noteDay(_ day: Day, _ field: Int, _ cursor: RegisterCursor) {
    notes[field, default: Notes()].days.add(cursor.mark(field))
    if notes[field]?.firstDay == nil { notes[field]?.firstDay = day }
  }

  /// Notes what was inferred of a deadline.
  mutating func note(
    _ inference: InputProblem.DeadlineInference, _ day: Day?, _ field: Int,
    _ cursor: RegisterCursor
  ) {
    let mark = cursor.mark(field)
    notes[field, default: Notes()].inferred[inference, default: (ColumnNote(), day)].cells
      .add(mark)
  }

  /// Notes a status that says more than a word.
  mutating func noteStatus(_ field: Int, _ cursor: RegisterCursor) {
    notes[field, default: Notes()].statuses.add(cursor.mark(field))
  }

  /// Notes a cell that took what stands above.
  mutating func noteFilledDown(_ field: Int, _ cursor: RegisterCursor) {
    notes[field, default: Notes()].filledDown.add(cursor.mark(field))
  }

  /// Notes the text of a cell, if spreadsheets have made something else of it.
  @inline(__always)
  mutating func noteText(
    _ bytes: Span<UInt8>, _ field: Int, isIdentity: Bool, _ cursor: RegisterCursor
  ) {
    let first = bytes[0]
    if first == 0x23 || first == 0xE9 {
      if ErrorWord.isOne(bytes) {
        notes[field, default: Notes()].errorWords.add(cursor.mark(field))
      }
    }
    // Digits, or the letter of a month.
    guard first &- 0x30 < 10 || isIdentity else { return }
    noteForm(bytes, field, isIdentity: isIdentity, cursor)
  }

  private mutating func noteForm(
    _ bytes: Span<UInt8>, _ field: Int, isIdentity: Bool, _ cursor: RegisterCursor
  ) {
    if let form = InputProblem.ConvertedForm.of(bytes, isIdentity: isIdentity) {
      notes[field, default: Notes()].converted[form, default: ColumnNote()].add(cursor.mark(field))
    } else if isIdentity, !isPlainNumber(bytes) {
      names[field, default: 0] += 1
    }
  }

  private func isPlainNumber(_ bytes: Span<UInt8>) -> Bool {
    for index in 0..<bytes.count where bytes[index] &- 0x30 >= 10 { return false }
    return true
  }

  /// Notes a percentage, in millionths.
  mutating func notePercent(
    _ value: Int64, hasSign: Bool, _ field: Int, _ cursor: RegisterCursor
  ) {
    var column = shares[field] ?? Shares()
    if hasSign || value > 10_000 {
      column.hasMore = true
    } else {
      column.filled.add(cursor.mark(field))
      column.hasSome = column.hasSome || value > 0
    }
    shares[field] = column
  }

  /// Says what was noted, column by column.
  func report(to cursor: RegisterCursor) {
    for (field, notes) in notes.sorted(by: { $0.key < $1.key }) {
      if let first = notes.firstDay {
        report(notes.days, to: cursor) { .dayFormsRead(count: $0, first: first) }
      }
      for inference in InputProblem.DeadlineInference.allCases {
        guard let (cells, first) = notes.inferred[inference] else { continue }
        report(cells, to: cursor) { .deadlinesInferred(inference, count: $0, first: first) }
      }
      report(notes.statuses, to: cursor) { .statusesRead(count: $0) }
      report(notes.errorWords, to: cursor) { .errorWords(count: $0) }
      report(notes.filledDown, to: cursor) { .filledDown(count: $0) }
      for (form, note) in notes.converted.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        if form == .serial, names[field, default: 0] < note.count { continue }
        report(note, to: cursor) { .valuesConverted(form, count: $0) }
      }
    }
    for (_, column) in shares.sorted(by: { $0.key < $1.key }) {
      guard !column.hasMore, column.hasSome else { continue }
      report(column.filled, to: cursor) { .progressAtMostOne(count: $0) }
    }
  }

  private func report(
    _ note: ColumnNote, to cursor: RegisterCursor, _ problem: (Int) -> InputProblem
  ) {
    guard let mark = note.mark else { return }
    cursor.report(problem(note.count), mark)
  }
}
