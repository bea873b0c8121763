import Definitions
import Domain
import Pages

/// The texts of a column of lines as the conditions of SUMIFS and COUNTIFS compare them.
///
/// A condition is no comparison of texts: Excel takes no account of case (nor, by language and
/// version, of width and of what does not show), reads what looks like a number as one of 15 digits,
/// dates, percentages and truth values too, and takes some characters for signs. A sum is a formula
/// only where its condition finds the lines of its own text and no others, whichever of this applies;
/// so texts that some program may take for the same are the same here.
struct CriteriaKeys: Sendable {
  /// How a condition reads a text.
  private enum Reading: Hashable {
    case text(String)
    /// Its digits without zeros that say nothing.
    case number(String)
    /// Perhaps a date, a time, an amount, a truth value, an error: no condition finds it for certain.
    case doubtful
  }

  /// The only text of each reading.
  private var alone: [Reading: String] = [:]
  private var shared: Set<Reading> = []
  private var seen: Set<[UInt8]> = []

  /// Notes the text of a line, or another one that stands in the column.
  mutating func add(_ text: String) {
    // As bytes: two ways to write an accent are one text to Swift.
    guard !text.isEmpty, seen.insert(Array(text.utf8)).inserted else { return }
    let reading = Self.reading(text)
    if alone[reading] == nil, !shared.contains(reading) {
      alone[reading] = text
    } else {
      alone[reading] = nil
      shared.insert(reading)
    }
  }

  /// Whether a condition that is the text finds all lines that hold it, and no others.
  func areFound(by text: String) -> Bool {
    guard Self.isPlain(text) else { return false }
    let reading = Self.reading(text)
    switch reading {
    case .doubtful: return false
    case .number where has(.doubtful): return false
    case .number, .text: break
    }
    guard let other = alone[reading] else { return !shared.contains(reading) }
    return other.utf8.elementsEqual(text.utf8)
  }

  private func has(_ reading: Reading) -> Bool {
    alone[reading] != nil || shared.contains(reading)
  }

  /// Whether a text as a condition means itself: no signs of comparison, no wildcards, no blanks at
  /// its ends, and no more characters than a condition may have.
  private static func isPlain(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last,
      text.utf16.count <= Formula.literalLimit
    else { return false }
    return !isBlank(first) && !isBlank(last) && !"<>=＜＞＝".unicodeScalars.contains(first)
      && !scalars.contains { "*?~＊？～".unicodeScalars.contains($0) }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value < 0x20
  }

  private static func reading(_ text: String) -> Reading {
    let folded = folded(text)
    guard let first = folded.first else { return .doubtful }
    if let number = number(text) { return number }
    if ["true", "false"].contains(folded) || first == "#" || mayBeNumber(folded) {
      return .doubtful
    }
    return .text(folded)
  }

  /// A text without what programs may take no account of: width, case, what does not show, characters
  /// beyond the first plane and of private use, for which some have no order.
  private static func folded(_ text: String) -> String {
    let key = WordKey(text).text.uppercased().lowercased()
    guard key.unicodeScalars.contains(where: isUnordered) else { return key }
    return String(String.UnicodeScalarView(key.unicodeScalars.filter { !isUnordered($0) }))
  }

  private static func isUnordered(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0xFFFF || scalar.properties.generalCategory == .privateUse
  }

  /// Digits with or without decimals, as every program reads them; with more than 15 that count none
  /// does.
  private static func number(_ text: String) -> Reading? {
    guard let first = text.utf8.first, isDigit(first) else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }) else {
      return nil
    }
    let whole = parts[0].drop { $0 == "0" }
    let decimals = parts.count == 2 ? String(parts[1].reversed().drop { $0 == "0" }.reversed()) : ""
    return whole.utf8.count + decimals.utf8.count <= 15
      ? .number("\(whole).\(decimals)") : .doubtful
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Whether a text, folded, has but digits, their signs and the words of dates and times.
  private static func mayBeNumber(_ folded: String) -> Bool {
    var (hasDigit, word, words) = (false, "", [String]())
    for scalar in folded.unicodeScalars {
      if scalar.properties.numericType != nil {
        hasDigit = true
      } else if ("a"..."z").contains(scalar) {
        word.unicodeScalars.append(scalar)
        continue
      } else if !isSign(scalar) {
        return false
      }
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    if !word.isEmpty { words.append(word) }
    return hasDigit
      && words.allSatisfy { word in
        ["a", "p", "am", "pm", "e"].contains(word)
          ? folded.unicodeScalars.first?.properties.numericType != nil
          : word.count >= 3 && months.contains { $0.hasPrefix(word) } || word == "sept"
      }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// Points, signs, brackets and units of numbers, amounts, dates and times.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .currencySymbol
      || " .,:;-+/\\%()'\"年月日号时分秒点上下午".unicodeScalars.contains(scalar)
  }
}

/// The keys of the lines that a workbook adds up, each column read once.
final class LineKeys {
  private var read: [String: [Int: CriteriaKeys]] = [:]

  /// The texts of some columns of a table, by their place on its sheet.
  /// - Parameters:
  ///   - columns: the columns of the sheet.
  ///   - others: what else stands in them.
  func keys(
    of columns: [Int: ShownColumn], in stream: ResultStream, query: String, others: [String]
  ) throws -> [Int: CriteriaKeys] {
    var known = read[query] ?? [:]
    let missing = columns.filter { known[$0.key] == nil }
    if !missing.isEmpty {
      var keys = missing.mapValues { column in
        var keys = CriteriaKeys()
        for text in others + [column.heading, column.group] {
          keys.add(text)
        }
        return keys
      }
      try stream.forEach { row in
        for (place, column) in missing { keys[place]?.add(column.text(row)) }
      }
      known.merge(keys) { $1 }
      read[query] = known
    }
    return known
  }
}
