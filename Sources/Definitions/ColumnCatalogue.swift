/// What is said once of the columns of results: `columns.yaml` beside the queries.
///
/// `in_force` stands for the column of that name in every query, `metrics/lights.in_force` for that
/// of one query; so do `completed/in_force`, a ratio, `previous.due`, a figure of an earlier moment,
/// and `previous.change.due`, what changed since. An office's own file goes before the shipped one,
/// name by name and field by field.
public struct ColumnCatalogue: Sendable {
  /// The name of its file.
  public static let id = "columns"
  /// The name of the shipped one where an office has its own.
  public static let shippedID = "columns.shipped"
  /// One that says nothing.
  public static let empty = ColumnCatalogue(layers: [])

  private let layers: [[String: Entry]]

  private init(layers: [[String: Entry]]) {
    self.layers = layers
  }

  /// - Parameter files: The one that goes before the others first.
  /// - Throws: `DefinitionFault` for a name twice, or one of which nothing is said.
  public init(_ files: [DefinitionFile]) throws {
    layers = try files.map { file in
      Dictionary(
        uniqueKeysWithValues: try YAMLNode(file).entries().map { ($0.key, try Entry($0.value)) })
    }
  }

  /// What is said of a query's column; that of its query before that of its name.
  public func entry(of column: String, in query: String) -> Entry {
    layers.flatMap { [$0["\(query).\(column)"], $0[column]] }.compactMap(\.self)
      .reduce(Entry()) { $0.or($1) }
  }

  /// What a query's column means; nil where it is not said.
  public func meaning(of column: String, in query: String) -> String? {
    entry(of: column, in: query).meaning
  }

  /// The names of which a heading is said.
  public var headed: [String] { names { $0.heading != nil } }

  /// The names whose codes have labels.
  var worded: [String] { names { $0.words != nil } }

  private func names(with isSaid: (Entry) -> Bool) -> [String] {
    Set(layers.flatMap { layer in layer.filter { isSaid($0.value) }.keys }).sorted()
  }

  /// What is said of a column.
  public struct Entry: Sendable {
    public var heading: String?
    /// The heading over this and its neighbours of the same group.
    public var group: String?
    public var format: ReportDefinition.Format?
    /// In characters of which a Chinese one counts two.
    public var width: Int?
    /// Labels of codes.
    public var words: [String: String]?
    /// What the codes stand for, where the column names figures: 口径.
    public var bases: [String: String]?
    /// What a ratio says without a denominator.
    public var empty: ReportDefinition.Choice<String>?
    public var isSummed: Bool?
    /// What it means, and how it is counted.
    public var meaning: String?

    /// What this says, and where it says nothing, what the other does.
    func or(_ other: Entry) -> Entry {
      Entry(
        heading: heading ?? other.heading, group: group ?? other.group,
        format: format ?? other.format, width: width ?? other.width,
        words: words ?? other.words, bases: bases ?? other.bases, empty: empty ?? other.empty,
        isSummed: isSummed ?? other.isSummed, meaning: meaning ?? other.meaning)
    }
  }
}

extension ColumnCatalogue.Entry {
  /// A meaning alone, or fields.
  init(_ node: YAMLNode) throws {
    guard node.isMapping else {
      meaning = try Self.meaning(node)
      return
    }
    let fields = try node.fields([
      "heading", "group", "format", "width", "words", "bases", "empty", "sum", "meaning",
    ])
    heading = try fields["heading"]?.text
    group = try fields["group"]?.text
    format = try fields["format"]?.word()
    width = try fields["width"]?.integer(within: 1...255)
    words = try fields["words"]?.words
    bases = try fields["bases"]?.words
    empty = try fields["empty"].map { try ReportDefinition.Choice($0) { try $0.text } }
    isSummed = try fields["sum"]?.flag
    meaning = try fields["meaning"].map(Self.meaning)
  }

  private static func meaning(_ node: YAMLNode) throws -> String {
    let meaning = try node.text
    guard !meaning.isEmpty else { throw node.fault(.expected(.meaning)) }
    return meaning
  }
}
