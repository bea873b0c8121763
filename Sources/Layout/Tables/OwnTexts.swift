import Domain
import Synchronization

/// The office's own columns of a row, which stand in one value.
///
/// The value is taken apart once for all columns of the row: looking for each of them in the whole
/// would take the square of their number.
final class OwnTexts: Sendable {
  private struct Row {
    var value = ""
    var texts: [Substring: Substring] = [:]
  }

  private let row = Mutex(Row())

  /// The text under a heading; empty if the row has none.
  func text(_ heading: String, in value: Value) -> String {
    guard let value = value.text, !value.isEmpty else { return "" }
    return row.withLock { row in
      if row.value != value { row = Self.parsed(value) }
      return row.texts[Substring(heading)].map(String.init) ?? ""
    }
  }

  /// Pairs of heading and text, the first of a heading.
  private static func parsed(_ value: String) -> Row {
    var row = Row(value: value)
    for pair in value.utf8.split(separator: 0x1E) {
      guard let end = pair.firstIndex(of: 0x1F) else { continue }
      let heading = Substring(pair[..<end])
      if row.texts[heading] == nil {
        row.texts[heading] = Substring(pair[pair.index(after: end)...])
      }
    }
    return row
  }
}
