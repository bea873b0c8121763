import Domain

/// The rules that keep a statement the same on every engine (docs/architecture.md, SQL contract).
struct SQLContract {
  /// A word that must not stand in a query, and why.
  static let refused: [String: String] = [
    "current_date": "the clock is read once, by the job",
    "current_time": "the clock is read once, by the job",
    "current_timestamp": "the clock is read once, by the job",
    "now": "the clock is read once, by the job",
    "date": "join the table day", "datetime": "join the table day",
    "strftime": "join the table day", "julianday": "join the table day",
    "to_char": "join the table day", "to_date": "join the table day",
    "date_trunc": "join the table day", "extract": "join the table day",
    "interval": "join the table day",
    "avg": "a rate is a numerator and a denominator", "round": "rounding belongs to the report",
    "real": "integers only", "float": "integers only", "double": "integers only",
    "like": "the engines differ in case", "ilike": "the engines differ in case",
    "glob": "SQLite only", "group_concat": "one row per pair", "string_agg": "one row per pair",
    "array_agg": "one row per pair", "greatest": "PostgreSQL only; use CASE",
    "least": "PostgreSQL only; use CASE", "ifnull": "SQLite only; use coalesce",
    "concat": "the engines differ; use ||", "lateral": "PostgreSQL only",
    "percentile_cont": "PostgreSQL only", "filter": "use sum(CASE …)", "random": "not provable",
    "limit": "nothing is cut off silently", "pragma": "SQLite only", "replace": "queries only read",
    "insert": "queries only read", "update": "queries only read", "delete": "queries only read",
    "drop": "queries only read", "create": "queries only read",
  ]

  private let query: QueryDefinition
  private let tokens: [SQLToken]
  private let bodyLine: Int

  init(_ query: QueryDefinition, tokens: [SQLToken], bodyLine: Int) {
    self.query = query
    self.tokens = tokens
    self.bodyLine = bodyLine
  }

  func check() throws {
    for (index, token) in tokens.enumerated() {
      if let why = rule(token, at: index, in: tokens) {
        throw fault(token.line, "\(token.text): \(why)")
      }
    }
    let declared = Set(query.parameters.map { ":" + $0.name })
    let used = Set(tokens.lazy.map(\.text).filter { $0.hasPrefix(":") })
    if let stranger = used.subtracting(declared).sorted().first {
      throw fault(0, "\(stranger) is not among the params of the header")
    }
    if let idle = declared.subtracting(used).sorted().first {
      throw fault(0, "\(idle) is declared and not used")
    }
    let names = query.columns.map(\.name)
    for name in query.key + query.order where !names.contains(name) {
      throw DefinitionFault(
        place: SourcePlace(file: query.file.path, line: 1),
        problem: .unknownReference(name, known: names))
    }
    if !query.order.isEmpty, !query.key.allSatisfy(query.order.contains) {
      throw fault(0, "order must end in the key")
    }
  }

  /// Why a token is refused, if it is.
  private func rule(_ token: SQLToken, at index: Int, in tokens: [SQLToken]) -> String? {
    let next = index + 1 < tokens.count ? tokens[index + 1].text : ""
    switch token.text {
    case "::": return "use CAST"
    case ";": return "one statement, without a semicolon"
    case "\"": return "double quotes mean a string to one engine and a name to the other"
    case "*" where index > 0 && ["select", "."].contains(tokens[index - 1].text):
      return "name the columns"
    case "max", "min":
      return next == "(" && hasTwoArguments(tokens[(index + 1)...]) ? "scalar form; use CASE" : nil
    case let word where word.hasPrefix("json"): return "JSON differs between the engines"
    default: return Self.refused[token.text]
    }
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

  private func fault(_ line: Int, _ rule: String) -> DefinitionFault {
    DefinitionFault(
      place: SourcePlace(file: query.file.path, line: bodyLine + line), problem: .contract(rule))
  }
}

/// A word, name, parameter or sign of a statement, in lower case; strings and comments left out.
struct SQLToken {
  let text: String
  /// Counted from 0 at the beginning of the statement.
  let line: Int

  static func tokens(of statement: String) -> [SQLToken] {
    var tokens: [SQLToken] = []
    var rest = Array(statement.lowercased().unicodeScalars)[...]
    var line = 0
    func isWord(_ scalar: Unicode.Scalar) -> Bool {
      scalar == "_" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }
    func take(while condition: (Unicode.Scalar) -> Bool) -> String {
      let taken = rest.prefix(while: condition)
      rest = rest.dropFirst(taken.count)
      line += taken.count { $0 == "\n" }
      return String(String.UnicodeScalarView(taken))
    }
    while let scalar = rest.first {
      if scalar == "'" {
        rest = rest.dropFirst()
        _ = take { $0 != "'" }
        rest = rest.dropFirst()
      } else if scalar == "-", rest.dropFirst().first == "-" {
        _ = take { $0 != "\n" }
      } else if scalar == ":", rest.dropFirst().first == ":" {
        tokens.append(SQLToken(text: "::", line: line))
        rest = rest.dropFirst(2)
      } else if scalar == ":" || isWord(scalar) {
        rest = rest.dropFirst()
        tokens.append(SQLToken(text: String(scalar) + take(while: isWord), line: line))
      } else {
        if scalar == "\n" { line += 1 }
        rest = rest.dropFirst()
        if !scalar.properties.isWhitespace {
          tokens.append(SQLToken(text: String(scalar), line: line))
        }
      }
    }
    return tokens
  }
}
