import Definitions
public import Domain

extension WorkbookSuggestion {
  /// Reads a workbook, or a CSV file, and works out how it would be read.
  /// - Parameters:
  ///   - converter: Makes an .xlsx of a workbook of the old form; nil where there is none.
  ///   - today: What stands in for a year that the workbook nowhere says.
  /// - Throws: `LedgerRefused` where it is nothing that can be read.
  public static func read(
    _ path: String, converter: WorkbookConverter?, today: Day
  ) throws -> WorkbookSuggestion {
    let faults = FaultList()
    let isText = path.lowercased().hasSuffix(".csv")
    let workbook =
      isText
      ? table(path, faults) : Workbook.read(path, converter: converter, faults: faults)
    guard let workbook else {
      try faults.refuseIfAny()
      throw LedgerRefused(faults: [])
    }
    return WorkbookSuggester(workbook, today: today).suggestion()
  }

  /// A CSV file as a workbook of one sheet, called as the file without its ending.
  private static func table(_ path: String, _ faults: FaultList) -> Workbook? {
    guard let rows = CSVRows(path, faults: faults) else { return nil }
    rows.rewind(faults)
    var builder = SheetBuilder()
    var record = RowRecord()
    var number = 0
    while rows.next(&record) {
      number += 1
      for (column, field) in record.fields.enumerated() where !FieldText.isBlank(field) {
        builder.add(FieldText.string(field), row: number, column: column + 1)
      }
      builder.endRow(number)
    }
    guard faults.errorCount == 0 else { return nil }
    let name = LedgerFolder.stem(LedgerTables.name(path))
    return Workbook(path: path, hash: rows.hash, sheets: [builder.sheet(name: name)])
  }
}
