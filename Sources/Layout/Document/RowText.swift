import Definitions
import Domain

/// Puts the values of rows into texts.
struct RowText {
  let columns: [ResultColumn]
  /// What stands for codes, by column.
  var words: ReportDefinition.RowWords
  /// Said of a ratio that has no denominator.
  let empty: String
  /// The day whose year is not said.
  let cutoff: Day
  /// Whether days are left for hand: a draft does not say what is not decided.
  var hidesDays = false
  /// What stands for other placeholders; nil where there is none of the name.
  let text: (_ placeholder: String) throws -> String?

  /// The text of a row.
  /// - Parameter others: What stands for placeholders of this text alone.
  func filled(
    _ choice: ReportDefinition.Choice<Template>, _ row: [Value], others: [String: String] = [:]
  ) throws -> String {
    let code = choice.column.flatMap(index)
    let text = try filled(
      choice.option(for: code.map { ShownColumn.code(row[$0]) }), row, others: others)
    return Punctuation.tidied(text)
  }

  /// The text of a row.
  func filled(_ template: Template, _ row: [Value], others: [String: String]) throws -> String {
    try template.filled(known: columns.map(\.name) + others.keys.sorted()) { name in
      try others[name] ?? words(name, row) ?? value(name, row) ?? text(name)
    }
  }

  /// The code of a column in a row; empty if there is no such column.
  func code(_ column: String, _ row: [Value]) -> String {
    index(column).map { ShownColumn.code(row[$0]) } ?? ""
  }

  /// Whether a row holds one of the codes in each of the columns.
  func meets(_ conditions: [String: [String]], _ row: [Value]) -> Bool {
    conditions.allSatisfy { column, codes in codes.contains(code(column, row)) }
  }

  private func index(_ name: some StringProtocol) -> Int? {
    columns.firstIndex { $0.name == name }
  }

  /// What stands for the code of a column, itself filled with other columns.
  private func words(_ column: String, _ row: [Value]) throws -> String? {
    guard let words = words[column], let template = words[code(column, row)] ?? words["*"] else {
      return nil
    }
    var others = self
    others.words[column] = nil
    return try others.filled(template, row, others: [:])
  }

  /// What stands for `column`, `column:format` or `numerator/denominator`.
  private func value(_ name: String, _ row: [Value]) -> String? {
    let parts = name.split(separator: "/")
    if parts.count == 2, let numerator = index(parts[0]), let denominator = index(parts[1]) {
      let ratio = Ratio(row[numerator].integer ?? 0, row[denominator].integer ?? 0)
      return ratio.rounded(scale: 1000).map { Self.tenths($0) + "%" } ?? empty
    }
    let (column, format) = (name.prefix { $0 != ":" }, name.drop { $0 != ":" }.dropFirst())
    guard let index = index(column) else { return nil }
    let value = row[index]
    guard let integer = value.integer else {
      return value.day.map(said) ?? ShownColumn.code(value)
    }
    switch format {
    case "": return String(integer)
    // Of what went, where the words say that it did.
    case "count": return String(integer.magnitude)
    case "percent": return Self.tenths(ShownColumn.tenths(integer)) + "%"
    case "points": return Self.tenths(ShownColumn.tenths(integer))
    // How far a gap goes, where the words say in which direction.
    case "size": return Self.short(abs(integer))
    case "decimal": return DecimalText.of(integer, decimals: 6, keeping: 0)
    case "share": return Self.short(integer) + "%"
    case "plain": return Self.short(integer)
    default: return nil
    }
  }

  private func said(_ day: Day) -> String { hidesDays ? "＿月＿日" : day.chinese(in: cutoff) }

  /// A share of a hundred, to a tenth where it is not whole.
  private static func short(_ share: Int64) -> String {
    DecimalText.of(ShownColumn.tenths(share), decimals: 1, keeping: 0)
  }

  private static func tenths(_ tenths: Int64) -> String {
    DecimalText.of(tenths, decimals: 1, keeping: 1)
  }
}

/// Marks that meet where something was left out.
enum Punctuation {
  /// What stays of two marks.
  private enum Rest { case first, second, none }

  private static func rest(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Rest? {
    switch (first, second) {
    case ("，", "。"), ("；", "。"), ("、", "。"), ("：", "。"), ("，", "；"), ("，", "）"): .second
    case ("，", "，"), ("；", "；"), ("。", "。"), ("（", "，"): .first
    case ("（", "）"): Rest.none
    default: nil
    }
  }

  /// The text with one mark in the place of two, and with other quotes within quotes.
  static func tidied(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var (isOpen, isNested) = (false, false)
    for scalar in text.unicodeScalars {
      isNested = isNested || isOpen && scalar == "“"
      isOpen = scalar == "“" || isOpen && scalar != "”"
      // What stays of two marks may meet the one before them.
      var next: Unicode.Scalar? = scalar
      while let mark = next, let last = kept.last, let rest = rest(last, mark) {
        kept.removeLast()
        switch rest {
        case .first: next = last
        case .second: continue
        case .none: next = nil
        }
      }
      if let next { kept.append(next) }
    }
    let tidied = String(kept)
    // Few texts have any, and a regular expression is dear.
    guard isNested else { return tidied }
    return tidied.replacing(/“([^“”]*)“([^“”]*)”/) { "“\($0.output.1)‘\($0.output.2)’" }
  }

  /// The text with full-width marks among Chinese characters, as an official document has them.
  static func fullWidth(_ text: String) -> String {
    var characters = Array(text)
    for index in characters.indices {
      guard let wide = wide[characters[index]], index > 0 else { continue }
      let isAfter = isChinese(characters[index - 1])
      let isBefore = index + 1 < characters.count && isChinese(characters[index + 1])
      if characters[index] == "(" || characters[index] == ")" ? isAfter || isBefore : isAfter {
        characters[index] = wide
      }
    }
    return String(characters)
  }

  private static let wide: [Character: Character] = [
    ",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）",
  ]

  private static func isChinese(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.properties.isIdeographic }
      || "”）》』」".contains(character)
  }
}

extension Day {
  /// The day as texts say it, without a year that is that of another day.
  func chinese(in other: Day) -> String {
    let (year, month, day) = components
    return (year == other.year ? "" : "\(year)年") + "\(month)月\(day)日"
  }
}
