import Domain

/// Text of a report with placeholders such as `{period}`.
public struct Template: Hashable, Sendable {
  public let text: String
  let place: SourcePlace

  /// The text with every placeholder replaced.
  /// - Throws: `DefinitionFault` if one is unknown; it lists those there are.
  public func filled(with texts: [String: String]) throws -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: "}") else {
        throw DefinitionFault(place: place, problem: .expected("} after {"))
      }
      let name = String(rest[..<close])
      guard let value = texts[name] else {
        let problem = DefinitionFault.Problem.unknownReference(name, known: texts.keys.sorted())
        throw DefinitionFault(place: place, problem: problem)
      }
      result += value
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

extension YAMLNode {
  var template: Template {
    get throws { Template(text: try text, place: place) }
  }

  var templates: [Template] {
    get throws { try items.map { try $0.template } }
  }
}
