import Domain
import Foundation

/// The text of a definition as it was found: what the store keeps of it.
public struct DefinitionFile: Hashable, Sendable {
  /// What a definition defines.
  public enum Kind: String, CaseIterable, Sendable {
    case query, report, plan, rules, calendar, vocabulary, glossary, mapping, template
  }

  public let kind: Kind
  /// The name by which it is called, such as `metrics/completion_by_unit`.
  public let id: String
  /// Where it was read, as messages show it.
  public let path: String
  /// Empty of a template, which is no text.
  public let text: String
  /// The bytes of a template; of others those of their text.
  public let content: [UInt8]
  /// The identity of the content.
  public let hash: ContentHash

  public init(kind: Kind, id: String, path: String, text: String) {
    self.kind = kind
    self.id = id
    self.path = path
    self.text = text
    content = Array(text.utf8)
    hash = ContentHash(of: content)
  }

  /// A template.
  public init(template id: String, path: String, content: [UInt8]) {
    kind = .template
    self.id = id
    self.path = path
    text = ""
    self.content = content
    hash = ContentHash(of: content)
  }

  /// Reads a file that may be missing.
  /// - Throws: `DefinitionFault` if it is there and cannot be read, or is not UTF-8.
  public static func ifThere(_ kind: Kind, _ id: String, path: String) throws -> DefinitionFile? {
    try DiskFiles.text(of: path).map { DefinitionFile(kind: kind, id: id, path: path, text: $0) }
  }

  /// Reads a file.
  /// - Throws: `DefinitionFault` if it is missing, or no template and not UTF-8.
  public init(kind: Kind, id: String, path: String) throws {
    if kind == .template {
      guard let content = try DiskFiles.contents(of: path) else {
        throw DefinitionFault(place: SourcePlace(file: path), problem: .unreadable(ENOENT))
      }
      self.init(template: id, path: path, content: content)
      return
    }
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
