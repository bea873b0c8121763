public import Domain

/// What was understood of a workbook, or of a file that is read by a mapping: what each sheet was
/// taken for, what was filled in, and what was left out. Nothing in it stops a ledger.
public struct ReadingNotes: Sendable {
  /// How many cells something is said of, and the first of them.
  public struct Count: Hashable, Sendable {
    public internal(set) var count = 0
    public internal(set) var first: SourcePlace?
    /// What the first of them says, and under which heading; empty where that goes without saying.
    public internal(set) var text = ""
    public internal(set) var heading = ""
    /// The day that the first of them was read as.
    public internal(set) var day: Day?

    mutating func add(
      _ place: @autoclosure () -> SourcePlace, text: @autoclosure () -> String = "",
      heading: @autoclosure () -> String = "", day: Day? = nil
    ) {
      if count == 0 {
        (first, self.text, self.heading, self.day) = (place(), text(), heading(), day)
      }
      count += 1
    }
  }

  /// What a text above the headings says, such as 截至2023年9月25日.
  public struct Text: Hashable, Sendable {
    public let place: SourcePlace
    public let text: String
  }

  /// A table of a sheet.
  public struct Table: Sendable {
    /// The name of the sheet, or of the file without its ending.
    public let sheet: String
    public let register: Register
    /// The row of the headings, or both rows.
    public let headings: ClosedRange<Int>
    /// Theirs and ours, in the order of the sheet; nil for a column of the office's own.
    public let columns: [(heading: String, column: String?)]
    public internal(set) var rows = 0
    public internal(set) var above: [Text] = []
    /// By heading: cells that took what stands above.
    public internal(set) var filledDown: [String: Count] = [:]
    public internal(set) var bars = Count()
    public internal(set) var headingsAgain = Count()
    /// The rows of tasks beyond their first.
    public internal(set) var furtherRows = Count()
    public internal(set) var numberedAhead = Count()
    public internal(set) var totals = Count()
    public internal(set) var below = Count()
    public internal(set) var beside = Count()
    public internal(set) var unreadBars = Count()
    public internal(set) var hiddenRows = Count()
    public internal(set) var hiddenColumns: [String] = []
    var hiddenPlace: SourcePlace?
    public internal(set) var comments = Count()
    public internal(set) var coloured = Count()
    public internal(set) var formulas = Count()
    public internal(set) var times = Count()
    public internal(set) var unitsTaken = Count()
    /// Values of a task's further rows for which a task has no room.
    public internal(set) var valuesLeft = Count()
    /// Tasks whose due date is that of their last milestone.
    public internal(set) var dueOfMilestones = Count()
    /// What the milestones in the cells of tasks do not say themselves.
    public internal(set) var inferred: [InputProblem.DeadlineInference: Count] = [:]
    /// Quantities whose 万 or 亿 was expanded.
    public internal(set) var expanded = Count()
    /// A total that says another number of rows than there are.
    public internal(set) var wrongTotal: (place: SourcePlace, said: Int, rows: Int)?
  }

  /// A sheet that is no register.
  public struct LeftOut: Hashable, Sendable {
    public let place: SourcePlace
    public let isHidden: Bool
    /// How many of its rows are not empty.
    public let rows: Int
    /// Whether the mapping says so (`register: none`).
    public let isWanted: Bool
  }

  public internal(set) var tables: [Table] = []
  public internal(set) var leftOut: [LeftOut] = []

  init() {}
}

extension ReadingNotes.Table {
  init(
    sheet: String, register: Register, headings: ClosedRange<Int>,
    columns: [(heading: String, column: String?)]
  ) {
    (self.sheet, self.register, self.headings, self.columns) = (sheet, register, headings, columns)
  }

  /// Forgets what was noted of rows: they are read anew.
  mutating func forget() {
    self = Self(sheet: sheet, register: register, headings: headings, columns: columns)
  }

  /// Notes what is to be said of a sheet as a whole.
  mutating func noteSheet(_ rows: SheetRows, _ shape: TableShape) {
    let sheet = rows.sheet
    func place(_ row: Int, _ column: Int) -> SourcePlace { rows.place(of: rows.spot(row, column)) }
    let first = shape.headings.rows.upperBound
    for row in sheet.rows where row.isHidden && row.number > first {
      hiddenRows.add(place(row.number, shape.extent.lowerBound))
    }
    for column in shape.headings.columns
    where shape.extent.contains(column.number) && sheet.hiddenColumns.contains(column.number) {
      hiddenColumns.append(column.name)
      if hiddenPlace == nil { hiddenPlace = place(first, column.number) }
    }
    for cell in sheet.cells where cell.isColoured && Int(cell.row) > first {
      guard shape.extent.contains(Int(cell.column)) else { continue }
      coloured.add(place(Int(cell.row), Int(cell.column)))
    }
    for column in shape.beside { beside.add(place(Int(column.cell.spot.line), column.number)) }
  }

  /// What is to be looked at, as warnings.
  func warnings(_ file: String) -> [InputFault] {
    var faults: [InputFault] = []
    func say(_ count: ReadingNotes.Count, _ problem: (Int) -> InputProblem) {
      guard count.count > 0, let place = count.first else { return }
      faults.append(
        InputFault(
          place: place, problem: problem(count.count),
          value: count.text.isEmpty ? sheet : count.text, heading: count.heading))
    }
    say(unreadBars) { .barsUnread(count: $0) }
    say(hiddenRows) { .rowsHidden(count: $0) }
    say(numberedAhead) { .rowsNumberedAhead(count: $0) }
    say(below) { .rowsBelowTable(count: $0) }
    say(beside) { .cellsBesideTable(count: $0) }
    say(comments) { .commentsKept(count: $0) }
    say(coloured) { .coloursNotRead(count: $0) }
    say(formulas) { .formulasRead(count: $0) }
    say(times) { .timesLeftOut(count: $0) }
    say(unitsTaken) { .unitsTakenFromText(count: $0) }
    say(valuesLeft) { .furtherValuesLeftOut(count: $0) }
    say(dueOfMilestones) { .dueOfLastMilestone(count: $0) }
    say(expanded) { .quantitiesExpanded(count: $0) }
    for (inference, count) in inferred.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      say(count) { .deadlinesInferred(inference, count: $0, first: count.day) }
    }
    if !hiddenColumns.isEmpty, let place = hiddenPlace {
      faults.append(
        InputFault(place: place, problem: .columnsHidden(hiddenColumns), value: sheet))
    }
    if let wrongTotal {
      faults.append(
        InputFault(
          place: wrongTotal.place,
          problem: .totalDiffers(said: wrongTotal.said, rows: wrongTotal.rows), value: sheet))
    }
    return faults
  }
}
