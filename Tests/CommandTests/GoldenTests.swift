import Foundation
import TestSupport
import Testing

/// The shipped reports of one period of each example, part by part, as they were when someone last
/// looked at them. A change that is meant is looked at, and taken over with `make golden`.
@Suite struct GoldenTests {
  private static let folder = Repository.folder + "/Tests/CommandTests/Golden"

  static let examples: [(example: String, days: [String], period: String)] = [
    ("tianshui-2023", ["2023-04-25", "2023-06-25", "2023-09-25"], "2023-Q3"),
    ("xuancheng-2019", [], "2019-final"), ("yingtan-2023", [], "2023-Q4"),
  ]

  @Test(arguments: examples.indices)
  func everyPartIsAsItWas(_ index: Int) throws {
    let (example, days, period) = Self.examples[index]
    let all = try FileManager.default.contentsOfDirectory(
      atPath: "\(Repository.folder)/Examples/\(example)"
    ).filter { $0.hasPrefix("20") }.sorted()
    let workspace = try ExampleWorkspace(example, days: days.isEmpty ? all : days)
    for report in ["quarterly", "brief", "bulletin", "unit", "delta"] {
      let made = try workspace.report(report, "--period", period)
      let parts = try Program.launch(
        Program.python, ["\(Repository.folder)/Tests/CrossCheck/parts.py", made])
      try #require(parts.status == 0, "\(parts.errors)")
      let golden = "\(Self.folder)/\(example)-\(report).txt"
      if ProcessInfo.processInfo.environment["JIBAO_GOLDEN"] == "take" {
        try parts.output.write(toFile: golden, atomically: false, encoding: .utf8)
      }
      let kept = try String(contentsOfFile: golden, encoding: .utf8)
      let (old, new) = (lines(kept), lines(parts.output))
      #expect(
        old == new,
        "not as it was: \(new.subtracting(old).union(old.subtracting(new)).sorted())")
    }
  }

  /// The lines without their order.
  private func lines(_ text: String) -> Set<Substring> { Set(text.split(separator: "\n")) }
}
