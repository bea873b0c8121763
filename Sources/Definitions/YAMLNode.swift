public import Domain
import Yams

/// A node of a YAML file that knows its place, so that every fault names file and line.
///
/// Scalars are read as text; numbers, flags and days are parsed by the accessors, so that `1e3`,
/// `no` and `2023-4-5` never mean something unexpected.
public struct YAMLNode {
  private let node: Node
  private let file: String

  /// Parses a definition.
  /// - Throws: `DefinitionFault` with the parser's line and column.
  public init(_ definition: DefinitionFile) throws {
    file = definition.path
    do {
      // No resolver: every scalar is text to us, and its patterns take a while to compile.
      // Notepad begins a file with a mark, which the parser takes for a document of its own.
      let text =
        definition.text.hasPrefix("\u{FEFF}")
        ? String(definition.text.dropFirst()) : definition.text
      guard let root = try Yams.compose(yaml: text, .basic) else {
        throw DefinitionFault(
          place: SourcePlace(file: definition.path), problem: .expected(.mapping))
      }
      node = root
    } catch let error as YamlError {
      throw Self.fault(error, file: definition.path)
    }
  }

  private init(_ node: Node, file: String) {
    self.node = node
    self.file = file
  }

  /// Where the node begins.
  public var place: SourcePlace {
    SourcePlace(file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
  }

  /// A fault at this node.
  public func fault(_ problem: DefinitionFault.Problem) -> DefinitionFault {
    DefinitionFault(place: place, problem: problem)
  }

  /// The entries of a mapping in file order.
  /// - Throws: `DefinitionFault` if it is none, holds a key twice, or one that is not `known`.
  public func entries(known: [String]? = nil) throws -> [(key: String, value: YAMLNode)] {
    guard case .mapping(let mapping) = node else { throw fault(.expected(.mapping)) }
    var seen: Set<String> = []
    return try mapping.map { keyNode, valueNode in
      let key = YAMLNode(keyNode, file: file)
      let name = try key.text
      if let known, !known.contains(name) { throw key.fault(.unknownKey(name, known: known)) }
      guard seen.insert(name).inserted else { throw key.fault(.duplicateKey(name)) }
      return (name, YAMLNode(valueNode, file: file))
    }
  }

  /// The entries of a mapping whose keys can be written in several ways.
  /// - Parameters:
  ///   - key: What a key means, nil if nothing.
  ///   - known: The keys that there are, as messages list them.
  /// - Throws: `DefinitionFault` if it is none, or holds a key twice or one without a meaning.
  func entries<Key: Hashable>(
    _ key: (String) -> Key?, known: [String]
  ) throws -> [(key: Key, name: String, value: YAMLNode)] {
    guard case .mapping(let mapping) = node else { throw fault(.expected(.mapping)) }
    var seen: Set<Key> = []
    return try mapping.map { keyNode, valueNode in
      let node = YAMLNode(keyNode, file: file)
      let name = try node.text
      guard let key = key(name) else { throw node.fault(.unknownKey(name, known: known)) }
      guard seen.insert(key).inserted else { throw node.fault(.duplicateKey(name)) }
      return (key, name, YAMLNode(valueNode, file: file))
    }
  }

  /// The entries of a mapping with fixed keys.
  public func fields(_ known: [String]) throws -> YAMLFields {
    YAMLFields(
      node: self, values: Dictionary(uniqueKeysWithValues: try entries(known: known).map { $0 }))
  }

  /// The items of a sequence.
  public var items: [YAMLNode] {
    get throws {
      guard case .sequence(let sequence) = node else { throw fault(.expected(.list)) }
      return sequence.map { YAMLNode($0, file: file) }
    }
  }

  /// Whether the node is a mapping, rather than a scalar or a list.
  public var isMapping: Bool { if case .mapping = node { true } else { false } }

  /// Whether the node is a list.
  public var isList: Bool { if case .sequence = node { true } else { false } }

  /// The text of a scalar.
  public var text: String {
    get throws {
      guard case .scalar(let scalar) = node else { throw fault(.expected(.text)) }
      try check(scalar.string)
      return scalar.string
    }
  }

  /// The longest text of a definition, in UTF-16 units; with what stands beside it, it fits a cell.
  public static let textLimit = 10_000

  /// Holds a text to what a sheet can show: found here, it is no fault of a report on the day it is due.
  private func check(_ text: String) throws {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: continue
      case 0..<0x20, 0xFFFE, 0xFFFF: throw fault(.character(scalar.value))
      default: continue
      }
    }
    if text.utf8.count > Self.textLimit, text.utf16.count > Self.textLimit {
      throw fault(.textTooLong(limit: Self.textLimit))
    }
  }

  /// A whole number in decimal digits.
  public var integer: Int {
    get throws {
      guard let integer = Int(try text) else { throw fault(.expected(.wholeNumber)) }
      return integer
    }
  }

  /// A whole number within bounds.
  public func integer(within bounds: ClosedRange<Int>) throws -> Int {
    guard let integer = Int(try text), bounds.contains(integer) else {
      throw fault(.expected(.wholeNumberWithin(bounds.lowerBound, bounds.upperBound)))
    }
    return integer
  }

  /// `true` or `false`.
  public var flag: Bool {
    get throws {
      switch try text {
      case "true": true
      case "false": false
      default: throw fault(.expected(.flag))
      }
    }
  }

  /// A date as yyyy-mm-dd.
  public var day: Day {
    get throws {
      guard let day = Day(try text) else { throw fault(.expected(.day)) }
      return day
    }
  }

  /// A percentage with at most four decimals, in millionths of the whole.
  public var percent: Int64 {
    get throws {
      let parts = try text.split(separator: ".", omittingEmptySubsequences: false)
      let decimals = parts.count == 2 ? parts[1] : ""
      let areDigits = parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
      guard areDigits, (1...2).contains(parts.count), decimals.count <= 4,
        let scaled = Int64(parts[0] + decimals + String(repeating: "0", count: 4 - decimals.count))
      else { throw fault(.expected(.percentage)) }
      return scaled
    }
  }

  /// A decimal with at most six places, in millionths: `-0.5` is -500000.
  public var millionths: Int64 {
    get throws {
      let text = try text
      let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
      let decimals = parts.count == 2 ? parts[1] : ""
      let areDigits = parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
      guard areDigits, (1...2).contains(parts.count), decimals.count <= 6, !text.hasPrefix("--"),
        parts[0].count <= 6,
        let scaled = Int64(parts[0] + decimals + String(repeating: "0", count: 6 - decimals.count))
      else { throw fault(.expected(.decimal)) }
      return text.hasPrefix("-") ? -scaled : scaled
    }
  }

  /// One of an enumeration's words.
  public func word<Word: RawRepresentable & CaseIterable>() throws -> Word
  where Word.RawValue == String {
    let text = try text
    guard let word = Word(rawValue: text) else {
      throw fault(.unknownWord(text, known: Word.allCases.map(\.rawValue)))
    }
    return word
  }

  private static func fault(_ error: YamlError, file: String) -> DefinitionFault {
    let (mark, syntax): (Mark?, DefinitionFault.Problem) =
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        (mark, .syntax(YAMLSyntax(words: problem)))
      case .duplicatedKeysInMapping(let duplicates, let context):
        (context.mark, .duplicateKey(duplicates.min() ?? ""))
      default: (nil, .syntax(.other))
      }
    return DefinitionFault(
      place: SourcePlace(file: file, line: mark?.line ?? 0, column: mark?.column ?? 0),
      problem: syntax)
  }
}

/// The fields of a mapping with fixed keys.
public struct YAMLFields {
  let node: YAMLNode
  let values: [String: YAMLNode]

  /// The place of the whole mapping.
  public var place: SourcePlace { node.place }

  /// A fault about the mapping as a whole.
  public func fault(_ problem: DefinitionFault.Problem) -> DefinitionFault { node.fault(problem) }

  /// A field that may be absent.
  public subscript(key: String) -> YAMLNode? { values[key] }

  /// A field that must be there.
  public func required(_ key: String) throws -> YAMLNode {
    guard let value = values[key] else { throw node.fault(.missingKey(key)) }
    return value
  }
}
