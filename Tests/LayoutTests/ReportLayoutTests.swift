import Definitions
import Domain
import Editions
import Foundation
import Packages
import Pages
import TestSupport
import Testing

@testable import Layout

@Suite struct ReportLayoutTests {
  @Test func filesAndTheirRows() throws {
    try withFolder { folder in
      let files = try Sample.write(into: folder)
      #expect(files.map(\.name) == ["csv/单位.csv", "csv/数据字典.csv", "csv/清单.csv", "天水市简报.xlsx"])
      #expect(
        files.map(\.rows) == [
          ["units": 2], ["dictionary": 21], ["list": 2], ["list": 2, "units": 2],
        ])
      #expect(
        try OutputFolder.names(in: folder) == ["csv", "天水市简报.xlsx"], "no temporaries are left")
      #expect(
        text(folder + "/csv/清单.csv") == """
          \u{FEFF}任务,灯,时限,进度,序时差,督办,科室,到期,办结,办结率,重点,无数值原因,报告期,数据截止日\r
          1,红灯,2023-06-30,53.3333,-21.6667,甲,'=乙,65,26,40.0,是,,,2023-09-25\r
          2,,,,-0.04,,,0,0,,否,办结率：本期无到期任务,,2023-09-25\r

          """)
    }
  }

  @Test func modesDoNotDependOnTheUmask() throws {
    let old = umask(0)
    defer { umask(old) }
    try withFolder { folder in
      _ = try Sample.write(into: folder)
      for (name, mode) in [("csv", 0o700), ("csv/清单.csv", 0o600), ("天水市简报.xlsx", 0o600)] {
        var status = stat()
        #expect(stat(folder + "/" + name, &status) == 0)
        #expect(Int(status.st_mode) & 0o777 == mode, "\(name)")
      }
    }
  }

  @Test func sameInputSameBytes() throws {
    let first = try withFolder { try Sample.write(into: $0) }
    #expect(try withFolder { try Sample.write(into: $0) } == first)
  }

  @Test func longTablesGetAWorkbookOfTheirOwn() throws {
    var options = ReportOptions()
    options.largeTable = 10
    options.sheetRows = 1_000
    var rows = Sample.rows
    rows["list"] = (1...2_500).map { index in
      [.text("\(index)"), .text("红灯")] + (Sample.rows["list"]?[0].dropFirst(2) ?? [])
    }
    try withFolder { folder in
      let files = try Sample.write(into: folder, rows: rows, options: options)
      #expect(
        files.map(\.name) == [
          "csv/单位.csv", "csv/数据字典.csv", "csv/清单.csv", "天水市清单.xlsx", "天水市简报.xlsx",
        ])
      #expect(files[3].rows == ["list": 2_500])
      #expect(try lastRows(of: folder + "/天水市清单.xlsx") == [1_000, 1_000, 509])
      let main = try ZipArchive(path: folder + "/天水市简报.xlsx")
      let strings = try #require(main.entries.first { $0.name == "xl/sharedStrings.xml" })
      let told = String(decoding: try main.content(of: strings), as: UTF8.self)
      #expect(told.contains("共 2500 行，另见工作簿《天水市清单.xlsx》。"))
    }
  }

  @Test func failuresOfTheResultEndTheCompanion() throws {
    struct Broken: Error {}
    var options = ReportOptions()
    options.largeTable = 10
    try withFolder { folder in
      let writer = ReportLayout(
        report: try Sample.report(), context: Sample.context, options: options)
      #expect(throws: Broken.self) {
        try writer.write(into: folder) { query in
          ResultStream(columns: Sample.columns[query] ?? [], count: 5_000) { body in
            for _ in 0..<4_000 { try body(Sample.rows[query]?[0] ?? []) }
            throw Broken()
          }
        }
      }
    }
  }

  @Test func failuresOfTheCompanionAreThrown() throws {
    var options = ReportOptions()
    options.largeTable = 1
    var rows = Sample.rows
    rows["list"]?[0][0] = .text("\u{1}")
    try withFolder { folder in
      #expect(
        throws: CellFault(sheet: "清单", row: 4, column: 1, problem: .character(1))
      ) { try Sample.write(into: folder, rows: rows, options: options) }
    }
  }
}
