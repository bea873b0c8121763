import Foundation
import TestSupport
import Testing

/// Figures as they were known at an instant.
@Suite(.onEachEngine) struct KnownAtTests {
  /// A ledger of one task: of 25 September, and corrected at ten in the morning of 12 October,
  /// office time.
  private func workspace() throws -> (folder: String, program: Program) {
    let folder = try Repository.temporaryFolder("known") + "/V"
    var program = Program()
    #expect(try program.run("init", folder).status == 0)
    for (now, row) in [
      ("2023-09-25T10:00:00Z", "推进中,50%,"), ("2023-10-12T02:00:00Z", "已完成,100%,2023-09-20"),
    ] {
      let ledger = try Repository.temporaryFolder("ledger")
      try "编号,名称\nu1,市甲局\n".write(
        toFile: "\(ledger)/units.csv", atomically: false, encoding: .utf8)
      try "序号,任务,牵头单位,完成时限,状态,进度,完成日期\n1,一,市甲局,2023-12-31,\(row)\n".write(
        toFile: "\(ledger)/ledger.csv", atomically: false, encoding: .utf8)
      program.environment["JIBAO_NOW"] = now
      let stored = try program.run(
        "snapshot", "--workspace", folder, "--from", ledger, "--effective-on", "2023-09-25")
      #expect(stored.status == 0, "\(stored.errors)")
    }
    return (folder, program)
  }

  @Test func aQueryShowsWhatWasKnown() throws {
    let (folder, program) = try workspace()
    let expected = [
      "2023-09-25": 0, "2023-10-11": 0, "2023-10-12": 1, "2023-10-12T09:59": 0,
      "2023-10-12 09:59:59": 0, "2023-10-12 10:00": 1, "2023-10-12T10:00:00": 1,
      "2023-10-12T01:59:59Z": 0, "2023-10-12T02:00:00Z": 1, "2023-10-12T02:00:00.000Z": 1,
      "2023-10-12T10:00:00+08:00": 1, "2023-10-12T04:59:59.999+03:00": 0,
      "2023-10-11T21:30-04:30": 1,
    ]
    for (instant, completed) in expected {
      let result = try program.run(
        "query", "metrics/completion", "--workspace", folder, "--as-of", "2023-09-25",
        "--known-at", instant, "--json")
      #expect(result.output.contains("\"completed\" : \(completed),"), "\(instant)")
    }
  }

  @Test(arguments: [
    "", "tomorrow", "2023-13-01", "2023-10-12T", "2023-10-12T25:00", "2023-10-12T10",
    "2023-10-12T10:60", "2023-10-12T1:00", "2023-10-12T10:00:00+8", "12/10/2023",
    "2023-10-12T10:00:00Zulu", "2023-02-31T10:00:00Z", "2023-10-12T10:00:61Z",
    "2023-10-12T10:00+24:00",
  ])
  func whatIsNoInstantIsRefused(_ text: String) throws {
    let workspace = try ExampleWorkspace(days: [])
    for arguments in [
      ["query", "metrics/lights"], ["report"], ["diff", "--from", "2023-04-25"],
    ] {
      let result = try workspace.program.run(
        arguments + ["--known-at", text, "--workspace", workspace.folder])
      #expect(result.status == 2)
      #expect(
        result.errors == """
          jibao: error: --known-at: '\(text)' is neither a day such as 2023-09-25, nor a time \
          such as 2023-09-25T17:00 or 2023-09-25T09:00:00Z\n
          """)
    }
  }

  @Test func aDiffShowsWhatWasCorrectedSince() throws {
    let (folder, program) = try workspace()
    func diff(_ arguments: String...) throws -> Program.Result {
      try program.run(["diff", "--workspace", folder, "--as-of", "2023-09-25"] + arguments)
    }
    let corrected = try diff("completed_late", "--known-at", "2023-09-30")
    #expect(corrected.status == 0, "\(corrected.errors)")
    #expect(
      corrected.output == """
        V: 2023-09-25, known at 2023-09-30T15:59:59.999Z → 2023-09-25

        completed_late  Completions recorded late
        task  number  title  lead_units  prior_completed_on  completed_on  unknown_on  first_known  days
        1     1       一     市甲局                          2023-09-20    2023-09-25  2023-09-25      5\n
        """)
    let same = try diff("--known-at", "2023-09-30", "--and-known-at", "2023-10-11", "--csv")
    #expect(same.output.split(separator: "\r\n").count == 1)
    #expect(
      same.errors == """
        jibao: both days are shown by the same snapshot, of 2023-09-25: the ledger says the same \
        of both\n
        """)
    let backwards = try diff("--known-at", "2023-10-12", "--and-known-at", "2023-10-11")
    #expect(backwards.status == 2)
  }

  /// The earlier of two moments is known by the definitions of then, the later by its own.
  @Test func eachMomentHasTheDefinitionsOfItsInstant() throws {
    var (folder, program) = try workspace()
    let own = "\(folder)/Queries/state"
    try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
    let task = try String(
      contentsOfFile: "\(Repository.folder)/Queries/state/task.sql", encoding: .utf8)
    let changed = task.replacing("v.title,", with: "v.title || '改' AS title,")
    #expect(changed != task)
    try changed.write(toFile: "\(own)/task.sql", atomically: false, encoding: .utf8)
    func reworded(_ arguments: String...) throws -> [Substring] {
      let result = try program.run(
        ["diff", "reworded", "--workspace", folder, "--as-of", "2023-09-25", "--csv"] + arguments)
      #expect(result.status == 0, "\(result.errors)")
      return result.output.split(separator: "\r\n").dropFirst().map { $0 }
    }
    #expect(try reworded("--known-at", "2023-09-30").map { $0.contains("一,一改") } == [true])
    // Both before the query was changed.
    #expect(try reworded("--known-at", "2023-09-30", "--and-known-at", "2023-10-12").isEmpty)
    // The report does so, too, and can be made again.
    let made = try program.run(
      "diff", "--workbook", "--workspace", folder, "--as-of", "2023-09-25", "--known-at",
      "2023-09-30")
    #expect(made.status == 0, "\(made.errors)")
    let edition = made.output.dropFirst("Edition 1: ".count).dropLast()
    let list = try String(contentsOfFile: "\(edition)/csv/文字变动.csv", encoding: .utf8)
    #expect(list.contains("一,一改"))
    program.environment["JIBAO_NOW"] = "2024-01-01T10:00:00Z"
    let again = try program.run(
      "report", "--again", "\(edition)/manifest.json", "--into", "\(folder)/again",
      "--workspace", folder)
    #expect(again.output.contains("are the same, byte for byte"), "\(again)")
  }

  @Test func aReportSaysWhatItCounts() throws {
    let (folder, program) = try workspace()
    func report(_ arguments: String...) throws -> String {
      let made = try program.run(["report", "--workspace", folder, "--json"] + arguments)
      #expect(made.status == 0, "\(made.errors)")
      let json = try JSONSerialization.jsonObject(with: Data(made.output.utf8))
      return try #require((json as? [[String: Any]])?.first?["folder"] as? String)
    }
    let then = try report("--period", "2023-Q3", "--known-at", "2023-09-30")
    #expect(then.hasSuffix("/2023-Q3-known-at-2023-09-30T155959.999Z/1"))
    let now = try report("--period", "2023-Q3")
    #expect(now.hasSuffix("/2023-Q3/1"))
    func isOpen(_ folder: String) throws -> Bool {
      try String(contentsOfFile: "\(folder)/csv/任务台账.csv", encoding: .utf8).contains("推进中")
    }
    #expect(try isOpen(then))
    #expect(try !isOpen(now))
    let workbook = try FileManager.default.contentsOfDirectory(atPath: then).first {
      $0.hasSuffix(".xlsx")
    }
    let texts = try Program.launch(
      "/usr/bin/unzip", ["-p", "\(then)/\(try #require(workbook))", "xl/sharedStrings.xml"])
    #expect(texts.output.contains("只计截至2023年9月30日23:59记录的快照"))
  }

  /// Before anything was recorded nothing was known, however faulty the files of today are.
  @Test(arguments: [["query", "state/task"], ["report"], ["explain", "市甲局"]])
  func beforeAnythingWasRecordedNothingWasKnown(_ words: [String]) throws {
    let (folder, program) = try workspace()
    try FileManager.default.createDirectory(
      atPath: "\(folder)/plans/V/rules", withIntermediateDirectories: true)
    for file in ["plan.yaml", "rules/2023-01-01.yaml"] {
      try "faulty: [".write(
        toFile: "\(folder)/plans/V/\(file)", atomically: false, encoding: .utf8)
    }
    let early = try program.run(
      words + ["--workspace", folder, "--known-at", "2023-09-24"])
    #expect(early.status == 3, "\(words): \(early)")
    #expect(early.errors.contains("nothing was known at 2023-09-24T15:59:59.999Z"), "\(early)")
    let later = try program.run(
      ["query", "state/task", "--workspace", folder, "--known-at", "2023-09-30"])
    #expect(later.status == 0, "\(later)")
  }
}
