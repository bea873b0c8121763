import Definitions
import Domain

/// What is known of a table before its rows are read.
extension TableReader {
  /// The comments below the headings by row.
  static func comments(
    _ comments: [CellAddress: String], below row: Int
  ) -> [Int: [(column: Int, text: String)]] {
    var rows: [Int: [(column: Int, text: String)]] = [:]
    for (cell, text) in comments.sorted(by: { $0.key < $1.key }) where cell.row > row {
      rows[cell.row, default: []].append((cell.column, text))
    }
    return rows
  }

  /// What tells bars from tasks, by how the first rows are numbered.
  static func barRule(
    _ shape: TableShape, _ rows: [HeadRow], _ merges: [CellRange]
  ) -> BarRule {
    BarRule(
      columns: shape.extent, number: shape.number, title: shape.title, merges: merges,
      rows: rows.lazy.filter { $0.number > shape.headings.rows.upperBound }.map { row in
        shape.extent.compactMap { column in
          row.text(column).map { BarRule.Cell(column: column, text: $0) }
        }
      })
  }

  /// The cells that are merged across, by their first row.
  static func bars(_ merges: [CellRange]) -> [Int: CellRange] {
    merges.reduce(into: [:]) { bars, merge in
      guard merge.first.column < merge.last.column else { return }
      let known = bars[merge.first.row]?.columns.count ?? 0
      if merge.columns.count > known { bars[merge.first.row] = merge }
    }
  }

  /// What each column of the table takes from above.
  static func fills(_ shape: TableShape, _ merges: [CellRange]) -> [CellFill] {
    var fills = (0..<shape.extent.upperBound).map { column in
      CellFill(takesAbove: shape.filledDown.contains(column + 1))
    }
    for merge in merges where merge.first.row < merge.last.row {
      guard merge.first.row > shape.headings.rows.upperBound else { continue }
      for column in merge.columns where column <= fills.count {
        fills[column - 1].merges.append(merge)
      }
    }
    for column in fills.indices {
      fills[column].merges.sort { $0.first.row < $1.first.row }
    }
    return fills
  }

  static func described(
    _ headings: TableHeadings, _ shape: TableShape
  ) -> [(heading: String, column: String?)] {
    headings.columns.filter { shape.extent.contains($0.number) }.map { heading in
      let ids = (shape.fields + shape.partFields).filter { field in
        switch field.rule {
        case .cell(let number), .bareText(let number), .quantity(let number):
          number == heading.number
        case .cells(let numbers): numbers.contains(heading.number)
        case .units(let role):
          shape.unitSources.contains { $0.column == heading.number && $0.role == role }
        default: false
        }
      }.compactMap(\.column.id)
      let wholes = shape.wholes.filter { $0.column == heading.number }.map(\.register.rawValue)
      let all = ids + wholes
      return (heading.name, all.isEmpty ? nil : all.joined(separator: ", "))
    }
  }
}
