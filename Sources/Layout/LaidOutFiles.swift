import Definitions
import Pages

/// The files of a report as they are handed over, and what is noted of them.
final class LaidOutFiles {
  private let output: (Output) throws -> Void
  /// The columns of the CSV files, by the files' base names.
  private(set) var noted: [String: (table: ReportDefinition.Table, layout: TableLayout)] = [:]

  init(_ output: @escaping (Output) throws -> Void) {
    self.output = output
  }

  func add(_ file: Output) throws { try output(file) }

  /// Notes which columns the CSV file of a table has.
  func note(_ table: ReportDefinition.Table, _ layout: TableLayout) {
    noted[table.csv ?? ""] = (table, layout)
  }
}
