import Domain
import Foundation

/// The text of a definition as it was found: what the store keeps of it.
public struct DefinitionFile: Hashable, Sendable {
  /// What a definition defines.
  public enum Kind: String, CaseIterable, Sendable {
    case query, report, plan, rules, calendar, vocabulary, glossary, mapping
  }

  public let kind: Kind
  /// The name by which it is called, such as `metrics/completion_by_unit`.
  public let id: String
  /// Where it was read, as messages show it.
  public let path: String
  public let text: String
  /// The identity of the text.
  public let hash: ContentHash

  public init(kind: Kind, id: String, path: String, text: String) {
    self.kind = kind
    self.id = id
    self.path = path
    self.text = text
    hash = ContentHash(of: text)
  }

  /// Reads a file that may be missing.
  /// - Throws: `DefinitionFault` if it is there and cannot be read, or is not UTF-8.
  public static func ifThere(_ kind: Kind, _ id: String, path: String) throws -> DefinitionFile? {
    try DiskFiles.text(of: path).map { DefinitionFile(kind: kind, id: id, path: path, text: $0) }
  }

  /// Reads a file.
  /// - Throws: `DefinitionFault` if it is missing or not UTF-8.
  public init(kind: Kind, id: String, path: String) throws {
    guard let text = try DiskFiles.text(of: path) else {
      throw DefinitionFault(place: SourcePlace(file: path), problem: .unreadable(ENOENT))
    }
    self.init(kind: kind, id: id, path: path, text: text)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(id)
    hasher.combine(hash)
  }
}
