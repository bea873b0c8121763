public import Pages

extension ReadTable {
  /// Whether a table made again shows the same: the same cells, leaving aside the sign that keeps a
  /// cell from being read as a formula, the column in which the reason of a missing figure stands,
  /// and what says which report it is.
  public func agrees(with again: ReadTable) -> Bool {
    let (old, new) = (figureHeadings, again.figureHeadings)
    return old.map(Self.unguarded) == new.map(Self.unguarded) && rows.count == again.rows.count
      && zip(old, again.headings).allSatisfy { old, new in
        cells(old).map(Self.unguarded) == again.cells(new).map(Self.unguarded)
      }
  }

  /// The headings of the table itself.
  var figureHeadings: [String] { headings.filter { !Self.behind.contains($0) } }

  /// The columns behind those of the table.
  static let behind: Set = [DataReasons.heading, "报告期", "数据截止日"]

  private static func unguarded(_ cell: String) -> Substring {
    cell.hasPrefix("'") ? cell.dropFirst() : cell[...]
  }
}
