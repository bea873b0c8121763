import Foundation
import TestSupport
import Testing

/// What columns mean, from the shipped glossary or an office's own, in editions new and old.
@Suite struct GlossaryTests {
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

  /// An edition from before there was a glossary says what it said.
  @Test func withoutAKeptGlossaryTheQueriesSpeak() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    let edition = try workspace.report("--period", "2023-Q1")
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
    #expect(try lines(into, of: "主要指标.csv").contains { $0.contains(",Key figures,") })
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
