import Foundation
import TestSupport
import Testing

/// Editions of version 0.1, by figures of number 1: they stay provable, and are shown as reported.
@Suite(.onEachEngine) struct EarlierEditionTests {
  /// A day on which the clock of the store is not behind.
  private static let program = Program.at("2026-12-01T10:00:00+08:00")

  /// The workspace of `Editions/`, brought up to date.
  private func workspace() throws -> String {
    let folder = try Repository.temporaryFolder("editions")
    let archive = "\(Repository.folder)/Tests/CommandTests/Editions/version-0.1.tar.xz"
    let unpacked = try Program.launch("/usr/bin/env", ["tar", "xJf", archive, "-C", folder])
    try #require(unpacked.status == 0, "\(unpacked)")
    let migrated = try Self.program.run("migrate", "--workspace", "\(folder)/office")
    try #require(migrated.status == 0, "\(migrated)")
    return "\(folder)/office"
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  /// Its store is a file: nothing of it depends on the engine.
  @Test func areMadeAgainByTheirOwnRules() throws {
    guard Engine.current == .sqlite else { return }
    let office = try workspace()
    for period in ["Q1", "H1", "Q3", "FY"] {
      let edition = "\(office)/out/p1/2023-\(period)/1"
      let into = "\(office)/again-\(period)"
      let result = try Self.program.run(
        "report", "--again", "\(edition)/manifest.json", "--into", into, "--workspace", office)
      #expect(result.status == 0, "\(period): \(result)")
      for name in try FileManager.default.contentsOfDirectory(atPath: "\(edition)/csv") {
        #expect(try text("\(into)/csv/\(name)") == text("\(edition)/csv/\(name)"), "\(name)")
      }
    }
    let shown = try text("\(office)/again-FY/csv/任务台账.csv")
    #expect(shown.contains(",100,") && !shown.contains(",90,"))
    let verified = try Self.program.run("verify", "--workspace", office)
    #expect(verified.status == 0, "\(verified)")
  }

  /// A figure that is another one is found, whatever the layout.
  @Test func anotherFigureIsFour() throws {
    guard Engine.current == .sqlite else { return }
    let office = try workspace()
    let manifest = "\(office)/out/p1/2023-FY/1/manifest.json"
    let changed = "\(office)/changed.json"
    // By the rules of today 全年 stands at 90 %.
    let rules = try text(manifest).replacing(
      "{\n  \"as_of\"", with: "{\n  \"figures\" : 2,\n  \"as_of\"")
    try rules.write(toFile: changed, atomically: false, encoding: .utf8)
    let result = try Self.program.run(
      "report", "--again", changed, "--into", "\(office)/again", "--workspace", office)
    #expect(result.status == 4, "\(result)")
    #expect(result.output.contains("csv/任务台账.csv is not the same"))
    try rules.replacing("\"figures\" : 2", with: "\"figures\" : 9")
      .write(toFile: changed, atomically: false, encoding: .utf8)
    let later = try Self.program.run(
      "report", "--again", changed, "--into", "\(office)/later", "--workspace", office)
    #expect(later.status == 2 && later.errors.contains("rules 9"), "\(later)")
  }

  /// The period before stands beside today's figures as it was reported.
  @Test func areShownAsReported() throws {
    guard Engine.current == .sqlite else { return }
    let office = try workspace()
    let ledger = "\(office)/2023-12-31"
    try FileManager.default.createDirectory(atPath: ledger, withIntermediateDirectories: true)
    try "编号,名称,考核分组,排序\na,甲局,市直部门,1\nb,乙局,市直　部门,2\nc,丙县,县区,3\n"
      .write(toFile: "\(ledger)/units.csv", atomically: false, encoding: .utf8)
    let rows = (1...6).map {
      "p1,\($0),\($0 % 2 == 1 ? "简政放权（一）" : "简政放权(一)"),第\($0)项任务,张三,甲局,2023-12-31,已完成,2023-12-01"
    }
    try (["方案,序号,分类,任务,牵头领导,牵头单位,完成时限,状态,完成日期"] + rows).joined(separator: "\n")
      .write(toFile: "\(ledger)/ledger.csv", atomically: false, encoding: .utf8)
    let stored = try Self.program.run(
      "snapshot", "--workspace", office, "--from", ledger, "--effective-on", "2023-12-31",
      "--accept-loss", "ledger.responsible_units", "--accept-loss", "ledger.progress")
    try #require(stored.status == 0, "\(stored)")
    let made = try Self.program.run(
      "report", "--workspace", office, "--period", "2023-final")
    #expect(made.status == 0, "\(made)")
    let shelf = "\(office)/out/p1/2023-final/1"
    let manifest = try text("\(shelf)/manifest.json")
    #expect(manifest.contains("\"figures\" : 2") && manifest.contains("\"period\" : \"2023-FY\""))
    // Then 3 of 6 were completed.
    let figures = try text("\(shelf)/csv/主要指标.csv").split(separator: "\r\n")
    let completion = try #require(figures.first { $0.hasPrefix("完成率,") })
    #expect(completion.contains("50.0"), "\(completion)")
    let again = try Self.program.run(
      "report", "--again", "\(shelf)/manifest.json", "--into", "\(office)/again",
      "--workspace", office)
    #expect(again.status == 0, "\(again)")
  }
}
