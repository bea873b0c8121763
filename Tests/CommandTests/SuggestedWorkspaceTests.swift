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
    ("task-list-hidden-columns", 3), ("timetable-merged-no-year", 0), ("tracker-from-column-b", 0),
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
    try Self.compare(Self.plain(made.output + made.errors, folder), to: "\(name).txt")
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

  /// The same whatever the folder and the clock.
  private static func plain(_ text: String, _ folder: String) -> String {
    text.replacing(folder, with: "W").replacing(Repository.folder + "/", with: "")
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
