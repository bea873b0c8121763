import Foundation

/// What a part of a container refers to.
public struct Relationship: Hashable, Sendable {
  public let id: String
  /// The last word of its type, such as `worksheet`: the words before it differ between the two
  /// kinds of OOXML.
  public let type: String
  /// The part that it leads to; the address as it is written where that lies outside.
  public let target: String
  public let isExternal: Bool

  /// The name of the part that holds the relationships of a part; of the container for "".
  public static func part(of part: String) -> String {
    let (folder, name) = split(part)
    return "\(folder)_rels/\(name).rels"
  }

  /// The relationships of a part, of the container for ""; none if it has no such part.
  public static func all(of part: String, in archive: ZipArchive) throws -> [Relationship] {
    guard let entry = archive.entry(Self.part(of: part)) else { return [] }
    let handler = RelationshipHandler(folder: split(part).folder)
    try XMLReader.read(entry, of: archive, handler: handler)
    return handler.relationships
  }

  static func split(_ part: String) -> (folder: String, name: String) {
    guard let slash = part.lastIndex(where: { $0 == "/" || $0 == "\\" }) else { return ("", part) }
    return (String(part[...slash]), String(part[part.index(after: slash)...]))
  }
}

extension XMLReader {
  /// Reads a part of a container to its end.
  /// - Parameter check: Called after each piece.
  public static func read(
    _ entry: ZipEntry, of archive: ZipArchive, handler: any XMLHandler,
    check: () throws -> Void = {}
  ) throws {
    let reader = try XMLReader(part: entry.name, handler: handler)
    try archive.unpack(entry) { piece in
      try reader.add(UnsafeRawBufferPointer(piece))
      try check()
    }
    try reader.finish()
    try check()
  }
}

private final class RelationshipHandler: XMLHandler {
  private let folder: String
  private(set) var relationships: [Relationship] = []

  init(folder: String) { self.folder = folder }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name.local == "Relationship", let id = attributes.text("Id"),
      let type = attributes.text("Type"), let target = attributes.text("Target")
    else { return }
    let isExternal = attributes.text("TargetMode") == "External"
    relationships.append(
      Relationship(
        id: id, type: type.split(separator: "/").last.map(String.init) ?? type,
        target: isExternal ? target : resolved(target), isExternal: isExternal))
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeRawBufferPointer) {}

  /// The name of the part that a target means: from the root, or from the part's folder.
  private func resolved(_ target: String) -> String {
    let target = target.removingPercentEncoding ?? target
    var steps: [Substring] = []
    for step in (target.hasPrefix("/") ? target : folder + target)
      .split(whereSeparator: { $0 == "/" || $0 == "\\" })
    {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }
}
