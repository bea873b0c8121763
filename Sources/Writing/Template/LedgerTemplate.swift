import CXlsxWriter
public import Domain
import Pages

/// An empty workbook that an office fills in: a sheet per register, with headings that say what
/// belongs below them, drop-downs and checks.
public struct LedgerTemplate {
  /// What may be entered below a heading.
  public enum Check: Hashable, Sendable {
    /// One of some words.
    case words([String])
    /// A name of the sheet's column; several may be typed into one cell.
    case names(sheet: String, column: Int)
    case day
    /// As `day`, but a deadline in words may be typed, too.
    case deadline
    case percent
    case wholeNumber
  }

  /// A heading with what is said of it.
  public struct Column: Sendable {
    let heading: String
    let hint: String
    let check: Check?
    let width: Int
    let isRequired: Bool
    let sample: String

    /// - Parameter sample: What the sample row shows.
    public init(
      heading: String, hint: String, check: Check?, width: Int, isRequired: Bool, sample: String
    ) {
      self.heading = heading
      self.hint = hint
      self.check = check
      self.width = width
      self.isRequired = isRequired
      self.sample = sample
    }
  }

  /// A sheet with its headings in order.
  public struct Sheet: Sendable {
    let name: String
    let columns: [Column]

    public init(name: String, columns: [Column]) {
      self.name = name
      self.columns = columns
    }
  }

  /// So many rows have drop-downs and checks. They are ranges: no row is filled.
  private static let lastRow = 5_000
  private let sheets: [Sheet]
  private let lists: String
  /// The words of the drop-downs, each list once.
  private let words: [[String]]

  /// - Parameter lists: The name of the sheet that holds the words of the drop-downs.
  public init(sheets: [Sheet], lists: String) {
    self.sheets = sheets
    self.lists = lists
    words = sheets.flatMap(\.columns).reduce(into: []) { lists, column in
      if case .words(let words) = column.check, !lists.contains(words) { lists.append(words) }
    }
  }

  /// Writes the workbook.
  /// - Parameter created: The day that stands in its properties.
  /// - Throws: `OutputFault`.
  public func write(to path: String, title: String, created: Day) throws {
    let workbook = try Workbook(path: path, title: title, author: "jibao", created: created)
    for sheet in sheets { try write(sheet, to: workbook) }
    try writeLists(to: workbook)
    _ = try workbook.close()
  }

  private func write(_ sheet: Sheet, to workbook: Workbook) throws {
    let worksheet = try workbook.addSheet(sheet.name)
    let sample = try workbook.format(Self.sample)
    try worksheet.setHeight(30, row: 0)
    for (index, column) in sheet.columns.enumerated() {
      let format = try workbook.format(column.isRequired ? Self.required : Self.heading)
      try worksheet.write(.text(column.heading), row: 0, column: index, format: format)
      try worksheet.write(.text(column.sample), row: 1, column: index, format: sample)
      try worksheet.comment(column.hint, row: 0, column: index)
      try worksheet.setColumn(
        index, width: column.width, format: try workbook.format(Self.style(column.check)))
      try check(column, index, on: worksheet)
    }
    worksheet.freezeHeadings()
    try worksheet.setPage(PrintSetUp(columns: sheet.columns.count, hasGridlines: true), rows: 0)
  }

  private func check(_ column: Column, _ index: Int, on sheet: Worksheet) throws {
    let rows = 2...Self.lastRow
    switch column.check {
    case .words(let words):
      guard let list = self.words.firstIndex(of: words) else { return }
      let place = Self.range(lists, column: list, rows: 1...words.count)
      try sheet.offer(place, column: index, rows: rows, isStrict: true)
    case .names(let name, let list):
      let place = Self.range(name, column: list, rows: 2...Self.lastRow)
      try sheet.offer(place, column: index, rows: rows, isStrict: false)
    case .day: try sheet.expectDay(column: index, rows: rows, isStrict: true)
    case .deadline: try sheet.expectDay(column: index, rows: rows, isStrict: false)
    case .percent: try sheet.expectNumber(0...100, column: index, rows: rows)
    case .wholeNumber: try sheet.expectNumber(0...1_000_000, column: index, rows: rows)
    case nil: return
    }
  }

  private func writeLists(to workbook: Workbook) throws {
    guard !words.isEmpty else { return }
    let sheet = try workbook.addSheet(lists)
    let format = try workbook.format(CellStyle())
    for (column, words) in words.enumerated() {
      for (row, word) in words.enumerated() {
        try sheet.write(.text(word), row: row + 1, column: column, format: format)
      }
    }
    let head = try workbook.format(Self.heading)
    for (column, words) in words.enumerated() {
      let heading = sheets.flatMap(\.columns).first { $0.check == .words(words) }?.heading
      try sheet.write(.text(heading ?? lists), row: 0, column: column, format: head)
    }
  }

  private static func range(_ sheet: String, column: Int, rows: ClosedRange<Int>) -> String {
    let letters = CellAddress.letters(of: column + 1)
    return
      "=\(FormulaText.sheet(sheet))!$\(letters)$\(rows.lowerBound + 1):$\(letters)$\(rows.upperBound + 1)"
  }

  private static let heading = CellStyle(
    font: Fonts.heading, size: 11, alignment: .center, wraps: true, hasBorder: true, fill: 0xEDEDED)
  private static let required = CellStyle(
    font: Fonts.heading, size: 11, isBold: true, alignment: .center, wraps: true, hasBorder: true,
    fill: 0xFFF2CC)
  private static let sample = CellStyle(
    size: 10.5, wraps: true, hasBorder: true, colour: 0x808080)

  /// Days show as days, whatever the computer's settings; all else as it is typed.
  private static func style(_ check: Check?) -> CellStyle {
    switch check {
    case .day, .deadline: CellStyle(wraps: true, numberFormat: "yyyy-mm-dd")
    default: CellStyle(wraps: true)
    }
  }
}
