import Definitions
import Domain
import TestSupport
import Testing

/// What is said once of columns: the shipped catalogue, own ones, and those that are refused.
@Suite struct ColumnCatalogueTests {
  private func file(_ text: String) -> DefinitionFile {
    DefinitionFile(kind: .glossary, id: ColumnCatalogue.id, path: "columns.yaml", text: text)
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
    let catalogue = try library.columnCatalogue()
    let tables = try library.reportIDs.flatMap { try library.reportDefinition($0).tables }
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
    let silent = names.filter { catalogue.meaning(of: $0.name, in: $0.query) == nil }
    #expect(silent.map { "\($0.query).\($0.name)" } == [])
  }

  @Test func theShippedOneNamesNothingElse() throws {
    for file in try DefinitionLibrary.shipped.columnFiles() {
      try ColumnCatalogue.check(file, against: results())
    }
  }

  /// Full-width signs, no end mark: a cell of a table, not a paragraph.
  @Test func theShippedMeaningsAreShortAndChinese() throws {
    let library = DefinitionLibrary.shipped
    let catalogue = try library.columnCatalogue()
    let file = try #require(try library.columnFiles().first)
    let names = try YAMLNode(file).entries().map(\.key)
    #expect(names.count > 300)
    for name in names {
      guard let meaning = catalogue.entry(of: name, in: "").meaning else { continue }
      #expect(meaning.contains { ("一"..."龥").contains($0) }, "\(name)")
      #expect(!meaning.hasSuffix("。") && !meaning.contains { ",:;()".contains($0) }, "\(name)")
      #expect(meaning.count <= 70, "\(name)")
    }
  }

  @Test func theNameOfAQueryWins() throws {
    let catalogue = try ColumnCatalogue([
      file("due: 到期事项\nmetrics/list.due: {heading: 时限, meaning: 完成时限}\nlate: {heading: 迟办}\n")
    ])
    #expect(catalogue.meaning(of: "due", in: "metrics/list") == "完成时限")
    #expect(catalogue.meaning(of: "due", in: "metrics/other") == "到期事项")
    #expect(catalogue.meaning(of: "done", in: "metrics/list") == nil)
    #expect(catalogue.meaning(of: "late", in: "metrics/list") == nil)
    #expect(catalogue.headed == ["late", "metrics/list.due"])
  }

  /// Field by field: an office that renames a column keeps its format.
  @Test func anOfficesOwnGoesBeforeTheShippedOne() throws {
    let shipped =
      "due: {heading: 到期, format: integer}\nmetrics/list.due: {heading: 时限, format: date}\n"
    let catalogue = try ColumnCatalogue([file("due: {heading: 应办结}\n"), file(shipped)])
    let due = catalogue.entry(of: "due", in: "metrics/list")
    #expect(due.heading == "应办结" && due.format == .date)
    let other = catalogue.entry(of: "due", in: "metrics/other")
    #expect(other.heading == "应办结" && other.format == .integer)
  }

  @Test func whatIsWrongIsRefusedWithItsLine() throws {
    let list = [
      "metrics/list": [
        ResultColumn(name: "due", kind: .integer), ResultColumn(name: "all", kind: .integer),
      ]
    ]
    func check(_ line: String) throws {
      try ColumnCatalogue.check(file("metrics/list.due: 到期事项\n\(line)\n"), against: list)
    }
    func problem(_ line: String) throws -> DefinitionFault.Problem {
      let fault = try #require(throws: DefinitionFault.self) { try check(line) }
      #expect(fault.place.file == "columns.yaml" && fault.place.line == 2)
      return fault.problem
    }
    let known = ["all", "due"]
    #expect(try problem("duee: 到期") == .unknownReference("duee", known: known))
    #expect(
      try problem("metrics/list.done: 办结")
        == .unknownReference("metrics/list.done", known: known))
    #expect(
      try problem("metrics/lists.due: 到期") == .unknownReference("metrics/lists.due", known: known))
    #expect(try problem("due/most: 到期率") == .unknownReference("due/most", known: known))
    #expect(try problem("previous.most: 上期") == .unknownReference("previous.most", known: known))
    for line in [
      "due/all: {heading: 到期率}", "metrics/list.due/all: {heading: 到期率}",
      "previous.due: {heading: 上期}",
      "previous.change.due/all: {heading: 增减}", "previous.differs: {heading: 更正后}",
      "share.due: {heading: 占比}",
    ] {
      try check(line)
    }
    #expect(try problem("due:") == .expected(.meaning))
    #expect(try problem("due: [到期]") == .expected(.text))
    #expect(try problem("due: {width: 256}") == .expected(.wholeNumberWithin(1, 255)))
    let formats = ReportDefinition.Format.allCases.map(\.rawValue)
    #expect(try problem("due: {format: number}") == .unknownWord("number", known: formats))
    let twice = #expect(throws: DefinitionFault.self) {
      try ColumnCatalogue([file("due: 到期\ndue: 时限\n")])
    }
    #expect(twice?.problem == .duplicateKey("due"))
  }

  // MARK: in reports

  private let catalogue = """
    due: {heading: 到期, group: 到期事项, format: integer, width: 9, meaning: 到期事项}
    done: {heading: 办结, format: integer, width: 8}
    done/due: {heading: 办结率, width: 11, empty: 无到期事项}
    previous.done/due: {heading: 上期办结率}
    previous.change.done/due: {heading: 增减}
    previous.differs: {heading: 更正后}
    share.due: {heading: 占比}
    state: {heading: 情况, width: 12, words: {late: 迟办}, bases: {late: 超过时限的}}
    metrics/list.due: {heading: 时限, format: date}
    """

  private func columns(
    _ columns: String, of query: String = "metrics/other"
  ) throws -> [ReportDefinition.Column] {
    let yaml = """
      workbook: x.xlsx
      sheets:
        - name: 表
          title: 表
          blocks:
            - table: {query: \(query), key: [due], columns: \(columns)}
      """
    let report = DefinitionFile(kind: .report, id: "x", path: "x.yaml", text: yaml)
    return try ReportDefinition(report, columns: ColumnCatalogue([file(catalogue)])).tables[0]
      .columns
  }

  @Test func aNameAloneTakesAllFromTheCatalogue() throws {
    let shown = try columns("[due, done, done/due, share.due, state]")
    #expect(shown.map(\.heading) == ["到期", "办结", "办结率", "占比", "情况"])
    #expect(shown.map(\.group) == ["到期事项", "", "", "", ""])
    #expect(shown.map(\.format) == [.integer, .integer, .percent, .percent, .text])
    #expect(shown.map(\.width) == [9, 8, 11, nil, 12])
    #expect(shown.map(\.isSummed) == [true, true, false, true, false])
    #expect(shown[4].words == ["late": "迟办"])
    #expect(try columns("[due]", of: "metrics/list").map(\.format) == [.date])
  }

  @Test func whatDiffersIsSaid() throws {
    let shown = try columns(
      "[{column: due, width: 12, sum: false}, {ratio: [done, due], empty: 无}, {basis: state, heading: 口径}]"
    )
    #expect(shown.map(\.heading) == ["到期", "办结率", "口径"])
    #expect(shown.map(\.width) == [12, 11, 12] && !shown[0].isSummed)
    #expect(shown[2].words == ["late": "超过时限的"])
    guard case .ratio("done", "due", let empty) = shown[1].content else {
      Issue.record("no ratio")
      return
    }
    #expect(empty.otherwise == "无")
  }

  /// As before there was a catalogue: only how it is drawn comes from there.
  @Test func aColumnWithAHeadingOfItsOwnIsItsOwn() throws {
    let shown = try columns("[{column: due, heading: 应办结}, {column: state, heading: 代码}]")
    #expect(shown.map(\.group) == ["", ""] && shown[1].words.isEmpty)
    #expect(shown.map(\.format) == [.integer, .text])
  }

  @Test func earlierFiguresHaveNamesToo() throws {
    let shown = try columns(
      "[done/due, previous.done/due, previous.change.done/due, {differs: [done, due], at: previous}]"
    )
    #expect(shown.map(\.heading) == ["办结率", "上期办结率", "增减", "更正后"])
    #expect(shown.map(\.format) == [.percent, .percent, .points, .text])
    #expect(shown.map(\.width) == [11, 11, nil, nil])
    #expect(shown.map { $0.content.compared?.at } == [nil, .previous, .previous, .previous])
  }

  @Test func columnsForSumsStandTogether() throws {
    #expect(try columns("[due, {for_sums: [done]}]").map(\.isForSums) == [false, true])
  }

  @Test func aColumnThatNobodyNamesIsRefused() throws {
    for column in ["duee", "{column: duee}", "year_before.done/due", "share.done"] {
      let fault = try #require(throws: DefinitionFault.self) { try columns("[due, \(column)]") }
      guard case .noHeading = fault.problem else {
        Issue.record("\(fault)")
        continue
      }
      #expect(fault.place.file == "x.yaml" && fault.place.line == 6)
    }
  }
}
