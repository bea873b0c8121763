import Domain

/// Reads the XML of a sheet to its end, as libxlsxwriter writes it, and counts what stands there.
///
/// A narrower reader than expat at a tenth of its cost, which is what the check of a workbook may
/// cost: no DOCTYPE, no comments, no CDATA, attributes in double quotes, names in ASCII. All that it
/// takes is well-formed, which a test holds against expat.
final class SheetScanner {
  private(set) var tally = SheetTally()
  /// Which of the shared strings the cells hold.
  private var strings: [Int32] = []
  private let part: String
  /// The beginning of a tag or a text whose end is not there yet.
  private var rest: [UInt8] = []
  /// The names of the elements that are open, one behind the other, and how long each is.
  var names: [UInt8] = []
  var lengths: [Int] = []
  var hasBegun = false
  private var hasRoot = false
  /// Where `rest` begins, from 1.
  private var place = (line: 1, column: 1)
  /// Where the attributes of a tag have their names.
  var attributes: [Range<Int>] = []
  private var content = Content.none
  /// What the values of the cell are.
  private var cell = Content.value

  private enum Content {
    case none
    /// A number, or nothing that is counted.
    case value
    /// Characters that are counted.
    case text
    /// The digits of a shared string's number.
    case string(Int32)
  }

  static let depthLimit = 256
  static let tagLimit = 1 << 20

  init(part: String) { self.part = part }

  /// Takes the next bytes of the part.
  func add(_ bytes: UnsafeRawBufferPointer) throws {
    let buffer = rest + bytes
    let end = try scan(buffer.span)
    for byte in buffer[..<end] {
      place = byte == 0x0A ? (place.line + 1, 1) : (place.line, place.column + 1)
    }
    rest = Array(buffer[end...])
    guard rest.count <= Self.tagLimit else {
      throw PackageFault(part: part, problem: .tooLongTag(limit: Self.tagLimit))
    }
  }

  /// Says that all bytes are there.
  /// - Throws: `PackageFault` unless the root element is closed.
  func finish() throws {
    guard hasRoot, lengths.isEmpty, rest.allSatisfy(Self.isBlank) else {
      throw PackageFault(part: part, problem: .cutOff)
    }
  }

  /// Adds the bytes of the strings that the cells hold.
  /// - Returns: false if one of them is not there.
  func resolve(_ lengths: [Int]) -> Bool {
    for string in strings {
      guard lengths.indices.contains(Int(string)) else { return false }
      tally.bytes += lengths[Int(string)]
    }
    return true
  }

  /// - Returns: How many bytes were read; the rest waits for what follows.
  private func scan(_ bytes: Span<UInt8>) throws -> Int {
    var index = 0
    while index < bytes.count {
      let isTag = bytes[index] == UInt8(ascii: "<")
      guard let next = try isTag ? tag(bytes, index) : text(bytes, index) else { break }
      index = next
    }
    return index
  }

  // MARK: - Text

  /// - Returns: Where the next tag begins; nil if it is not there yet.
  private func text(_ bytes: Span<UInt8>, _ start: Int) throws -> Int? {
    var (index, count, isPlain) = (start, 0, true)
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "&"):
        guard let (length, size) = try entity(bytes, index) else { return nil }
        index += length
        count += size
        continue
      case UInt8(ascii: ">"):
        let isEnd = index >= start + 2 && bytes[index - 1] == 0x5D && bytes[index - 2] == 0x5D
        if isEnd { throw malformed(bytes, index) }
      case 0x09, 0x0A, 0x20...0x7F: break
      case 0x80...0xFF: isPlain = false
      default: throw malformed(bytes, index)
      }
      index += 1
      count += 1
    }
    guard index < bytes.count else { return nil }
    if !isPlain { try checkCharacters(bytes, start..<index) }
    try take(bytes, start..<index, count: count)
    return index
  }

  private func take(_ bytes: Span<UInt8>, _ range: Range<Int>, count: Int) throws {
    guard !lengths.isEmpty else {
      if let odd = range.first(where: { !Self.isBlank(bytes[$0]) }) { throw malformed(bytes, odd) }
      return
    }
    switch content {
    case .text: tally.bytes += count
    case .string(var number):
      for index in range { number = number &* 10 &+ Int32(bytes[index]) &- 48 }
      content = .string(number)
    case .none, .value: break
    }
  }

  /// - Returns: How long an entity is, and how many bytes it stands for; nil if it has no end yet.
  func entity(
    _ bytes: Span<UInt8>, _ start: Int
  ) throws -> (length: Int, size: Int)? {
    var name: [UInt8] = []
    var index = start + 1
    while index < bytes.count, bytes[index] != UInt8(ascii: ";"), name.count < 10 {
      name.append(bytes[index])
      index += 1
    }
    guard index < bytes.count else { return nil }
    let text = String(decoding: name, as: UTF8.self)
    guard bytes[index] == UInt8(ascii: ";"), let size = Self.size(ofEntity: text) else {
      throw malformed(bytes, start)
    }
    return (index + 1 - start, size)
  }

  private static func size(ofEntity name: String) -> Int? {
    if ["amp", "lt", "gt", "quot", "apos"].contains(name) { return 1 }
    guard name.hasPrefix("#") else { return nil }
    let isHex = name.hasPrefix("#x")
    let digits = name.dropFirst(isHex ? 2 : 1)
    guard digits.first?.isHexDigit == true,
      let scalar = UInt32(digits, radix: isHex ? 16 : 10).flatMap(Unicode.Scalar.init)
    else { return nil }
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x1_0000...: return UTF8.width(scalar)
    default: return nil
    }
  }

  /// Holds bytes to be UTF-8, of characters that XML may have.
  func checkCharacters(_ bytes: Span<UInt8>, _ range: Range<Int>) throws {
    let text = bytes.extracting(range)
    guard (try? UTF8Span(validating: text)) != nil else { throw malformed(bytes, range.lowerBound) }
    for index in range.dropLast(2) where bytes[index] == 0xEF && bytes[index + 1] == 0xBF {
      if bytes[index + 2] >= 0xBE { throw malformed(bytes, index) }
    }
  }

  // MARK: - What is counted

  func open(
    _ bytes: Span<UInt8>, _ name: Range<Int>, _ type: Range<Int>?, isEmpty: Bool
  ) throws {
    guard !lengths.isEmpty || !hasRoot else { throw malformed(bytes, name.lowerBound) }
    (hasBegun, hasRoot) = (true, true)
    count(bytes, name, type)
    if isEmpty { return close() }
    guard lengths.count < Self.depthLimit else {
      throw PackageFault(part: part, problem: .tooDeep(limit: Self.depthLimit))
    }
    for index in name { names.append(bytes[index]) }
    lengths.append(name.count)
  }

  private func count(_ bytes: Span<UInt8>, _ name: Range<Int>, _ type: Range<Int>?) {
    func isNamed(_ other: StaticString) -> Bool {
      other.withUTF8Buffer { other in
        other.indices.allSatisfy { other[$0] == bytes[name.lowerBound + $0] }
      }
    }
    switch name.count {
    case 1:
      switch bytes[name.lowerBound] {
      case UInt8(ascii: "c"):
        tally.cells += 1
        let isString = type.map { $0.count == 1 && bytes[$0.lowerBound] == UInt8(ascii: "s") }
        cell = isString == nil ? .value : isString == true ? .string(0) : .text
      case UInt8(ascii: "v"): content = cell
      case UInt8(ascii: "t"), UInt8(ascii: "f"): content = .text
      default: break
      }
    case 3: if isNamed("row") { tally.rows += 1 }
    case 6: if isNamed("cfRule") { tally.rules += 1 }
    case 9:
      if isNamed("mergeCell") { tally.mergedCells += 1 }
      if isNamed("hyperlink") { tally.links += 1 }
    default: break
    }
  }

  func close() {
    if case .string(let number) = content { strings.append(number) }
    content = .none
  }

  // MARK: - Bytes

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09
  }

  static func isOfName(_ byte: UInt8, isFirst: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), UInt8(ascii: ":"):
      true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): !isFirst
    default: false
    }
  }

  func malformed(_ bytes: Span<UInt8>, _ index: Int) -> PackageFault {
    var (line, column) = place
    for before in 0..<index {
      (line, column) = bytes[before] == 0x0A ? (line + 1, 1) : (line, column + 1)
    }
    return PackageFault(
      part: part, problem: .malformed(line: line, column: column, code: Self.invalidToken))
  }

  /// expat's number for what is not well-formed.
  private static let invalidToken: Int32 = 4
}
