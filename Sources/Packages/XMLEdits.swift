import Domain

/// Changes of a part, each at its bytes; all else stays as it is.
public struct XMLEdits {
  private var edits: [(range: Range<Int>, text: String)] = []

  public init() {}

  public var isEmpty: Bool { edits.isEmpty }

  /// Replaces bytes; an empty range inserts. What is inserted at one place keeps its order.
  public mutating func replace(_ range: Range<Int>, _ text: String) { edits.append((range, text)) }

  public mutating func insert(_ text: String, at offset: Int) { replace(offset..<offset, text) }

  /// The part with its changes.
  public func applied(to content: [UInt8]) -> [UInt8] {
    let ordered = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    var result: [UInt8] = []
    result.reserveCapacity(content.count + edits.reduce(0) { $0 + $1.text.utf8.count })
    var place = 0
    for (_, edit) in ordered {
      let start = min(max(place, edit.range.lowerBound), content.count)
      result += content[place..<start]
      result += edit.text.utf8
      place = min(max(start, edit.range.upperBound), content.count)
    }
    return result + content[place...]
  }
}

/// A tag as it stands in a part, and where.
public struct XMLTag {
  /// From `<` to behind `>`.
  public let range: Range<Int>
  private let bytes: ArraySlice<UInt8>

  public init(_ range: Range<Int>, of content: [UInt8]) {
    let range = range.clamped(to: 0..<content.count)
    self.range = range
    bytes = content[range]
  }

  /// Whether it is its own end.
  public var isEmpty: Bool { bytes.suffix(2).elementsEqual("/>".utf8) }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Where the value of an attribute stands, within its quotes.
  public func value(_ name: String) -> Range<Int>? {
    var place = nameEnd
    while place < bytes.endIndex {
      guard let equals = bytes[place...].firstIndex(of: 0x3D),
        let open = bytes[equals...].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
        let close = bytes[(open + 1)...].firstIndex(of: bytes[open])
      else { return nil }
      let found = bytes[place..<equals].filter { !Self.isBlank($0) }
      if found.elementsEqual(name.utf8) { return (open + 1)..<close }
      place = close + 1
    }
    return nil
  }

  /// The change that gives an attribute a value.
  public func setting(_ name: String, to value: String) -> (range: Range<Int>, text: String) {
    if let range = self.value(name) { return (range, value) }
    return (nameEnd..<nameEnd, " \(name)=\"\(value)\"")
  }

  /// The tag with attributes set, as text.
  public func with(_ attributes: [(String, String)]) -> String {
    var edits = XMLEdits()
    for (name, value) in attributes {
      let (range, text) = setting(name, to: value)
      edits.replace(
        (range.lowerBound - self.range.lowerBound)..<(range.upperBound - self.range.lowerBound),
        text)
    }
    return String(decoding: edits.applied(to: Array(bytes)), as: UTF8.self)
  }

  /// Behind the element's name.
  private var nameEnd: Int {
    bytes.dropFirst().firstIndex { Self.isBlank($0) || $0 == 0x3E || $0 == 0x2F } ?? bytes.endIndex
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}

/// An element of a part: its tags and what it holds.
public struct XMLElement {
  /// Its name without the prefix.
  public let name: String
  public let depth: Int
  public let tag: XMLTag
  /// From the first tag's `<` to behind the last tag.
  public let range: Range<Int>
  /// Where its last tag begins; where it ends for an element without content.
  public let end: Int
  /// Its attributes by their names.
  public let attributes: [String: String]
}

/// Finds the elements of a small part.
public final class XMLOutline: XMLHandler {
  private let content: [UInt8]
  private weak var reader: XMLReader?
  private var open: [(name: String, range: Range<Int>, attributes: [String: String])] = []
  /// In the order in which they end.
  public private(set) var elements: [XMLElement] = []
  private let names: Set<String>
  private let depths: Int

  /// Reads a part of a container.
  /// - Parameters:
  ///   - names: Of the elements that are kept, without prefixes.
  ///   - depths: Elements up to this depth are kept whatever their names; 1 is the root.
  public init(_ content: [UInt8], part: String, names: Set<String>, depths: Int = 1) throws {
    self.content = content
    self.names = names
    self.depths = depths
    try Self.checkEncoding(content, part: part)
    let reader = try XMLReader(part: part, handler: self)
    self.reader = reader
    try content.withUnsafeBytes(reader.add)
    try reader.finish()
  }

  /// Offsets in bytes hold for UTF-8 alone.
  public static func checkEncoding(_ content: [UInt8], part: String) throws {
    let start = content.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let head = String(decoding: content.dropFirst(start).prefix(200), as: UTF8.self).lowercased()
    let declared = head.firstMatch(of: /<\?xml[^>]*encoding=["']([^"']*)["']/)?.1
    guard content.count > start + 1, content[start] == 0x3C, content[start + 1] != 0,
      declared == nil || declared == "utf-8" || declared == "us-ascii"
    else { throw PackageFault(part: part, problem: .encoding) }
  }

  /// The root.
  public var root: XMLElement? { elements.last }

  public func all(_ name: String) -> [XMLElement] { elements.filter { $0.name == name } }

  public func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard let reader else { return }
    let local = String(cString: name.local.bytes)
    var found: [String: String] = [:]
    if names.contains(local) || open.count < depths {
      var place = 0
      while let key = attributes.name(place), let value = attributes.value(place) {
        found[String(cString: key)] = String(cString: value)
        place += 1
      }
    }
    open.append((local, reader.offset..<(reader.offset + reader.count), found))
  }

  public func end(_ name: XMLName) {
    guard let reader, let (name, range, attributes) = open.popLast() else { return }
    guard names.contains(name) || open.count < depths else { return }
    elements.append(
      XMLElement(
        name: name, depth: open.count + 1, tag: XMLTag(range, of: content),
        range: range.lowerBound..<(reader.offset + reader.count), end: reader.offset,
        attributes: attributes))
  }

  public func text(_ bytes: UnsafeRawBufferPointer) {}
}

extension String {
  /// As text or an attribute of XML; what XML cannot hold is left out.
  public var escapedForXML: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\n", "\t", "\u{20}"...:
        if scalar.value & 0xFFFE != 0xFFFE { text.unicodeScalars.append(scalar) }
      default: break
      }
    }
    return text
  }
}
