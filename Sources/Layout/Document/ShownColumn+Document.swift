import Definitions
import Domain

extension ShownColumn {
  /// What a cell of a document's table says.
  /// - Parameter cutoff: The day whose year is not said.
  func shown(_ row: [Value], in cutoff: Day) -> String {
    switch source {
    case .own: return text(row)
    case .ratio(let ratio):
      guard let tenths = tenths(ratio, row) else { return ratio.emptyText(row) }
      return DecimalText.of(tenths, decimals: 1, keeping: 1) + "%"
    case .compared(.figure(let figure)):
      guard let column = figure.column, let earlier = figure.table.row(like: row) else {
        return figure.absence
      }
      return column.shown(earlier, in: cutoff)
    case .compared(let comparison): return field(comparison, row).text
    case .value(let index): return shown(row[index], row, in: cutoff)
    }
  }

  private func shown(_ value: Value, _ row: [Value], in cutoff: Day) -> String {
    if let word = words[Self.code(value)] { return word }
    guard let integer = value.integer else {
      return format == .date ? value.day?.chinese(in: cutoff) ?? text(row) : text(row)
    }
    return switch format {
    case .percent: DecimalText.of(Self.tenths(integer), decimals: 1, keeping: 1) + "%"
    case .points, .exactPoints: DecimalText.of(Self.tenths(integer), decimals: 1, keeping: 1)
    case .decimal:
      DecimalText.of(integer, decimals: 6, keeping: integer.isMultiple(of: 1_000_000) ? 0 : 2)
    case .quantity: DecimalText.of(integer, decimals: 6, keeping: 0)
    case .text, .integer, .change, .date, .light, .flag: text(row)
    }
  }

  /// Whether its cells stand in the middle: short ones do.
  var isCentredInDocument: Bool { format != .text || width < 14 }
}
