public import Domain

extension DatabaseFailure {
  /// Whether the statement itself is wrong, or wants to write where it must not.
  public var isOfStatement: Bool {
    switch kind {
    case .statement, .constraint: true
    case .unwritable: code == "SQLSTATE 25006" || code.hasPrefix("SQLITE 8")
    case .unreachable, .busy, .damaged, .commitUnknown: false
    }
  }

  /// Why the engine refuses the statement, as far as it can be told from its code and words.
  public var refusal: StatementRefusal {
    let words = if case .said(let words) = detail { words } else { "" }
    if code == "SQLITE 9" || code == "SQLSTATE 57014" { return .endless }
    return Self.postgresRefusal(code, words) ?? Self.sqliteRefusal(words)
      ?? .other(code: code, words: words)
  }

  private static func postgresRefusal(_ code: String, _ words: String) -> StatementRefusal? {
    guard code.hasPrefix("SQLSTATE ") else { return nil }
    let name = quoted(words) ?? ""
    return switch code.dropFirst(9) {
    case "42703": .unknownColumn(name.isEmpty ? word(words, after: "column ") : name)
    case "42P01": .unknownTable(name)
    case "42883": .unknownFunction(word(words, after: "function "))
    case "42702": .ambiguousColumn(name)
    case "42601": .syntax(near: name)
    case "42803": .notGrouped
    case "42804", "42846", "42725", "42P18", "42P38", "22P02", "22007": .types
    case "25006": .writes
    default: nil
    }
  }

  private static func sqliteRefusal(_ words: String) -> StatementRefusal? {
    func rest(_ prefix: String) -> String? {
      words.hasPrefix(prefix) ? String(words.dropFirst(prefix.count)) : nil
    }
    if let name = rest("no such column: ") { return .unknownColumn(name) }
    if let name = rest("no such table: ") { return .unknownTable(name) }
    if let name = rest("no such function: ") { return .unknownFunction(name) }
    if let name = rest("wrong number of arguments to function ") { return .unknownFunction(name) }
    if let name = rest("ambiguous column name: ") { return .ambiguousColumn(name) }
    if words.hasPrefix("incomplete input") { return .syntax(near: "") }
    if words.hasPrefix("near "), words.hasSuffix("syntax error") {
      return .syntax(near: quoted(words) ?? "")
    }
    return words.hasPrefix("attempt to write") ? .writes : nil
  }

  /// The first name in double quotes.
  private static func quoted(_ words: String) -> String? {
    let parts = words.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.count > 2 ? String(parts[1]) : nil
  }

  private static func word(_ words: String, after prefix: String) -> String {
    guard let start = words.firstRange(of: prefix)?.upperBound else { return "" }
    return String(words[start...].prefix { !$0.isWhitespace })
  }
}
