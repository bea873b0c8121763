import Domain

extension ReportDefinition {
  /// Reads a report.
  /// - Throws: `DefinitionFault` with file and line.
  public init(_ file: DefinitionFile) throws {
    // `shared` holds what anchors refer to, `audience` says who reads the report.
    let fields = try YAMLNode(file).fields([
      "audience", "workbook", "headings", "notice", "footing", "shared", "sheets",
    ])
    self.file = file
    workbook = try fields.required("workbook").template
    headings = try fields["headings"]?.templates ?? []
    notice = try fields["notice"]?.template
    footing = try fields["footing"]?.templates ?? []
    sheets = try fields.required("sheets").items.map(Sheet.init)
  }
}

extension ReportDefinition.Sheet {
  init(_ node: YAMLNode) throws {
    let fields = try node.fields([
      "name", "title", "headings", "footing", "gridlines", "one_page", "widths", "print_columns",
      "freeze_columns", "font_size", "scored", "blocks",
    ])
    name = try fields.required("name").text
    title = try fields.required("title").template
    headings = try fields["headings"]?.templates ?? []
    hasFooting = try fields["footing"]?.flag ?? false
    hasGridlines = try fields["gridlines"]?.flag ?? true
    isOnePage = try fields["one_page"]?.flag ?? false
    widths = try fields["widths"]?.items.map { try $0.integer } ?? []
    printedColumns = try fields["print_columns"]?.integer
    frozenColumns = try fields["freeze_columns"]?.integer ?? 0
    fontSize = try fields["font_size"].map { Double(try $0.integer) } ?? 10.5
    isScored = try fields["scored"]?.flag
    blocks = try fields.required("blocks").items.map(ReportDefinition.Block.init)
    place = node.place
  }
}

extension ReportDefinition.Block {
  static let kinds = ["table", "charts", "facts", "heading", "text", "contents"]

  init(_ node: YAMLNode) throws {
    let entries = try node.entries(known: Self.kinds)
    guard let (kind, value) = entries.first, entries.count == 1 else {
      throw node.fault(.expected("one of " + Self.kinds.joined(separator: ", ")))
    }
    switch kind {
    case "table": self = .table(try ReportDefinition.Table(value))
    case "charts": self = .charts(try value.items.map(ReportDefinition.Chart.init))
    case "facts":
      self = .facts(
        try value.entries().map {
          ReportDefinition.Fact(label: $0.key, text: try $0.value.template)
        })
    case "heading": self = .heading(try value.template)
    case "contents": self = .contents(title: try value.text)
    default: self = .text(try value.templates)
    }
  }
}

extension ReportDefinition.Table {
  init(_ node: YAMLNode) throws {
    let fields = try node.fields([
      "query", "title", "columns", "empty", "total", "csv", "large", "key",
    ])
    query = try fields.required("query").text
    title = try fields["title"]?.template
    columns = try ReportDefinition.Column.list(fields.required("columns"))
    empty = try fields["empty"]?.template
    total = try fields["total"].map(ReportDefinition.Total.init)
    csv = try fields["csv"]?.text
    companion = try fields["large"]?.template
    key = try fields["key"]?.items.map { try $0.text } ?? []
    place = node.place
  }
}

extension ReportDefinition.Total {
  init(_ node: YAMLNode) throws {
    let fields = try node.fields(["label", "once"])
    label = try fields.required("label").text
    once = try fields["once"].map { node in
      let fields = try node.fields(["label", "query"])
      return Once(
        label: try fields.required("label").text, query: try fields.required("query").text,
        place: node.place)
    }
  }
}

extension ReportDefinition.Chart {
  init(_ node: YAMLNode) throws {
    let fields = try node.fields(["kind", "title", "table", "categories", "values"])
    kind = try fields.required("kind").word()
    title = try fields.required("title").text
    table = try fields.required("table").text
    categories = try fields.required("categories").text
    values = try fields.required("values").items.map { try $0.text }
    place = node.place
    if kind == .doughnut, values.count != 1 {
      throw node.fault(.expected("one column of values in a doughnut"))
    }
  }
}

extension ReportDefinition.Column {
  /// A list of columns; a list within it, as an anchor gives it, is spread.
  static func list(_ node: YAMLNode) throws -> [Self] {
    try node.items.flatMap { try $0.isList ? list($0) : [Self($0)] }
  }

  init(_ node: YAMLNode) throws {
    let fields = try node.fields([
      "column", "ratio", "own_columns", "heading", "format", "width", "words", "empty", "sum",
      "sum_of",
    ] + Content.comparisons)
    content = try Content(fields)
    if case .ownColumns = content {
      heading = ""
      format = try fields["format"]?.word() ?? .text
    } else {
      heading = try fields.required("heading").text
      format = try fields["format"]?.word() ?? content.format
    }
    width = try fields["width"]?.integer
    words = try fields["words"]?.words ?? [:]
    isSummed = try fields["sum"]?.flag ?? (format == .integer || format == .exactPoints)
    sumOf = try fields["sum_of"].map(ReportDefinition.SumOf.init)
    place = node.place
  }
}

extension ReportDefinition.SumOf {
  init(_ node: YAMLNode) throws {
    let fields = try node.fields(["table", "values", "key"])
    self.init(
      table: try fields.required("table").text, values: try fields.required("values").text,
      key: try fields.required("key").text, place: node.place)
  }
}

extension ReportDefinition.Column.Content {
  init(_ fields: YAMLFields) throws {
    let isCompared = Self.comparisons.contains { fields[$0] != nil }
    self =
      isCompared
      ? .compared(try ReportDefinition.Compared(fields) { try Self(ownMoment: $0) })
      : try Self(ownMoment: fields)
  }

  private init(ownMoment fields: YAMLFields) throws {
    switch (fields["column"], fields["ratio"], fields["own_columns"]) {
    case (let column?, nil, nil): self = .column(try column.text)
    case (nil, nil, let column?): self = .ownColumns(try column.text)
    case (nil, let ratio?, nil):
      let names = try ratio.items.map { try $0.text }
      guard names.count == 2 else {
        throw ratio.fault(.expected("two columns: [numerator, denominator]"))
      }
      let empty = try ReportDefinition.EmptyWords(fields.required("empty"))
      self = .ratio(numerator: names[0], denominator: names[1], empty: empty)
    default: throw fields.fault(.expected("one of column, ratio, own_columns"))
    }
  }
}

extension ReportDefinition.EmptyWords {
  init(_ node: YAMLNode) throws {
    guard node.isMapping else {
      self.init(otherwise: try node.text, column: nil, words: [:])
      return
    }
    let fields = try node.fields(["by", "words", "otherwise"])
    self.init(
      otherwise: try fields.required("otherwise").text, column: try fields.required("by").text,
      words: try fields.required("words").words)
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
