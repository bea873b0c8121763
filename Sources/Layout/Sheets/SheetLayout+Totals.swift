import Definitions
import Domain
import Pages

extension SheetLayout {
  /// Adds the row of sums under a table, and the one with tasks counted once.
  func addTotals(of placed: PlacedTable, tables: Tables) throws {
    guard let total = placed.definition.total else { return }
    addTotal(total.label, of: placed, numbers: placed.sums, earlier: \.sum) { position, number in
      let isSummed = placed.layout.columns[position].isSummed
      let formula =
        isSummed ? Formula.sumAbove(column: position) : .greatestAbove(column: position)
      return .formula(formula, number: number)
    }
    if let once = total.once {
      let columns = placed.layout.columns
      let numbers = try self.numbers(of: once, columns: columns, tables: tables)
      let sums = try once.sums.flatMap {
        try report.shown($0, own: nil, tables: tables, keys: keys)
      }
      addTotal(once.label, of: placed, numbers: numbers, earlier: \.once) { position, number in
        let column = columns[position]
        let formula = sums?.columns[column.name]?.otherwise.flatMap {
          sums?.formula($0, places: column.sumPlaces)
        }
        return formula.map { .formula($0, number: number) } ?? .number(number)
      }
    }
  }

  /// What the first row of the query has under the columns' names.
  private func numbers(
    of once: ReportDefinition.Total.Once, columns: [ShownColumn], tables: Tables
  ) throws -> [Int64?] {
    let stream = try tables(once.query)
    var first: [Value]?
    try stream.forEach { first = first ?? $0 }
    return columns.map { column in
      stream.columns.firstIndex { $0.name == column.name }.flatMap { first?[$0].integer }
    }
  }

  /// - Parameters:
  ///   - numbers: one for each column, as results have them; nil leaves the cell blank.
  ///   - earlier: the same row under the table of an earlier moment.
  ///   - cell: the cell for a number as it is shown.
  private func addTotal(
    _ label: String, of placed: PlacedTable, numbers: [Int64?],
    earlier: KeyPath<EarlierTable, [Value]?>,
    cell: (_ position: Int, _ number: Double) -> Cell
  ) {
    let columns = placed.layout.columns
    let cells = columns.enumerated().map { position, column -> Cell in
      if position == 0 { return .text(label) }
      if case .compared(let comparison) = column.source {
        return column.totalCell(comparison, earlier)
      }
      guard case .ratio(let ratio) = column.source else {
        return numbers[position].map { cell(position, column.number($0)) } ?? .blank
      }
      guard let numerator = numbers[ratio.numerator.column],
        let denominator = numbers[ratio.denominator.column]
      else { return .blank }
      return column.ratioCell(
        Ratio(numerator, denominator), of: ratio, empty: ratio.empty.otherwise)
    }
    let size = page.definition.fontSize
    let styles = columns.map {
      var style = $0.style(size: size)
      (style.font, style.fill) = (Fonts.heading, 0xF7F7F7)
      return style
    }
    page.addRow(columns.addingChanges(to: cells), styles, size: size)
  }
}
