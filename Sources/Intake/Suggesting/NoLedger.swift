/// No sheet of a workbook can be read as a ledger: no row looks like the headings of one.
public struct NoLedger: Error, Sendable {
  /// The file as the caller named it.
  public let path: String
  public let suggestion: WorkbookSuggestion

  /// The row of each sheet that comes nearest to headings, three sheets at most.
  public var nearest: [(name: String, row: Int, texts: String)] {
    suggestion.sheets.compactMap { sheet in
      guard let row = sheet.headings?.lowerBound, !sheet.headingTexts.isEmpty else { return nil }
      return (sheet.name, row, sheet.headingTexts.prefix(8).joined(separator: " | "))
    }
    .prefix(3).map { $0 }
  }

  public init(path: String, suggestion: WorkbookSuggestion) {
    self.path = path
    self.suggestion = suggestion
  }
}
