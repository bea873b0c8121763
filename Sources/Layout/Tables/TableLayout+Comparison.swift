import Definitions
import Domain

/// Binds the columns of a table that show an earlier moment.
struct ComparisonBinding {
  let table: ReportDefinition.Table
  /// The names of the columns of the report's own result.
  let names: [String]
  let results: [ReportDefinition.Earlier: EarlierResults]

  func figure(
    _ content: ReportDefinition.Column.Content, _ column: ReportDefinition.Column,
    at earlier: ReportDefinition.Earlier
  ) -> EarlierFigure {
    let results = results[earlier]
    let table = EarlierTable(
      table, results?.reported ?? [:], own: names, isByWord: results?.isByWord ?? true)
    return EarlierFigure(
      table: table, column: shown(content, column, in: table.columns),
      absence: results?.absence ?? EarlierTable.nothing)
  }

  func difference(
    _ names: [String], _ column: ReportDefinition.Column, at earlier: ReportDefinition.Earlier
  ) -> KnownDifference {
    let isByWord = results[earlier]?.isByWord ?? true
    let reported = EarlierTable(
      table, results[earlier]?.reported ?? [:], own: self.names, isByWord: isByWord)
    let known = results[earlier]?.known.map {
      EarlierTable(table, $0, own: self.names, isByWord: isByWord)
    }
    func bound(_ columns: [String]) -> [ShownColumn?] {
      // As the table shows them.
      names.map { name in
        let own = table.position(of: [name], at: nil).map { table.columns[$0] } ?? column
        return shown(.column(name), own, in: columns)
      }
    }
    return KnownDifference(
      reported: reported, known: known,
      columns: (bound(reported.columns), bound(known?.columns ?? [])))
  }

  /// A column of the definition, bound to an earlier result; nil where that lacks what it shows.
  private func shown(
    _ content: ReportDefinition.Column.Content, _ column: ReportDefinition.Column,
    in columns: [String]
  ) -> ShownColumn? {
    guard let source = source(content, in: columns) else { return nil }
    return ShownColumn(
      source: source, name: "", heading: column.heading, format: column.format,
      width: column.width ?? column.format.width, words: column.words, isSummed: false)
  }

  private func source(
    _ content: ReportDefinition.Column.Content, in columns: [String]
  ) -> ShownColumn.Source? {
    switch content {
    case .column(let name): return columns.firstIndex(of: name).map { .value($0) }
    case .ratio(let numerator, let denominator, let empty):
      guard let numerator = columns.firstIndex(of: numerator),
        let denominator = columns.firstIndex(of: denominator)
      else { return nil }
      return .ratio(
        ShownRatio(
          numerator: (numerator, 0), denominator: (denominator, 0), empty: empty,
          emptyCode: empty.column.flatMap(columns.firstIndex)))
    default: return nil
    }
  }
}
