import Definitions
import Domain
import Pages

/// A column of a table as it is shown: a definition's column bound to a result.
///
/// A class: its values are asked for in every cell, and copying them all would cost more.
final class ShownColumn: Sendable {
  enum Source: Sendable {
    /// The value at a place of the row.
    case value(Int)
    case ratio(ShownRatio)
    /// One of the office's own columns, kept with the others at a place of the row.
    case own(Int, OwnTexts)
    case compared(ShownComparison)
  }

  let source: Source
  /// The result's column; empty if there is no single one.
  let name: String
  let heading: String
  /// The heading over this and its neighbours; empty for none.
  let group: String
  let format: ReportDefinition.Format
  let width: Int
  let words: [String: String]
  let isSummed: Bool
  /// The lines that the column is the sum of: of the first that says what a row adds up.
  let sumOf: [Summand]

  init(
    source: Source, name: String, heading: String, group: String = "",
    format: ReportDefinition.Format, width: Int, words: [String: String], isSummed: Bool,
    sumOf: [Summand] = []
  ) {
    self.source = source
    self.name = name
    self.heading = heading
    self.group = group
    self.format = format
    self.width = width
    self.words = words
    self.isSummed = isSummed
    self.sumOf = sumOf
  }
}

/// A ratio's two columns: their places in the row of values and on the sheet.
struct ShownRatio: Sendable {
  let numerator: (value: Int, column: Int)
  let denominator: (value: Int, column: Int)
  let empty: ReportDefinition.Choice<String>
  /// The place of the code that chooses the words for an empty denominator.
  let emptyCode: Int?

  func emptyText(_ row: [Value]) -> String {
    empty.option(for: emptyCode.map { ShownColumn.code(row[$0]) })
  }
}

extension ShownColumn {
  /// The text of a code, as words are keyed by it.
  static func code(_ value: Value) -> String {
    switch value {
    case .text(let text): text
    case .integer(let integer): String(integer)
    case .null, .blob: ""
    }
  }

  /// The heading, its unit in brackets on a line of its own where both are too wide for one.
  var brokenHeading: String {
    guard TextMeasure.lines(heading, width: width, size: CellStyle().size) > 1,
      let bracket = heading.firstIndex(of: "（"), bracket != heading.startIndex
    else { return heading }
    return heading[..<bracket] + "\n" + heading[bracket...]
  }

  /// The column of a page.
  func onPage(_ style: CellStyle, lights: [Plan.Light]) -> PageTable.Column {
    PageTable.Column(
      name: name, heading: brokenHeading, group: group, style: style,
      tints: format == .light
        ? lights.map { TintedWord(word: $0.word, tint: Tint($0.colour)) } : [])
  }

  /// The text of a value that is shown as text.
  func text(_ row: [Value]) -> String {
    switch source {
    case .value(let index):
      if words.isEmpty, case .text(let text) = row[index] { return text }
      let code = Self.code(row[index])
      if format == .flag, words.isEmpty { return code == "1" ? "是" : code == "0" ? "否" : code }
      return words[code] ?? code
    case .own(let index, let texts): return texts.text(heading, in: row[index])
    case .compared(let comparison): return text(comparison, row)
    case .ratio: return ""
    }
  }
}
