extension ReportDefinition {
  /// What identifies a column of a table: `due`, `completed/due` (a ratio), `share.tasks`,
  /// `previous.due` (of an earlier moment), `previous.change.completed/due` (what changed since).
  /// The data dictionary and the catalogue of columns call it so.
  struct ColumnName {
    let earlier: Earlier?
    let isChange: Bool
    let isShare: Bool
    /// What remains: a column, or a ratio's two.
    let figure: String

    init(_ name: String) {
      var parts = name.split(separator: ".", omittingEmptySubsequences: false)[...]
      earlier = parts.count > 1 ? parts.first.flatMap { Earlier(rawValue: String($0)) } : nil
      if earlier != nil { parts = parts.dropFirst() }
      isChange = earlier != nil && parts.count > 1 && parts.first == "change"
      isShare = earlier == nil && parts.count > 1 && parts.first == "share"
      figure = (isChange || isShare ? parts.dropFirst() : parts).joined(separator: ".")
    }

    /// The columns of the result that it is made of; what differs since then names its own.
    var columns: [String] {
      if earlier != nil, figure == Self.differs { return [] }
      return figure.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    }

    /// The name of what is known today and was not then.
    static let differs = "differs"
  }
}

extension ReportDefinition.Column.Content {
  /// A column by its name alone.
  init(named node: YAMLNode, _ said: ColumnCatalogue.Entry) throws {
    let name = ReportDefinition.ColumnName(try node.text)
    guard let earlier = name.earlier else {
      self =
        name.isShare
        ? .share(name.figure) : try Self(figure: name.figure, at: node, empty: nil, said)
      return
    }
    guard name.isChange || name.figure != ReportDefinition.ColumnName.differs else {
      throw node.fault(.expected(.list))
    }
    self = .compared(
      ReportDefinition.Compared(
        at: earlier,
        kind: name.isChange
          ? .change(name.columns)
          : .figure(try Self(figure: name.figure, at: node, empty: nil, said))))
  }

  /// A column, or a ratio by its two: `completed/due`.
  /// - Parameter empty: What the report says where there is nothing to divide by; nil if it does not.
  init(
    figure: String, at node: YAMLNode, empty: ReportDefinition.Choice<String>?,
    _ said: ColumnCatalogue.Entry
  ) throws {
    let parts = figure.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else {
      self = .column(figure)
      return
    }
    guard parts.count == 2 else { throw node.fault(.expected(.ratioColumns)) }
    guard let empty = empty ?? said.empty else { throw node.fault(.missingKey("empty")) }
    self = .ratio(numerator: parts[0], denominator: parts[1], empty: empty)
  }

  /// The name under which the catalogue may know the column; nil for what it never does.
  static func name(_ fields: YAMLFields) throws -> String? {
    let change = try fields["change"].map { node in
      let names = try node.isList ? node.items.map { try $0.text } : [node.text]
      return "change." + names.joined(separator: "/")
    }
    let ratio = try fields["ratio"]?.items.map { try $0.text }.joined(separator: "/")
    let figure = try fields["column"]?.text ?? fields["basis"]?.text ?? ratio
    let differs = fields["differs"].map { _ in ReportDefinition.ColumnName.differs }
    guard let at = try fields["at"]?.text else {
      return try fields["share"].map { "share." + (try $0.text) } ?? figure
    }
    return (change ?? differs ?? figure).map { "\(at).\($0)" }
  }
}

extension ColumnCatalogue {
  /// What is said of a column of a table; of an earlier figure what is said of the figure, but for
  /// its headings.
  func entry(named name: String?, in query: String) -> Entry {
    guard let name else { return Entry() }
    let said = entry(of: name, in: query)
    let parts = ReportDefinition.ColumnName(name)
    guard parts.earlier != nil, !parts.isChange else { return said }
    var figure = entry(of: parts.figure, in: query)
    figure.heading = nil
    figure.group = nil
    figure.isSummed = nil
    return said.or(figure)
  }
}
