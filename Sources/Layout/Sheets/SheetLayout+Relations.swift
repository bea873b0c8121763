import Definitions
import Domain
import Pages

extension SheetLayout {
  /// Adds totals and their parts in words, each with its number and a formula that compares them.
  func add(_ relations: ReportDefinition.Relations, tables: Tables) throws {
    let stream = try tables(relations.query)
    let names = stream.columns.map(\.name)
    guard let total = names.firstIndex(of: relations.total),
      let parts = names.firstIndex(of: relations.parts)
    else { return }
    let code = relations.text.column.flatMap(names.firstIndex)
    let sums = try relations.sums.compactMap {
      try report.shown($0, own: nil, tables: tables, keys: keys)
    }
    try stream.forEach { row in
      guard let whole = row[total].integer, let sum = row[parts].integer else { return }
      let template = relations.text.option(for: code.map { ShownColumn.code(row[$0]) })
      let text = try template.filled(known: names + report.context.texts.keys.sorted()) { name in
        names.firstIndex(of: name).map { ShownColumn.code(row[$0]) } ?? report.context.texts[name]
      }
      page.addRelation(
        text, total: liveSum(relations.total, of: row, names, sums, number: whole), whole, sum)
    }
    page.skip()
  }

  /// A number as the sum of the lines that it counts, where they stand in the workbook.
  private func liveSum(
    _ name: String, of row: [Value], _ names: [String], _ sums: [ShownSum], number: Int64
  ) -> Cell {
    for sum in sums {
      guard let choice = sum.columns[name] else { continue }
      let code = choice.column.flatMap(names.firstIndex).map { ShownColumn.code(row[$0]) }
      guard let column = choice.option(for: code), let formula = sum.formula(column, places: nil)
      else { continue }
      return .formula(formula, number: Double(number))
    }
    return .number(Double(number))
  }

  /// Adds links to the sheets that there are, side by side.
  func addLinks(to names: [String]) {
    let there = Set(report.report.sheets.map(\.name))
    page.addLinks(names.filter(there.contains))
  }
}
