import Definitions
import Domain
import Testing

/// Faults of YAML itself, with their places, and values that YAML would read as something else.
@Suite struct YAMLTests {
  private func node(_ text: String) throws -> YAMLNode {
    try YAMLNode(DefinitionFile(kind: .vocabulary, id: "v", path: "v.yaml", text: text))
  }

  private func value(_ text: String) throws -> YAMLNode {
    try node("key: " + text).fields(["key"]).required("key")
  }

  /// Texts that are not YAML, and the line that is named.
  static let broken: [(text: String, line: Int, syntax: YAMLSyntax)] = [
    ("a: [1, 2", 1, .listEnd), ("a: 1\nb: {c: 2", 2, .mappingEnd),
    ("a: 1\n\tb: 2", 2, .tabIndentation),
    ("a: \"x", 1, .openQuote), ("a: 1\n b: 2", 2, .valuePlace),
  ]

  @Test(arguments: broken)
  func isNoYAML(_ text: String, _ line: Int, _ syntax: YAMLSyntax) {
    let fault = #expect(throws: DefinitionFault.self) { try node(text) }
    #expect(fault?.problem == .syntax(syntax))
    #expect(fault?.place.file == "v.yaml")
    #expect((line...(line + 1)).contains(fault?.place.line ?? 0))
  }

  @Test func anEmptyFileIsNoMapping() {
    let fault = #expect(throws: DefinitionFault.self) { try node("# nothing\n").entries() }
    #expect(fault?.problem == .expected(.mapping))
  }

  @Test func aKeyTwiceIsRefused() throws {
    let fault = #expect(throws: DefinitionFault.self) {
      try node("a: 1\nb: 2\na: 3\n").entries()
    }
    let place = try #require(fault?.place)
    #expect(place.file == "v.yaml" && place.line > 0)
  }

  /// What YAML has words for is text here, as it was written.
  @Test(arguments: ["no", "yes", "null", "~", "1e3", "0x10", "2023-09-25", "1_000", "on", "012"])
  func scalarsAreText(_ text: String) throws {
    #expect(try value(text).text == text)
  }

  @Test(arguments: ["1e3", "0x10", "1_000", "1.0", "", "一"])
  func isNoInteger(_ text: String) {
    #expect(throws: DefinitionFault.self) { try value(text).integer }
  }

  @Test(arguments: [
    ("75", 750_000), ("91.7", 917_000), ("0", 0), ("8.3333", 83_333), ("100", 1_000_000),
  ])
  func percentages(_ text: String, _ expected: Int64) throws {
    #expect(try value(text).percent == expected)
  }

  @Test(arguments: ["75%", "1.23456", "1.2.3", "1e1", "", "5.-3", "-5", "5.", ".5", "七五", "７５"])
  func isNoPercentage(_ text: String) {
    #expect(throws: DefinitionFault.self) { try value(text).percent }
  }

  @Test(arguments: ["yes", "True", "1", "on"])
  func onlyTrueAndFalseAreFlags(_ text: String) throws {
    #expect(throws: DefinitionFault.self) { try value(text).flag }
    #expect(try value("true").flag)
    #expect(try !value("false").flag)
  }

  @Test func placesAreLinesAndColumns() throws {
    let items = try node("list:\n  - a\n  - {b: 1}\n").fields(["list"]).required("list").items
    #expect(items.map(\.place.line) == [2, 3])
    #expect(items.map(\.place.column) == [5, 5])
    #expect(items.map(\.isMapping) == [false, true])
  }
}
