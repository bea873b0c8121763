public import Definitions
public import Domain

/// How a workbook never seen before would be read, and what a workspace of it would begin with.
/// Every guess has its reason and its cell.
public struct WorkbookSuggestion: Sendable {
  /// The file's name.
  public let file: String
  public internal(set) var sheets: [SuggestedSheet] = []
  public internal(set) var units: [SuggestedUnit] = []
  /// Whether the workbook itself lists the units.
  public internal(set) var hasUnits = false
  public internal(set) var words: [SuggestedWord] = []
  public internal(set) var plan: SuggestedPlan
  /// What changes figures, the weightiest first; five at most.
  public internal(set) var questions: [SuggestionQuestion] = []

  /// Where numbers could be written, if the tasks have none.
  public internal(set) var numbering: [SuggestedNumbering] = []

  /// Whether a sheet of it can be read as a ledger.
  public var isLedger: Bool { sheets.contains(where: \.isRead) }

  /// What `mapping.yaml` would say.
  public func mapping(units: String?) -> LedgerMapping {
    LedgerMapping(units: hasUnits ? nil : units, sheets: sheets.compactMap(\.mapping))
  }
}

/// A word of the workbook's status column, and what it is taken for.
public struct SuggestedWord: Hashable, Sendable {
  public let word: String
  public let code: String
  /// Whether other offices mean something else by it.
  public let isSure: Bool
  /// Whether it is a word that every workspace knows.
  public let isStandard: Bool
  /// In how many cells it stands; none if it is only in a drop-down.
  public let count: Int
  public let place: SourcePlace?
}

/// The plan that a workbook is the ledger of.
public struct SuggestedPlan: Hashable, Sendable {
  /// From where a year was taken.
  public enum YearSource: Hashable, Sendable {
    case text(CellAddress, sheet: String)
    case dates(Int, CellAddress, sheet: String)
    case sheetName(String)
    case fileName
    /// Nowhere: the year of the day on which it was asked.
    case today
  }

  public var title: String
  public var titleCell: (CellAddress, sheet: String)? { titlePlace.map { ($0.cell, $0.sheet) } }
  var titlePlace: Place?
  public var office: String?
  public var years: [Int]
  public var yearSource: YearSource
  /// The day whose state the workbook shows, by what stands above the table.
  public var effectiveOn: Day?
  public var effectivePlace: String?
  /// Whether some tasks have numbers and some have none.
  public var hasPartialNumbers = false

  struct Place: Hashable, Sendable {
    let cell: CellAddress
    let sheet: String
  }
}

/// What changes figures and cannot be known from the workbook.
public enum SuggestionQuestion: Hashable, Sendable {
  /// No column numbers the tasks, or it is empty, or begins anew in every section.
  case noNumbers(NumberState)
  case somePartialNumbers(filled: Int, of: Int)
  case year(Int)
  /// Other sheets that could be ledgers are left out.
  case otherSheets([String], taken: String)
  /// Sheets with equal headings are read as one ledger.
  case parts([String])
  case earlierStates([String], taken: String)
  /// Status words whose meaning is not sure.
  case words([SuggestedWord])
  /// Several units in a cell: the first leads.
  case firstListed(heading: String, cell: CellAddress, count: Int)
  /// Persons or posts stand where units are looked for.
  case ownersAsUnits(heading: String, cell: CellAddress)
  case unitsInText(heading: String, cell: CellAddress, count: Int)
  case noUnits
  case doubles([SuggestedUnit])
  /// Cells that are empty without being merged take what stands above.
  case filledDown(heading: String, cell: CellAddress)
  case effectiveOn(Day, cell: String)
  case overOneHundred(CellAddress, String)
  /// A column headed as days of which the reader refuses a third or more.
  case unreadDays(heading: String, cell: CellAddress, refused: Int, of: Int)
  /// There is no column of days on which tasks were completed.
  case noCompletionDays(completed: Int)
  case targetsOffered(heading: String, cell: CellAddress)
  /// Problems found are read as tasks: there are no others.
  case findingsAsTasks(heading: String, cell: CellAddress)
  /// Rectifications whose status says that they are done, while no day says when.
  case undatedRectifications(heading: String, cell: CellAddress, count: Int)

  public enum NumberState: Hashable, Sendable {
    case noColumn
    case empty(CellAddress)
    case restarts(CellAddress)
  }
}
