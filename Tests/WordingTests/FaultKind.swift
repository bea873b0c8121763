import Foundation
import TestSupport
import Testing

@testable import jibao

/// A kind of fault, its cases as declared, and a sample of each with its sentences.
struct FaultKind: CustomTestStringConvertible, Sendable {
  /// The type as it is declared, and the folder below Sources that declares it.
  let name: String
  let folder: String
  /// The samples with the name of their case, said in a language; all that they hold is the name
  /// handed over.
  let said: @Sendable (_ language: Language, _ name: String) -> [(label: String, text: String)]

  var testDescription: String { name }

  init<Fault>(
    _ name: String, in folder: String, _ samples: @escaping @Sendable (String) -> [Fault],
    _ say: @escaping @Sendable (Fault, any Sentences) -> String
  ) {
    self.name = name
    self.folder = folder
    said = { language, name in
      samples(name).map { (Self.label($0), say($0, language.sentences)) }
    }
  }

  private static func label<Fault>(_ fault: Fault) -> String {
    Mirror(reflecting: fault).children.first?.label ?? "\(fault)"
  }

  /// The names of the cases that the type declares, read from its source.
  func declared() throws -> [String] {
    for file in try Self.swiftFiles(in: folder) {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      var rest = text[...]
      for part in name.split(separator: ".") {
        let pattern = try Regex("\\b(enum|struct|extension) (\\w+\\.)?\(part)\\b[^{]*\\{")
        rest = rest.firstRange(of: pattern).map { rest[$0.upperBound...] } ?? ""
      }
      let cases = Self.cases(of: rest)
      if !cases.isEmpty { return cases }
    }
    return []
  }

  static func swiftFiles(in folder: String) throws -> [String] {
    let root = "\(Repository.folder)/Sources/\(folder)"
    if folder.hasSuffix(".swift") { return [root] }
    return try FileManager.default.subpathsOfDirectory(atPath: root)
      .filter { $0.hasSuffix(".swift") }.sorted().map { "\(root)/\($0)" }
  }

  /// The names behind `case` at the outermost depth of a declaration's body.
  private static func cases(of body: Substring) -> [String] {
    var depth = 0
    var names: [String] = []
    for line in body.split(separator: "\n") {
      let text = line.replacing(/"[^"]*"/, with: "")
      let code = text.firstRange(of: "//").map { text[..<$0.lowerBound] } ?? text
      if depth == 0, code.contains(/^\s*case\s/) {
        names += list(code.drop { $0 == " " }.dropFirst(5))
      }
      depth += code.count(where: { "{(".contains($0) }) - code.count(where: { "})".contains($0) })
      if depth < 0 { break }
    }
    return names
  }

  /// The names of a list of cases, what they hold left out.
  private static func list(_ cases: Substring) -> [String] {
    var depth = 0
    var outside = ""
    for character in cases {
      if character == "(" { depth += 1 }
      if depth == 0 { outside.append(character) }
      if character == ")" { depth -= 1 }
    }
    return outside.split(separator: ",").compactMap { part in
      part.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.first.map(String.init)
    }
  }
}
