import Domain

/// Equal cells one under another that are to be one cell.
struct MergedCells {
  struct Run {
    let column: Int
    let rows: ClosedRange<Int>
    let text: String
  }

  private let columns: [Int]
  private var open: [(text: String, first: Int)?]
  private var last = 0
  private(set) var runs: [Run] = []

  /// - Parameter columns: the columns of the sheet, from left to right.
  init(columns: [Int]) {
    self.columns = columns
    open = columns.map { _ in nil }
  }

  /// Takes the texts of a row; where one changes, those to its right begin anew too.
  /// - Returns: the columns whose cell goes on from the row before.
  mutating func add(row: Int, text: (_ column: Int) -> String) -> Set<Int> {
    var hasChanged = false
    var continued: Set<Int> = []
    for (index, column) in columns.enumerated() {
      let text = text(column)
      hasChanged = hasChanged || open[index]?.text != text
      if hasChanged {
        close(index)
        open[index] = (text, row)
      } else {
        continued.insert(column)
      }
    }
    last = row
    return continued
  }

  /// Ends what is open.
  mutating func finish() {
    for index in columns.indices { close(index) }
  }

  private mutating func close(_ index: Int) {
    if let (text, first) = open[index], last > first {
      runs.append(Run(column: columns[index], rows: first...last, text: text))
    }
    open[index] = nil
  }
}
