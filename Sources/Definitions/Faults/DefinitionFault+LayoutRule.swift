extension DefinitionFault {
  /// What a report asks for that no workbook can show.
  public enum LayoutRule: Hashable, Sendable {
    /// Why sums of a table would be wrong.
    public enum Obstacle: Hashable, Sendable {
      case notAllRows
      case ownSums
      case otherTables
    }

    case sumsOver(table: String, Obstacle)
    case largeWithTotal
    case largeOfAllRows
    case largeWithEarlier
    case matrixWithCSV
    /// A table of changes on a sheet without `since`, beside one with it.
    case withoutSince(query: String)
    /// A query that has no earlier figures.
    case noEarlier(query: String)
    /// Figures whose texts name each other.
    case figureCircle([String])
  }
}
