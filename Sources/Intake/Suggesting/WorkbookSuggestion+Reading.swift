public import Domain

extension WorkbookSuggestion {
  /// Reads a workbook and works out how it would be read.
  /// - Parameters:
  ///   - converter: Makes an .xlsx of a workbook of the old form; nil where there is none.
  ///   - today: What stands in for a year that the workbook nowhere says.
  /// - Throws: `LedgerRefused` where it is no workbook that can be read.
  public static func read(
    _ path: String, converter: WorkbookConverter?, today: Day
  ) throws -> WorkbookSuggestion {
    let faults = FaultList()
    guard let workbook = Workbook.read(path, converter: converter, faults: faults) else {
      try faults.refuseIfAny()
      throw LedgerRefused(faults: [])
    }
    return WorkbookSuggester(workbook, today: today).suggestion()
  }
}
