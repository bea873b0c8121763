import Foundation

/// Lines of YAML whose comments say why.
struct SuggestedFile {
  /// What marks an assumption, in every language: the report's front counts it.
  static let mark = "# 推测："
  private(set) var lines: [String] = []

  mutating func add(_ line: String, because reason: String? = nil) {
    lines.append(line + (reason.map { "   \(Self.mark)\(Self.oneLine($0))" } ?? ""))
  }

  mutating func comment(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines.append(line.isEmpty ? "#" : "# \(line)")
    }
  }

  /// An assumption that stands on a line of its own.
  mutating func assume(_ text: String) { lines.append(Self.mark + Self.oneLine(text)) }

  var text: String { lines.joined(separator: "\n") + "\n" }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// A scalar that reads as the text that it is.
  static func scalar(_ text: String) -> String {
    let isPlain =
      text.wholeMatch(of: /[\p{Han}A-Za-z][\p{Han}A-Za-z0-9_（）《》“”、／\/\-. ]*/) != nil
      && !text.hasSuffix(" ") && !words.contains(text.lowercased())
    guard !isPlain else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n", "\r": quoted += " "
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// What YAML takes for something else than text.
  private static let words: Set<String> = [
    "y", "n", "yes", "no", "true", "false", "on", "off", "null", "none",
  ]
}
