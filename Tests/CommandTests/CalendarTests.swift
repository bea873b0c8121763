import Foundation
import TestSupport
import Testing

/// An office through its year, tick by tick: drafts while a ledger stands refused, successors of
/// editions on older ledgers, corrections once a day, periods that wait.
@Suite struct CalendarTests {
  /// What is done before a tick, and what has been made after it.
  enum Step {
    /// The ledger says that the first task stands at so many per cent.
    case ledger(Int)
    /// The ledger names a unit that is not there.
    case broken
    /// There is an export of a day.
    case export(String, Int)
    /// `jibao run` at an instant; its code, and the editions and drafts there are.
    case run(String, code: Int32, made: String)
    /// Another command at a day.
    case command(String, at: String)
    /// What the last command said.
    case says(String)
    case saysNothing
  }

  static let calendars: [(String, [Step])] = [
    (
      "a ledger refused on the day stays a draft until one of the day is stored",
      [
        .ledger(20), .run("2023-04-24", code: 0, made: "Q1/draft"),
        .broken, .run("2023-04-25", code: 3, made: "Q1/draft"),
        .run("2023-04-26", code: 3, made: "Q1/draft"),
        .ledger(30), .run("2023-04-27", code: 3, made: "Q1/draft"),
        .says("p 2023-Q1 stays a draft: the ledger of 2023-04-25 was refused"),
        .command("snapshot --effective-on 2023-04-25", at: "2023-04-27"),
        .run("2023-04-28", code: 0, made: "Q1/1"),
      ]
    ),
    (
      "or until the office says that there is none",
      [
        .ledger(20), .run("2023-04-24", code: 0, made: "Q1/draft"),
        .broken, .run("2023-04-25", code: 3, made: "Q1/draft"),
        .ledger(30), .run("2023-04-26", code: 3, made: "Q1/draft"),
        .command(
          "report --period 2023-Q1 --without-ledger-of 2023-04-25 --reason 系统停机", at: "2023-04-27"),
        .run("2023-04-27", code: 0, made: "Q1/1"),
        .run("2023-04-28", code: 0, made: "Q1/1"), .saysNothing,
      ]
    ),
    (
      "a ledger mended on the day makes the edition at once",
      [
        .ledger(20), .run("2023-04-24", code: 0, made: "Q1/draft"),
        .broken, .run("2023-04-25", code: 3, made: "Q1/draft"),
        .ledger(20), .run("2023-04-25T11:00:00Z", code: 0, made: "Q1/1"),
      ]
    ),
    (
      "one refused between two that were stored keeps nothing back",
      [
        .ledger(20), .run("2023-04-20", code: 0, made: "Q1/draft"),
        .broken, .run("2023-04-21", code: 3, made: "Q1/draft"),
        .ledger(20), .run("2023-04-24", code: 0, made: "Q1/draft"),
        .run("2023-04-25", code: 0, made: "Q1/1"),
      ]
    ),
    (
      "corrections of the day make one edition, when the next day has closed",
      [
        .ledger(20), .run("2023-04-25", code: 0, made: "Q1/1"),
        .ledger(30), .run("2023-04-25T11:00:00Z", code: 0, made: "Q1/1"),
        .says("the edition of p 2023-Q1 after edition 1 is made when 2023-04-26 has closed"),
        .run("2023-04-25T11:30:00Z", code: 0, made: "Q1/1"), .saysNothing,
        .ledger(40), .run("2023-04-26T02:00:00Z", code: 0, made: "Q1/1"),
        .run("2023-04-26", code: 0, made: "Q1/1 Q1/2"),
        .run("2023-04-27", code: 0, made: "Q1/1 Q1/2"), .saysNothing,
      ]
    ),
    (
      "a late export replaces what was made of an older ledger",
      [
        .ledger(20), .run("2023-04-10", code: 0, made: ""),
        .run("2023-05-04", code: 0, made: "Q1/1"),
        .export("2023-04-24", 50), .run("2023-05-05", code: 0, made: "Q1/1 Q1/2"),
        .export("2023-04-25", 60), .run("2023-05-05T11:00:00Z", code: 0, made: "Q1/1 Q1/2"),
        .says("after edition 2 is made when 2023-05-06 has closed"),
        .run("2023-05-06", code: 0, made: "Q1/1 Q1/2 Q1/3"),
        .run("2023-05-07", code: 0, made: "Q1/1 Q1/2 Q1/3"), .saysNothing,
      ]
    ),
    (
      "an export of a cut-off that comes late is stored, though a ledger of the day is there",
      [
        .ledger(20), .run("2023-04-25", code: 0, made: "Q1/1"),
        .export("2023-04-25", 60), .run("2023-04-27", code: 0, made: "Q1/1 Q1/2"),
        .run("2023-04-28", code: 0, made: "Q1/1 Q1/2"), .saysNothing,
        // A correction by hand stands: the export was stored before it.
        .ledger(70), .command("snapshot --effective-on 2023-04-25", at: "2023-04-28"),
        .run("2023-04-29", code: 0, made: "Q1/1 Q1/2 Q1/3"),
        .run("2023-04-30", code: 0, made: "Q1/1 Q1/2 Q1/3"), .saysNothing,
      ]
    ),
    (
      "unless it went out: then it is named, once",
      [
        .ledger(20), .run("2023-04-25", code: 0, made: "Q1/1"),
        .command("history mark 2023-Q1 1 --sent 2023-04-26", at: "2023-04-26"),
        .ledger(50), .command("snapshot --effective-on 2023-04-25", at: "2023-04-26"),
        .run("2023-04-27", code: 0, made: "Q1/1"), .says("p 2023-Q1 edition 1 went out"),
        .run("2023-04-27T11:00:00Z", code: 0, made: "Q1/1"), .saysNothing,
        .run("2023-04-28", code: 0, made: "Q1/1"), .saysNothing,
        .command("report --period 2023-Q1", at: "2023-04-28"),
        .run("2023-04-29", code: 0, made: "Q1/1 Q1/2"), .saysNothing,
      ]
    ),
    (
      "a period with no data makes none wait",
      [.ledger(20), .run("2023-06-25", code: 0, made: "H1/1")]
    ),
    (
      "one whose earlier period is a draft is one itself",
      [
        .ledger(20), .run("2023-04-24", code: 0, made: "Q1/draft"),
        .broken, .run("2023-04-25", code: 3, made: "Q1/draft"),
        .ledger(30), .run("2023-06-25", code: 3, made: "H1/draft Q1/draft"),
        .says("p 2023-H1 waits for p 2023-Q1"),
        .command(
          "report --period 2023-Q1 --without-ledger-of 2023-04-25 --reason 无", at: "2023-06-26"),
        .run("2023-06-26", code: 0, made: "H1/1 Q1/1"),
      ]
    ),
    (
      "what stands on an old ledger is said where it is made",
      [
        .ledger(20), .run("2023-04-25", code: 0, made: "Q1/1"),
        .export("2023-04-24", 10), .command("run", at: "2023-04-26"),
        .run("2023-12-31", code: 0, made: "FY/1 H1/1 Q1/1 Q3/1 final/1"),
        .says("p 2023-Q3 stands on the ledger of 2023-04-25, 153 days before its own day"),
      ]
    ),
  ]

  @Test(arguments: calendars)
  func passes(_ title: String, _ steps: [Step]) throws {
    let office = try SmallOffice()
    var said = ""
    for step in steps {
      switch step {
      case .ledger(let progress): try Self.place(progress, in: "ledger", of: office)
      case .broken: try Self.place(20, by: "没有的单位", in: "ledger", of: office)
      case .export(let day, let progress):
        try Self.place(progress, in: "exports/\(day)", of: office)
      case .run(let now, let code, let made):
        let result = try office.run(["run"], at: now)
        said = result.errors
        #expect(result.status == code, "\(title), \(now): \(said)")
        let shown = office.made().map { $0.replacing("2023-", with: "") }
        #expect(shown == made.split(separator: " ").map(String.init), "\(title), \(now)")
      case .command(let words, let day):
        let result = try office.run(words.split(separator: " ").map(String.init), at: day)
        said = result.errors
        #expect(result.status == 0, "\(title), \(words): \(said)")
      case .says(let text): #expect(said.contains(text), "\(title): \(said)")
      case .saysNothing: #expect(said.isEmpty, "\(title): \(said)")
      }
    }
    #expect(try office.run(["verify"], at: "2024-01-02").status == 0, "\(title)")
  }

  /// What a draft lacks stands on its sheets, and what an edition was released without on its front;
  /// both can be made again.
  @Test(.onEachEngine) func theReportSaysWhichLedgerItLacks() throws {
    let office = try SmallOffice()
    try Self.place(20, in: "ledger", of: office)
    _ = try office.run(["run"], at: "2023-04-24")
    try Self.place(20, by: "没有的单位", in: "ledger", of: office)
    #expect(try office.run(["run"], at: "2023-04-25").status == 3)
    let shelf = "\(office.folder)/out/p/2023-Q1"
    let draft = try Self.texts(of: "\(shelf)/draft")
    #expect(draft.contains("草稿：缺2023年4月25日的台账（未予接收），数据取自2023年4月24日的台账"))
    // By hand it is a draft, too.
    let made = try office.run(["report", "--period", "2023-Q1"], at: "2023-04-26")
    #expect(made.status == 3 && made.output.hasPrefix("Draft: "), "\(made)")
    let refused = [
      ["--without-ledger-of", "2023-04-25"], ["--reason", "停机"],
      ["--without-ledger-of", "2023-04-25", "--reason", " "],
      ["--without-ledger-of", "2023-04-23", "--reason", "停机"],
      ["--without-ledger-of", "2023-04-27", "--reason", "停机"],
    ]
    for options in refused {
      let result = try office.run(["report", "--period", "2023-Q1"] + options, at: "2023-04-26")
      #expect(result.status == 2, "\(options): \(result)")
    }
    let released = try office.run(
      ["report", "--period", "2023-Q1", "--without-ledger-of", "2023-04-25", "--reason", "停机"],
      at: "2023-04-26")
    #expect(released.status == 0, "\(released.errors)")
    let edition = try Self.texts(of: "\(shelf)/1")
    #expect(edition.contains("正式稿（没有2023年4月25日的台账）"))
    #expect(edition.contains("没有2023年4月25日的台账（停机），数据取自2023年4月24日的台账"))
    let again = try office.run(
      ["report", "--again", "\(shelf)/1/manifest.json", "--into", "\(office.folder)/again"],
      at: "2023-04-27")
    #expect(again.status == 0, "\(again)")
    #expect(try office.run(["verify"], at: "2023-04-27").status == 0)
  }

  @Test func whatIsStaleIsCaughtUp() throws {
    let office = try SmallOffice()
    try Self.place(20, in: "ledger", of: office)
    _ = try office.run(["run"], at: "2023-04-25")
    try Self.place(40, in: "ledger", of: office)
    _ = try office.run(["snapshot", "--effective-on", "2023-04-25"], at: "2023-04-26")
    let words = ["report", "--all-periods", "--only", "missing"]
    let planned = try office.run(words + ["--dry-run"], at: "2023-04-26")
    #expect(planned.output == "make p quarterly 2023-Q1 (of an older ledger)\n")
    #expect(try office.run(words, at: "2023-04-26").status == 0)
    #expect(office.made() == ["2023-Q1/1", "2023-Q1/2"])
    let again = try office.run(words + ["--dry-run"], at: "2023-04-26")
    #expect(again.output == "leave p quarterly 2023-Q1 (made)\n")
  }

  /// What the earlier period cannot be written keeps the later one waiting, not another plan's.
  @Test func aPeriodWaitsForOneThatFailed() throws {
    let office = try SmallOffice()
    try Self.place(20, in: "exports/2023-04-25", of: office)
    try Self.place(30, in: "exports/2023-06-25", of: office)
    try office.configure("source", "exports")
    // A file in the place of the shelf.
    try office.write("", to: "out/p/2023-Q1")
    let failed = try office.run(["run"], at: "2023-07-01")
    #expect(failed.status == 5)
    #expect(failed.errors.contains("p 2023-H1 waits for p 2023-Q1"), "\(failed.errors)")
    #expect(office.made() == [])
    try FileManager.default.removeItem(atPath: "\(office.folder)/out/p/2023-Q1")
    #expect(try office.run(["run"], at: "2023-07-01T11:00:00Z").status == 0)
    #expect(office.made() == ["2023-H1/1", "2023-Q1/1"])
  }

  /// So it is where all periods are made by hand.
  @Test func allPeriodsWaitForOneThatFailed() throws {
    let office = try SmallOffice()
    for (day, progress) in [("2023-04-25", 20), ("2023-06-25", 30)] {
      try Self.place(progress, in: "exports/\(day)", of: office)
      let words = ["snapshot", "--from", "\(office.folder)/exports/\(day)", "--effective-on", day]
      #expect(try office.run(words, at: "2023-07-01").status == 0)
    }
    let check = "Queries/checks/own.sql"
    try office.write(
      """
      -- 自查 · Own check
      --
      -- 第一季度的数据有误。
      --
      -- grain:    one row per task
      -- key:      task
      -- severity: fail
      -- params:   :as_of date
      -- columns:  task text, unit text, detail text
      -- order:    task
      SELECT t.task, '' AS unit, '有误' AS detail FROM task AS t WHERE :as_of = '2023-04-25'

      """, to: check)
    let words = ["report", "--all-periods"]
    let failed = try office.run(words, at: "2023-07-01")
    #expect(failed.status == 4, "\(failed)")
    #expect(failed.errors.contains("p 2023-H1 waits for p 2023-Q1"), "\(failed.errors)")
    #expect(office.made() == ["2023-H1/draft", "2023-Q1/draft"])
    try FileManager.default.removeItem(atPath: "\(office.folder)/\(check)")
    #expect(try office.run(words, at: "2023-07-01").status == 0)
    #expect(office.made() == ["2023-H1/1", "2023-Q1/1"])
  }

  private static func place(
    _ progress: Int, by unit: String = "市甲局", in folder: String, of office: SmallOffice
  ) throws {
    try office.write("units", "编号,名称\nu1,市甲局\n", in: folder)
    try office.write(
      "ledger", "序号,任务,牵头单位,完成时限,状态,进度\n1,第一项,\(unit),2023-12-31,推进中,\(progress)%\n",
      in: folder)
  }

  /// What the sheets of a folder's workbook say.
  private static func texts(of folder: String) throws -> String {
    let script = """
      from glob import glob
      from sys import argv
      from zipfile import ZipFile
      for book in glob(argv[1] + "/*.xlsx"):
        for name in (archive := ZipFile(book)).namelist():
          if name.endswith(".xml"): print(archive.read(name).decode())
      """
    return try Program.launch(Program.python, ["-c", script, folder]).output
  }
}
