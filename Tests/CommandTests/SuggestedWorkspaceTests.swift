import Foundation
import TestSupport
import Testing

/// From a workbook never seen to the first report.
@Suite struct SuggestedWorkspaceTests {
  static let folder = "\(Repository.folder)/Tests/IntakeTests/Workbooks"
  static let golden = "\(Repository.folder)/Tests/CommandTests/Suggestions"
  /// The workbooks, and the exit code of reading each: those that contradict themselves are refused.
  static let books: [(name: String, code: Int32)] = [
    ("action-log-numbered-in-advance", 0), ("leader-blocks-units-in-text", 0),
    ("merged-tasks-milestone-rows", 0), ("milestones-in-a-cell", 0), ("progress-colour-legend", 3),
    ("task-list-hidden-columns", 0), ("timetable-merged-no-year", 0), ("tracker-from-column-b", 0),
    ("week-plan-status-percent", 0),
  ]

  /// A reviewer reads what is suggested, with each reason and cell.
  @Test(arguments: books.map(\.name))
  func isSuggested(_ name: String) throws {
    let result = try chinese(["check", "--suggest", "\(Self.folder)/\(name).xlsx"])
    #expect(result.status == 0, "\(result.errors)")
    try Self.compare(result.output, to: "\(name).yaml")
  }

  @Test(arguments: books.indices)
  func becomesAWorkspaceWithAReport(_ index: Int) throws {
    let (name, code) = Self.books[index]
    let folder = try Repository.temporaryFolder("suggested") + "/W"
    let made = try chinese(["init", folder, "--from", "\(Self.folder)/\(name).xlsx"])
    #expect(made.status == code, "\(made.output)\(made.errors)")
    try Self.compare(Self.plain(made.output, folder), to: "\(name).txt")
    for file in [
      "mapping.yaml", "vocabulary.yaml", "单位名录.csv", "plans/W/plan.yaml", "\(name).xlsx",
    ] {
      #expect(FileManager.default.fileExists(atPath: "\(folder)/\(file)"), "\(file)")
    }
    let questions = made.output.split(separator: "\n").count { $0.hasPrefix("问题") }
    #expect(questions <= 5)
    let taken = try chinese(["snapshot", "--workspace", folder])
    #expect(taken.status == code, "\(taken.errors)")
    guard code == 0 else { return }
    let report = try chinese(["report", "--workspace", folder, "--as-of", "2026-11-28"])
    #expect([0, 4].contains(report.status), "\(report.errors)")
  }

  /// What contradicts itself is named by its cells.
  @Test func contradictionsAreNamed() throws {
    let folder = try Repository.temporaryFolder("suggested") + "/W"
    let made = try chinese(["init", folder, "--from", "\(Self.folder)/progress-colour-legend.xlsx"])
    for cell in ["E8", "B16", "B17", "B18", "B19", "B20", "B21", "B22", "B23"] {
      #expect(
        made.errors.contains("项目进度!\(cell)：") || made.errors.contains("项目进度!\(cell)"), "\(cell)")
    }
    #expect(FileManager.default.fileExists(atPath: "\(folder)/mapping.yaml"))
  }

  /// The front says what nobody has looked at, until somebody has.
  @Test func guessesStandOnTheFront() throws {
    let folder = try Repository.temporaryFolder("suggested") + "/W"
    let book = "\(Self.folder)/week-plan-status-percent.xlsx"
    #expect(try chinese(["init", folder, "--from", book]).status == 0)
    #expect(try chinese(["snapshot", "--workspace", folder]).status == 0)
    #expect(try front(folder).contains("推测尚未核对"))
    for file in ["mapping.yaml", "vocabulary.yaml", "plans/W/plan.yaml"] {
      let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.firstRange(of: "# 推测").map { String(line[..<$0.lowerBound]) } ?? String(line)
      }
      try lines.joined(separator: "\n").write(
        toFile: "\(folder)/\(file)", atomically: true, encoding: .utf8)
    }
    #expect(try !front(folder).contains("推测尚未核对"))
  }

  private func front(_ folder: String) throws -> String {
    let made = try chinese(["report", "--workspace", folder, "--as-of", "2026-11-28", "--json"])
    #expect([0, 4].contains(made.status), "\(made.errors)")
    let files = try FileManager.default.subpathsOfDirectory(atPath: "\(folder)/out")
    let book = try #require(
      files.filter { $0.hasSuffix(".xlsx") && !$0.contains("corrections") }.max())
    let script =
      "import openpyxl,sys; print([c.value for s in openpyxl.load_workbook(sys.argv[1]) for r in s.iter_rows() for c in r if c.value])"
    let read = try Program.launch(Program.python, ["-c", script, "\(folder)/out/\(book)"])
    #expect(read.status == 0, "\(read.errors)")
    return read.output
  }

  /// Numbers go into the copy alone.
  @Test func numbersAreWrittenIntoTheCopy() throws {
    let folder = try Repository.temporaryFolder("suggested") + "/W"
    let book = "\(Self.folder)/timetable-merged-no-year.xlsx"
    let made = try chinese(["init", folder, "--from", book, "--write-numbers"])
    #expect(made.status == 0, "\(made.errors)")
    #expect(!made.output.contains("不跟踪历史"))
    #expect(made.output.contains("任务编号"), "\(made.output)")
  }

  /// The same whatever the folder and the clock.
  private static func plain(_ text: String, _ folder: String) -> String {
    let lines = text.replacing(folder, with: "W").split(separator: "\n").filter {
      // What the reader counts has tests of its own.
      !$0.hasPrefix("从“")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func chinese(_ words: [String]) throws -> Program.Result {
    try Program.launch(
      Program.path, words, environment: ["JIBAO_LANG": "zh", "JIBAO_NOW": "2026-11-28T10:00:00Z"])
  }

  /// A text that is not there yet is recorded, and the test fails.
  private static func compare(_ text: String, to name: String) throws {
    let path = "\(golden)/\(name)"
    guard let known = try? String(contentsOfFile: path, encoding: .utf8) else {
      try FileManager.default.createDirectory(atPath: golden, withIntermediateDirectories: true)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name)")
      return
    }
    #expect(text == known, "\(name)")
  }
}
