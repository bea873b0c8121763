import Domain

extension ReportDefinition.Document {
  init(_ node: YAMLNode) throws {
    let fields = try node.fields([
      "name", "title", "form", "header", "balances", "shorten", "blocks",
    ])
    self.init(
      name: try fields.required("name").template, title: try fields.required("title").template,
      form: try fields["form"]?.word() ?? .notice, header: try fields["header"]?.template,
      balances: try fields["balances"]?.items.map(Balance.init) ?? [],
      shortened: try fields["shorten"]?.items.map { try $0.text },
      blocks: try fields.required("blocks").items.map(Block.init), place: node.place)
  }
}

extension ReportDefinition.Document.Block {
  private static let kinds = ["text", "line", "section", "table", "beside", "annexes"]

  init(_ node: YAMLNode) throws {
    let fields = try node.fields(Self.kinds + ["when", "unless"])
    let given = Self.kinds.filter { fields[$0] != nil }
    guard given.count == 1, let value = fields[given[0]] else {
      throw node.fault(.expected(.oneKeyOf(Self.kinds)))
    }
    self.init(
      content: try Self.content(given[0], value), when: try fields["when"]?.text,
      unless: try fields["unless"]?.text, place: node.place)
  }

  private static func content(_ kind: String, _ node: YAMLNode) throws -> Content {
    switch kind {
    case "line": return .rule(try node.word())
    case "section": return .section(try ReportDefinition.Document.Section(node))
    case "table": return .table(try ReportDefinition.Document.Table(node))
    case "annexes": return .annexes(label: try node.template)
    case "beside":
      let tables = try node.items.map(ReportDefinition.Document.Table.init)
      guard tables.count == 2 else { throw node.fault(.expected(.twoTables)) }
      return .beside(tables[0], tables[1])
    default: return .text(try ReportDefinition.Document.Lines(node))
    }
  }
}

extension ReportDefinition.Document.Lines {
  init(_ node: YAMLNode) throws {
    guard !node.isList else {
      self.init(role: .body, lines: try node.templates)
      return
    }
    let fields = try node.fields(["style", "lines"])
    self.init(
      role: try fields["style"]?.word() ?? .body, lines: try fields.required("lines").templates)
  }
}

extension ReportDefinition.Document.Section {
  init(_ node: YAMLNode) throws {
    let fields = try node.fields([
      "heading", "numbered", "run_in", "sentences", "items", "parts", "after", "otherwise",
    ])
    self.init(
      heading: try fields.required("heading").template,
      isNumbered: try fields["numbered"]?.flag ?? true,
      isRunIn: try fields["run_in"]?.flag ?? false,
      sentences: try fields["sentences"]?.templates ?? [], items: try fields["items"]?.text,
      parts: try fields["parts"]?.items.map(ReportDefinition.Document.Part.init) ?? [],
      after: try fields["after"]?.templates ?? [], otherwise: try fields["otherwise"]?.template,
      place: node.place)
  }
}

extension ReportDefinition.Document.Part {
  /// Sentences, or `lead` and `sentences`.
  init(_ node: YAMLNode) throws {
    guard !node.isList else {
      self.init(lead: nil, sentences: try node.templates)
      return
    }
    let fields = try node.fields(["lead", "sentences"])
    self.init(
      lead: try fields["lead"]?.template, sentences: try fields.required("sentences").templates)
  }
}

extension ReportDefinition.Document.Table {
  init(_ node: YAMLNode) throws {
    let fields = try node.fields([
      "query", "since", "where", "columns", "first", "more", "empty",
    ])
    self.init(
      query: try fields.required("query").text, since: try fields["since"]?.word(),
      conditions: try fields["where"].map(ReportDefinition.Figure.conditions) ?? [:],
      columns: try fields.required("columns").items.map(Column.init),
      most: try fields["first"]?.integer(within: 0...1_000), more: try fields["more"]?.template,
      empty: try fields["empty"]?.template, place: node.place)
  }
}

extension ReportDefinition.Document.Table.Column {
  init(_ node: YAMLNode) throws {
    let fields = try node.fields(["heading", "width", "text", "words", "centred"])
    self.init(
      heading: try fields.required("heading").template,
      width: try fields.required("width").integer(within: 1...255),
      text: try ReportDefinition.Choice(fields.required("text")) { try $0.template },
      words: try fields["words"].map(ReportDefinition.Figure.words) ?? [:],
      isCentred: try fields["centred"]?.flag ?? false)
  }
}

extension ReportDefinition.Document.Balance {
  init(_ node: YAMLNode) throws {
    let fields = try node.fields(["name", "whole", "parts"])
    self.init(
      whole: try Term(fields.required("whole")),
      parts: try fields.required("parts").items.map(Term.init),
      name: try fields.required("name").text, place: node.place)
  }
}

extension ReportDefinition.Document.Balance.Term {
  init(_ node: YAMLNode) throws {
    let fields = try node.fields(["query", "column", "where"])
    self.init(
      query: try fields.required("query").text, column: try fields["column"]?.text,
      conditions: try fields["where"].map(ReportDefinition.Figure.conditions) ?? [:])
  }
}
