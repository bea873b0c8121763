import Foundation
import TestSupport
import Testing

/// The figures of the period before and of the year before beside each figure, as they were
/// reported then.
@Suite(.onEachEngine) struct EarlierFiguresTests {
  /// The completion rate's row of 主要指标, by heading.
  private func completion(_ edition: String) throws -> [String: String] {
    let lines = try String(contentsOfFile: "\(edition)/csv/主要指标.csv", encoding: .utf8)
      .dropFirst().split(separator: "\r\n").map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
    let row = try #require(lines.first { $0[0] == "完成率" })
    return Dictionary(uniqueKeysWithValues: zip(lines[0], row))
  }

  /// The tasks completed since the last report; nil if the report does not say what changed.
  private func changes(_ edition: String) throws -> [String]? {
    let file = "\(edition)/csv/变化_新完成任务.csv"
    guard FileManager.default.fileExists(atPath: file) else { return nil }
    return try String(contentsOfFile: file, encoding: .utf8).split(separator: "\r\n").dropFirst()
      .map { String($0.split(separator: ",")[1]) }
  }

  private func text(of edition: String) throws -> String {
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: edition).first {
        $0.hasSuffix(".xlsx") && !$0.hasPrefix("corrections")
      })
    return try Program.launch(
      "/usr/bin/unzip", ["-p", "\(edition)/\(name)", "xl/sharedStrings.xml"]
    ).output
  }

  private func expectAgain(_ edition: String, _ office: inout Office) throws {
    let into = "\(office.folder)/again-\(UUID().uuidString)"
    let again = try office.run(
      "2024-06-01", "report", "--again", "\(edition)/manifest.json", "--into", into)
    #expect(again.output.contains("are the same, byte for byte"), "\(again)")
  }

  @Test func whatWentOutStaysAlthoughItWasCorrected() throws {
    var office = try Office()
    try office.store(1, for: "2023-04-25", on: "2023-04-25")
    let first = try office.report("2023-Q1", on: "2023-04-26")
    let start = try completion(first)
    #expect(start["上期"] == "" && start["较上期增减（百分点）"] == "")
    #expect(start["无数值原因"]?.contains("上期：首期") == true)
    #expect(try completion(first)["去年同期"] == nil)
    #expect(try text(of: first).contains("上期：无（首期）"))
    #expect(try changes(first) == nil)
    try office.run("2023-04-28", "history", "mark", "2023-Q1", "1", "--sent", "2023-04-28")
    try office.store(2, for: "2023-04-25", on: "2023-05-10")
    #expect(try office.report("2023-Q1", on: "2023-05-10").hasSuffix("/2"))
    try office.store(3, for: "2023-06-25", on: "2023-06-25")

    let second = try office.report("2023-H1", on: "2023-06-25")
    let shown = try completion(second)
    #expect(shown["本期"] == "75.0" && shown["上期"] == "25.0")
    #expect(shown["较上期增减（百分点）"] == "50.0" && shown["上期更正后"] == "＊2/4")
    #expect(try text(of: second).contains("上期：一季度（截至4月25日）　按4月28日已发出第1版时的数据"))
    #expect(try changes(second) == ["任务2", "任务3"])
    try expectAgain(second, &office)

    // The corrected edition goes out after all: what counts as reported is another one.
    try office.run("2023-06-28", "history", "mark", "2023-Q1", "2", "--sent", "2023-06-28")
    let third = try office.report("2023-H1", on: "2023-06-29")
    #expect(third.hasSuffix("2023-H1/2"))
    #expect(try completion(third)["上期"] == "50.0" && completion(third)["上期更正后"] == "")
    #expect(try changes(third) == ["任务3"])
    let corrections = try String(
      contentsOfFile: "\(third)/corrections.csv", encoding: .utf8)
    #expect(corrections.contains("随之变动,主要指标,完成率,,上期,25.0,50.0"), "\(corrections)")
    for edition in [second, third] { try expectAgain(edition, &office) }
    // Asked for what was known before, the report does not know of it.
    let then = try office.run(
      "2023-07-01", "report", "--period", "2023-H1", "--plan", "V", "--known-at", "2023-06-26")
    #expect(then.status == 0)
    let shelf = "\(office.folder)/out/V/2023-H1-known-at-2023-06-26T155959.999Z/1"
    #expect(try completion(shelf) == shown)
  }

  /// Where no edition went out the newest counts, and where there is none what is known now.
  @Test func theNewestEditionElseWhatIsKnownNow() throws {
    var office = try Office()
    try office.store(1, for: "2023-04-25", on: "2023-04-25")
    try office.store(2, for: "2023-06-25", on: "2023-06-25")
    let now = try office.report("2023-H1", on: "2023-06-25")
    #expect(try completion(now)["上期"] == "25.0")
    #expect(try text(of: now).contains("未出报表，按"))
    // An edition that says the same changes nothing.
    _ = try office.report("2023-Q1", on: "2023-06-26")
    #expect(try office.report("2023-H1", on: "2023-06-26") == now)
    try office.store(2, for: "2023-04-25", on: "2023-06-27")
    let corrected = try office.report("2023-H1", on: "2023-06-27")
    #expect(try completion(corrected)["上期"] == "25.0")
    #expect(try completion(corrected)["上期更正后"] == "＊2/4")
    #expect(try text(of: corrected).contains("按第1版时的数据"))
    _ = try office.report("2023-Q1", on: "2023-06-28")
    let newest = try office.report("2023-H1", on: "2023-06-28")
    #expect(try completion(newest)["上期"] == "50.0" && completion(newest)["上期更正后"] == "")
    for edition in [now, corrected, newest] { try expectAgain(edition, &office) }
  }

  /// A plan that follows another: its first period has one before, each one of the year before.
  @Test func thePlanOfTheYearBefore() throws {
    var office = try Office()
    for (plan, rest) in [("p2022", ""), ("p2023", "previous: p2022\n")] {
      let folder = "\(office.folder)/plans/\(plan)"
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      try "title: 重点任务\noffice: 督查室\nyears: [\(plan.dropFirst())]\n\(rest)".write(
        toFile: "\(folder)/plan.yaml", atomically: false, encoding: .utf8)
    }
    try office.store(1, plans: ["p2022"], for: "2022-04-25", on: "2022-04-25")
    try office.store(4, plans: ["p2022"], for: "2022-12-31", on: "2022-12-31")
    for period in ["2022-Q1", "2022-final"] {
      _ = try office.report(period, on: "2023-01-05", plan: "p2022")
    }
    // Corrected since, and nobody made another edition of it.
    try office.store(2, plans: ["p2022"], for: "2022-04-25", on: "2023-02-01")
    try office.store(3, plans: ["p2022", "p2023"], for: "2023-04-25", on: "2023-04-25")
    let edition = try office.report("2023-Q1", on: "2023-04-25", plan: "p2023")
    let shown = try completion(edition)
    #expect(shown["本期"] == "75.0" && shown["上期"] == "100.0")
    #expect(shown["较上期增减（百分点）"] == "-25.0" && shown["去年同期"] == "25.0")
    // What changed since is said of one and the same plan alone.
    #expect(try changes(edition) == nil)
    let text = try text(of: edition)
    #expect(text.contains("上期：2022年度年终核定（截至2022年12月31日）"))
    #expect(text.contains("2022年一季度（截至2022年4月25日）"))
    try expectAgain(edition, &office)
    let manifest = try String(contentsOfFile: "\(edition)/manifest.json", encoding: .utf8)
    #expect(manifest.contains("\"year_before\" : {"))
    // Of the first year nothing is known before.
    let first = try office.report("2022-Q1", on: "2023-04-26", plan: "p2022")
    let start = try completion(first)
    #expect(start["上期"] == "" && start["去年同期"] == nil)
    #expect(start["无数值原因"]?.contains("上期：首期") == true)
    // After the last cut-off that one is the period before, and none the year before.
    try office.run("2023-06-01", "report", "--as-of", "2023-06-01", "--plan", "p2022")
    let after = try completion("\(office.folder)/out/p2022/as-of-2023-06-01/1")
    #expect(after["上期"] == "100.0" && after["去年同期"] == nil)
  }

  /// The definitions of then made what was reported then.
  @Test func theDefinitionsOfThen() throws {
    var office = try Office()
    try office.store(1, for: "2023-04-25", on: "2023-04-25")
    _ = try office.report("2023-Q1", on: "2023-04-25")
    let queries = "\(office.folder)/Queries/metrics"
    try FileManager.default.createDirectory(
      atPath: queries, withIntermediateDirectories: true)
    try String(
      contentsOfFile: "\(Repository.folder)/Queries/metrics/key_figures.sql", encoding: .utf8
    ).replacing("'completion', p.completed,", with: "'completion', p.completed * 2,")
      .write(toFile: "\(queries)/key_figures.sql", atomically: false, encoding: .utf8)
    try office.store(1, for: "2023-06-25", on: "2023-06-25")
    let edition = try office.report("2023-H1", on: "2023-06-25")
    let shown = try completion(edition)
    #expect(shown["本期"] == "50.0" && shown["上期"] == "25.0" && shown["上期更正后"] == "＊2/4")
    try expectAgain(edition, &office)
  }

  @Test func aPeriodOfWhichNothingIsKnown() throws {
    var office = try Office()
    try office.store(1, for: "2023-06-25", on: "2023-06-25")
    let edition = try office.report("2023-H1", on: "2023-06-25")
    #expect(try completion(edition)["无数值原因"]?.contains("上期：无数据") == true)
    #expect(try completion(edition)["上期"] == "" && changes(edition) == nil)
    #expect(try text(of: edition).contains("上期：一季度（截至4月25日，没有台账数据）"))
    try expectAgain(edition, &office)
  }

  /// Tasks that bear other numbers now stand beside what was reported of them.
  @Test func tasksUnderOtherNumbers() throws {
    var office = try Office()
    for (folder, name, text) in [
      (
        "Queries/metrics", "mine.sql",
        """
        -- 进度 · Progress
        --
        -- grain:   one row per task
        -- key:     task
        -- params:  -
        -- columns: task text, title text, progress integer
        -- order:   title, task
        SELECT t.task, t.title, t.progress FROM task AS t

        """
      ),
      (
        "Reports", "mine.yaml",
        """
        workbook: 进度.xlsx
        sheets:
          - name: 进度
            title: 进度
            blocks:
              - table:
                  query: metrics/mine
                  csv: 进度
                  key: [task]
                  columns:
                    - {column: task, heading: 编号}
                    - {column: title, heading: 任务}
                    - {column: progress, heading: 进度, format: percent}
                    - {column: progress, at: previous, heading: 上期, format: percent}

        """
      ),
    ] {
      try FileManager.default.createDirectory(
        atPath: "\(office.folder)/\(folder)", withIntermediateDirectories: true)
      try text.write(
        toFile: "\(office.folder)/\(folder)/\(name)", atomically: false, encoding: .utf8)
    }
    try office.store(1, of: 2, for: "2023-04-25", on: "2023-04-25")
    try office.store(2, of: 2, shift: 4, for: "2023-06-25", on: "2023-06-25")
    try office.run("2023-06-26", "report", "mine", "--period", "2023-H1")
    let csv = try String(
      contentsOfFile: "\(office.folder)/out/V/2023-H1-mine/1/csv/进度.csv", encoding: .utf8)
    let report = ",,2023-H1,2023-06-25\r\n"
    #expect(csv.hasSuffix("数据截止日\r\n5,任务1,100,100\(report)6,任务2,100,50\(report)"), "\(csv)")
  }

  /// Of a long ledger the workbook does not say what changed.
  @Test func whatChangedInALongLedger() throws {
    var office = try Office()
    try office.store(1, of: 1, for: "2023-04-25", on: "2023-04-25")
    try office.store(9, of: 20_001, for: "2023-06-25", on: "2023-06-25")
    #expect(try changes(office.report("2023-H1", on: "2023-06-25")) == nil)
  }

  /// Several exports stored in one run are all known to the editions of that run.
  @Test func editionsOfOneRunKnowWhatItStored() throws {
    var office = try Office()
    try office.store(1, for: "2023-04-25", on: "2023-07-01")
    try office.store(2, for: "2023-06-25", on: "2023-07-01")
    _ = try office.report("2023-Q1", on: "2023-07-01")
    try office.store(3, for: "2023-06-25", on: "2023-07-01")
    let edition = try office.report("2023-H1", on: "2023-07-01")
    #expect(try completion(edition)["上期"] == "25.0" && completion(edition)["上期更正后"] == "")
    let next = try office.report("2023-Q3", on: "2023-10-01")
    #expect(try completion(next)["上期"] == "75.0" && completion(next)["上期更正后"] == "")
  }

  /// Places are compared with those that were reported.
  @Test func placesAsTheyWereReported() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    let first = try workspace.report("--period", "2023-Q1")
    let corrected = try workspace.run(
      "snapshot", "--from", "\(ExampleWorkspace.ledgers)/2023-06-25", "--effective-on",
      "2023-04-25")
    #expect(corrected.status == 0, "\(corrected.errors)")
    try workspace.snapshot("2023-06-25")
    let second = try workspace.report("--period", "2023-H1")
    func columns(_ edition: String, _ heading: String) throws -> [String: String] {
      let lines = try String(contentsOfFile: "\(edition)/csv/单位完成情况.csv", encoding: .utf8)
        .dropFirst().split(separator: "\r\n").map { line in
          line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
      let (name, value) = (
        try #require(lines[0].firstIndex(of: "单位")),
        try #require(lines[0].firstIndex(of: heading))
      )
      return Dictionary(uniqueKeysWithValues: lines.dropFirst().map { ($0[name], $0[value]) })
    }
    for (then, prior) in [("得分", "上一截止日得分"), ("名次", "上一截止日名次")] {
      let (reported, shown) = (try columns(first, then), try columns(second, prior))
      for (unit, value) in reported { #expect(shown[unit] == value, "\(unit)") }
    }
    let corrections = try workspace.report("--period", "2023-Q1")
    #expect(try columns(corrections, "得分") != columns(first, "得分"), "the correction matters")
  }
}
