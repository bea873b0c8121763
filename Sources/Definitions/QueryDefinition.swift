public import Domain

/// A query: a header that says what it yields, and one statement.
///
/// The file's path below `Queries/` is its id. The text of the header is documentation; its
/// fields are held against the statement by `check` and by the tests.
public struct QueryDefinition: Hashable, Sendable {
  /// A value that the statement is bound with.
  public struct Parameter: Hashable, Sendable {
    public let name: String
    public let kind: ResultColumn.Kind
  }

  /// What a finding of a check means for the job.
  public enum Severity: String, CaseIterable, Sendable { case fail, warn }

  public let file: DefinitionFile
  /// The first line: what the figure is called.
  public let title: String
  /// What it means, paragraph by paragraph.
  public let description: String
  /// In words, what a row stands for.
  public let grain: String
  /// The columns that identify a row; empty where there is but one row.
  public let key: [String]
  /// Whether the header says `key: -`: there is but one row.
  public let isSingle: Bool
  public let parameters: [Parameter]
  public let columns: [ResultColumn]
  public let order: [String]
  /// The tables that the statement reads, among them those of other queries.
  public let tables: Set<String>
  /// Set for the queries in `checks/`.
  public let severity: Severity?
  /// The statement as written, without the order that the header adds.
  public let body: String
  /// The line on which the statement begins.
  let bodyLine: Int
  /// The lines of the header's fields.
  private let fieldLines: [String: Int]

  /// The line of a field of the header, such as `key`; the first where it is not there.
  public func line(of field: String) -> Int { fieldLines[field] ?? 1 }

  /// The line of the statement on which a name stands first; the first where it stands nowhere.
  public func line(ofName name: String) -> Int {
    let last = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let token = SQLToken.tokens(of: body).first { $0.text == last }
    return bodyLine + (token?.line ?? 0)
  }

  public var id: String { file.id }

  /// The last part of the id: for state and facts, the name of the temporary table.
  public let name: String

  /// Whether the query can be asked only where two moments are compared: the lists of
  /// `changes/`, and `past/`, which they read.
  public static func comparesMoments(_ id: String) -> Bool {
    ["changes/", "past/"].contains(where: id.hasPrefix)
  }

  /// The statement to run: ordered as the header says, by the columns' positions.
  public var statement: String { ordered(body) }

  /// A statement with the columns of the header, in the order that the header says.
  public func ordered(_ statement: String) -> String {
    let positions = order.compactMap { name in columns.firstIndex { $0.name == name } }
    guard !positions.isEmpty else { return statement }
    return statement + "\nORDER BY "
      + positions.map { "\($0 + 1) NULLS LAST" }.joined(separator: ", ")
  }

  /// Holds the statement to the SQL contract.
  /// - Parameter momentTables: the tables that stand behind `prior_…`; nil leaves them unchecked.
  /// - Throws: `DefinitionFault` with the line of what is wrong.
  public func checkContract(momentTables: Set<String>? = nil) throws {
    try SQLContract(self, momentTables: momentTables).check()
  }

  /// Parses the header.
  /// - Throws: `DefinitionFault` with the line of what is wrong.
  public init(_ file: DefinitionFile) throws {
    let header = try QueryHeader(file)
    self.file = file
    name = file.id.split(separator: "/").last.map(String.init) ?? file.id
    title = header.title
    description = header.description
    grain = try header.required("grain")
    key = header.list("key")
    isSingle = header.isThere("key") && key.isEmpty
    parameters = try header.typed("params").map { name, kind, line in
      guard name.hasPrefix(":") else { throw header.fault(line, .parameterWithoutColon) }
      return Parameter(name: String(name.dropFirst()), kind: kind)
    }
    columns = try header.typed("columns").map { ResultColumn(name: $0.name, kind: $0.kind) }
    order = header.list("order")
    severity = try header.severity
    body = header.body
    bodyLine = header.bodyLine
    fieldLines = header.lines
    tables = SQLToken.tables(among: SQLToken.tokens(of: body))
  }
}

/// The comment lines before a statement, taken apart.
struct QueryHeader {
  static let fields = ["grain", "key", "params", "columns", "order", "severity"]

  let file: DefinitionFile
  let title: String
  let description: String
  let body: String
  /// The line on which the statement begins.
  let bodyLine: Int
  private let values: [String: (text: String, line: Int)]

  init(_ file: DefinitionFile) throws {
    self.file = file
    var rest = file.text.utf8[...]
    var comments: [Substring] = []
    while rest.starts(with: "--".utf8) {
      let line = rest.prefix { $0 != 0x0A }
      comments.append(Substring(line.dropFirst(2).drop { $0 == 0x20 }))
      rest = rest[line.endIndex...].dropFirst()
    }
    guard let first = comments.first, !first.isEmpty else {
      throw DefinitionFault(
        place: SourcePlace(file: file.path, line: 1), problem: .missingKey("title"))
    }
    title = String(first)
    body = Substring(rest).trimmedEnd
    bodyLine = comments.count + 1
    var values: [String: (text: String, line: Int)] = [:]
    var prose: [String] = []
    var current: String?
    for (index, comment) in comments.enumerated().dropFirst() {
      if let field = Self.fields.first(where: {
        comment.utf8.starts(with: $0.utf8)
          && comment.utf8.dropFirst($0.utf8.count).first == UInt8(ascii: ":")
      }) {
        current = field
        guard values[field] == nil else {
          throw DefinitionFault(
            place: SourcePlace(file: file.path, line: index + 1), problem: .duplicateKey(field))
        }
        let text = comment.utf8.dropFirst(field.utf8.count + 1).drop { $0 == 0x20 }
        values[field] = (String(Substring(text)), index + 1)
      } else if let current {
        values[current]?.text += " " + comment
      } else {
        prose.append(String(comment))
      }
    }
    description = prose.joined(separator: "\n")[...].trimmedEnd
    self.values = values
  }

  func fault(_ line: Int, _ rule: DefinitionFault.QueryRule) -> DefinitionFault {
    DefinitionFault(place: SourcePlace(file: file.path, line: line), problem: .query(rule))
  }

  func isThere(_ field: String) -> Bool { values[field] != nil }

  /// The lines of the fields that there are.
  var lines: [String: Int] { values.mapValues(\.line) }

  func required(_ field: String) throws -> String {
    guard let value = values[field] else {
      throw DefinitionFault(
        place: SourcePlace(file: file.path, line: 1), problem: .missingKey(field))
    }
    return value.text
  }

  /// The names of a comma-separated field; `-` stands for none.
  func list(_ field: String) -> [String] {
    (values[field]?.text ?? "").utf8.split(separator: UInt8(ascii: ",")).map {
      Substring($0).trimmed
    }.filter { !$0.isEmpty && $0 != "-" }
  }

  /// The names and types of a comma-separated field; `ratio` stands for two integer columns.
  func typed(_ field: String) throws -> [(name: String, kind: ResultColumn.Kind, line: Int)] {
    try list(field).flatMap { item -> [(String, ResultColumn.Kind, Int)] in
      let line = values[field]?.line ?? 1
      let words = item.utf8.split(separator: 0x20).map { String(Substring($0)) }
      guard words.count == 2 else { throw fault(line, .notNameAndType(field: field, item: item)) }
      if words[1] == "ratio" {
        return [(words[0] + "_num", .integer, line), (words[0] + "_den", .integer, line)]
      }
      guard let kind = ResultColumn.Kind(rawValue: words[1]) else {
        throw DefinitionFault(
          place: SourcePlace(file: file.path, line: line),
          problem: .unknownWord(
            words[1], known: ResultColumn.Kind.allCases.map(\.rawValue) + ["ratio"]))
      }
      return [(words[0], kind, line)]
    }
  }

  var severity: QueryDefinition.Severity? {
    get throws {
      guard let value = values["severity"] else { return nil }
      guard let severity = QueryDefinition.Severity(rawValue: value.text) else {
        throw DefinitionFault(
          place: SourcePlace(file: file.path, line: value.line),
          problem: .unknownWord(
            value.text, known: QueryDefinition.Severity.allCases.map(\.rawValue)))
      }
      return severity
    }
  }
}

extension Substring {
  /// Without ASCII blanks and line breaks at both ends.
  var trimmed: String {
    Substring(utf8.drop { $0.isBlank }).trimmedEnd
  }

  /// Without ASCII blanks and line breaks at the end.
  var trimmedEnd: String {
    let end = utf8.lastIndex { !$0.isBlank }.map(utf8.index(after:)) ?? startIndex
    return String(self[..<end])
  }
}

extension UInt8 {
  /// Whether the byte is a blank, a tab or a line break.
  fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
