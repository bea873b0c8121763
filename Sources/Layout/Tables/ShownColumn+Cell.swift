import Definitions
import Domain
import Pages

extension ShownColumn {
  /// The cell of a row.
  /// - Parameter keys: what the row shows in the column of the sheet that a sum goes by.
  func cell(_ row: [Value], keys: (_ column: Int) -> String = { _ in "" }) -> Cell {
    switch source {
    case .ratio(let ratio): return ratioCell(ratio, row)
    case .own: return .text(text(row))
    case .compared(let comparison): return cell(comparison, row)
    case .value(let index):
      switch format {
      case .text, .light, .flag: return .text(text(row))
      case .date:
        guard let day = row[index].day else { return .text(Self.code(row[index])) }
        return .number(Double(day.number + 25_569))
      case .integer, .change, .percent, .points, .exactPoints, .decimal, .quantity:
        guard let integer = row[index].integer ?? wholeNumber(row[index]) else {
          return (row[index].text ?? words[""]).map(Cell.text) ?? .blank
        }
        guard let formula = sumFormula(row, keys) else {
          return .number(number(integer))
        }
        return .formula(formula, number: number(integer))
      }
    }
  }

  /// The whole number that a text of a column of whole numbers is, such as the number of a task,
  /// where it is written as one is; it is shown as it is written in any case.
  private func wholeNumber(_ value: Value) -> Int64? {
    guard format == .integer, let text = value.text, text.utf8.count <= 15,
      let integer = Int64(text), String(integer) == text
    else { return nil }
    return integer
  }

  /// The formula of a sum of lines; nil where the number stands for itself.
  private func sumFormula(
    _ row: [Value], _ keys: (_ column: Int) -> String
  ) -> Formula? {
    for summand in sumOf {
      guard let name = summand.column(row) else { continue }
      return summand.sum.finds(keys)
        ? summand.sum.formula(name, places: sumPlaces) : nil
    }
    return nil
  }

  /// To how many decimals a sum of the column is rounded; nil for whole numbers.
  var sumPlaces: Int? { format == .integer ? nil : 6 }

  /// What a cell of the column holds for an integer of the result.
  ///
  /// Rounded to the places that are shown, so that no −0.0 is, and what is copied is what is seen.
  func number(_ integer: Int64) -> Double {
    switch format {
    case .percent: Double(Self.tenths(integer)) / 1000
    case .points: Double(Self.tenths(integer)) / 10
    case .exactPoints: Double(integer) / 10_000
    case .decimal, .quantity: Double(integer) / 1_000_000
    default: Double(integer)
    }
  }

  /// Tenths of a per cent or a point.
  static func tenths(_ millionths: Int64) -> Int64 {
    Ratio(millionths, 1000).rounded(scale: 1) ?? 0
  }

  /// A ratio in tenths of a per cent, or, of a sum of millionths, in tenths of a point.
  func tenths(_ ratio: Ratio) -> Int64? {
    format == .points
      ? Ratio(ratio.numerator, ratio.denominator * 1000).rounded(scale: 1)
      : ratio.rounded(scale: 1000)
  }

  /// As above, of a row; nil where there is nothing to divide, or by.
  func tenths(_ shown: ShownRatio, _ row: [Value]) -> Int64? {
    guard let numerator = row[shown.numerator.value].integer,
      let denominator = row[shown.denominator.value].integer
    else { return nil }
    return tenths(Ratio(numerator, denominator))
  }

  /// What a ratio's cell holds.
  func number(tenths: Int64) -> Double { Double(tenths) / (format == .points ? 10 : 1000) }

  /// The live formula of a ratio over the cells of a row.
  func ratioCell(_ ratio: Ratio, of shown: ShownRatio, empty: String) -> Cell {
    let formula = Formula.quotient(
      numerator: shown.numerator.column, denominator: shown.denominator.column,
      places: format == .points ? 1 : 3, empty: empty)
    guard let tenths = tenths(ratio) else { return .textFormula(formula, text: empty) }
    return .formula(formula, number: number(tenths: tenths))
  }

  private func ratioCell(_ shown: ShownRatio, _ row: [Value]) -> Cell {
    guard let numerator = row[shown.numerator.value].integer,
      let denominator = row[shown.denominator.value].integer
    else { return .text(shown.emptyText(row)) }
    return ratioCell(
      Ratio(numerator, denominator), of: shown, empty: shown.emptyText(row))
  }
}
