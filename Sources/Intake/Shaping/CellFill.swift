import Domain

/// What a column takes from the cells above.
struct CellFill {
  let takesAbove: Bool
  /// Merged over several rows, by their first.
  var merges: [CellRange] = []
  private var next = 0
  private(set) var merge: (range: CellRange, field: RowField)?
  private(set) var above: RowField?

  init(takesAbove: Bool) { self.takesAbove = takesAbove }

  mutating func reset() { (next, merge, above) = (0, nil, nil) }

  /// Forgets what stands above; a merged cell goes on.
  mutating func forget() { above = nil }

  /// Looks at a row.
  mutating func look(_ row: Int, _ fields: [RowField], _ column: Int) {
    while next < merges.count, merges[next].first.row <= row {
      let range = merges[next]
      next += 1
      let place = range.first.column - 1
      guard range.first.row == row, fields.indices.contains(place) else { continue }
      merge = FieldText.isBlank(fields[place]) ? nil : (range, fields[place])
    }
    if let last = merge?.range.last.row, last < row { merge = nil }
    guard takesAbove, fields.indices.contains(column - 1) else { return }
    if !FieldText.isBlank(fields[column - 1]) { above = fields[column - 1] }
  }
}
