import Domain

extension ReportDefinition {
  /// Reads a report.
  /// - Parameter columns: What is said of columns where the report does not.
  /// - Throws: `DefinitionFault` with file and line.
  public init(_ file: DefinitionFile, columns: ColumnCatalogue = .empty) throws {
    // `shared` holds what anchors refer to, `audience` says who reads the report.
    let fields = try YAMLNode(file).fields([
      "audience", "workbook", "document", "each", "headings", "notice", "footing", "shared",
      "figures", "sheets", "example_scores", "corrected", "rehearsal",
    ])
    self.file = file
    document = try fields["document"].map(Document.init)
    workbook =
      try document == nil ? fields.required("workbook").template : fields["workbook"]?.template
    showsExampleScores = try fields["example_scores"]?.flag ?? true
    isRehearsal = try fields["rehearsal"]?.flag ?? false
    comparesCorrected = try fields["corrected"]?.flag ?? false
    each = try fields["each"].map(Each.init)
    headings = try fields["headings"]?.templates ?? []
    notice = try fields["notice"]?.template
    footing = try fields["footing"]?.templates ?? []
    let figures = try fields["figures"]?.entries().map { ($0.key, try Figure($0.value)) } ?? []
    self.figures = Dictionary(uniqueKeysWithValues: figures)
    let sheets = try document == nil ? fields.required("sheets") : fields["sheets"]
    self.sheets = try sheets?.items.map { try Sheet($0, columns) } ?? []
  }
}

extension ReportDefinition.Sheet {
  init(_ node: YAMLNode, _ columns: ColumnCatalogue) throws {
    let fields = try node.fields([
      "name", "title", "head", "headings", "footing", "gridlines", "one_page", "upright",
      "only_with", "widths", "print_columns", "freeze_columns", "font_size", "scored", "since",
      "tab", "annex", "blocks",
    ])
    name = try fields.required("name").text
    title = try fields.required("title").template
    annex = try fields["annex"]?.text
    headings = try fields["headings"]?.templates ?? []
    hasHead = try fields["head"]?.flag ?? true
    hasFooting = try fields["footing"]?.flag ?? false
    hasGridlines = try fields["gridlines"]?.flag ?? true
    isOnePage = try fields["one_page"]?.flag ?? false
    isUpright = try isOnePage || fields["upright"]?.flag ?? false
    onlyWith = try fields["only_with"]?.text
    widths = try fields["widths"]?.items.map { try $0.integer(within: 1...255) } ?? []
    printedColumns = try fields["print_columns"]?.integer(within: 1...Self.columnLimit)
    frozenColumns = try fields["freeze_columns"]?.integer(within: 0...Self.columnLimit) ?? 0
    fontSize = try fields["font_size"].map { Double(try $0.integer(within: 1...72)) } ?? 10.5
    isScored = try fields["scored"]?.flag
    since = try fields["since"]?.word()
    tab = try fields["tab"]?.word()
    blocks = try fields.required("blocks").items.map { try ReportDefinition.Block($0, columns) }
    place = node.place
  }
}

extension ReportDefinition.Block {
  static let kinds = [
    "table", "charts", "charts_beside", "relations", "links", "facts", "heading", "text",
    "contents", "space",
  ]

  init(_ node: YAMLNode, _ columns: ColumnCatalogue) throws {
    let entries = try node.entries(known: Self.kinds)
    guard let (kind, value) = entries.first, entries.count == 1 else {
      throw node.fault(.expected(.oneKeyOf(Self.kinds)))
    }
    switch kind {
    case "table": self = .table(try ReportDefinition.Table(value, columns))
    case "charts": self = .charts(try value.items.map(ReportDefinition.Chart.init))
    case "charts_beside":
      self = .chartsBeside(try value.items.map(ReportDefinition.Chart.init))
    case "relations": self = .relations(try ReportDefinition.Relations(value))
    case "links": self = .links(try value.items.map { try $0.text })
    case "facts":
      self = .facts(
        try value.entries().map {
          ReportDefinition.Fact(label: $0.key, text: try $0.value.template)
        })
    case "heading": self = .heading(try value.template)
    case "contents": self = .contents(try ReportDefinition.Contents(value))
    case "space": self = .space(try value.integer(within: 1...1_000))
    default: self = .text(try ReportDefinition.Lines(value))
    }
  }
}

extension ReportDefinition.Table {
  init(_ node: YAMLNode, _ catalogue: ColumnCatalogue) throws {
    let fields = try node.fields([
      "query", "title", "columns", "empty", "total", "sums", "first", "more", "csv", "large", "key",
      "unless_long", "scored", "since", "written",
    ])
    query = try fields.required("query").text
    title = try fields["title"]?.template
    columns = try ReportDefinition.Column.list(fields.required("columns"), of: query, catalogue)
    empty = try fields["empty"]?.template
    total = try fields["total"].map(ReportDefinition.Total.init)
    sums = try fields["sums"].map(ReportDefinition.Sums.list) ?? []
    unlessLong = try fields["unless_long"]?.text
    most = try fields["first"]?.integer(within: 0...1_048_576)
    more = try fields["more"]?.template
    csv = try fields["csv"]?.text
    companion = try fields["large"]?.template
    key = try fields["key"]?.items.map { try $0.text } ?? []
    written = try fields["written"]?.items.map { try $0.text } ?? []
    isScored = try fields["scored"]?.flag
    since = try fields["since"]?.word()
    place = node.place
  }
}

extension ReportDefinition.Total {
  init(_ node: YAMLNode) throws {
    let fields = try node.fields(["label", "once"])
    label = try fields.required("label").text
    once = try fields["once"].map { node in
      let fields = try node.fields(["label", "query", "sums"])
      return Once(
        label: try fields.required("label").text, query: try fields.required("query").text,
        sums: try fields["sums"].map(ReportDefinition.Sums.init), place: node.place)
    }
  }
}

extension ReportDefinition.Relations {
  init(_ node: YAMLNode) throws {
    let fields = try node.fields(["query", "text", "total", "parts", "sums"])
    self.init(
      query: try fields.required("query").text,
      text: try ReportDefinition.Choice(fields.required("text")) { try $0.template },
      total: try fields.required("total").text, parts: try fields.required("parts").text,
      sums: try fields["sums"].map(ReportDefinition.Sums.list) ?? [], place: node.place)
  }
}

extension ReportDefinition.Chart {
  init(_ node: YAMLNode) throws {
    let fields = try node.fields(["kind", "title", "table", "categories", "values", "by_row"])
    kind = try fields.required("kind").word()
    title = try fields.required("title").text
    table = try fields.required("table").text
    categories = try fields.required("categories").text
    values = try fields.required("values").items.map { try $0.text }
    isByRow = try fields["by_row"]?.flag ?? false
    place = node.place
    if kind == .doughnut, values.count != 1 {
      throw node.fault(.expected(.doughnutColumn))
    }
  }
}

extension ReportDefinition.Column {
  /// A list of columns; a list within it, as an anchor gives it, is spread, and so are those that
  /// are there for sums.
  static func list(
    _ node: YAMLNode, of query: String, _ catalogue: ColumnCatalogue, forSums: Bool = false
  ) throws -> [Self] {
    try node.items.flatMap { item -> [Self] in
      if item.isList { return try list(item, of: query, catalogue, forSums: forSums) }
      if item.isMapping, let (key, names) = try item.entries().first, key == "for_sums",
        names.isList
      {
        _ = try item.entries(known: ["for_sums"])
        return try list(names, of: query, catalogue, forSums: true)
      }
      return [try Self(item, of: query, catalogue, forSums: forSums)]
    }
  }

  /// - Parameters:
  ///   - query: The query of the table.
  ///   - catalogue: What is said of its columns where the report does not.
  private init(
    _ node: YAMLNode, of query: String, _ catalogue: ColumnCatalogue, forSums: Bool
  ) throws {
    let fields = node.isMapping ? try node.fields(Self.keys) : YAMLFields(node: node, values: [:])
    let name = node.isMapping ? try Content.name(fields) : try node.text
    let said = catalogue.entry(named: name, in: query)
    content = node.isMapping ? try Content(fields, said) : try Content(named: node, said)
    heading = try Self.heading(fields, content, said, name: name, catalogue)
    // A column with a heading of its own is a column of its own; one for sums has no neighbours.
    let isOwn = fields["heading"] != nil
    isForSums = try fields["for_sums"]?.flag ?? forSums
    group = try fields["group"]?.text ?? (isOwn || isForSums ? nil : said.group) ?? ""
    format = try fields["format"]?.word() ?? said.format ?? content.format
    width = try fields["width"]?.integer(within: 1...255) ?? said.width
    words =
      try Self.words(fields, of: query, catalogue)
      ?? (fields["basis"] != nil ? said.bases : isOwn ? nil : said.words) ?? [:]
    isSummed =
      try fields["sum"]?.flag ?? said.isSummed
      ?? (format == .integer || format == .exactPoints || content.isShare)
    isMerged = try fields["merge"]?.flag ?? false
    hasBar = try fields["bar"]?.flag ?? false
    link = try fields["link"].map(ReportDefinition.Link.init)
    place = node.place
  }

  /// Labels of codes, or the name of the column whose labels the catalogue has.
  private static func words(
    _ fields: YAMLFields, of query: String, _ catalogue: ColumnCatalogue
  ) throws -> [String: String]? {
    guard let node = fields["words"], !node.isMapping else { return try fields["words"]?.words }
    let name = try node.text
    guard let words = catalogue.entry(of: name, in: query).words else {
      throw node.fault(.unknownReference(name, known: catalogue.worded))
    }
    return words
  }

  private static let keys =
    [
      "heading", "group", "format", "width", "words", "empty", "sum", "merge", "bar", "link",
      "for_sums",
    ] + Content.kinds + Content.comparisons

  private static func heading(
    _ fields: YAMLFields, _ content: Content, _ said: ColumnCatalogue.Entry, name: String?,
    _ catalogue: ColumnCatalogue
  ) throws -> String {
    if case .ownColumns = content { return "" }
    if let heading = try fields["heading"]?.text ?? said.heading { return heading }
    guard let name else { throw fields.fault(.missingKey("heading")) }
    throw fields.fault(.noHeading(column: name, known: catalogue.headed))
  }
}

extension ReportDefinition.Column.Content {
  init(_ fields: YAMLFields, _ said: ColumnCatalogue.Entry) throws {
    let isCompared = Self.comparisons.contains { fields[$0] != nil }
    self =
      isCompared
      ? .compared(try ReportDefinition.Compared(fields) { try Self(ownMoment: $0, said) })
      : try Self(ownMoment: fields, said)
  }

  static let kinds = ["column", "ratio", "own_columns", "spread", "share", "basis"]

  private init(ownMoment fields: YAMLFields, _ said: ColumnCatalogue.Entry) throws {
    let empty = try fields["empty"].map { try ReportDefinition.Choice($0) { try $0.text } }
    let given = Self.kinds.filter { fields[$0] != nil }
    guard given.count == 1, let node = fields[given[0]] else {
      throw fields.fault(.expected(.oneKeyOf(Self.kinds)))
    }
    switch given[0] {
    case "column": self = try Self(figure: node.text, at: node, empty: empty, said)
    case "basis": self = .column(try node.text)
    case "own_columns": self = .ownColumns(try node.text)
    case "spread": self = .spread(try ReportDefinition.Spread(node))
    case "share": self = .share(try node.text)
    default:
      let names = try node.items.map { try $0.text }
      guard names.count == 2 else {
        throw node.fault(.expected(.ratioColumns))
      }
      guard let empty = empty ?? said.empty else { throw fields.fault(.missingKey("empty")) }
      self = .ratio(numerator: names[0], denominator: names[1], empty: empty)
    }
  }
}

extension YAMLNode {
  /// A mapping of codes to labels.
  var words: [String: String] {
    get throws {
      Dictionary(uniqueKeysWithValues: try entries().map { ($0.key, try $0.value.text) })
    }
  }
}
