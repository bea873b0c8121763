import Foundation
import TestSupport
import Testing

/// The shipped reports of one period of each example as they were when someone last looked at them:
/// what every page says, as text, and of some workbooks the parts that they are made of. A change that
/// is meant is looked at, and taken over with `make golden`.
@Suite struct GoldenTests {
  private static let folder = Repository.folder + "/Tests/CommandTests/Golden"

  static let examples: [(example: String, days: [String], period: String)] = [
    ("tianshui-2023", ["2023-04-25", "2023-06-25", "2023-09-25"], "2023-Q3"),
    ("xuancheng-2019", [], "2019-final"), ("yingtan-2023", [], "2023-Q4"),
  ]

  /// Of reports with a workbook for each unit so many are kept.
  private static let keptWorkbooks = 2

  @Test(arguments: examples.indices)
  func everyPageSaysWhatItSaid(_ index: Int) throws {
    let (example, _, period) = Self.examples[index]
    let workspace = try workspace(index)
    for report in ["quarterly", "brief", "bulletin", "unit", "delta"] {
      let folder = try Repository.temporaryFolder("text") + "/T"
      let made = try workspace.run("report", report, "--period", period, "--as-text", folder)
      #expect(made.status == 0, "\(made.errors)")
      guard made.status == 0 else { continue }
      let pages = try pages(of: report, in: folder)
      try compare(pages, with: "\(Self.folder)/\(example)-\(report)")
    }
  }

  @Test func everyPartIsAsItWas() throws {
    let (example, _, period) = Self.examples[0]
    let workspace = try workspace(0)
    for report in ["quarterly", "unit", "delta"] {
      let made = try workspace.report(report, "--period", period)
      let parts = try Program.launch(
        Program.python, ["\(Repository.folder)/Tests/CrossCheck/parts.py", made])
      try #require(parts.status == 0, "\(parts.errors)")
      try compare([("parts.txt", parts.output)], with: "\(Self.folder)/\(example)-\(report)-parts")
    }
  }

  private func workspace(_ index: Int) throws -> ExampleWorkspace {
    let (example, days, _) = Self.examples[index]
    let all = try FileManager.default.contentsOfDirectory(
      atPath: "\(Repository.folder)/Examples/\(example)"
    ).filter { $0.hasPrefix("20") }.sorted()
    return try ExampleWorkspace(example, days: days.isEmpty ? all : days)
  }

  /// The pages that were made, by the names of their files.
  private func pages(of report: String, in folder: String) throws -> [(String, String)] {
    let shelf = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first)
    var names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(shelf)").sorted()
    if report == "unit" {
      let workbooks = names.map { $0.split(separator: "-")[0] }
      let kept = Set(Array(Set(workbooks)).sorted().prefix(Self.keptWorkbooks))
      names = names.filter { kept.contains($0.split(separator: "-")[0]) }
    }
    return try names.map {
      ($0, try String(contentsOfFile: "\(folder)/\(shelf)/\($0)", encoding: .utf8))
    }
  }

  /// Holds files against those of a folder; a missing one is recorded, and fails.
  private func compare(_ files: [(name: String, text: String)], with folder: String) throws {
    let manager = FileManager.default
    let isTaken = ProcessInfo.processInfo.environment["JIBAO_GOLDEN"] == "take"
    if isTaken { try? manager.removeItem(atPath: folder) }
    try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let before = try manager.contentsOfDirectory(atPath: folder)
    for (name, text) in files where !before.contains(name) {
      try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
    }
    let kept = isTaken ? files.map(\.name) : before
    #expect(kept.sorted() == files.map(\.name).sorted(), "the pages of \(folder)")
    for (name, text) in files where kept.contains(name) {
      let old = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      guard old != text else { continue }
      let changes = lines(text).difference(from: lines(old)).prefix(20).map { change in
        switch change {
        case .remove(let line, let text, _): "- \(line + 1): \(text)"
        case .insert(let line, let text, _): "+ \(line + 1): \(text)"
        }
      }
      Issue.record("\(folder)/\(name) is not as it was:\n\(changes.joined(separator: "\n"))")
    }
  }

  private func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
