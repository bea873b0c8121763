import Domain

extension ReportDefinition {
  /// What stands for codes, by column.
  public typealias RowWords = [String: [String: Template]]

  /// A text that a placeholder stands for, made of the rows of a result.
  public struct Figure: Sendable {
    public let query: String
    /// Since when it says what changed; without an earlier report it says what it says without rows.
    public let since: Since?
    /// Columns and the codes of which they must hold one.
    public let conditions: [String: [String]]
    /// What stands for codes, by column: it may name other columns.
    public let words: RowWords
    /// What is said of each row: `{column}`, `{column:format}`, `{numerator/denominator}`. A row of
    /// which nothing is said does not count.
    public let text: Choice<Template>
    /// Rows of the same code that are said together, from the outermost to the innermost.
    public let groups: [Group]
    /// What stands between the rows, or the outermost groups.
    public let separator: String
    /// How many of them are named; nil for all.
    public let most: Int?
    /// What is added when there are more; `{rows}` is how many there are.
    public let more: Template?
    /// What is said in place of the whole when there are more.
    public let beyond: Template?
    /// What stands around the list, `{list}`, chosen by the first row.
    public let whole: Choice<Template>?
    /// What is said without rows, and of a ratio that has no denominator.
    public let empty: String
    /// Whether its days are the office's to decide: a draft leaves them open.
    public let leavesDaysOpen: Bool
    /// The text that must not be empty for anything to be said, and the one that must be.
    public let when: String?
    public let unless: String?
    let place: SourcePlace

    /// Rows that are said together because a column of theirs is the same.
    public struct Group: Sendable {
      public let column: String
      /// What names the group where groups of which the same is said become one: `{names}`.
      public let name: Template?
      /// What is said of it: `{list}` stands for its rows, `{rows}` for how many there are.
      public let text: Choice<Template>
      /// What stands between rows, or groups, within it.
      public let separator: String
      /// How many of these are named; nil for all. What is added when there are more.
      public let most: Int?
      public let more: String
    }
  }
}

extension ReportDefinition.Figure {
  init(_ node: YAMLNode) throws {
    let fields = try node.fields([
      "query", "since", "where", "words", "text", "groups", "join", "first", "more", "beyond",
      "whole", "empty", "open_days", "when",
      "unless",
    ])
    self.init(
      query: try fields.required("query").text, since: try fields["since"]?.word(),
      conditions: try fields["where"].map(Self.conditions) ?? [:],
      words: try fields["words"].map(Self.words) ?? [:],
      text: try ReportDefinition.Choice(fields.required("text")) { try $0.template },
      groups: try fields["groups"]?.items.map(Group.init) ?? [],
      separator: try fields["join"]?.text ?? "、",
      most: try fields["first"]?.integer(within: 0...1_048_576),
      more: try fields["more"]?.template, beyond: try fields["beyond"]?.template,
      whole: try fields["whole"].map { try ReportDefinition.Choice($0) { try $0.template } },
      empty: try fields["empty"]?.text ?? "",
      leavesDaysOpen: try fields["open_days"]?.flag ?? false,
      when: try fields["when"]?.text, unless: try fields["unless"]?.text,
      place: node.place)
  }

  /// Texts of codes, by column.
  static func words(_ node: YAMLNode) throws -> ReportDefinition.RowWords {
    Dictionary(
      uniqueKeysWithValues: try node.entries().map { column in
        (
          column.key,
          Dictionary(
            uniqueKeysWithValues: try column.value.entries().map { ($0.key, try $0.value.template) }
          )
        )
      })
  }

  /// A code for each column, or several of which it must be one.
  static func conditions(_ node: YAMLNode) throws -> [String: [String]] {
    Dictionary(
      uniqueKeysWithValues: try node.entries().map { entry in
        let value = entry.value
        return (entry.key, value.isList ? try value.items.map { try $0.text } : [try value.text])
      })
  }
}

extension ReportDefinition.Figure.Group {
  init(_ node: YAMLNode) throws {
    let fields = try node.fields(["by", "name", "text", "join", "first", "more"])
    self.init(
      column: try fields.required("by").text, name: try fields["name"]?.template,
      text: try ReportDefinition.Choice(fields.required("text")) { try $0.template },
      separator: try fields["join"]?.text ?? "、",
      most: try fields["first"]?.integer(within: 1...1_048_576),
      more: try fields["more"]?.text ?? "等")
  }
}

extension ReportDefinition.Figure {
  /// Holds the columns that it names against those of its query.
  func check(columns available: (String) -> [ResultColumn]?) throws {
    let names = try ReportDefinition.Table.result(of: query, at: place, available).map(\.name)
    let choices = [text.column, whole?.column] + groups.flatMap { [$0.column, $0.text.column] }
    let named = conditions.keys.sorted() + words.keys.sorted() + choices.compactMap { $0 }
    for name in named { try ReportDefinition.Table.find(name, in: names, at: place) }
  }

  private static let formats: Set<Substring> = [
    "", "count", "percent", "points", "size", "decimal", "share", "plain",
  ]
  /// What stands for a list and its counts, whatever figures are called.
  static let ofLists: Set<String> = ["list", "rows", "groups"]

  /// What a row's text may name: a text, a column, a column with a format, or a ratio of two; what
  /// stands around rows may name these of the first row, and the list.
  func checkPlaceholders(_ known: Set<String>, columns: [String]) throws {
    for template in text.all + words.values.flatMap(\.values) {
      try Self.check(template, known, columns)
    }
    for template in (whole?.all ?? []) + [beyond].compactMap({ $0 }) {
      try Self.check(template, known.union(Self.ofLists), columns)
    }
    for group in groups {
      for template in group.text.all {
        try Self.check(template, known.union(Self.ofLists).union(["names"]), columns)
      }
      if let name = group.name { try Self.check(name, known, columns) }
    }
    try more?.check(known.union(Self.ofLists))
    for name in [when, unless].compactMap({ $0 }) {
      try ReportDefinition.Table.find(name, in: known.sorted(), at: place)
    }
  }

  /// Holds a text of a row against the texts and the columns that there are.
  static func check(_ template: Template, _ known: Set<String>, _ columns: [String]) throws {
    _ = try template.filled(known: columns + known.sorted()) { name in
      let ratio = name.split(separator: "/").map(String.init)
      if ratio.count == 2, ratio.allSatisfy(columns.contains) { return "" }
      let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let isColumn =
        columns.contains(String(parts.first ?? ""))
        && formats.contains(parts.dropFirst().first ?? "")
      return isColumn || known.contains(name) ? "" : nil
    }
  }

  /// All texts of the figure.
  var templates: [Template] {
    text.all + words.values.flatMap(\.values) + (whole?.all ?? [])
      + [beyond, more].compactMap { $0 }
      + groups.flatMap { $0.text.all + [$0.name].compactMap { $0 } }
  }
}

extension ReportDefinition {
  /// Finds figures whose texts name each other in a circle.
  func checkFigures() throws {
    var done: Set<String> = []
    func visit(_ name: String, _ way: [String]) throws {
      guard let figure = figures[name], !done.contains(name) else { return }
      if let start = way.firstIndex(of: name) {
        throw DefinitionFault(
          place: figure.place, problem: .layout(.figureCircle(Array(way[start...]))))
      }
      let named =
        figure.templates.flatMap(\.names) + [figure.when, figure.unless].compactMap { $0 }
      for other in Set(named).subtracting(Figure.ofLists).sorted() {
        try visit(other, way + [name])
      }
      done.insert(name)
    }
    for name in figures.keys.sorted() { try visit(name, []) }
  }
}

extension Template {
  /// The placeholders in the text.
  var names: [String] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { piece in
      piece.firstIndex(of: "}").map { String(piece[..<$0]) }
    }
  }
}
