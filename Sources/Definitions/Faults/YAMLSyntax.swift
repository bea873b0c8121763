/// What a text has that YAML cannot be read with; the raw values are the parser's own words.
public enum YAMLSyntax: String, CaseIterable, Sendable {
  case blockEntry = "block sequence entries are not allowed in this context"
  case controlCharacter = "control characters are not allowed"
  case colon = "could not find expected ':'"
  case listEnd = "did not find expected ',' or ']'"
  case mappingEnd = "did not find expected ',' or '}'"
  case dash = "did not find expected '-' indicator"
  case documentStart = "did not find expected <document start>"
  case alphanumeric = "did not find expected alphabetic or numeric character"
  case lineBreak = "did not find expected comment or line break"
  case hexadecimal = "did not find expected hexdecimal number"
  case key = "did not find expected key"
  case content = "did not find expected node content"
  case blank = "did not find expected whitespace or line break"
  case tabIndentation = "found a tab character that violates indentation"
  case tabForBlank = "found a tab character where an indentation space is expected"
  case token = "found character that cannot start any token"
  case tag = "found undefined tag handle"
  case unexpectedColon = "found unexpected ':'"
  case documentMark = "found unexpected document indicator"
  case openQuote = "found unexpected end of stream"
  case escape = "found unknown escape character"
  case keyPlace = "mapping keys are not allowed in this context"
  case valuePlace = "mapping values are not allowed in this context"
  /// Any other fault of syntax.
  case other = ""

  /// The fault of which the parser says these words.
  init(words: String) {
    self = Self(rawValue: words) ?? .other
  }
}
