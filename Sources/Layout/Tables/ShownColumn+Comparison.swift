import Definitions
import Domain
import Pages
import Foundation

/// What a column shows of an earlier moment.
enum ShownComparison: Sendable {
  case figure(EarlierFigure)
  case change(FigureChange)
  case difference(KnownDifference)
}

/// A figure as it was reported then: a value that never changes.
struct EarlierFigure: Sendable {
  let table: EarlierTable
  /// Its column, bound to the earlier result; nil where that has none such.
  let column: ShownColumn?
  /// What stands there without one.
  let absence: String

  /// The cell of a row of the earlier result, or of its sums.
  func cell(_ earlier: [Value]?) -> Cell {
    guard let column, let earlier else { return .text(absence) }
    guard case .ratio(let ratio) = column.source else { return column.cell(earlier) }
    guard let tenths = column.tenths(ratio, earlier) else { return .text(ratio.emptyText(earlier)) }
    return .number(column.number(tenths: tenths))
  }

  func field(_ own: [Value]) -> (text: String, isText: Bool) {
    guard let column, let earlier = table.row(like: own) else { return (absence, true) }
    return column.said(earlier)
  }

  /// Whether what the figure is made of stands in a row of sums.
  func isSummed(in total: [Value]) -> Bool {
    switch column?.source {
    case .value(let index): total[index] != .null
    case .ratio(let ratio):
      total[ratio.numerator.value] != .null && total[ratio.denominator.value] != .null
    default: false
    }
  }
}

/// A figure minus the same of the earlier moment: a live formula over the two cells.
struct FigureChange: Sendable {
  /// A column of the table and its place on the sheet.
  typealias Operand = (column: ShownColumn, position: Int)
  let own: Operand
  let earlier: Operand
  /// A percentage changes by points, a hundred times what its cell holds.
  private var factor: Int { own.column.format == .percent ? 100 : 1 }

  init(own: Operand, earlier: Operand) {
    self.own = own
    self.earlier = earlier
  }

  /// How the change is shown.
  var format: ReportDefinition.Format {
    own.column.format == .percent ? .points : own.column.format
  }

  private var places: Int {
    switch format {
    case .points: 1
    case .exactPoints: 4
    case .decimal, .quantity: 6
    default: 0
    }
  }

  /// The cell beside those of the two figures.
  func cell(_ own: Cell, _ earlier: Cell) -> Cell {
    let formula = Formula.difference(
      of: self.own.position, less: self.earlier.position, factor: factor, places: places,
      absence: EarlierTable.nothing)
    guard let scaled = scaled(own, earlier) else {
      return .textFormula(formula, text: EarlierTable.nothing)
    }
    return .formula(formula, number: Double(scaled) / pow(10, Double(places)))
  }

  /// What a CSV file says of the two figures' cells.
  func field(_ own: Cell, _ earlier: Cell) -> (text: String, isText: Bool) {
    guard let scaled = scaled(own, earlier) else { return (EarlierTable.nothing, true) }
    let keeping = format == .points ? 1 : 0
    return (DecimalText.of(scaled, decimals: places, keeping: keeping), false)
  }

  /// The difference of what the cells show, in units of the last place.
  private func scaled(_ own: Cell, _ earlier: Cell) -> Int64? {
    guard let own = own.number, let earlier = earlier.number else { return nil }
    let unit = Double(factor) * pow(10, Double(places))
    return Int64((own * unit).rounded()) - Int64((earlier * unit).rounded())
  }
}

/// Figures of an earlier moment as they are known today, shown where that is not what was reported.
struct KnownDifference: Sendable {
  /// What was reported, and what is known today; nil where that is the same.
  let reported: EarlierTable
  let known: EarlierTable?
  /// The columns, bound to each of the two.
  let columns: (reported: [ShownColumn?], known: [ShownColumn?])

  func text(_ reported: [Value]?, _ known: [Value]?) -> String {
    let now = known.map { Self.figures(columns.known, $0) }
    guard self.known != nil, now != reported.map({ Self.figures(columns.reported, $0) }) else {
      return ""
    }
    return "＊" + (now ?? "无")
  }

  private static func figures(_ columns: [ShownColumn?], _ row: [Value]) -> String {
    columns.map { column in
      guard let column else { return "" }
      let said = column.said(row)
      return said.text + (column.format == .percent && !said.isText ? "%" : "")
    }.joined(separator: "/")
  }
}

extension ShownColumn {
  func cell(_ comparison: ShownComparison, _ row: [Value]) -> Cell {
    switch comparison {
    case .figure(let figure): figure.cell(figure.table.row(like: row))
    case .change(let change):
      change.cell(change.own.column.cell(row), change.earlier.column.cell(row))
    case .difference: .text(text(comparison, row))
    }
  }

  func field(_ comparison: ShownComparison, _ row: [Value]) -> (text: String, isText: Bool) {
    switch comparison {
    case .figure(let figure): figure.field(row)
    case .change(let change):
      change.field(change.own.column.cell(row), change.earlier.column.cell(row))
    case .difference: (text(comparison, row), true)
    }
  }

  func text(_ comparison: ShownComparison, _ row: [Value]) -> String {
    switch comparison {
    case .figure(let figure):
      figure.table.row(like: row).flatMap { figure.column?.text($0) } ?? figure.absence
    case .change: ""
    case .difference(let difference):
      difference.text(difference.reported.row(like: row), difference.known?.row(like: row))
    }
  }

  /// The cell under the table, of an earlier moment's sums or of its row counted once; a change
  /// follows from the cells beside it.
  func totalCell(
    _ comparison: ShownComparison, _ earlier: KeyPath<EarlierTable, [Value]?>
  ) -> Cell {
    switch comparison {
    case .figure(let figure):
      guard let total = figure.table[keyPath: earlier], figure.isSummed(in: total) else {
        return .blank
      }
      return figure.cell(total)
    case .difference(let difference):
      let (then, now) = (difference.reported[keyPath: earlier], difference.known?[keyPath: earlier])
      return .text(difference.text(then, now))
    case .change: return .blank
    }
  }

  /// How its cells look: words that take a number's place may need two lines, and a change bears
  /// its sign.
  func style(size: Double) -> CellStyle {
    var style = format.style(size: size, width: width)
    guard case .compared(let comparison) = source else { return style }
    style.wraps = true
    if case .change = comparison {
      style.showSign()
    }
    return style
  }
}

extension [ShownColumn] {
  /// The cells of a row in which those of changes are still blank, with these.
  func addingChanges(to cells: [Cell]) -> [Cell] {
    enumerated().map { position, column in
      guard position > 0, case .compared(.change(let change)) = column.source else {
        return cells[position]
      }
      return change.cell(cells[change.own.position], cells[change.earlier.position])
    }
  }
}
