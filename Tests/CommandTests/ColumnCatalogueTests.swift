import Foundation
import TestSupport
import Testing

/// What columns mean, from the shipped catalogue or an office's own, in editions new and old.
@Suite struct ColumnCatalogueTests {
  private let name = "csv/数据字典.csv"

  private func lines(_ folder: String, of file: String) throws -> [Substring] {
    try text("\(folder)/\(name)").split(separator: "\r\n").filter { $0.hasPrefix(file) }
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  private func write(_ text: String, to path: String) throws {
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }

  @Test func theDictionarySpeaksChinese() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    let edition = try workspace.report("--period", "2023-Q1")
    let figures = try lines(edition, of: "主要指标.csv")
    #expect(figures.contains { $0.contains(",指标的分子，口径见指标,") }, "\(figures)")
    #expect(!figures.contains { $0.contains("Key figures") })
    #expect(try text("\(edition)/manifest.json").contains("\"kind\" : \"glossary\""))
  }

  @Test func anOfficesOwnIsNamedAndKept() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    let own = "\(workspace.folder)/Queries/columns.yaml"
    try FileManager.default.createDirectory(
      atPath: "\(workspace.folder)/Queries", withIntermediateDirectories: true)
    try write("light: 本办的灯\n", to: own)
    let edition = try workspace.report("--period", "2023-Q1")
    let light = try #require(try lines(edition, of: "亮灯情况.csv").first)
    #expect(light.hasSuffix(",本办的灯,metrics/lights"))
    let manifest = try text("\(edition)/manifest.json")
    let entry = try #require(manifest.firstRange(of: "\"id\" : \"columns\""))
    #expect(manifest[entry.upperBound...].prefix(60).contains("\"override\" : true"))
    // It was kept: another one now changes nothing.
    try write("light: 另一说\n", to: own)
    let again = try workspace.run(
      "report", "--again", "\(edition)/manifest.json", "--into", "\(workspace.folder)/again")
    #expect(again.status == 0, "\(again)")
  }

  /// An edition from before there was a catalogue says what it said: its report named all itself.
  @Test func withoutAKeptCatalogueTheQueriesSpeak() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    try workspace.write(report: "own", columns: "[{column: figure, heading: 指标, width: 24}]")
    let edition = try workspace.report("own", "--period", "2023-Q1")
    let manifest = try text("\(edition)/manifest.json")
    let old = manifest.replacing(
      /\{\s*"id" : "columns",\s*"kind" : "glossary",[^}]*\},\s*/, with: "")
    #expect(old != manifest)
    try write(old, to: "\(workspace.folder)/old.json")
    let into = "\(workspace.folder)/again"
    let again = try workspace.run(
      "report", "--again", "\(workspace.folder)/old.json", "--into", into)
    #expect(again.output.contains("\(name) is not the same\n"), "\(again)")
    #expect(again.errors == "jibao: error: 1 file is not the same as in the manifest\n")
    #expect(try lines(into, of: "主要指标.csv").contains { $0.contains(",主要指标 · Key figures,") })
  }

  /// Both the office's own words and the shipped ones, of then, make an edition again.
  @Test func ownAndShippedWordsAreKeptBoth() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    let own = "\(workspace.folder)/Queries/columns.yaml"
    try FileManager.default.createDirectory(
      atPath: "\(workspace.folder)/Queries", withIntermediateDirectories: true)
    try write("numerator: {heading: 上面的数}\n", to: own)
    let edition = try workspace.report("--period", "2023-Q1")
    let heading = try text("\(edition)/csv/主要指标.csv").prefix { $0 != "\r\n" }
    #expect(heading.contains("指标,上面的数,分母,"), "\(heading)")
    let manifest = try text("\(edition)/manifest.json")
    #expect(manifest.contains("\"id\" : \"columns.shipped\""))
    try write("numerator: {heading: 另一个数}\n", to: own)
    let again = try workspace.run(
      "report", "--again", "\(edition)/manifest.json", "--into", "\(workspace.folder)/again")
    #expect(again.status == 0, "\(again)")
  }

  /// A report of an office's own names columns as the shipped ones do, and is told where it errs.
  @Test func anOwnReportNamesColumns() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    try workspace.write(
      report: "own", columns: "[figure, numerator, denominator, numerator/denominator]")
    let edition = try workspace.report("own", "--period", "2023-Q1")
    let csv = try text("\(edition)/csv/主要指标.csv")
    #expect(csv.contains("指标,分子,分母,本期,"), "\(csv)")
    #expect(csv.contains("到期办结率,"), "\(csv)")
    try workspace.write(report: "own", columns: "[figure, numeratr]")
    let wrong = try workspace.run("check")
    #expect(wrong.status == 2)
    #expect(
      wrong.errors.hasPrefix(
        "jibao: error: \(workspace.folder)/Reports/own.yaml:6:74: the column 'numeratr' has no heading: "
          + "give it one here, or in Queries/columns.yaml"), "\(wrong.errors)")
    #expect(wrong.errors.contains("numerator"), "\(wrong.errors)")
  }

  @Test func aWrongNameIsFoundByCheck() throws {
    let workspace = try ExampleWorkspace(days: [])
    let own = "\(workspace.folder)/Queries/columns.yaml"
    try FileManager.default.createDirectory(
      atPath: "\(workspace.folder)/Queries", withIntermediateDirectories: true)
    try write("due: 到期事项\nmetrics/lights.task: 任务数\n", to: own)
    let result = try workspace.run("check")
    #expect(result.status == 2)
    #expect(
      result.errors.hasPrefix(
        "jibao: error: \(own):2:22: 'metrics/lights.task' does not exist; there are: "),
      "\(result.errors)")
  }
}

extension ExampleWorkspace {
  /// Writes a report of the office's own on the key figures.
  fileprivate func write(report id: String, columns: String) throws {
    try FileManager.default.createDirectory(
      atPath: "\(folder)/Reports", withIntermediateDirectories: true)
    try """
    workbook: 自有.xlsx
    sheets:
      - name: 表
        title: 表
        blocks:
          - table: {query: metrics/key_figures, csv: 主要指标, columns: \(columns)}

    """.write(toFile: "\(folder)/Reports/\(id).yaml", atomically: false, encoding: .utf8)
  }
}
