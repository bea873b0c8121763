public import Definitions
public import Domain

/// A column of ours and the heading from which it is read, with the reason.
public struct SuggestedColumn: Sendable {
  /// Why a column was taken for one of ours.
  public indirect enum Reason: Hashable, Sendable {
    /// By its heading.
    case heading
    /// By what stands below it, in so many of its cells.
    case contents(Contents, Int, of: Int)
    /// It is the only one that can be it.
    case onlyOne(Reason, String)
    /// Its rows are what one task is merged over.
    case rowsOfATask
  }

  /// What stands below a heading.
  public enum Contents: Hashable, Sendable {
    case statusWords, dates, percents, units, running, longTexts, datedLines, unitsInText, merged
  }

  public let mapping: ColumnMapping
  /// Where the heading stands.
  public let cell: CellAddress
  public let heading: String
  public let reason: Reason
  /// Whether it is only offered: what it would change is asked first.
  public var isOffered = false
  /// How many cells below it are filled.
  public var filled = 0
}

/// What is to be said about a sheet beside its columns.
public enum SheetNote: Hashable, Sendable {
  case hiddenSheet
  case hiddenColumns([String])
  case hiddenRows(Int)
  case coloured(Int)
  case comments(Int)
  case numberedInAdvance(Int, first: CellAddress)
  case headingsAgain([CellAddress])
  case legend(CellRange)
  case sideTable(CellRange)
  case above(CellAddress, String)
  case formulas(Int)
  case endsAt(CellAddress, String)
  /// Headings that are days of a month or months: what stands below them is not read.
  case datesAsHeadings(CellAddress, CellAddress)
  case overOneHundred(CellAddress, String)
}

/// A sheet of a workbook, and what it was taken for.
public struct SuggestedSheet: Sendable {
  public enum Kind: Hashable, Sendable {
    case register(Register)
    /// Another part of the same ledger, with equal headings.
    case part(of: String)
    case empty
    case drawing
    /// Lists of words for drop-downs.
    case vocabulary
    /// A table of which another sheet is the newer state.
    case earlierState(of: String)
    /// It could be a ledger, too, but another sheet was taken.
    case otherLedger
    /// No row looks like headings of a ledger.
    case noHeadings

    /// Whether it holds tasks that are read.
    var isLedger: Bool {
      switch self {
      case .register(.ledger), .part: true
      default: false
      }
    }
  }

  public let name: String
  public let kind: Kind
  /// The rows of the headings; of a sheet that is no ledger the row that comes nearest.
  public let headings: ClosedRange<Int>?
  /// What stands in the first heading cells.
  public let headingTexts: [String]
  public internal(set) var columns: [SuggestedColumn] = []
  /// The office's own columns, as their headings say.
  public internal(set) var ownColumns: [String] = []
  public internal(set) var fillDown:
    [(column: String, cell: CellAddress, count: Int, isMerged: Bool)] = []
  public internal(set) var bars: (column: String, cell: CellAddress, count: Int)?
  public internal(set) var rowsOfATask: (register: Register, cell: CellAddress)?
  public internal(set) var endAt: [String] = []
  public internal(set) var notes: [SheetNote] = []
  /// How many rows look like tasks.
  public internal(set) var rows = 0

  /// Whether its rows are read.
  public var isRead: Bool {
    switch kind {
    case .register, .part: true
    default: false
    }
  }

  /// What mapping.yaml says of it; nil where it says nothing.
  public var mapping: SheetMapping? {
    switch kind {
    case .register(let register): mapping(register)
    case .part: mapping(.ledger)
    case .empty: nil
    default: SheetMapping(sheet: name, register: nil)
    }
  }

  private func mapping(_ register: Register) -> SheetMapping {
    SheetMapping(
      sheet: name, register: register, headings: headings,
      columns: columns.filter { !$0.isOffered }.map(\.mapping),
      fillDown: Set(fillDown.map(\.column)), bars: bars?.column,
      rowsOfATask: rowsOfATask?.register, endAt: endAt.isEmpty ? nil : endAt)
  }
}
