public import Domain

/// A list too long for its place: a workbook of its own, over as many sheets as it takes, written
/// from the rows of a result as they come.
public struct LongPage: Sendable {
  public let name: String
  public let title: String
  public let author: String
  public let created: Day
  /// The title and the lines above the table.
  public let lines: [PageRow]
  public let columns: [PageTable.Column]
  /// Of the columns, in characters.
  public let widths: [Int]
  public let headingStyle: CellStyle
  public let headingHeight: Double
  /// Of a row of one line, in points.
  public let rowHeight: Double
  public let frozenColumns: Int
  public let printedColumns: Int
  /// How many rows the table has.
  public let count: Int
  /// How many rows a sheet takes.
  public var sheetRows = 1_048_576
  /// A sheet ends when its XML has so many bytes: ZIP and the programs that read it count in 32
  /// bits.
  public var sheetBytes = 1 << 31

  /// Appends the cells of a row of the result.
  public typealias Cells = @Sendable (_ row: [Value], _ cells: inout [Cell]) -> Void
  public let addCells: Cells
  /// How wide a line may be in each column; nil where nothing wraps.
  private let capacities: [Int?]

  /// - Parameter printed: how many columns are printed; nil for all.
  public init(
    name: String, title: String, lines: [String], author: String, created: Day,
    columns: [(column: PageTable.Column, width: Int)], fontSize: Double, frozenColumns: Int = 0,
    printed: Int? = nil, count: Int, addCells: @escaping Cells
  ) {
    self.name = name
    self.title = title
    self.author = author
    self.created = created
    self.columns = columns.map(\.column)
    self.frozenColumns = frozenColumns
    self.count = count
    self.addCells = addCells
    let widths = columns.map(\.width)
    let printedColumns = min(printed ?? columns.count, columns.count)
    let lineWidth = widths.prefix(printedColumns).reduce(0, +)
    func height(_ lines: Int, _ size: Double) -> Double {
      TextMeasure.height(lines: lines, size: size)
    }
    self.lines = ([(title, CellStyle.caption)] + lines.map { ($0, .line) }).map { text, style in
      let lines = TextMeasure.lines(text, width: lineWidth, size: style.size)
      return PageRow(
        cells: [PageCell(.text(text), style: style, columns: 0...(printedColumns - 1))],
        height: height(lines, style.size))
    }
    self.widths = widths
    self.printedColumns = printedColumns
    headingStyle = .columnHeading(size: fontSize)
    let headingLines = columns.map {
      TextMeasure.lines($0.column.heading, width: $0.width, size: fontSize)
    }
    headingHeight = height(headingLines.max() ?? 1, fontSize)
    rowHeight = height(1, fontSize)
    capacities = columns.map {
      $0.column.style.wraps ? TextMeasure.capacity(width: $0.width, size: fontSize) : nil
    }
  }

  /// The row of the column headings, counted from 0, and the one after it.
  public var headingRow: Int { lines.count }
  public var firstRow: Int { headingRow + 1 }

  /// The name of a sheet, counted from 0.
  public func name(ofSheet index: Int) -> String {
    index == 0 ? name : SheetName.numbered(name, index + 1)
  }

  /// How many of so many rows stand on each sheet, as far as their number goes.
  public func sheets(for rows: Int) -> [Int] {
    let room = sheetRows - firstRow
    return stride(from: 0, to: max(1, rows), by: room).map { min(room, rows - $0) }
  }

  /// The height of a row that shows all its texts; nil where one line does.
  public func height(of cells: [Cell]) -> Double? {
    var lines = 1
    for index in cells.indices {
      guard let capacity = capacities[index], let text = cells[index].text else { continue }
      lines = max(lines, TextMeasure.lines(text, capacity: capacity))
    }
    return lines == 1 ? nil : TextMeasure.height(lines: lines, size: headingStyle.size)
  }
}
