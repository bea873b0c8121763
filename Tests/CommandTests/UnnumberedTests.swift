import Foundation
import TestSupport
import Testing

/// Tasks without numbers have no history until the office confirms a numbering.
@Suite(.onEachEngine) struct UnnumberedTests {
  private static let head = "任务,牵头单位,完成时限,状态,进度\n"

  private func office() throws -> SmallOffice {
    let office = try SmallOffice()
    try office.write("units", "编号,名称\na,市发改委\nb,市统计局\n")
    return office
  }

  private func store(_ rows: String, _ day: String, in office: SmallOffice) throws {
    try office.write("ledger", rows)
    let result = try office.run(["snapshot", "--effective-on", day], at: day)
    #expect(result.status == 0, "\(result.errors)")
  }

  /// The rows of a CSV file of an edition without its headings.
  private func csv(_ name: String, _ period: String, of office: SmallOffice) throws -> [[String]] {
    let path = "\(office.folder)/out/p/\(period)/1/csv/\(name).csv"
    let lines = try String(contentsOfFile: path, encoding: .utf8)
      .split(whereSeparator: \.isNewline)
    return lines.dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private func report(_ period: String, at day: String, in office: SmallOffice) throws {
    let result = try office.run(["report", "--period", period], at: day)
    #expect(result.status == 0, "\(result.errors)")
  }

  /// The values of the columns of a query's result.
  private func query(
    _ id: String, _ columns: [String], at day: String, in office: SmallOffice
  ) throws -> [String] {
    let result = try office.run(["query", id, "--as-of", day, "--csv"], at: day)
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.output.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: "\u{FEFF}\r"))
      }
    }
    let places = columns.compactMap { lines.first?.firstIndex(of: $0) }
    #expect(places.count == columns.count)
    return lines.dropFirst().map { line in places.map { line[$0] }.joined(separator: " ") }
  }

  private func quarters(_ office: SmallOffice) throws {
    try store(
      Self.head + "修路,市发改委,2023-03-31,推进中,20%\n修桥,市统计局,2023-12-31,推进中,30%\n", "2023-04-25",
      in: office)
    try report("2023-Q1", at: "2023-04-25", in: office)
    // The first is done late, the second stands still, its date is moved; one is new.
    try store(
      Self.head
        + "修路,市发改委,2023-10-31,推进中,10%\n修桥,市统计局,2023-12-31,推进中,30%\n造林,市发改委,2023-09-30,,\n",
      "2023-06-25", in: office)
    try report("2023-H1", at: "2023-06-25", in: office)
  }

  @Test func nothingBeforeIsComparedWithThem() throws {
    let office = try office()
    try quarters(office)
    let tasks = try csv("任务台账", "2023-H1", of: office)
    try #require(tasks.map { $0[0] } == ["第2行", "第3行", "第4行"])
    // 完成时限, then 原定时限.
    #expect(tasks[0].filter { $0 == "2023-10-31" }.count == 3)
    #expect(!tasks[0].contains("2023-03-31"))
    #expect(!tasks[0].contains("一季度"))
    for row in try csv("变化汇总", "2023-H1", of: office) { #expect(row[2] == "0", "\(row)") }
    for list in ["完成时限", "新完成任务", "状态倒退", "文字"] {
      #expect(try csv("变化_" + list, "2023-H1", of: office) == [])
    }
    for sign in ["progress_unchanged", "due_moved_before_cutoff", "full_not_completed"] {
      #expect(try query("signs/" + sign, ["task"], at: "2023-06-25", in: office) == [])
    }
    #expect(try query("checks/gone_task", ["task"], at: "2023-06-25", in: office) == [])
    #expect(
      try query("checks/due_moved_without_extension", ["task"], at: "2023-06-25", in: office) == [])
  }

  /// The key is the program's: papers for officials name the row.
  @Test func noPaperShowsTheirKeys() throws {
    let office = try office()
    try quarters(office)
    let files = try #require(FileManager.default.enumerator(atPath: "\(office.folder)/out"))
    var texts = 0
    for case let name as String in files where name.hasSuffix(".csv") {
      let text = try String(contentsOfFile: "\(office.folder)/out/\(name)", encoding: .utf8)
      #expect(text.firstMatch(of: /~[0-9a-f]{12}/) == nil, "\(name)")
      texts += 1
    }
    #expect(texts > 20)
    let again = try office.run(["report", "--period", "2023-H1"], at: "2023-06-25")
    #expect(again.status == 0 && !again.output.contains("~") && !again.errors.contains("~"))
    let shown = try Program.launch(
      "/bin/sh",
      ["-c", "unzip -p \"$0\"/out/p/2023-H1/1/*.xlsx xl/sharedStrings.xml", office.folder])
    #expect(shown.output.contains("3项任务没有编号，以所在行称呼；编号经确认前，不追溯原定时限、变化和以往红灯"))
    #expect(shown.output.contains("第2行"))
    #expect(shown.output.firstMatch(of: /~[0-9a-f]{12}/) == nil)
  }

  @Test func aConfirmedNumberingGivesThemTheirHistory() throws {
    let office = try office()
    try quarters(office)
    let numbered =
      "序号," + Self.head + "1,修路,市发改委,2023-11-30,推进中,50%\n2,修桥,市统计局,2023-12-31,推进中,30%\n"
      + "3,造林,市发改委,2023-09-30,,\n"
    try office.write("ledger", numbered)
    let day = "2023-09-25"
    let stopped = try office.run(["snapshot", "--effective-on", day], at: day)
    #expect(stopped.status == 3)
    #expect(stopped.errors.contains("p no number → 1: 修路 (renumbered?)"))
    #expect(!stopped.errors.contains("~"))
    let file = try #require(
      FileManager.default.contentsOfDirectory(atPath: office.folder)
        .first { $0.hasPrefix("renumber-") })
    let text = try String(contentsOfFile: "\(office.folder)/\(file)", encoding: .utf8)
    #expect(text.contains("p,~9f7739cd9953,1,修路,修路,100%,编号调整"))
    let confirmed = try office.run(
      ["snapshot", "--effective-on", day, "--renumber", "\(office.folder)/\(file)"], at: day)
    #expect(confirmed.status == 0, "\(confirmed.errors)")
    try report("2023-Q3", at: day, in: office)
    let tasks = try csv("任务台账", "2023-Q3", of: office)
    try #require(tasks.map { $0[0] } == ["1", "2", "3"])
    // The date of the first ledger, and the red lights of both.
    #expect(tasks[0].contains("2023-03-31"))
    #expect(tasks[0].contains("一季度、上半年"))
    #expect(
      try csv("变化_完成时限", "2023-Q3", of: office).map { Array($0[0...4]) }
        == [["1", "修路", "市发改委", "2023-10-31", "2023-11-30"]])
    #expect(
      try query("signs/progress_unchanged", ["task", "number"], at: day, in: office) == ["2 2"])
  }

  /// Of tasks without numbers only how many there are less is a loss.
  @Test func lossesAreCounted() throws {
    let office = try office()
    func rows(_ titles: [String]) -> String {
      Self.head + titles.map { "\($0),市发改委,2023-12-31,推进中,20%\n" }.joined()
    }
    let titles = (1...10).map { "任务甲\($0)号" }
    try store(rows(titles), "2023-04-25", in: office)
    // All are called otherwise: no loss, and nothing to be asked.
    let others = (1...9).map { "完全不同的工作第\($0)项" }
    try store(rows(others), "2023-06-25", in: office)
    try office.write("ledger", rows(Array(others.prefix(5))))
    let stopped = try office.run(["snapshot", "--effective-on", "2023-09-25"], at: "2023-09-25")
    #expect(stopped.status == 3)
    #expect(stopped.errors.contains("--accept-loss ledger"), "\(stopped.errors)")
    #expect(!stopped.errors.contains("~"))
    let accepted = try office.run(
      ["snapshot", "--effective-on", "2023-09-25", "--accept-loss", "ledger"], at: "2023-09-25")
    #expect(accepted.status == 0, "\(accepted.errors)")
  }

  /// What hangs on such tasks is compared by count, too, whatever they are called by now.
  @Test func whatHangsOnThemIsCounted() throws {
    let office = try office()
    let (before, after) = ("~9f7739cd9953", "~41bf46b54e2f")
    func milestones(_ key: String, _ count: Int) -> String {
      "任务,节点,时限\n" + (1...count).map { "\(key),节点\($0),2023-06-30\n" }.joined()
    }
    try office.write("milestones", milestones(before, 10))
    try store(Self.head + "修路,市发改委,2023-12-31,推进中,20%\n", "2023-04-25", in: office)
    try office.write("milestones", milestones(after, 10))
    try store(Self.head + "修公路,市发改委,2023-12-31,推进中,20%\n", "2023-06-25", in: office)
    try office.write("milestones", milestones(after, 3))
    let stopped = try office.run(["snapshot", "--effective-on", "2023-09-25"], at: "2023-09-25")
    #expect(stopped.status == 3)
    #expect(stopped.errors.contains("--accept-loss milestones"), "\(stopped.errors)")
  }

  /// Once there are numbers, a ledger that has lost them is stopped.
  @Test func numbersThatAreLostStopALedger() throws {
    let office = try office()
    let rows = "修路,市发改委,2023-12-31,推进中,20%\n"
    try store("序号," + Self.head + "1," + rows, "2023-04-25", in: office)
    try office.write("ledger", "序号," + Self.head + "," + rows)
    let stopped = try office.run(["snapshot", "--effective-on", "2023-06-25"], at: "2023-06-25")
    #expect(stopped.status == 3)
    #expect(stopped.errors.contains("--accept-loss ledger"), "\(stopped.errors)")
  }

  @Test func somePlansHaveNumbersInPart() throws {
    let office = try office()
    let rows = "序号," + Self.head + "1,修路,市发改委,2023-12-31,推进中,20%\n,修桥,市统计局,,,\n"
    try office.write("ledger", rows)
    let refused = try office.run(["check"], at: "2023-04-25")
    #expect(refused.status == 3)
    #expect(refused.errors.contains("ledger.csv:3:1: the task has neither 序号 nor 任务编号"))
    let plan = "\(office.folder)/plans/p/plan.yaml"
    let text = try String(contentsOfFile: plan, encoding: .utf8)
    try office.write(text + "numbers: partial\n", to: "plans/p/plan.yaml")
    try store(rows, "2023-04-25", in: office)
    try office.write(text + "numbers: some\n", to: "plans/p/plan.yaml")
    #expect(try office.run(["check"], at: "2023-04-25").status != 0)
  }
}
