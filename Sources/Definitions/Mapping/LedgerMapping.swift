public import Domain

/// How an office's own workbook, or its CSV files, are to be read: `mapping.yaml` of a workspace.
///
///     units: 单位名录.csv
///     sheets:
///       - sheet: 重点任务*
///         register: ledger
///         headings: 3-4
///         columns:
///           number: 序号
///           title: 工作任务
///           lead_units: {from: 责任单位, roles: words}
///         fill_down: [section, leaders]
///         bars: section
///         rows_of_a_task: milestones
///
/// Registers and columns go by their English ids or by their Chinese headings. What is read from a
/// workbook is said by its sheets, in the order of the file; a sheet that no entry names is left
/// out and said to be, unless it is empty.
public struct LedgerMapping: Hashable, Sendable {
  /// The file's name in a workspace.
  public static let fileName = "mapping.yaml"

  /// A CSV file, beside the mapping, of the units of a workbook that lists none.
  public var units: String?
  public var sheets: [SheetMapping]

  public init(units: String? = nil, sheets: [SheetMapping] = []) {
    self.units = units
    self.sheets = sheets
  }
}

/// How the rows of a sheet, or of several with equal headings, become rows of a register.
public struct SheetMapping: Hashable, Sendable {
  /// The name of the sheet, or a pattern in which `*` stands for any text. Of a CSV file its name
  /// without the ending.
  public var sheet: String
  /// What its rows are; nil for a sheet that is left out (`register: none`).
  public var register: Register?
  /// The rows of the headings, one or two; nil if they are to be found.
  public var headings: ClosedRange<Int>?
  public var columns: [ColumnMapping]
  /// The ids of the columns whose empty cells take what stands above, merged or not.
  public var fillDown: Set<String>
  /// The id of the column that a row merged across names for the rows below it: `section` or
  /// `leaders`.
  public var bars: String?
  /// What the rows are over which the number and title of one task are merged: milestones, targets
  /// or assignments.
  public var rowsOfATask: Register?
  /// What a row begins with that ends the table; nil for the usual words (合计, 注, 填表人, …).
  public var endAt: [String]?
  /// Where the entry stands in `mapping.yaml`.
  public var place: SourcePlace?

  public init(
    sheet: String, register: Register?, headings: ClosedRange<Int>? = nil,
    columns: [ColumnMapping] = [], fillDown: Set<String> = [], bars: String? = nil,
    rowsOfATask: Register? = nil, endAt: [String]? = nil, place: SourcePlace? = nil
  ) {
    self.sheet = sheet
    self.register = register
    self.headings = headings
    self.columns = columns
    self.fillDown = fillDown
    self.bars = bars
    self.rowsOfATask = rowsOfATask
    self.endAt = endAt
    self.place = place
  }

  /// Whether the entry is meant for several sheets.
  public var isPattern: Bool { sheet.contains("*") }

  /// Whether the entry is for a sheet of this name; blanks and the width of letters do not matter.
  public func matches(_ name: String) -> Bool {
    let name = WordKey(name).text
    guard isPattern else { return WordKey(sheet).text == name }
    let parts = sheet.split(separator: "*", omittingEmptySubsequences: false).map {
      WordKey(String($0)).text
    }
    guard let first = parts.first, let last = parts.last, name.hasPrefix(first) else {
      return false
    }
    var rest = name.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.count >= last.count && rest.hasSuffix(last)
  }
}

/// Which of the office's columns one of ours is read from.
public struct ColumnMapping: Hashable, Sendable {
  /// How a cell that lists units with different roles is taken apart.
  public enum Roles: String, CaseIterable, Sendable {
    /// By the words in it: 牵头单位：…, 责任单位：…, …牵头，…配合.
    case words
    /// The first unit leads, the others support it.
    case firstListed = "first_listed"
    /// Every unit has the role of the column.
    case all
  }

  /// What is taken from a cell that holds more than one value.
  public enum Take: String, CaseIterable, Sendable {
    /// A status with a share: 已完成80%.
    case statusAndProgress = "status_and_progress"
    /// A number with its unit: 1300人.
    case quantity
    /// Milestones, one a line: 3月：…
    case milestones
    /// The units in brackets at the end of a text: …（市发改委牵头，市统计局配合）.
    case units
  }

  /// The id of our column; of a register of what a task has, `milestones.due_on`, or `milestones`
  /// and `targets` where a cell holds the whole.
  public var column: String
  /// The office's headings, two levels joined as 时间节点/完成时间 or the lower one alone, or the
  /// letters of columns. What several hold is put together, one below the other.
  public var from: [String]
  public var roles: Roles?
  public var take: Take?
  /// Where the entry stands in `mapping.yaml`.
  public var place: SourcePlace?

  public init(
    column: String, from: [String], roles: Roles? = nil, take: Take? = nil,
    place: SourcePlace? = nil
  ) {
    self.column = column
    self.from = from
    self.roles = roles
    self.take = take
    self.place = place
  }
}
