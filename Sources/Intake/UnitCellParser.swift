import Domain

/// What the units of a cell are.
struct UnitCell {
  /// Numbers in the directory, each once, in the order of the cell.
  var units: [Int] = []
  /// What is to be said about the cell, with the part of it that it is about.
  var problems: [(problem: InputProblem, part: String)] = []
}

/// Takes apart a cell that lists units: the whole cell, then at each place the longest name of the
/// register, brackets tried with and without. Nothing is guessed.
///
/// A name such as 各县区党委、政府 holds a separator; 市公安局大数据局 has lost one. So the cell is
/// walked from the left with a way back: first for names that end where a part ends, then, if that
/// fails, for names that stand without a separator between them.
struct UnitCellParser {
  private let directory: UnitDirectory
  private let bytes: [UInt8]
  private var spans: [(unit: Int, range: Range<Int>)] = []
  /// For each offset where the next closing bracket stands; empty if there is none.
  private let closings: [Int32]
  /// The longest part that is looked up as a whole, brackets included, in bytes.
  private static let partLimit = 4 * UnitDirectory.listedLength

  /// Reads a cell that lists units.
  static func list(_ text: String, _ directory: UnitDirectory) -> UnitCell {
    if let unit = whole(text, directory) { return UnitCell(units: [unit]) }
    var parser = UnitCellParser(text, directory)
    guard parser.skipSeparators(from: 0) < parser.bytes.count else {
      return UnitCell(problems: [(.unknownUnit(nearest: []), text)])
    }
    if parser.walk(strictly: true) { return parser.cell(joined: false) }
    if parser.walk(strictly: false) { return parser.cell(joined: true) }
    return parser.unknownParts()
  }

  /// The one unit that a text names, with or without its brackets, or by its id.
  static func whole(_ text: String, _ directory: UnitDirectory) -> Int? {
    named(UnitDirectory.folded(text), directory) ?? directory.unit(id: text)
  }

  /// The unit of a folded text, with brackets or without.
  private static func named(_ folded: String, _ directory: UnitDirectory) -> Int? {
    directory.unit(named: folded) ?? directory.unit(named: withoutBrackets(folded))
      ?? directory.unit(id: folded)
  }

  private init(_ text: String, _ directory: UnitDirectory) {
    self.directory = directory
    bytes = Array(UnitDirectory.folded(text).utf8)
    closings = Self.closings(bytes)
  }

  private static func closings(_ bytes: [UInt8]) -> [Int32] {
    guard bytes.contains(0x29) else { return [] }
    var closings = [Int32](repeating: -1, count: bytes.count)
    var next: Int32 = -1
    for index in bytes.indices.reversed() {
      if bytes[index] == 0x29 { next = Int32(index) }
      closings[index] = next
    }
    return closings
  }

  /// Fills `spans` with a way from the first name to the last; false if there is none.
  private mutating func walk(strictly: Bool) -> Bool {
    spans = []
    var deadEnds: Set<Int> = []
    var start = skipSeparators(from: 0)
    var ways = [matches(at: start, strictly: strictly)[...]]
    while start < bytes.count {
      guard let match = ways[ways.count - 1].popFirst() else {
        deadEnds.insert(start)
        ways.removeLast()
        guard let last = spans.popLast() else { return false }
        start = last.range.lowerBound
        continue
      }
      let next = skipSeparators(from: match.end)
      if strictly && !isBoundary(match.end) || deadEnds.contains(next) { continue }
      spans.append((match.unit, start..<match.end))
      start = next
      ways.append(matches(at: start, strictly: strictly)[...])
    }
    return true
  }

  /// The units whose names begin at an offset, longest first; for each also what ends after a
  /// bracket that the register does not have.
  private func matches(at start: Int, strictly: Bool) -> [(unit: Int, end: Int)] {
    var found: [(unit: Int, end: Int)] = []
    for length in directory.nameLengths where length <= bytes.count - start {
      let end = start + length
      Steps.add(1)
      // The usual cell has separators: a name that ends before none is not looked up.
      if strictly, !isBoundary(end), bytes[end] != 0x28 { continue }
      Steps.add(length)
      guard let unit = directory.unit(named: text(start..<end)) else { continue }
      if let closing = endOfBracket(at: end) { found.append((unit, closing)) }
      found.append((unit, end))
    }
    let end = partEnd(from: start, within: Self.partLimit)
    guard end - start < Self.partLimit || isBoundary(end) else { return found }
    Steps.add(end - start)
    if let unit = Self.named(text(start..<end), directory) { found.append((unit, end)) }
    return found
  }

  private func cell(joined: Bool) -> UnitCell {
    var cell = UnitCell()
    var known: Set<Int> = []
    for span in spans {
      if known.insert(span.unit).inserted {
        cell.units.append(span.unit)
      } else {
        cell.problems.append((.unitRepeated, text(span.range)))
      }
    }
    let touching = zip(spans, spans.dropFirst()).filter {
      $0.range.upperBound == $1.range.lowerBound
    }
    if joined, !touching.isEmpty {
      let names = touching.prefix(TaskIndex.listed).flatMap { [text($0.range), text($1.range)] }
      let whole = text((spans.first?.range.lowerBound ?? 0)..<(spans.last?.range.upperBound ?? 0))
      cell.problems.append((.unitsJoined(Self.unique(names)), whole))
    }
    return cell
  }

  /// Reports every part that is no unit.
  private func unknownParts() -> UnitCell {
    var cell = UnitCell()
    var start = skipSeparators(from: 0)
    while start < bytes.count {
      let match = matches(at: start, strictly: true).first { isBoundary($0.end) }
      let end = match?.end ?? partEnd(from: start)
      if match == nil {
        let part = text(start..<end)
        let nearest = cell.problems.count < TaskIndex.listed ? directory.nearest(part) : []
        cell.problems.append((.unknownUnit(nearest: nearest), part))
      }
      start = skipSeparators(from: end)
    }
    return cell
  }

  private static func unique(_ names: [String]) -> [String] {
    names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension UnitCellParser {
  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The end of the part that begins at an offset; separators within brackets do not end it.
  private func partEnd(from start: Int, within limit: Int = .max) -> Int {
    var (index, depth) = (start, 0)
    let last = bytes.count - start > limit ? start + limit : bytes.count
    while index < last {
      if bytes[index] == 0x28 { depth += 1 }
      if bytes[index] == 0x29 { depth -= 1 }
      if depth <= 0, separatorLength(at: index) > 0 { break }
      index += 1
    }
    return index
  }

  private func endOfBracket(at start: Int) -> Int? {
    guard start < bytes.count, bytes[start] == 0x28, !closings.isEmpty, closings[start] >= 0
    else { return nil }
    return Int(closings[start]) + 1
  }

  private func isBoundary(_ index: Int) -> Bool {
    index == bytes.count || separatorLength(at: index) > 0
  }

  private func skipSeparators(from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let length = separatorLength(at: index)
      if length == 0 { break }
      index += length
    }
    return index
  }

  /// The length of the separator at an offset: 、，,；; or a blank; 0 if there is none.
  private func separatorLength(at index: Int) -> Int {
    switch bytes[index] {
    case 0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x3B: return 1
    case 0xE3, 0xEF:
      guard index + 2 < bytes.count else { return 0 }
      let three = (bytes[index], bytes[index + 1], bytes[index + 2])
      let isSeparator =
        three == (0xE3, 0x80, 0x81) || three == (0xEF, 0xBC, 0x8C) || three == (0xEF, 0xBC, 0x9B)
      return isSeparator ? 3 : 0
    default: return 0
    }
  }

  private static func withoutBrackets(_ folded: String) -> String {
    guard folded.utf8.contains(0x28) else { return folded }
    var (result, depth) = ("", 0)
    for character in folded {
      if character == "(" { depth += 1 }
      if depth == 0 { result.append(character) }
      if character == ")" { depth = max(0, depth - 1) }
    }
    return result
  }
}
