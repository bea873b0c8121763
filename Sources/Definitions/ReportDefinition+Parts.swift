import Domain

extension ReportDefinition {
  /// How a line of text is set.
  public enum TextStyle: String, CaseIterable, Sendable {
    /// As cells are.
    case note
    /// The office's name over a notice, red.
    case masthead
    /// The number of a document, or what else stands in the middle in plain letters.
    case document
    /// The title of a document.
    case title
    /// The sentence that a page begins with.
    case statement
    /// A heading within a document.
    case heading
    /// A paragraph, its first line indented.
    case paragraph
    /// To the right, as a signature and its date.
    case signature
  }

  /// Lines of text; one that is empty is left out.
  public struct Lines: Sendable {
    public let style: TextStyle
    public let lines: [Template]
  }

  /// A list of the sheets with links.
  public struct Contents: Sendable {
    public let title: String
    /// Whether it stands in the page, with the sheets' titles; else beside what is printed.
    public let isPrinted: Bool
  }

  /// Columns of a table that add up lines of another table of the report: live formulas.
  public struct Sums: Sendable {
    /// The query of the table that holds the lines.
    public let table: String
    /// Which lines count: columns of theirs, and the columns of this table that they must equal.
    public let keys: [String: String]
    /// Columns of theirs, and the codes that they must hold.
    public let codes: [String: String]
    /// The column of theirs that is added up, by the column of this table; nil leaves the number as
    /// the query has it.
    public let columns: [String: Choice<String?>]
    let place: SourcePlace
  }

  /// The row of another table that a cell leads to.
  public struct Link: Sendable {
    /// The query of the table.
    public let table: String
    /// The column, shown in both tables, that must be equal.
    public let key: String
    let place: SourcePlace
  }

  /// Columns made of rows: one for each value of a column.
  public struct Spread: Hashable, Sendable {
    /// The column whose values become columns: what identifies them.
    public let by: String
    /// The column that names them; values that share a name stay apart.
    public let caption: String
    /// The column that orders them.
    public let order: String
    /// The column that stands in the cells.
    public let value: String
    /// The heading over these where a list stands in the place of the matrix.
    public let valueHeading: String

    /// The name of the column of a value.
    public func name(_ value: String) -> String { "\(by)=\(value)" }
  }
}

extension ReportDefinition.Lines {
  init(_ node: YAMLNode) throws {
    if node.isList {
      self.init(style: .note, lines: try node.templates)
    } else {
      let fields = try node.fields(["style", "lines"])
      self.init(
        style: try fields["style"]?.word() ?? .note, lines: try fields.required("lines").templates)
    }
  }
}

extension ReportDefinition.Contents {
  init(_ node: YAMLNode) throws {
    if node.isMapping {
      let fields = try node.fields(["title", "printed"])
      self.init(
        title: try fields.required("title").text, isPrinted: try fields["printed"]?.flag ?? false)
    } else {
      self.init(title: try node.text, isPrinted: false)
    }
  }
}

extension ReportDefinition.Sums {
  /// One mapping, or a list of them.
  static func list(_ node: YAMLNode) throws -> [Self] {
    try node.isList ? node.items.map(Self.init) : [Self(node)]
  }

  init(_ node: YAMLNode) throws {
    let fields = try node.fields(["table", "where", "only", "columns"])
    let columns = try fields.required("columns").entries().map {
      (
        $0.key,
        try ReportDefinition.Choice<String?>($0.value, otherwise: .some(nil)) { try $0.text }
      )
    }
    self.init(
      table: try fields.required("table").text, keys: try fields["where"]?.words ?? [:],
      codes: try fields["only"]?.words ?? [:], columns: Dictionary(uniqueKeysWithValues: columns),
      place: node.place)
  }
}

extension ReportDefinition.Link {
  init(_ node: YAMLNode) throws {
    let fields = try node.fields(["table", "key"])
    self.init(
      table: try fields.required("table").text, key: try fields.required("key").text,
      place: node.place)
  }
}

extension ReportDefinition.Spread {
  init(_ node: YAMLNode) throws {
    let fields = try node.fields(["by", "caption", "order", "value", "value_heading"])
    let by = try fields.required("by").text
    self.init(
      by: by, caption: try fields["caption"]?.text ?? by,
      order: try fields["order"]?.text ?? by, value: try fields.required("value").text,
      valueHeading: try fields["value_heading"]?.text ?? "")
  }
}
