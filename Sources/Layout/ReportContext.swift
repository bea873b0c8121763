public import Definitions
public import Domain
public import Pages

/// What a report says besides its results.
public struct ReportContext: Sendable {
  /// 数据截止日; also the day that stands in the properties of workbooks.
  public var cutoff: Day
  /// The id of the period that the report is for; empty for another day.
  public var period = ""
  /// The texts of placeholders, such as `period`.
  public var texts: [String: String]
  /// Headings of the office's own columns of the task register, in order.
  public var ownColumns: [String]
  /// The plan's lights, which give words their colours.
  public var lights: [Plan.Light]
  /// The results of earlier moments, where the report shows any.
  public var earlier: [ReportDefinition.Earlier: EarlierResults] = [:]
  /// What the report's queries say of themselves, for the data dictionary.
  public var queries: [QueryDefinition] = []
  /// What columns mean, for the same; where it does not say, the queries do.
  public var catalogue = ColumnCatalogue.empty
  /// The office's Word template.
  public var template: DefinitionFile?

  public init(cutoff: Day, texts: [String: String], ownColumns: [String], lights: [Plan.Light]) {
    self.cutoff = cutoff
    self.texts = texts
    self.ownColumns = ownColumns
    self.lights = lights
  }
}

/// How much a report shows, and in which form.
public struct ReportOptions: Sendable {
  public var csvEncoding = CSVEncoding.utf8
  public var csvForm = CSVForm.current
  /// Whether text in CSV files that looks like a formula gets a leading apostrophe.
  public var guardsFormulas = true
  /// From how many rows on a table goes into a workbook of its own.
  public var largeTable = 20_000
  /// The most cells and columns of a matrix; beyond them it is a list.
  public var matrixCells = 50_000
  public var matrixColumns = 500
  /// How many rows a sheet takes before the next begins.
  public var sheetRows = 1_048_576
  /// A sheet of a companion ends when its XML has so many bytes; half of what ZIP counts.
  public var sheetBytes = 1 << 31

  public init() {}
}
