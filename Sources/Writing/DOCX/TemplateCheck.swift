import Domain
import Packages

/// Refuses what no template needs and what can do harm.
struct TemplateCheck {
  private let archive: ZipArchive

  init(_ archive: ZipArchive) { self.archive = archive }

  /// Reads every part of XML to its end.
  func check() throws {
    for entry in archive.entries {
      let name = entry.name.lowercased().replacing("\\", with: "/")
      if name.contains("vbaproject") || name.contains("vbadata") {
        throw TemplateRefused(problem: .macros(part: entry.name))
      }
      if name.contains("/embeddings/") || name.contains("/activex/") || name.contains("/controls/")
      {
        throw TemplateRefused(problem: .embedded(part: entry.name))
      }
    }
    for entry in archive.entries {
      let name = entry.name.lowercased()
      guard name.hasSuffix(".xml") || name.hasSuffix(".rels") else {
        // Pictures are taken as they are, whole.
        try archive.unpack(entry) { _ in }
        continue
      }
      let handler = PartHandler()
      try XMLReader.read(entry, of: archive, handler: handler)
      handler.endField()
      if let problem = handler.found.map({ problem($0, in: entry.name) }) {
        throw TemplateRefused(problem: problem)
      }
    }
    guard archive.entry("[Content_Types].xml") != nil else {
      throw TemplateRefused(problem: .notADocument)
    }
  }

  private func problem(_ found: PartHandler.Found, in part: String) -> TemplateProblem {
    switch found {
    case .macros: .macros(part: part)
    case .external(let target): .external(part: part, target: target)
    case .embedded: .embedded(part: part)
    case .otherDocument: .otherDocument(part: part)
    case .field(let words): .field(part: part, words)
    }
  }
}

/// Looks for what is refused in a part.
private final class PartHandler: XMLHandler {
  enum Found {
    case macros, embedded, otherDocument
    case external(String)
    case field(String)
  }

  /// The first thing that was found.
  private(set) var found: Found?
  private var isInstruction = false
  private var instruction = ""

  /// Kinds of relationships, and elements, without the words before the last.
  private static let macros: Set = ["vbaProject", "wordVbaData", "keyMapCustomizations"]
  private static let embedded: Set = [
    "oleObject", "package", "control", "activeXControl", "activeXControlBinary",
  ]
  private static let documents: Set = ["aFChunk", "subDocument", "frame", "attachedTemplate"]
  private static let fields: Set = [
    "DDE", "DDEAUTO", "INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "IMPORT", "DATABASE",
    "EMBED", "MACROBUTTON", "AUTOTEXT", "AUTOTEXTLIST", "GLOSSARY", "RD", "CONTROL", "HTMLACTIVEX",
    "ADDIN", "PRINT", "MERGEFIELD",
  ]

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name.local {
    case "Relationship": check(attributes)
    case "Default", "Override": checkType(attributes.text("ContentType") ?? "")
    case "altChunk", "subDoc": note(.otherDocument)
    case "OLEObject", "oleObj", "control", "object": note(.embedded)
    case "instrText": isInstruction = true
    case "fldSimple":
      endField()
      instruction = attributes[local: "instr"].map { String(cString: $0) } ?? ""
      endField()
    case "fldChar": endField()
    default: break
    }
  }

  func end(_ name: XMLName) {
    if name.local == "instrText" { isInstruction = false }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    if isInstruction { instruction += String(decoding: bytes, as: UTF8.self) }
  }

  /// Looks at the words of a field, which may stand in several pieces.
  func endField() {
    let words = instruction.uppercased().split(whereSeparator: \.isWhitespace).map(String.init)
    instruction = ""
    if let word = words.first, Self.fields.contains(word) { note(.field(word)) }
  }

  private func check(_ attributes: XMLAttributes) {
    let type = attributes.text("Type") ?? ""
    let kind = type.split(separator: "/").last.map(String.init) ?? ""
    let target = attributes.text("Target") ?? ""
    if Self.macros.contains(kind) { note(.macros) }
    if Self.embedded.contains(kind) { note(.embedded) }
    if attributes.text("TargetMode")?.lowercased() == "external" { note(.external(target)) }
    if Self.documents.contains(kind) { note(.otherDocument) }
  }

  private func checkType(_ type: String) {
    let type = type.lowercased()
    if type.contains("macroenabled") || type.contains("vba") { note(.macros) }
    if type.contains("oleobject") || type.contains("activex") { note(.embedded) }
  }

  private func note(_ found: Found) {
    self.found = self.found ?? found
  }
}
