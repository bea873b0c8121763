import Domain

/// Text of a report with placeholders such as `{period}`.
public struct Template: Hashable, Sendable {
  public let text: String
  let place: SourcePlace

  /// The text with every placeholder replaced.
  /// - Throws: `DefinitionFault` if one is unknown; it lists those there are.
  public func filled(with texts: [String: String]) throws -> String {
    try filled(known: texts.keys.sorted()) { texts[$0] }
  }

  /// The text with every placeholder replaced.
  /// - Parameters:
  ///   - known: the placeholders there are, for the fault of another.
  ///   - text: what stands for a placeholder; nil if there is none of that name.
  public func filled(
    known: @autoclosure () -> [String], _ text: (_ placeholder: String) throws -> String?
  ) throws -> String {
    var result = ""
    var rest = self.text[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: "}") else {
        throw DefinitionFault(place: place, problem: .expected(.closingBrace))
      }
      let name = String(rest[..<close])
      guard let value = try text(name) else {
        let problem = DefinitionFault.Problem.unknownReference(name, known: known())
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
