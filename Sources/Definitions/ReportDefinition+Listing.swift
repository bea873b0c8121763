extension ReportDefinition.Table {
  /// The table as a list: in the place of each spread the column that it is by, as text, and the
  /// column of its values.
  public var listed: ReportDefinition.Table {
    var list = self
    list.columns = columns.flatMap(\.listed)
    return list
  }

  /// The table without the columns that are there for live sums.
  public var withoutSummands: ReportDefinition.Table {
    var copy = self
    copy.columns.removeAll(where: \.isForSums)
    return copy
  }

  /// The spreads of the table.
  public var spreads: [ReportDefinition.Spread] {
    columns.compactMap { if case .spread(let spread) = $0.content { spread } else { nil } }
  }
}

extension ReportDefinition.Column {
  /// What one of the columns of a spread has as its heading.
  public func heading(of value: some StringProtocol) -> String {
    heading.replacing("{value}", with: value)
  }

  fileprivate var listed: [ReportDefinition.Column] {
    guard case .spread(let spread) = content else { return [self] }
    func column(
      _ name: String, heading: String, words: [String: String]
    ) -> ReportDefinition.Column {
      ReportDefinition.Column(
        content: .column(name), heading: heading, group: "", format: .text, width: 12,
        words: words, isSummed: false, isMerged: false, hasBar: false, link: nil, isForSums: false,
        place: place)
    }
    return [
      column(spread.by, heading: group.isEmpty ? spread.by : group, words: [:]),
      column(
        spread.value, heading: spread.valueHeading.isEmpty ? spread.value : spread.valueHeading,
        words: words),
    ]
  }
}
