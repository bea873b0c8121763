import Domain
import Foundation
import Packages

/// A container that is written again: parts that are not touched stay as their packed bytes.
final class EditedPackage {
  let archive: ZipArchive
  private var changed: [String: [UInt8]] = [:]
  private var added: [(name: String, content: [UInt8])] = []

  init(path: String) throws { archive = try ZipArchive(path: path, limits: .received) }

  /// What a part holds now; nil if there is none.
  func content(_ name: String) throws -> [UInt8]? {
    if let part = added.first(where: { $0.name == name }) { return part.content }
    guard let entry = archive.entry(name) else { return nil }
    return try changed[entry.name] ?? archive.content(of: entry)
  }

  /// Gives a part another content, or adds it.
  func set(_ name: String, _ content: [UInt8]) {
    if let entry = archive.entry(name) {
      changed[entry.name] = content
    } else if let index = added.firstIndex(where: { $0.name == name }) {
      added[index].content = content
    } else {
      added.append((name, content))
    }
  }

  /// A name that no part has: `xl/comments7.xml` of `xl/comments` and `.xml`.
  func freeName(_ start: String, _ end: String) -> String {
    var number = 1
    while archive.entry("\(start)\(number)\(end)") != nil
      || added.contains(where: { $0.name == "\(start)\(number)\(end)" })
    {
      number += 1
    }
    return "\(start)\(number)\(end)"
  }

  /// Adds a relationship to a part.
  /// - Returns: Its id.
  func relate(_ part: String, to target: String, type: String) throws -> String {
    let name = Relationship.part(of: part)
    let space = "http://schemas.openxmlformats.org/package/2006/relationships"
    let content =
      try content(name) ?? Array("<Relationships xmlns=\"\(space)\"></Relationships>".utf8)
    let outline = try XMLOutline(content, part: name, names: ["Relationship"])
    let ids = Set(outline.all("Relationship").compactMap { $0.attributes["Id"] })
    var number = 1
    while ids.contains("rIdJibao\(number)") { number += 1 }
    let id = "rIdJibao\(number)"
    try set(
      name,
      Self.appending(
        "Relationship Id=\"\(id)\" Type=\"\(type)\" Target=\"/\(target)\"/", to: outline, content,
        part: name))
    return id
  }

  /// Says what kind of part a name is.
  func declare(_ part: String, type: String) throws {
    try addType("Override PartName=\"/\(part)\" ContentType=\"\(type)\"/") { _ in false }
  }

  /// Says what kind of parts end with an extension, unless that is said.
  func declare(extension end: String, type: String) throws {
    try addType("Default Extension=\"\(end)\" ContentType=\"\(type)\"/") {
      $0.all("Default").contains { $0.attributes["Extension"]?.lowercased() == end }
    }
  }

  private func addType(_ element: String, unless isThere: (XMLOutline) -> Bool) throws {
    let name = "[Content_Types].xml"
    guard let content = try content(name) else {
      throw PackageFault(part: name, problem: .missing)
    }
    let outline = try XMLOutline(content, part: name, names: ["Default", "Override"])
    guard !isThere(outline) else { return }
    try set(name, Self.appending(element, to: outline, content, part: name))
  }

  /// A part with one more element at the end of its root, whose prefix it gets.
  private static func appending(
    _ element: String, to outline: XMLOutline, _ content: [UInt8], part: String
  ) throws -> [UInt8] {
    guard let root = outline.root else { throw PackageFault(part: part, problem: .cutOff) }
    let text = "<\(root.prefix)\(element)>"
    var edits = XMLEdits()
    root.append(text, to: &edits)
    return edits.applied(to: content)
  }

  /// Writes the container.
  func write(to writer: ZipWriter) throws {
    for entry in archive.entries {
      if let content = changed[entry.name] {
        try Self.write(entry.name, content, to: writer)
      } else {
        try writer.copy(entry, of: archive)
      }
    }
    for part in added { try Self.write(part.name, part.content, to: writer) }
  }

  private static func write(_ name: String, _ content: [UInt8], to writer: ZipWriter) throws {
    try writer.begin(name)
    try content.withUnsafeBytes(writer.add)
    try writer.end()
  }
}

extension XMLElement {
  /// The prefix of its name with its colon.
  var prefix: String {
    let name = tag.text.dropFirst().prefix { !" \t\r\n/>".contains($0) }
    return name.contains(":") ? name.prefix { $0 != ":" } + ":" : ""
  }

  /// Puts text at the end of what it holds.
  func append(_ text: String, to edits: inout XMLEdits) {
    guard tag.isEmpty else { return edits.insert(text, at: end) }
    edits.replace(tag.range, "\(tag.text.dropLast(2))>\(text)</\(prefix)\(name)>")
  }
}
