import Definitions
import Pages

/// Lines whose cells stand over several columns.
extension SheetPage {
  /// Adds a line that says what a number is made of, the number, and whether it agrees with the sum.
  func addRelation(_ text: String, total: Cell, _ number: Int64, _ sum: Int64) {
    let last = printedColumns - 1
    guard last >= 2 else { return }
    var style = CellStyle.fact
    style.size = definition.fontSize
    var middle = style
    middle.alignment = .center
    let width = widths.prefix(last - 1).reduce(0, +)
    let check = Cell.textFormula(
      .agrees(column: last - 1, number: sum), text: number == sum ? "✓" : "✗")
    add(
      [
        PageCell(.text(text), style: style, columns: 0...(last - 2)),
        PageCell(total, style: middle, column: last - 1),
        PageCell(check, style: middle, column: last),
      ],
      height: TextMeasure.height(lines: lines(text, width: width, style), size: style.size))
  }

  /// Adds links to pages side by side, each over two columns, the second of which is empty.
  func addLinks(_ names: [String]) {
    var style = CellStyle.link
    style.size = definition.fontSize
    let count = max(1, printedColumns / 2)
    for first in stride(from: 0, to: names.count, by: count) {
      let row = names[first..<min(names.count, first + count)]
      add(
        row.enumerated().map { place, name in
          Self.link(name, to: name, style: style, column: place * 2)
        }, height: TextMeasure.height(lines: 1, size: style.size))
    }
  }
}
