import Domain

extension ReportDefinition {
  /// An earlier moment whose figures stand beside the report's own, as they were reported then.
  public enum Earlier: String, CaseIterable, Sendable {
    /// The cut-off before; of a plan that follows another, at first the last one of that.
    case previous
    /// The period of the same name a year before.
    case yearBefore = "year_before"
  }

  /// What a column shows of an earlier moment, in the row of the same key.
  public struct Compared: Sendable {
    public enum Kind: Sendable {
      /// A column or a ratio as it was reported then.
      indirect case figure(Column.Content)
      /// This period's figure minus that one's: of a column, or of a ratio's two.
      case change([String])
      /// The figures of these columns as they are known today, where that is not what was reported.
      case differs([String])
    }

    public let at: Earlier
    public let kind: Kind
  }

  /// Since when a sheet shows what changed.
  public enum Since: String, CaseIterable, Sendable {
    /// The period before, as it was reported.
    case lastReport = "last_report"
  }

  /// Whether sheets or tables show what changed since the last report.
  public var looksAtLastReport: Bool {
    sheets.contains { $0.since != nil } || tables.contains { $0.since != nil }
      || figures.values.contains { $0.since != nil }
      || document?.tables.contains { $0.since != nil } == true
  }

  /// Whether it is about what changed between two moments as a whole.
  public var isAboutChanges: Bool {
    !looksAtLastReport && queries.contains(where: QueryDefinition.comparesMoments)
  }

  /// The report without the sheets and tables on what changed since the last report.
  public func leavingOutLastReport() -> ReportDefinition {
    var copy = self
    copy.sheets.removeAll { $0.since != nil }
    copy.document?.blocks.removeAll { $0.tables.contains { $0.since != nil } }
    copy.withoutRows = Set(figures.filter { $0.value.since != nil }.keys)
    for sheet in copy.sheets.indices {
      copy.sheets[sheet].blocks.removeAll { block in
        if case .table(let table) = block { table.since != nil } else { false }
      }
    }
    return copy
  }

  /// Holds sheets on changes against each other: a report looks at two moments, not at three.
  func checkSince() throws {
    guard looksAtLastReport else { return }
    for figure in figures.values.sorted(by: { $0.place.line < $1.place.line })
    where figure.since == nil && QueryDefinition.comparesMoments(figure.query) {
      throw DefinitionFault(
        place: figure.place, problem: .layout(.withoutSince(query: figure.query)))
    }
    for table in document?.tables ?? []
    where table.since == nil && QueryDefinition.comparesMoments(table.query) {
      throw DefinitionFault(
        place: table.place, problem: .layout(.withoutSince(query: table.query)))
    }
    for sheet in sheets where sheet.since == nil {
      for table in sheet.tables
      where table.since == nil && QueryDefinition.comparesMoments(table.query) {
        throw DefinitionFault(
          place: table.place,
          problem: .layout(.withoutSince(query: table.query)))
      }
    }
  }

  /// The queries whose results of an earlier moment the report shows, each once.
  public func queries(at earlier: Earlier) -> [String] {
    let shown = tables.filter { table in
      table.columns.contains { $0.content.compared?.at == earlier }
    }
    return Set(shown.flatMap { [$0.query, $0.total?.once?.query].compactMap { $0 } }).sorted()
  }

  /// The columns of a query's result that the report shows of an earlier moment.
  public func columns(of query: String, at earlier: Earlier) -> Set<String> {
    let contents = tables.filter { $0.query == query }.flatMap(\.columns).map(\.content)
    return Set(
      contents.compactMap(\.compared).filter { $0.at == earlier }.flatMap { compared in
        switch compared.kind {
        case .figure(.column(let name)), .figure(.share(let name)): [name]
        case .figure(.ratio(let numerator, let denominator, _)): [numerator, denominator]
        case .figure: [String]()
        case .change(let names), .differs(let names): names
        }
      })
  }

  /// The report without the columns, and the series of charts, on an earlier moment.
  /// - Parameter keepsData: Whether tables that are CSV files as well stay as they are.
  public func leavingOut(_ earlier: Earlier, keepsData: Bool = false) -> ReportDefinition {
    var copy = self
    for (sheet, block) in copy.sheets.indices.flatMap({ sheet in
      copy.sheets[sheet].blocks.indices.map { (sheet, $0) }
    }) {
      let isKept = { (table: Table) in keepsData && table.csv != nil }
      let kept = Set(copy.sheets[sheet].tables.filter(isKept).map(\.query))
      switch copy.sheets[sheet].blocks[block] {
      case .table(var table) where !isKept(table):
        table.columns.removeAll { $0.content.compared?.at == earlier }
        copy.sheets[sheet].blocks[block] = .table(table)
      case .charts(let charts):
        copy.sheets[sheet].blocks[block] = .charts(charts.leavingOut(earlier, but: kept))
      case .chartsBeside(let charts):
        copy.sheets[sheet].blocks[block] = .chartsBeside(charts.leavingOut(earlier, but: kept))
      case .table, .relations, .links, .facts, .heading, .text, .contents, .space: break
      }
    }
    return copy
  }
}

extension [ReportDefinition.Chart] {
  /// The charts without what their tables no longer show.
  fileprivate func leavingOut(
    _ earlier: ReportDefinition.Earlier, but kept: Set<String>
  ) -> [ReportDefinition.Chart] {
    map { chart in
      var chart = chart
      if !kept.contains(chart.table) {
        chart.values.removeAll { $0.hasPrefix(earlier.rawValue + ".") }
      }
      return chart
    }
  }
}

extension ReportDefinition.Column.Content {
  static let comparisons = ["at", "change", "differs"]

  /// What is shown of an earlier moment, if anything is.
  public var compared: ReportDefinition.Compared? {
    if case .compared(let compared) = self { compared } else { nil }
  }

  /// The format of a column that does not say.
  var format: ReportDefinition.Format {
    switch self {
    case .ratio, .share: .percent
    case .compared(let compared):
      switch compared.kind {
      case .figure(let content): content.format
      case .change: .points
      case .differs: .text
      }
    default: .text
    }
  }

  /// The columns of the result that a figure is made of: one, or a ratio's two.
  fileprivate var parts: [String] {
    switch self {
    case .column(let name): [name]
    case .ratio(let numerator, let denominator, _): [numerator, denominator]
    default: []
    }
  }
}

extension ReportDefinition.Compared {
  /// - Parameter content: what the other keys of the column say.
  init(_ fields: YAMLFields, _ content: (YAMLFields) throws -> ReportDefinition.Column.Content)
    throws
  {
    at = try fields.required("at").word()
    switch (fields["change"], fields["differs"]) {
    case (nil, nil):
      let content = try content(fields)
      guard !content.parts.isEmpty else { throw fields.fault(.expected(.columnOrRatio)) }
      kind = .figure(content)
    case (let change?, nil):
      let names = change.isList ? try change.items.map { try $0.text } : [try change.text]
      guard (1...2).contains(names.count), fields["format"] == nil else {
        throw change.fault(.expected(.changeColumns))
      }
      kind = .change(names)
    case (nil, let differs?): kind = .differs(try differs.items.map { try $0.text })
    default: throw fields.fault(.expected(.oneKeyOf(["column", "ratio", "change", "differs"])))
    }
    if case .figure = kind { return }
    for key in ["column", "ratio", "own_columns"] where fields[key] != nil {
      throw fields.fault(.expected(.oneKeyOf(["column", "ratio", "change", "differs"])))
    }
  }

  /// Holds a column of `table` against what there is.
  func check(
    _ column: ReportDefinition.Column, result: [ResultColumn], table: ReportDefinition.Table
  ) throws {
    func fault(_ problem: DefinitionFault.Problem) -> DefinitionFault {
      DefinitionFault(place: column.place, problem: problem)
    }
    guard !table.key.isEmpty else {
      throw DefinitionFault(place: table.place, problem: .missingKey("key"))
    }
    guard table.companion == nil else {
      throw fault(.layout(.largeWithEarlier))
    }
    guard table.query != "checks", !QueryDefinition.comparesMoments(table.query) else {
      throw fault(.layout(.noEarlier(query: table.query)))
    }
    switch kind {
    case .figure(let content):
      for name in content.parts {
        try ReportDefinition.Table.find(name, in: result.map(\.name), at: column.place)
      }
      if case .column(let name) = content {
        for shown in result where shown.name == name { try column.check(kind: shown.kind) }
      }
      if case .ratio(_, _, let empty) = content, let name = empty.column {
        try ReportDefinition.Table.find(name, in: result.map(\.name), at: column.place)
      }
    case .change(let parts):
      // Its formula is over the two cells of its row.
      for earlier in [nil, at] where table.position(of: parts, at: earlier) == nil {
        let known = table.figures(at: earlier).map { $0.joined(separator: " / ") }
        throw fault(.unknownReference(parts.joined(separator: " / "), known: known))
      }
    case .differs(let names):
      for name in names {
        try ReportDefinition.Table.find(name, in: result.map(\.name), at: column.place)
      }
    }
  }
}

extension ReportDefinition.Column {
  /// What a chart calls it: the column of the result, of an earlier moment `previous.due`.
  public var name: String? {
    switch content {
    case .column(let name): return name
    case .compared(let compared):
      guard case .figure(.column(let name)) = compared.kind else { return nil }
      return "\(compared.at.rawValue).\(name)"
    default: return nil
    }
  }
}

extension ReportDefinition.Table {
  /// The position of the column that shows a figure: of the report's own moment, or of an earlier
  /// one.
  /// - Parameter parts: The column of the result, or a ratio's two.
  public func position(of parts: [String], at earlier: ReportDefinition.Earlier?) -> Int? {
    columns.firstIndex { $0.parts(at: earlier) == parts }
  }

  fileprivate func figures(at earlier: ReportDefinition.Earlier?) -> [[String]] {
    columns.map { $0.parts(at: earlier) }.filter { !$0.isEmpty }
  }
}

extension ReportDefinition.Column {
  /// What the figure that it shows of a moment is made of; empty if it shows none.
  fileprivate func parts(at earlier: ReportDefinition.Earlier?) -> [String] {
    guard let compared = content.compared else { return earlier == nil ? content.parts : [] }
    guard compared.at == earlier, case .figure(let content) = compared.kind else { return [] }
    return content.parts
  }
}
