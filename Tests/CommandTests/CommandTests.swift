import Foundation
import TestSupport
import Testing

/// The commands of the README and of every day, on the example plan.
@Suite struct CommandTests {
  @Test func theExampleYearFromLedgerToReports() throws {
    let workspace = try ExampleWorkspace()
    for period in ["2023-Q1", "2023-H1", "2023-Q3", "2023-FY", "2023-final"] {
      let folder = try workspace.report("--period", period)
      #expect(folder == "\(workspace.folder)/out/tianshui-2023/\(period)/1")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names.contains("csv") && names.contains("manifest.json"))
      #expect(names.contains { $0.hasPrefix("天水市2023年") && $0.hasSuffix(".xlsx") })
    }
    let verified = try workspace.run("verify")
    #expect(verified.status == 0)
    #expect(verified.output.contains("5 snapshots") && verified.output.contains("5 editions"))
  }

  @Test func aRerunWithTheSameResultMakesNoEdition() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    let first = try workspace.report("--period", "2023-Q1")
    let second = try workspace.run("report", "--period", "2023-Q1")
    #expect(second.output == "Nothing new: edition 1 says the same: \(first)\n")
  }

  @Test func anyDateHasAReport() throws {
    let workspace = try ExampleWorkspace()
    let folder = try workspace.report("--as-of", "2023-08-15")
    #expect(folder.hasSuffix("out/tianshui-2023/as-of-2023-08-15/1"))
    let notes = try String(contentsOfFile: "\(folder)/manifest.json", encoding: .utf8)
    #expect(notes.contains(#""effective_on" : "2023-06-25""#))
  }

  @Test func aQueryGivesCSV() throws {
    let workspace = try ExampleWorkspace(days: ["2023-09-25"])
    let result = try workspace.run(
      "query", "metrics/completion_by_unit", "--as-of", "2023-09-25", "--csv")
    let lines = result.output.split(separator: "\r\n")
    #expect(lines.first?.hasPrefix("unit,unit_name,ranking_group,official_order,tasks,") == true)
    #expect(lines.count == 21)
    #expect(lines.dropFirst().first?.hasPrefix("ts-zfb,天水市人民政府办公室,") == true)
  }

  @Test func anEarlierRedIsRemembered() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25", "2023-06-25", "2023-09-25"])
    func lights(_ day: String) throws -> [(task: String, light: String, past: String)] {
      let rows = try workspace.run("query", "metrics/task_list", "--as-of", day, "--json")
      let list = try JSONSerialization.jsonObject(with: Data(rows.output.utf8)) as? [[String: Any]]
      return try #require(list).map { row in
        (
          row["task"] as? String ?? "", row["light"] as? String ?? "",
          row["past_red"] as? String ?? ""
        )
      }
    }
    func red(_ day: String) throws -> Set<String> {
      Set(try lights(day).filter { ["逾期", "严重滞后"].contains($0.light) }.map(\.task))
    }
    let (first, second) = (try red("2023-04-25"), try red("2023-06-25"))
    #expect(!first.isEmpty && !second.isEmpty)
    for (task, _, past) in try lights("2023-09-25") {
      let periods = (first.contains(task) ? ["一季度"] : []) + (second.contains(task) ? ["上半年"] : [])
      #expect(past == periods.joined(separator: "、"), "\(task)")
    }
    #expect(try lights("2023-04-25").allSatisfy { $0.past.isEmpty })
  }

  @Test func aLedgerWithoutAPlanFileIsTakenWithTheDefaultPlan() throws {
    let folder = try Repository.temporaryFolder("default") + "/V"
    let program = Program()
    #expect(try program.run("init", folder).status == 0)
    let stored = try program.run(
      "snapshot", "--workspace", folder, "--from", "\(ExampleWorkspace.ledgers)/2023-09-25",
      "--effective-on", "2023-09-25")
    #expect(stored.status == 0, "\(stored.errors)")
    let report = try program.run(
      "report", "--workspace", folder, "--period", "2023-Q3")
    #expect(report.status == 0, "\(report.errors)")
    let figures = try program.run(
      "query", "metrics/key_figures", "--workspace", folder, "--as-of", "2023-09-25", "--csv")
    #expect(figures.output.contains("1,due_completion,43,47\r\n"))
  }

  @Test func helpShowsExamplesInBothLanguages() throws {
    let program = Program()
    for command in [
      "init", "snapshot", "report", "run", "query", "diff", "check", "history", "verify",
    ] {
      let english = try program.run(command, "--help")
      #expect(english.status == 0 && english.output.contains("Examples:\n  jibao \(command)"))
      let chinese = try program.run("--lang", "zh", command, "--help")
      #expect(chinese.status == 0 && chinese.output.contains("示例：\n  jibao \(command)"))
    }
    var locale = program
    locale.environment["LANG"] = "zh_CN.UTF-8"
    #expect(try locale.run("--help").output.contains("由任务台账生成季报"))
  }

  @Test func jsonIsForPrograms() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    for arguments in [
      ["history"], ["verify"], ["query"], ["query", "metrics/lights"],
      [
        "check", "\(Repository.folder)/Examples/tianshui-2023/2023-04-25", "--effective-on",
        "2023-04-25",
      ],
      ["diff", "--from", "2023-04-25"], ["run", "--dry-run"], ["report", "--as-of", "2023-04-30"],
    ] {
      let result = try workspace.program.run(
        arguments + ["--json", "--workspace", workspace.folder])
      #expect(result.status == 0, "\(arguments): \(result.errors)")
      #expect(
        throws: Never.self, "\(arguments)",
        performing: { try JSONSerialization.jsonObject(with: Data(result.output.utf8)) })
    }
  }
}
