import Domain

/// The rules that keep a statement the same on every engine (docs/architecture.md, SQL contract).
struct SQLContract: Sendable {
  /// A word that must not stand in a query, and why.
  static let refused: [String: DefinitionFault.QueryRule.Reason] = [
    "current_date": .clock,
    "current_time": .clock,
    "current_timestamp": .clock,
    "now": .clock,
    "date": .joinDay, "datetime": .joinDay,
    "strftime": .joinDay, "julianday": .joinDay,
    "to_char": .joinDay, "to_date": .joinDay,
    "date_trunc": .joinDay, "extract": .joinDay,
    "interval": .joinDay,
    "avg": .rateOfTwo, "round": .rounding,
    "real": .integersOnly, "float": .integersOnly, "double": .integersOnly,
    "numeric": .integersOnly, "decimal": .integersOnly,
    "like": .letterCase, "ilike": .letterCase,
    "glob": .onlySQLite, "group_concat": .rowPerPair, "string_agg": .rowPerPair,
    "array_agg": .rowPerPair, "greatest": .useCase,
    "least": .useCase, "ifnull": .useCoalesce,
    "concat": .useBars, "lateral": .onlyPostgres,
    "percentile_cont": .onlyPostgres, "filter": .useSumOfCase, "random": .notProvable,
    "limit": .nothingCutOff, "pragma": .onlySQLite, "replace": .onlyReads,
    "insert": .onlyReads, "update": .onlyReads, "delete": .onlyReads,
    "drop": .onlyReads, "create": .onlyReads,
  ]

  /// After these a `*` stands for all columns; after anything else it multiplies.
  private static let beforeAllColumns: Set = ["select", "distinct", "all", ",", "."]

  /// What the name of an earlier moment's table begins with.
  static let priorPrefix = "prior_"

  private let query: QueryDefinition
  private let tokens: [SQLToken]
  private let momentTables: Set<String>?

  init(_ query: QueryDefinition, momentTables: Set<String>? = nil) {
    self.query = query
    self.momentTables = momentTables
    tokens = SQLToken.tokens(of: query.body)
  }

  func check() throws {
    guard let first = tokens.first, ["select", "with"].contains(first.text) else {
      throw fault(0, .beginsWithSelect)
    }
    if query.isSource { try checkSource() }
    for (index, token) in tokens.enumerated() {
      if let rule = rule(token, at: index, in: tokens) {
        throw fault(token.line, rule)
      }
    }
    let declared = Set(query.parameters.map { ":" + $0.name })
    let used = Set(tokens.lazy.map(\.text).filter { $0.hasPrefix(":") && $0 != "::" })
    if let stranger = used.subtracting(declared).sorted().first {
      throw fault(0, .undeclared(parameter: stranger))
    }
    if let idle = declared.subtracting(used).sorted().first {
      throw fault(0, .unused(parameter: idle))
    }
    let names = query.columns.map(\.name)
    for name in query.key + query.order where !names.contains(name) {
      throw DefinitionFault(
        place: SourcePlace(file: query.file.path, line: 1),
        problem: .unknownReference(name, known: names))
    }
    if !query.order.isEmpty, !query.key.allSatisfy(query.order.contains) {
      throw fault(0, .orderEndsInKey)
    }
  }

  /// What is asked of a query that runs on an office's own engine besides being one statement.
  private func checkSource() throws {
    if let stranger = query.parameters.first(where: { $0 != QueryDefinition.sourceParameter }) {
      throw fault(0, .sourceParameter(stranger.name))
    }
    if query.order.isEmpty {
      throw fault(0, .sourceOrder)
    }
  }

  /// Why a token is refused, if it is.
  private func rule(
    _ token: SQLToken, at index: Int, in tokens: [SQLToken]
  ) -> DefinitionFault.QueryRule? {
    if index > 0, ["from", "join"].contains(tokens[index - 1].text),
      let rule = earlier(token.text)
    {
      return rule
    }
    return reason(token, at: index, in: tokens).map { .word(token.text, $0) }
  }

  private func reason(
    _ token: SQLToken, at index: Int, in tokens: [SQLToken]
  ) -> DefinitionFault.QueryRule.Reason? {
    let next = index + 1 < tokens.count ? tokens[index + 1].text : ""
    switch token.text {
    case ";": return .oneStatement
    case _ where query.isSource: return nil
    case "::": return .useCast
    case "\"": return .quotesDiffer
    case "*" where index > 0 && Self.beforeAllColumns.contains(tokens[index - 1].text):
      return .nameColumns
    case "max", "min":
      return next == "(" && hasTwoArguments(tokens[(index + 1)...]) ? .useCase : nil
    case let number where number.isDecimal && (next == "." || !number.allSatisfy(\.isDigit)):
      return .integersOnly
    case let word where word.hasPrefix("json"): return .json
    default: return Self.refused[token.text]
    }
  }

  /// Why a query must not read a table of an earlier moment, if it is one.
  private func earlier(_ table: String) -> DefinitionFault.QueryRule? {
    guard table.hasPrefix(Self.priorPrefix) else { return nil }
    guard query.id.hasPrefix("changes/") else { return .word(table, .onlyChangesSeeTwo) }
    let name = String(table.dropFirst(Self.priorPrefix.count))
    return momentTables.map { $0.contains(name) } == false ? .noPriorTable(name) : nil
  }

  private func hasTwoArguments(_ tokens: ArraySlice<SQLToken>) -> Bool {
    var depth = 0
    for token in tokens {
      if token.text == "(" { depth += 1 }
      if token.text == ")" { depth -= 1 }
      if token.text == ",", depth == 1 { return true }
      if depth == 0 { return false }
    }
    return false
  }

  private func fault(_ line: Int, _ rule: DefinitionFault.QueryRule) -> DefinitionFault {
    DefinitionFault(
      place: SourcePlace(file: query.file.path, line: query.bodyLine + line),
      problem: .query(rule))
  }
}

extension String {
  /// Whether a token begins like a number.
  fileprivate var isDecimal: Bool { first?.isDigit ?? false }
}

extension Character {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}

/// A word, name, parameter or sign of a statement, in lower case; strings and comments left out.
struct SQLToken {
  let text: String
  /// Counted from 0 at the beginning of the statement.
  let line: Int

  /// What ends the list of tables that `FROM` begins.
  private static let afterTables: Set = [
    "where", "group", "order", "having", "window", "union", "intersect", "except", "select",
    "limit", "on", "using",
  ]

  /// The names that stand behind `FROM` and `JOIN`, those parted by commas too.
  static func tables(among tokens: [SQLToken]) -> Set<String> {
    var names: Set<String> = []
    for (index, token) in tokens.enumerated() where ["from", "join"].contains(token.text) {
      // IS DISTINCT FROM has no table behind it.
      if index > 0, tokens[index - 1].text == "distinct" { continue }
      var (depth, isName) = (0, true)
      for next in tokens[(index + 1)...] {
        if isName { names.insert(next.text) }
        depth += next.text == "(" ? 1 : next.text == ")" ? -1 : 0
        isName = depth == 0 && next.text == ","
        if depth < 0 || (depth == 0 && afterTables.contains(next.text)) { break }
      }
    }
    return names
  }

  static func tokens(of statement: String) -> [SQLToken] {
    var scanner = SQLScanner(statement)
    var tokens: [SQLToken] = []
    while let token = scanner.next() { tokens.append(token) }
    return tokens
  }
}

/// Takes a statement apart, byte by byte: all signs of SQL are ASCII.
private struct SQLScanner {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 0

  init(_ statement: String) {
    bytes = Array(statement.utf8)
  }

  mutating func next() -> SQLToken? {
    skipBlanksAndComments()
    guard let byte = peek() else { return nil }
    let start = position
    switch byte {
    case UInt8(ascii: "'"):
      position += 1
      skip { $0 != UInt8(ascii: "'") }
      position += 1
      return next()
    case UInt8(ascii: ":") where peek(1) == byte: position += 2
    case UInt8(ascii: ":"):
      position += 1
      skip(while: Self.isWord)
    case _ where Self.isWord(byte): skip(while: Self.isWord)
    default: position += 1
    }
    let end = min(position, bytes.count)
    let word = bytes[start..<end]
    let text =
      word.contains(where: Self.isUppercase)
      ? String(decoding: word.map { Self.isUppercase($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
      : String(decoding: word, as: UTF8.self)
    return SQLToken(text: text, line: line)
  }

  private func peek(_ offset: Int = 0) -> UInt8? {
    position + offset < bytes.count ? bytes[position + offset] : nil
  }

  private mutating func skipBlanksAndComments() {
    while let byte = peek() {
      if byte == UInt8(ascii: "-"), peek(1) == byte {
        skip { $0 != UInt8(ascii: "\n") }
      } else if byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte) {
        skip { $0 == byte }
      } else {
        return
      }
    }
  }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while let byte = peek(), condition(byte) {
      if byte == UInt8(ascii: "\n") { line += 1 }
      position += 1
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  private static func isUppercase(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }
}
