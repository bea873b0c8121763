import Foundation
import TestSupport
import Testing

/// The workbook that `init` writes.
@Suite struct TemplateTests {
  private static let script = "\(Repository.folder)/Tests/CrossCheck/template.py"

  @Test func saysWhatBelongsWhere() throws {
    let folder = try Repository.temporaryFolder("template") + "/W"
    #expect(try Program().run("init", folder).status == 0)
    let seen = try Program.launch(Program.python, [Self.script, "look", "\(folder)/台账.xlsx"])
    #expect(seen.status == 0, "\(seen.errors)")
    let lines = seen.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "任务台账: 32 headings, 32 notes, 2 rows, frozen at A2")
    let checks = try #require(lines.dropFirst().first)
    for check in [
      "牵头单位 drop-down", "状态 drop-down", "完成时限 date", "进度 decimal", "重难点 drop-down",
    ] {
      #expect(checks.contains(check), "\(checks)")
    }
    #expect(lines.contains { $0.hasPrefix("单位名录: 11 headings, 11 notes, 2 rows") })
    #expect(lines.contains { $0.hasPrefix("选项: ") })
    #expect(!FileManager.default.fileExists(atPath: "\(folder)/ledger-template"))
  }

  @Test func emptyFilesComeOnRequest() throws {
    let folder = try Repository.temporaryFolder("template") + "/W"
    #expect(try Program().run("init", folder, "--csv").status == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/ledger-template")
    #expect(files.count == 10)
  }

  /// Filled in by openpyxl, it says what the CSV files say.
  @Test func isReadAsTheSameRowsInCSV() throws {
    let day = "2023-09-25"
    let csv = try ExampleWorkspace(days: [day])
    let book = try ExampleWorkspace(days: [])
    let ledger = "\(ExampleWorkspace.ledgers)/\(day)"
    let filled = try Program.launch(
      Program.python, [Self.script, "fill", "\(book.folder)/台账.xlsx", ledger])
    #expect(filled.status == 0, "\(filled.errors)")
    // By its sheets' names it is ours: nothing is guessed.
    let checked = try book.program.run(
      "check", "--workspace", book.folder, "\(book.folder)/台账.xlsx", "--effective-on", day)
    #expect(checked.status == 0, "\(checked.errors)")
    #expect(!checked.output.contains("“任务台账”"), "\(checked.output)")
    let taken = try book.program.run(
      "snapshot", "--workspace", book.folder, "--from", "\(book.folder)/台账.xlsx",
      "--effective-on", day)
    #expect(taken.status == 0, "\(taken.errors)")
    for query in [
      "state/task", "state/milestone", "state/target", "state/assignment", "facts/item",
    ] {
      let (one, other) = (
        try csv.run("query", query, "--as-of", day, "--json"),
        try book.run("query", query, "--as-of", day, "--json")
      )
      #expect(Self.withoutPlaces(one.output) == Self.withoutPlaces(other.output), "\(query)")
    }
  }

  /// Where a row stands differs between a file and a sheet.
  private static func withoutPlaces(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init).filter { !$0.contains("source_") }
  }
}
