import Foundation
import TestSupport
import Testing

/// CSV files as analysts read them: by DuckDB and pandas, without a hint.
///
/// Where `make` sets the tests up, both are there.
@Suite(.enabled(if: AnalystsTools.areThere)) struct AnalystsTests {
  @Test(arguments: GoldenTests.examples.indices)
  func everyFileHasTheRightTypes(_ index: Int) throws {
    let (example, days, period) = GoldenTests.examples[index]
    let all = try FileManager.default.contentsOfDirectory(
      atPath: "\(Repository.folder)/Examples/\(example)"
    ).filter { $0.hasPrefix("20") }.sorted()
    let workspace = try ExampleWorkspace(example, days: days.isEmpty ? all : days)
    let edition = try workspace.report("--period", period)
    let read = try Program.launch(
      Program.python, ["\(Repository.folder)/Tests/CrossCheck/csv_types.py", edition])
    #expect(read.status == 0, "\(read.output)\(read.errors)")
  }

  /// A column of numbers in which a word stands is found.
  @Test func aWordAmongNumbersIsFound() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    let edition = try workspace.report("--period", "2023-Q1")
    let path = "\(edition)/csv/量化指标.csv"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let lines = text.components(separatedBy: "\r\n")
    var cells = lines[1].components(separatedBy: ",")
    let column = try #require(lines[0].components(separatedBy: ",").firstIndex(of: "目标值"))
    cells[column] = "无"
    try ([lines[0], cells.joined(separator: ",")] + lines[2...]).joined(separator: "\r\n")
      .write(toFile: path, atomically: false, encoding: .utf8)
    let read = try Program.launch(
      Program.python, ["\(Repository.folder)/Tests/CrossCheck/csv_types.py", edition])
    #expect(read.status == 1)
    #expect(read.output.contains("量化指标.csv: 目标值: "), "\(read.output)\(read.errors)")
  }
}

/// What analysts read files with.
private enum AnalystsTools {
  static let areThere: Bool =
    (try? Program.launch(Program.python, ["-c", "import duckdb, pandas"]))?.status == 0
}
