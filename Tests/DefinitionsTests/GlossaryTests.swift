import Definitions
import Domain
import TestSupport
import Testing

/// What columns mean: the shipped glossary, and those that are refused.
@Suite struct GlossaryTests {
  private func file(_ text: String) -> DefinitionFile {
    DefinitionFile(kind: .glossary, id: Glossary.id, path: "columns.yaml", text: text)
  }

  /// The columns of every shipped query, and of the table of findings.
  private func results() throws -> [String: [ResultColumn]] {
    let library = DefinitionLibrary.shipped
    let queries = try library.queryIDs.map { try library.query($0) }
    return Dictionary(uniqueKeysWithValues: queries.map { ($0.id, $0.columns) })
      .merging([
        "checks": ["check", "severity", "finding", "task", "unit"].map {
          ResultColumn(name: $0, kind: .text)
        }
      ]) { $1 }
  }

  @Test func everyColumnOfTheShippedFilesHasAMeaning() throws {
    let library = DefinitionLibrary.shipped
    let glossary = try Glossary(#require(try library.glossary()))
    let tables = try library.reportIDs.flatMap { try ReportDefinition(library.report($0)).tables }
      .filter { $0.csv != nil }
    let names = tables.flatMap { table in
      table.columns.compactMap { column -> (query: String, name: String)? in
        switch column.content {
        case .column(let name): (table.query, name)
        case .compared(let compared):
          if case .figure(.column(let name)) = compared.kind { (table.query, name) } else { nil }
        default: nil
        }
      }
    }
    #expect(names.count > 300)
    let silent = names.filter { glossary.meaning(of: $0.name, in: $0.query) == nil }
    #expect(silent.map { "\($0.query).\($0.name)" } == [])
  }

  @Test func theShippedOneNamesNothingElse() throws {
    try Glossary.check(#require(try DefinitionLibrary.shipped.glossary()), against: results())
  }

  /// Full-width signs, one line each, no end mark: a cell of a table, not a paragraph.
  @Test func theShippedMeaningsAreShortAndChinese() throws {
    let text = try #require(try DefinitionLibrary.shipped.glossary()).text
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    for line in lines {
      let meaning = try #require(line.firstRange(of: ": ").map { line[$0.upperBound...] })
      // One that is said of another column.
      if meaning.hasPrefix("*") { continue }
      #expect(meaning.contains { ("一"..."龥").contains($0) }, "\(line)")
      #expect(!meaning.hasSuffix("。") && !meaning.contains { ",:;()".contains($0) }, "\(line)")
      #expect(meaning.count <= 70, "\(line)")
    }
  }

  @Test func theNameOfAQueryWins() throws {
    let glossary = try Glossary(file("due: 到期事项\nmetrics/list.due: 完成时限\n"))
    #expect(glossary.meaning(of: "due", in: "metrics/list") == "完成时限")
    #expect(glossary.meaning(of: "due", in: "metrics/other") == "到期事项")
    #expect(glossary.meaning(of: "done", in: "metrics/list") == nil)
  }

  @Test func whatIsWrongIsRefusedWithItsLine() throws {
    let list = ["metrics/list": [ResultColumn(name: "due", kind: .integer)]]
    func problem(_ line: String) throws -> DefinitionFault.Problem {
      let fault = try #require(throws: DefinitionFault.self) {
        try Glossary.check(file("metrics/list.due: 到期事项\n\(line)\n"), against: list)
      }
      #expect(fault.place.file == "columns.yaml" && fault.place.line == 2)
      return fault.problem
    }
    #expect(try problem("duee: 到期") == .unknownReference("duee", known: ["due"]))
    #expect(
      try problem("metrics/list.done: 办结")
        == .unknownReference("metrics/list.done", known: ["due"]))
    #expect(
      try problem("metrics/lists.due: 到期")
        == .unknownReference("metrics/lists.due", known: ["due"]))
    #expect(try problem("due:") == .expected(.meaning))
    #expect(try problem("due: [到期]") == .expected(.text))
    let twice = #expect(throws: DefinitionFault.self) { try Glossary(file("due: 到期\ndue: 时限\n")) }
    #expect(twice?.problem == .duplicateKey("due"))
  }
}
