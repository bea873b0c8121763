import Domain

/// What the formula of a drop-down list means.
enum ListFormula: Hashable {
  /// Words that stand in the formula itself.
  case words([String])
  /// Cells of a sheet; nil for the sheet of the list.
  case range(sheet: String?, CellRange)
  /// A defined name.
  case name(String)

  /// Nil for what is computed, such as INDIRECT.
  init?(_ formula: String) {
    var text = formula.trimmingPrefix(while: \.isWhitespace)
    if text.first == "=" { text = text.dropFirst() }
    if text.first == "\"" {
      guard text.count > 1, text.last == "\"" else { return nil }
      let words = text.dropFirst().dropLast().replacing("\"\"", with: "\"").split(separator: ",")
        .map { String($0.trimmingBlanks) }
      self = .words(words.filter { !$0.isEmpty })
      return
    }
    if let range = CellRange(text) {
      self = .range(sheet: nil, range)
    } else if let mark = text.lastIndex(of: "!") {
      guard let range = CellRange(text[text.index(after: mark)...]) else { return nil }
      self = .range(sheet: Self.sheet(text[..<mark]), range)
    } else if !text.isEmpty, text.allSatisfy({ $0.isLetter || $0.isNumber || "_.\\".contains($0) })
    {
      self = .name(String(text))
    } else {
      return nil
    }
  }

  /// The name of a sheet without its quotes.
  private static func sheet(_ text: Substring) -> String {
    guard text.first == "'", text.last == "'", text.count > 1 else { return String(text) }
    return String(text.dropFirst().dropLast().replacing("''", with: "'"))
  }
}

extension Substring {
  /// Without white space at both ends.
  fileprivate var trimmingBlanks: Substring {
    var text = trimmingPrefix(while: \.isWhitespace)
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}

/// Finds the words of the drop-down lists of a workbook, whose sheets were all read.
struct ListWords {
  let sheets: [Sheet]
  let parts: WorkbookParts

  /// A list offers no more; the rest is no vocabulary.
  static let wordLimit = 1_000
  private static let rangeLimit = 1_000

  /// The lists of a sheet, those left out whose words are computed.
  /// - Parameter tab: The sheet's number, from 1.
  func lists(_ found: [SheetTail.List], tab: Int) -> [ListValidation] {
    var known: [String: [String]] = [:]
    return found.compactMap { list in
      let ranges = list.ranges.split(separator: " ").prefix(Self.rangeLimit)
        .compactMap { CellRange($0) }
      let words = known[list.formula] ?? words(of: list.formula, tab: tab, depth: 0)
      known[list.formula] = words
      return ranges.isEmpty || words.isEmpty ? nil : ListValidation(ranges: ranges, words: words)
    }
  }

  private func words(of formula: String, tab: Int, depth: Int) -> [String] {
    switch ListFormula(formula) {
    case .words(let words): return Self.distinct(words)
    case .range(let name, let range):
      let sheet =
        name.map { name in sheets.first { $0.name.lowercased() == name.lowercased() } }
        ?? sheets[tab - 1]
      return sheet.map { Self.words(in: range, of: $0) } ?? []
    case .name(let name):
      // A name may stand for a name, never for itself.
      guard depth < 4, let formula = parts.formula(of: name, tab: tab) else { return [] }
      return words(of: formula, tab: tab, depth: depth + 1)
    case nil: return []
    }
  }

  private static func words(in range: CellRange, of sheet: Sheet) -> [String] {
    var words: [String] = []
    for row in sheet.rows(in: range.rows) {
      for cell in sheet.cells[row.cells] where range.columns.contains(Int(cell.column)) {
        words.append(sheet.text(cell))
      }
      if words.count >= wordLimit { break }
    }
    return distinct(words)
  }

  private static func distinct(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return Array(words.filter { seen.insert($0).inserted }.prefix(wordLimit))
  }
}
