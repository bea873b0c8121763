import Definitions
import Domain
import Pages

/// Lines of another table of the workbook that columns of a table add up.
struct ShownSum: Sendable {
  /// The lines that count.
  enum Condition: Sendable {
    /// Their column holds what the row's own column shows; the keys are those of their column.
    case key(their: String, own: Int, keys: CriteriaKeys)
    /// Their column shows a text or a number.
    case text(their: String, String)
    case number(their: String, Int64)
  }

  /// The table that they are of.
  let table: String
  let conditions: [Condition]
  /// What is added up, by the column of the result.
  let columns: [String: ReportDefinition.Choice<String?>]
  /// The columns of theirs that are shown as they are.
  let theirs: Set<String>

  /// The formula of a row; nil where nothing is shown that it could add up.
  /// - Parameters:
  ///   - name: the column of theirs, or `Sums.rows` to count lines.
  ///   - places: to how many decimals the sum is rounded; nil for whole numbers.
  func formula(_ name: String, places: Int?) -> Formula? {
    let counts = name == ReportDefinition.Sums.rows
    guard counts ? !conditions.isEmpty : theirs.contains(name) else { return nil }
    return .lines(
      Formula.Lines(
        table: table, column: counts ? nil : name,
        conditions: conditions.map { condition in
          switch condition {
          case .key(let their, let own, _): .cell(column: their, own: own)
          case .text(let their, let text): .text(column: their, text)
          case .number(let their, let number): .number(column: their, number)
          }
        }, places: counts ? nil : places))
  }

  /// Whether a formula finds the lines of a row, and no others.
  /// - Parameter own: what the row shows in a column of the sheet.
  func finds(_ own: (_ column: Int) -> String) -> Bool {
    conditions.allSatisfy { condition in
      guard case .key(_, let column, let keys) = condition else { return true }
      return keys.areFound(by: own(column))
    }
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
