import Definitions
import Domain
import Pages

extension ShownColumn {
  /// What a CSV file says in the column, and whether it is text that a spreadsheet might take for a
  /// formula. Numbers are exact: percentages and points with up to four decimals. A column of figures
  /// holds numbers or nothing.
  func field(_ row: [Value], _ form: CSVForm = .current) -> (text: String, isText: Bool) {
    let said = said(row)
    return said.isText && form != .reasonsInPlace && holdsFigures ? ("", false) : said
  }

  /// Why a column of figures has no number in a row, with its heading; nil where it has one.
  func reason(_ row: [Value]) -> String? {
    guard holdsFigures else { return nil }
    let said = said(row)
    guard said.isText, !said.text.isEmpty, said.text != EarlierTable.nothing else { return nil }
    return DataReasons.entry(heading, said.text)
  }

  /// Whether it shows figures that may be missing for a reason: ratios, and those of earlier moments.
  var holdsFigures: Bool {
    switch source {
    case .value, .own, .compared(.difference): return false
    case .ratio, .compared(.change): return true
    case .compared(.figure):
      switch format {
      case .text, .light, .flag, .date: return false
      case .integer, .change, .percent, .points, .exactPoints, .decimal, .quantity: return true
      }
    }
  }

  /// What the cell of a sheet says, as text.
  func said(_ row: [Value]) -> (text: String, isText: Bool) {
    switch source {
    case .own: return (text(row), true)
    case .ratio(let ratio): return ratioField(ratio, row)
    case .compared(let comparison): return field(comparison, row)
    case .value(let index):
      switch format {
      case .text, .light, .flag, .date: return (text(row), true)
      case .integer, .change: return (Self.code(row[index]), row[index].text != nil)
      case .percent, .points, .exactPoints:
        let number = row[index].integer.map { DecimalText.of($0, decimals: 4, keeping: 0) }
        return (number ?? "", false)
      case .decimal, .quantity:
        let number = row[index].integer.map { DecimalText.of($0, decimals: 6, keeping: 0) }
        return (number ?? "", false)
      }
    }
  }

  private func ratioField(_ ratio: ShownRatio, _ row: [Value]) -> (text: String, isText: Bool) {
    guard let tenths = tenths(ratio, row) else { return (ratio.emptyText(row), true) }
    return (DecimalText.of(tenths, decimals: 1, keeping: 1), false)
  }
}
