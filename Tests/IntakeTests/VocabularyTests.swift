import Definitions
import Domain
import Testing

@Suite struct VocabularyTests {
  @Test(arguments: [
    ("未启动", WordKind.status, "not_started"), ("欠进度", .status, "in_progress"),
    ("延期后再进行", .status, "suspended"), ("Completed", .status, "completed"),
    ("牵头", .role, "lead"), ("√", .flag, "1"), ("No", .flag, "0"),
    ("不低于", .comparison, ">="), ("＝", .comparison, "="), ("清零", .targetKind, "zero"),
  ])
  func standardWords(_ word: String, _ kind: WordKind, _ code: String) {
    #expect(Vocabulary.standard.code(word, kind) == code)
  }

  @Test func everyCodeHasALabelAndMeansItself() {
    for kind in WordKind.allCases {
      for code in kind.codes {
        #expect(Vocabulary.standard.code(code, kind) == code)
        #expect(
          Vocabulary.standard.code(Vocabulary.standard.label(code, kind), kind) == code)
      }
    }
    #expect(Vocabulary.standard.label("accepted", .status) == "已销号")
  }

  static func vocabulary(_ text: String) throws -> Vocabulary {
    try Vocabulary(
      DefinitionFile(
        kind: .vocabulary, id: "vocabulary", path: "vocabulary.yaml", text: text))
  }

  @Test func aWorkspaceAddsWords() throws {
    let vocabulary = try Self.vocabulary("status:\n  调整: suspended\n  欠进度: not_started\n")
    #expect(vocabulary.code("调整", .status) == "suspended")
    #expect(vocabulary.code("欠进度", .status) == "not_started")
    #expect(vocabulary.code("推进中", .status) == "in_progress")
    #expect(vocabulary.words(for: .status).last == "调整")
  }

  @Test func unknownKindsAndCodes() {
    #expect(throws: DefinitionFault.self) { try Self.vocabulary("statuses:\n  a: b\n") }
    let fault = #expect(throws: DefinitionFault.self) {
      try Self.vocabulary("outlook:\n  悬: doubtful\n")
    }
    #expect(fault?.place == SourcePlace(file: "vocabulary.yaml", line: 2, column: 6))
    #expect(fault?.problem == .unknownWord("doubtful", known: ["assured", "difficult"]))
  }
}
