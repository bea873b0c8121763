public import Domain

extension Page {
  /// The page as text for golden files: a line for each row, what it is first, its cells behind;
  /// formulas and links by what they mean, with what they show.
  ///
  /// A formula that stands in a column of a table is said above its rows; its cells begin with `=`.
  /// - Throws: what reading the rows of a table throws.
  public func printed() throws -> String {
    var printer = PagePrinter(breaks: print.breaks)
    for block in blocks { try printer.add(block) }
    let lines =
      ["page: \(name)", ""] + printer.lines
      + ["", "widths: \(widths.map(String.init).joined(separator: " "))", print.printed]
      + headings.printed
    return lines.joined(separator: "\n") + "\n"
  }
}

extension LongPage {
  /// The lines above the rows, as text for golden files.
  public func printedHead() -> String {
    var printer = PagePrinter(breaks: [])
    for line in lines { printer.add(line) }
    printer.begin("list: \(count) rows", columns)
    return (["page: \(name)", ""] + printer.lines).joined(separator: "\n") + "\n"
  }

  /// A row as text.
  public func printed(_ row: [Value]) -> String {
    var cells: [Cell] = []
    addCells(row, &cells)
    var printer = PagePrinter(breaks: [])
    printer.columns = columns
    return printer.printed(cells) + "\n"
  }
}

/// Prints rows from top to bottom.
private struct PagePrinter {
  private(set) var lines: [String] = []
  /// The columns of the table that was printed last.
  var columns: [PageTable.Column] = []
  /// The formula that stands in a column of the table, mostly in all rows: said once.
  private var formulas: [Int: Formula] = [:]
  private var row = 0
  private let breaks: Set<Int>

  init(breaks: [Int]) { self.breaks = Set(breaks) }

  mutating func add(_ block: Page.Block) throws {
    switch block {
    case .row(let row): add(row)
    case .space(let rows):
      lines.append(rows == 1 ? "" : "space: \(rows) rows")
      row += rows
    case .table(let table): try add(table)
    case .charts(let charts, let rows):
      lines += charts.map(printed)
      row += rows
    case .chartsBeside(let charts): lines += charts.map { "beside, " + printed($0) }
    case .beside(let column, let cells):
      let texts = cells.map { printed($0.cell, $0.style) }
      lines.append("beside, column \(column + 1): " + texts.joined(separator: " │ "))
    }
  }

  mutating func add(_ line: PageRow) {
    let style = line.cells.first.map(\.style.role) ?? ""
    let cells = line.cells.map { printed($0.cell, $0.style) }
    add("\(style): \(cells.joined(separator: " │ "))")
  }

  private mutating func add(_ line: String) {
    if breaks.contains(row) { lines.append("---- new page") }
    lines.append(line)
    row += 1
  }

  mutating func begin(_ title: String, _ columns: [PageTable.Column]) {
    self.columns = columns
    lines.append(title)
    if columns.contains(where: { !$0.group.isEmpty }) {
      add("  groups: " + columns.map(\.group).joined(separator: " │ "))
    }
    add("  head: " + columns.map(\.heading.onOneLine).joined(separator: " │ "))
  }

  private mutating func add(_ table: PageTable) throws {
    begin("table \(table.name): \(table.count) rows", table.columns)
    formulas = [:]
    try table.forEachRow { row in
      for (column, cell) in row.cells.enumerated() where formulas[column] == nil {
        formulas[column] = cell.formula
      }
    }
    for (column, formula) in formulas.sorted(by: { $0.key < $1.key }) {
      lines.append("  \(heading(column)) = \(printed(formula))")
    }
    try table.forEachRow { row in add(printed(row.cells) + (row.isCut ? " (cut)" : "")) }
    formulas = [:]
    for merge in table.merges {
      let rows = "\(merge.rows.lowerBound + 1)–\(merge.rows.upperBound + 1)"
      lines.append("  one cell: \(heading(merge.column)), rows \(rows)")
    }
    for column in table.columns where !column.tints.isEmpty {
      let words = column.tints.map(\.word).joined(separator: ", ")
      lines.append("  coloured: \(column.heading.onOneLine): \(words)")
    }
    for column in table.columns where column.hasBar {
      lines.append("  bars: \(column.heading.onOneLine)")
    }
  }

  func printed(_ cells: [Cell]) -> String {
    let texts = cells.enumerated().map { position, cell in
      let style = columns.indices.contains(position) ? columns[position].style : .fact
      guard let formula = cell.formula, formula == formulas[position] else {
        return printed(cell, style)
      }
      return "=" + (cell.number.map(style.printed) ?? cell.text?.onOneLine ?? "")
    }
    return "  " + texts.joined(separator: " │ ")
  }

  private func printed(_ chart: Chart) -> String {
    let series = chart.series.map(\.name.onOneLine).joined(separator: ", ")
    let colours = chart.pointColours.map { String($0, radix: 16) }.joined(separator: " ")
    return "chart: \(chart.kind), \(chart.title): \(series) by \(heading(chart.categories))"
      + " of table \(chart.table + 1), \(chart.width) × \(chart.height)"
      + (colours.isEmpty ? "" : ", \(colours)")
  }

  private func heading(_ column: Int) -> String {
    columns.indices.contains(column) ? columns[column].heading.onOneLine : "column \(column + 1)"
  }

  private func printed(_ cell: Cell, _ style: CellStyle) -> String {
    switch cell {
    case .blank: ""
    case .text(let text): text.onOneLine
    case .number(let number): style.printed(number)
    case .formula(let formula, let number):
      "\(style.printed(number)) {\(printed(formula))}"
    case .textFormula(let formula, let text): "\(text.onOneLine) {\(printed(formula))}"
    case .link(let text, let link, _): "\(text.onOneLine) → \(link.printed)"
    }
  }

  private func printed(_ formula: Formula) -> String {
    switch formula {
    case .quotient(let numerator, let denominator, _, _):
      "\(heading(numerator)) ÷ \(heading(denominator))"
    case .difference(let own, let other, let factor, _, _):
      factor == 1
        ? "\(heading(own)) − \(heading(other))"
        : "(\(heading(own)) − \(heading(other))) × \(factor)"
    case .sumAbove: "sum"
    case .greatestAbove: "greatest"
    case .agrees(let column, let number): "\(heading(column)) = \(number)"
    case .lines(let lines): printed(lines)
    }
  }

  private func printed(_ lines: Formula.Lines) -> String {
    let conditions = lines.conditions.map { condition in
      switch condition {
      case .cell(let column, let own): "\(column) = \(heading(own))"
      case .text(let column, let text): "\(column) = “\(text)”"
      case .number(let column, let number): "\(column) = \(number)"
      }
    }
    let sum =
      lines.column.map { "sum(\(lines.table), \($0)" } ?? "rows(\(lines.table)"
    return sum + (conditions.isEmpty ? ")" : ", where \(conditions.joined(separator: ", ")))")
  }
}

extension Cell {
  fileprivate var formula: Formula? {
    switch self {
    case .formula(let formula, _), .textFormula(let formula, _): formula
    case .blank, .text, .number, .link: nil
    }
  }
}

extension Link {
  fileprivate var printed: String {
    switch self {
    case .page(let name): "page \(name)"
    case .row(let key): "\(key.table)[\(key.column) = \(key.key)]"
    }
  }
}

extension PrintSetUp {
  fileprivate var printed: String {
    (paper == .a3 ? "print: A3, " : "print: ")
      + (isUpright ? "upright" : "across") + ", \(columns) columns"
      + (pagesWide > 1 ? ", \(pagesWide) pages wide" : "")
      + (pagesHigh.map { ", \($0) pages high" } ?? "") + (hasGridlines ? ", gridlines" : "")
  }
}

extension RepeatedHeadings {
  fileprivate var printed: [String] {
    switch self {
    case .none: []
    case .list(let frozen, let hasFilter):
      ["list: \(frozen) columns frozen" + (hasFilter ? ", filters" : "")]
    case .last: ["repeated: the headings of the last table"]
    }
  }
}

extension String {
  fileprivate var onOneLine: String {
    contains("\n") ? replacing("\r\n", with: "↵").replacing("\n", with: "↵") : self
  }
}

extension CellStyle {
  /// What a row of its own plays: by the style, which says it.
  fileprivate var role: String {
    let named: [(CellStyle, String)] = [
      (.title, "title"), (.notice, "notice"), (.caption, "caption"), (.line, "line"),
      (.fact, "fact"), (.label, "label"), (.label.leading, "label"),
    ]
    if let name = named.first(where: { $0.0 == self })?.1 { return name }
    if hasBorder, fill != nil { return "sum" }
    let marks = [isBold ? "bold" : nil, alignment == .left ? nil : "\(alignment)"]
    return (["\(font) \(size)"] + marks.compactMap { $0 }).joined(separator: ", ")
  }

  /// A number as the style's format shows it.
  fileprivate func printed(_ number: Double) -> String {
    let format = numberFormat.split(separator: ";").first ?? ""
    if format.hasPrefix("yyyy"), let serial = Int(exactly: number) {
      return "\(Day(number: serial - 25_569))"
    }
    let isShare = format.hasSuffix("%")
    let places = format.drop { $0 != "." }.filter { $0 == "0" || $0 == "#" }.count
    let shown = isShare ? number * 100 : number
    let keeping = format.drop { $0 != "." }.filter { $0 == "0" }.count
    let unit = (0..<places).reduce(1.0) { unit, _ in unit * 10 }
    guard let scaled = Int64(exactly: (shown * unit).rounded()) else { return "\(number)" }
    let sign = format.hasPrefix("+") && scaled > 0 ? "+" : ""
    return sign + DecimalText.of(scaled, decimals: places, keeping: keeping)
      + (isShare ? "%" : "")
  }
}
