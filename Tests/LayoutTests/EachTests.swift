import Definitions
import Domain
import Editions
import Foundation
import Packages
import Pages
import Synchronization
import TestSupport
import Testing

@testable import Layout

/// Reports with a workbook for each row of a result.
@Suite struct EachTests {
  private static let yaml = """
    workbook: "{name}（{cutoff}）.xlsx"
    each: {query: units, key: unit}
    headings: ["{name}"]
    sheets:
      - name: 任务
        title: "{name}的任务，共 {tasks} 项"
        blocks:
          - table:
              query: parts
              title: 共 {rows} 项
              csv: 任务
              key: [task]
              columns:
                - {column: task, heading: 任务}
                - {column: points, heading: 得分, format: integer}
              total: {label: 合计}
          - table:
              query: notes
              csv: 说明
              columns: [{column: note, heading: 说明}]
    """

  private static let columns: [String: [ResultColumn]] = [
    "units": [("unit", ResultColumn.Kind.text), ("name", .text), ("tasks", .integer)],
    "parts": [("unit", .text), ("task", .text), ("points", .integer)],
    "notes": [("note", .text)],
  ].mapValues { $0.map { ResultColumn(name: $0.0, kind: $0.1) } }

  /// Rows of parts in no order of the units; u9 has no workbook.
  private static let rows: [String: [[Value]]] = [
    "units": [
      [.text("u1"), .text("甲局"), .integer(2)], [.text("u2"), .text("乙局"), .integer(0)],
      [.text("u3"), .text("甲局"), .integer(1)], [.text("u4"), .text("丙/丁:局. "), .null],
    ],
    "parts": [
      [.text("u3"), .text("三"), .integer(3)], [.text("u1"), .text("一"), .integer(1)],
      [.text("u9"), .text("九"), .integer(9)], [.text("u1"), .text("二"), .integer(-2)],
    ],
    "notes": [[.text("说明")]],
  ]

  private func report(_ yaml: String = yaml) throws -> ReportDefinition {
    let report = try Sample.report(yaml)
    try report.check { Self.columns[$0] }
    return report
  }

  private func write(
    into folder: String, rows: [String: [[Value]]] = rows, yaml: String = yaml
  ) throws -> [WrittenFile] {
    try ReportLayout(report: report(yaml), context: Sample.context).write(into: folder) { query in
      ResultStream(ResultTable(columns: Self.columns[query] ?? [], rows: rows[query] ?? []))
    }
  }

  private func strings(_ path: String) throws -> String {
    let archive = try ZipArchive(path: path)
    let part = archive.entries.first { $0.name == "xl/sharedStrings.xml" }
    return String(decoding: try part.map(archive.content) ?? [], as: UTF8.self)
  }

  @Test func aWorkbookForEachRowWithItsRowsAlone() throws {
    try withFolder { folder in
      let files = try write(into: folder)
      let workbooks = files.filter { $0.name.hasSuffix(".xlsx") }
      #expect(
        workbooks.map(\.name) == [
          "丙／丁：局（2023年9月25日）.xlsx", "乙局（2023年9月25日）.xlsx",
          "甲局（2023年9月25日）（u1）.xlsx", "甲局（2023年9月25日）（u3）.xlsx",
        ])
      #expect(workbooks.map { $0.rows["parts"] } == [0, 0, 2, 1])
      #expect(workbooks.allSatisfy { $0.rows["notes"] == 1 }, "a result without the key is shared")
      let first = try strings(folder + "/" + workbooks[2].name)
      #expect(["一", "二", "甲局的任务，共 2 项", "共 2 项"].allSatisfy { first.contains(">\($0)<") })
      #expect(!first.contains(">三<") && !first.contains(">九<"))
      #expect(
        try OutputFolder.names(in: folder) == ["csv"] + workbooks.map(\.name),
        "no temporaries are left"
      )
    }
  }

  @Test func csvFilesAreWrittenOnceForAllKeys() throws {
    try withFolder { folder in
      let files = try write(into: folder)
      #expect(
        files.map(\.name).filter { $0.hasPrefix("csv/") } == [
          "csv/任务.csv", "csv/数据字典.csv", "csv/说明.csv",
        ])
      #expect(
        text(folder + "/csv/任务.csv") == """
          \u{FEFF}任务,得分,报告期,数据截止日\r
          三,3,,2023-09-25\r
          一,1,,2023-09-25\r
          九,9,,2023-09-25\r
          二,-2,,2023-09-25\r

          """)
    }
  }

  @Test func everyResultIsReadOnce() throws {
    let reads = Mutex<[String: Int]>([:])
    try withFolder { folder in
      _ = try ReportLayout(report: report(), context: Sample.context).write(into: folder) { query in
        let rows = Self.rows[query] ?? []
        return ResultStream(columns: Self.columns[query] ?? [], count: rows.count) { body in
          reads.withLock { $0[query, default: 0] += 1 }
          try rows.forEach(body)
        }
      }
    }
    #expect(reads.withLock { $0 } == ["units": 1, "parts": 1, "notes": 1])
  }

  /// The earlier figures beside a unit's rows are its own, too.
  @Test func earlierFiguresAreThoseOfTheKey() throws {
    let yaml = Self.yaml.replacing(
      "format: integer}",
      with: "format: integer}\n            - "
        + "{column: points, at: previous, heading: 上期得分, format: integer}")
    var context = Sample.context
    let earlier = ResultTable(
      columns: Self.columns["parts"] ?? [],
      rows: [
        [.text("u3"), .text("一"), .integer(77)], [.text("u1"), .text("一"), .integer(55)],
      ])
    context.earlier = [.previous: EarlierResults(reported: ["parts": earlier])]
    try withFolder { folder in
      _ = try ReportLayout(report: report(yaml), context: context).write(into: folder) { query in
        ResultStream(
          ResultTable(columns: Self.columns[query] ?? [], rows: Self.rows[query] ?? []))
      }
      let archive = try ZipArchive(path: folder + "/甲局（2023年9月25日）（u1）.xlsx")
      let part = try #require(archive.entries.first { $0.name.hasSuffix("sheet1.xml") })
      let xml = String(decoding: try archive.content(of: part), as: UTF8.self)
      #expect(xml.contains("<v>55</v>") && !xml.contains("<v>77</v>"))
    }
  }

  @Test func manyAtOnceAreTheSameBytesAsOneAlone() throws {
    var rows = Self.rows
    rows["units"] = (1...60).map { [.text("u\($0)"), .text("甲局\($0)"), .integer(1)] }
    rows["parts"] = (1...600).map {
      [.text("u\($0 % 60 + 1)"), .text("任务\($0)"), .integer(Int64($0))]
    }
    let all = try withFolder { try write(into: $0, rows: rows) }
    #expect(try withFolder { try write(into: $0, rows: rows) } == all)
    rows["units"] = [[.text("u7"), .text("甲局7"), .integer(1)]]
    let alone = try withFolder { try write(into: $0, rows: rows) }.filter {
      $0.name.hasSuffix(".xlsx")
    }
    #expect(alone == all.filter { $0.name.hasPrefix("甲局7（") })
  }

  @Test(arguments: ["u1", ""]) func keysThatAreNotUniqueAreRefused(key: String) throws {
    var rows = Self.rows
    rows["units"]?[1][0] = .nonEmpty(key)
    try withFolder { folder in
      #expect(throws: DefinitionFault.self) { try write(into: folder, rows: rows) }
    }
  }

  @Test func ofSeveralFailuresTheFirstIsTold() throws {
    var rows = Self.rows
    rows["units"] = (1...40).map { [.text("u\($0)"), .text("甲局\($0)"), .integer(1)] }
    rows["parts"] = (20...40).map { [.text("u\($0)"), .text("\u{1}"), .integer(Int64($0))] }
    try withFolder { folder in
      do {
        _ = try write(into: folder, rows: rows)
        Issue.record("written")
      } catch let fault as CellFault {
        #expect(fault.problem == .character(1))
      }
    }
  }

  @Test func namesOfUnitsAreShortenedToWhatAFileMayHave() throws {
    let long = String(repeating: "长", count: 90)
    #expect(FileName.marked(long + ".xlsx", "（u1）").utf8.count <= 255)
    #expect(FileName.marked("甲.xlsx", "（u1）") == "甲（u1）.xlsx")
    #expect(FileName.part(" ..a/b\\c:d\u{202E}e\u{7}. ") == "a／b＼c：d_e_")
    var rows = Self.rows
    rows["units"]?[1][1] = .text(long)
    try withFolder { folder in
      let names = try write(into: folder, rows: rows).map(\.name)
      #expect(names.contains { $0.hasPrefix("长") && $0.hasSuffix("（u2）.xlsx") })
    }
  }

  @Test func definitionsThatCannotBe() throws {
    func problem(_ text: String, _ other: String) -> DefinitionFault.Problem? {
      do {
        _ = try report(Self.yaml.replacing(text, with: other))
        return nil
      } catch let fault as DefinitionFault { return fault.problem } catch { return nil }
    }
    #expect(problem("query: units", "query: unit") == .unknownReference("unit", known: []))
    #expect(
      problem("key: unit}", "key: units}")
        == .unknownReference("units", known: ["unit", "name", "tasks"]))
    #expect(problem("key: unit}", "key: name}") == .expected(.keyOfTable))
    #expect(
      problem("csv: 说明", "large: 说明.xlsx") == .expected(.noLargeWithEach))
  }

  @Test func rowsComeOutAsTheyWentIn() {
    let rows: [[Value]] = [
      [.null, .integer(.min), .integer(.max), .integer(-1)],
      [.text(""), .text("一\u{0}🀄️e\u{301}"), .blob([0, 255]), .integer(0)], [],
    ]
    var packed = PackedRows()
    for row in rows { packed.add(row, key: "k") }
    packed.add([.integer(5)], key: "other")
    var found: [[Value]] = []
    packed["k"].forEach { found.append($0) }
    #expect(found == rows)
    #expect(packed["none"].count == 0)
  }
}
