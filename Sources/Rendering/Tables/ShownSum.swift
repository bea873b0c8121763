import Definitions
import Domain

/// Lines of another table of the workbook that columns of a table add up.
struct ShownSum: Sendable {
  /// The lines that count.
  enum Condition: Sendable {
    /// Their column holds what the row's own column shows; the keys are those of their column.
    case key(their: Int, own: Int, keys: CriteriaKeys)
    /// Their column shows a text or a number.
    case text(their: Int, String)
    case number(their: Int, Int64)
  }

  /// The sheet that they stand on.
  let sheet: String
  let conditions: [Condition]
  /// What is added up, by the column of the result.
  let columns: [String: ReportDefinition.Choice<String?>]
  /// The columns of their sheet, by name.
  let theirs: [String: Int]

  /// The formula for a row that stands at `sheetRow`, counted from 0.
  /// - Parameters:
  ///   - name: the column of theirs, or `Sums.rows` to count lines.
  ///   - places: to how many decimals the sum is rounded; nil for whole numbers.
  func formula(_ name: String, sheetRow: Int, places: Int?) -> String? {
    let tests = conditions.map { condition in
      switch condition {
      case .key(let their, let own, _):
        "\(range(their)),\(CellName.name(row: sheetRow, column: own))"
      case .text(let their, let text):
        "\(range(their)),\"\(text.replacing("\"", with: "\"\""))\""
      case .number(let their, let number): "\(range(their)),\(number)"
      }
    }
    guard name != ReportDefinition.Sums.rows else {
      return tests.isEmpty ? nil : "COUNTIFS(\(tests.joined(separator: ",")))"
    }
    guard let column = theirs[name].map(range) else { return nil }
    let sum =
      tests.isEmpty
      ? "SUM(\(column))" : "SUMIFS(\(([column] + tests).joined(separator: ",")))"
    return places.map { "ROUND(\(sum),\($0))" } ?? sum
  }

  /// Whether a formula finds the lines of a row, and no others.
  /// - Parameter own: what the row shows in a column of the sheet.
  func finds(_ own: (_ column: Int) -> String) -> Bool {
    conditions.allSatisfy { condition in
      guard case .key(_, let column, let keys) = condition else { return true }
      return keys.areFound(by: own(column))
    }
  }

  private func range(_ column: Int) -> String {
    let letters = CellName.letters(column)
    return "\(FormulaText.sheet(sheet))!$\(letters):$\(letters)"
  }
}

extension ShownColumn {
  /// What one column adds up.
  struct Summand: Sendable {
    let sum: ShownSum
    let values: ReportDefinition.Choice<String?>
    /// The place in the row of the code that chooses what is added up.
    let code: Int?

    /// The column of theirs that a row adds up; nil leaves the number as it is.
    func column(_ row: [Value]) -> String? {
      values.option(for: code.map { ShownColumn.code(row[$0]) })
    }
  }
}
