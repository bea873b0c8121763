import Domain
import Pages

/// Where the tables of a workbook stand: what turns symbols into addresses.
struct TablePlaces {
  fileprivate struct Place {
    /// Each column as formulas on other sheets write it: `Sheet!$A:$A`.
    let columns: [String: String]
  }

  private let places: [String: Place]

  /// The places in a workbook; of tables with one name the first counts.
  init(_ pages: [Page] = []) {
    var places: [String: Place] = [:]
    for page in pages {
      for table in page.tables where places[table.name] == nil {
        // Of several columns the last: an exact one stands behind a rounded one.
        let sheet = FormulaText.sheet(page.name)
        let columns = table.columns.enumerated().map { place, column in
          let letters = CellAddress.letters(of: place + 1)
          return (column.name, "\(sheet)!$\(letters):$\(letters)")
        }
        places[table.name] = Place(columns: Dictionary(columns, uniquingKeysWith: { $1 }))
      }
    }
    self.places = places
  }

  /// A formula as Excel writes it, without its `=`; nil where the workbook lacks what it is about.
  /// - Parameters:
  ///   - row: its own, counted from 0.
  ///   - above: the rows of the table above.
  func text(of formula: Formula, row: Int, above: ClosedRange<Int>?) -> String? {
    switch formula {
    case .quotient(let numerator, let denominator, let places, let empty):
      let (upper, lower) = (Self.cell(row, numerator), Self.cell(row, denominator))
      return "IF(\(lower)=0,\(FormulaText.literal(empty)),ROUND(\(upper)/\(lower),\(places)))"
    case .difference(let left, let right, let factor, let places, let absence):
      let (left, right) = (Self.cell(row, left), Self.cell(row, right))
      let difference = factor == 1 ? "\(left)-\(right)" : "(\(left)-\(right))*\(factor)"
      return "IF(AND(ISNUMBER(\(left)),ISNUMBER(\(right))),ROUND(\(difference),\(places)),"
        + "\(FormulaText.literal(absence)))"
    case .agrees(let column, let number):
      return "IF(\(Self.cell(row, column))=\(number),\"✓\",\"✗\")"
    case .sumAbove(let column): return above.map { "SUM(\(Self.range($0, column)))" }
    case .greatestAbove(let column): return above.map { "MAX(\(Self.range($0, column)))" }
    case .lines(let lines): return text(of: lines, row: row)
    }
  }

  private func text(of lines: Formula.Lines, row: Int) -> String? {
    guard let place = places[lines.table] else { return nil }
    var tests: [String] = []
    for condition in lines.conditions {
      switch condition {
      case .cell(let name, let own):
        guard let column = place.columns[name] else { return nil }
        tests.append("\(column),\(Self.cell(row, own))")
      case .text(let name, let text):
        guard let column = place.columns[name] else { return nil }
        tests.append("\(column),\"\(text.replacing("\"", with: "\"\""))\"")
      case .number(let name, let number):
        guard let column = place.columns[name] else { return nil }
        tests.append("\(column),\(number)")
      }
    }
    guard let name = lines.column else { return "COUNTIFS(\(tests.joined(separator: ",")))" }
    guard let column = place.columns[name] else { return nil }
    let sum =
      tests.isEmpty
      ? "SUM(\(column))" : "SUMIFS(\(([column] + tests).joined(separator: ",")))"
    return lines.places.map { "ROUND(\(sum),\($0))" } ?? sum
  }

  private static func range(_ rows: ClosedRange<Int>, _ column: Int) -> String {
    "\(cell(rows.lowerBound, column)):\(cell(rows.upperBound, column))"
  }

  /// `C5` for row 4 and column 2, counted from 0.
  static func cell(_ row: Int, _ column: Int) -> String {
    CellAddress.letters(of: column + 1) + String(row + 1)
  }
}
