import Domain
import Foundation
import TestSupport
import Testing

/// Clocks that are wrong once, and days that have not come.
@Suite struct ClockTests {
  static let wrong: [(now: String, says: String)] = [
    ("\(Day.years.lowerBound)-01-02T00:00:00Z", "2023-04-10T10:00:00.000Z"),
    ("2023-04-10T09:49:59Z", "the newest recording is of 2023-04-10T10:00:00.000Z"),
    ("2022-04-10T10:00:00Z", "--recorded-after 2022-04-10T10:00:00.000Z"),
    ("2024-05-14T10:00:01Z", "more than 400 days after the newest recording, 2023-04-10"),
    ("2060-12-31T10:00:00Z", "--clock-is-right"),
    ("\(Day.years.upperBound)-12-31T16:00:00Z", "16:00:00.000Z, a day that cannot be stored"),
    ("\(Day.years.upperBound + 1)-01-01T00:00:00Z", "JIBAO_NOW"),
  ]

  @Test(arguments: wrong)
  func whatStoresOrMakesIsStopped(_ now: String, _ says: String) throws {
    let office = try Self.office()
    let commands = [
      ["run"], ["snapshot"], ["report", "--as-of", "2023-04-10"], ["run", "--dry-run"],
    ]
    for words in commands {
      let result = try office.run(words, at: now)
      // An option that is a day to come by that clock is refused as such.
      #expect(result.status == 2, "\(words)")
      if words.first != "report" { #expect(result.errors.contains(says), "\(result.errors)") }
    }
    #expect(try office.history().count == 1)
    #expect(office.made() == [])
    #expect(try office.run(["verify"]).status == 0)
    #expect(try office.run(["run"], at: "2023-04-25").status == 0)
    #expect(office.made() == ["2023-Q1/1"])
  }

  static let right = [
    "2023-04-10T09:50:00Z", "2023-04-10T10:00:00Z", "2023-07-10T10:00:00Z", "2024-05-14T10:00:00Z",
  ]

  @Test(arguments: right)
  func aClockThatMayBeRightIsBelieved(_ now: String) throws {
    let office = try Self.office()
    let result = try office.run(["snapshot"], at: now)
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test func theLimitIsTheOffices() throws {
    let office = try Self.office()
    try office.configure("max_clock_jump", "10")
    let result = try office.run(["snapshot"], at: "2023-04-21")
    #expect(result.status == 2 && result.errors.contains("more than 10 days"), "\(result)")
    #expect(try office.run(["snapshot"], at: "2023-04-20").status == 0)
  }

  @Test(arguments: ["2024-06-10", "2023-04-01"])
  func theOfficeMaySayThatTheClockIsRight(_ now: String) throws {
    let office = try Self.office()
    for words in [["snapshot"], ["report", "--as-of", "2023-03-31"]] {
      #expect(try office.run(words, at: now).status == 2, "\(words)")
    }
    let stored = try office.run(["snapshot", "--clock-is-right"], at: now)
    #expect(stored.status == 0, "\(stored.errors)")
    #expect(try office.history().count == 2)
    #expect(try office.run(["verify"]).status == 0)
  }

  @Test(.onEachEngine) func whatAClockAYearAheadMadeIsNamed() throws {
    let office = try Self.office()
    #expect(try office.run(["run"], at: "2024-04-11").status == 0)
    let result = try office.run(["run"], at: "2023-04-20")
    #expect(result.status == 2)
    for text in [
      "the clock shows 2023-04-20T10:00:00.000Z", "2 of 2024-04-11, recorded at 2024-04-11T10",
      "p 2023-Q1 edition 1, made at 2024-04-11", "p 2023-final edition 1",
      "jibao history withdraw --recorded-after 2023-04-20T10:00:00.000Z --reason",
    ] {
      #expect(result.errors.contains(text), "\(text) in \(result.errors)")
    }
  }

  /// A report alone stores no snapshot, but is noted.
  @Test func anEditionMadeByAWrongClockIsHeldAgainstTheTrueOne() throws {
    let office = try Self.office()
    #expect(try office.run(["report", "--period", "2023-final"], at: "2024-01-10").status == 0)
    let result = try office.run(["run"], at: "2023-04-20")
    #expect(result.status == 2 && result.errors.contains("p 2023-final edition 1"), "\(result)")
  }

  /// Who takes something back, or notes what went out, writes the history, too.
  @Test(arguments: ["1970-01-01", "2025-06-01"])
  func aWrongClockWithdrawsNothing(_ now: String) throws {
    let office = try Self.office()
    let made = try office.run(["report", "--as-of", "2023-04-10"], at: "2023-04-12")
    #expect(made.status == 0, "\(made)")
    let edition = ["as-of-2023-04-10", "1"]
    for words in [
      ["history", "withdraw", "snapshot", "1", "--reason", "x"],
      ["history", "withdraw", "edition"] + edition + ["--reason", "x"],
      ["history", "mark"] + edition + ["--sent", "2023-04-12"],
    ] {
      let result = try office.run(words, at: now)
      #expect(result.status == 2, "\(result)")
      #expect(result.errors.contains("the clock shows"), "\(result)")
    }
    let marked = try office.run(
      ["history", "mark"] + edition + ["--sent", "2023-04-12", "--clock-is-right"],
      at: "2025-06-01")
    #expect(marked.status == 0, "\(marked)")
  }

  /// A ledger that a wrong clock refused is refused no more when what it recorded is taken back.
  @Test(.onEachEngine) func aRefusalByAWrongClockIsUndone() throws {
    let office = try Self.office()
    let good = try String(contentsOfFile: "\(office.folder)/ledger/ledger.csv", encoding: .utf8)
    try office.write("ledger", good + "x\n")
    #expect(try office.run(["run", "--clock-is-right"], at: "2024-03-01").status == 3)
    try office.write("ledger", good)
    let withdrawn = try office.run(
      [
        "history", "withdraw", "--recorded-after", "2023-04-20T00:00:00Z", "--reason", "时钟有误",
      ], at: "2023-04-25")
    #expect(withdrawn.status == 0, "\(withdrawn)")
    let run = try office.run(["run"], at: "2023-04-25T11:00:00Z")
    #expect(run.status == 0, "\(run)")
    // When its day has come, nothing is lacked of it.
    let report = try office.run(["report", "--as-of", "2024-03-04"], at: "2024-03-05")
    #expect(report.status == 0 && report.output.hasPrefix("Edition 1: "), "\(report)")
    // One that the true clock refuses stands.
    try office.write("ledger", good + "x\n")
    #expect(try office.run(["run"], at: "2024-03-06").status == 3)
    let lacking = try office.run(["report", "--as-of", "2024-03-06"], at: "2024-03-07")
    #expect(lacking.status == 3 && lacking.output.hasPrefix("Draft: "), "\(lacking)")
  }

  static let toCome: [[String]] = [
    ["snapshot", "--effective-on", "2023-04-26"], ["snapshot", "--effective-on", "2032-01-01"],
    ["report", "--as-of", "2023-04-26"], ["report", "--as-of", "2023-04-26", "--clock-is-right"],
    ["diff", "--from", "2023-04-10", "--to", "2023-04-26", "--workbook"],
    ["query", "state/task", "--as-of", "2023-04-26"],
    ["query", "state/task", "--known-at", "2023-04-26"],
    ["diff", "--from", "2023-04-10", "--to", "2030-01-01"],
    ["diff", "--as-of", "2023-04-10", "--known-at", "2030-01-01"],
    ["report", "--period", "2023-Q1", "--known-at", "2030-01-01"],
    ["explain", "u1", "--as-of", "2023-04-26"],
    ["snapshot", "--effective-on", "2200-01-01"], ["report", "--as-of", "1899-12-31"],
  ]

  @Test(arguments: toCome)
  func aDayToComeIsRefused(_ words: [String]) throws {
    let office = try Self.office()
    let result = try office.run(words, at: "2023-04-25")
    #expect(result.status == 2, "\(result)")
    #expect(result.errors.contains("--"), "\(result.errors)")
    #expect(try office.history().count == 1)
    #expect(office.made() == [])
  }

  @Test(arguments: ["2023-04-26", "2024-01-01", "2200-01-01", "1899-12-31"])
  func anExportOfADayToComeIsLeftAndTheRestIsDone(_ day: String) throws {
    let office = try Self.office()
    for day in [day, "2023-03-01"] {
      try office.write("units", Self.units, in: "exports/\(day)")
      try office.write("ledger", Self.tasks("10%"), in: "exports/\(day)")
    }
    let result = try office.run(["run"], at: "2023-04-25")
    #expect(result.status == 3)
    #expect(result.errors.contains("exports/\(day) is not loaded"), "\(result.errors)")
    let stored = try office.history().compactMap { $0["effective_on"] as? String }
    #expect(stored == ["2023-04-10", "2023-03-01", "2023-04-25"])
    #expect(office.made() == ["2023-Q1/1"])
  }

  /// The export of today waits until the day has closed: that is no fault.
  @Test func theExportOfTodayWaits() throws {
    let office = try Self.office()
    try office.write("units", Self.units, in: "exports/2023-04-20")
    try office.write("ledger", Self.tasks("30%"), in: "exports/2023-04-20")
    let early = try office.run(["run"], at: "2023-04-20T02:00:00Z")
    #expect(early.status == 0, "\(early.errors)")
    func days() throws -> [String] {
      try office.history().compactMap { $0["effective_on"] as? String }
    }
    #expect(try !days().contains("2023-04-20"))
    #expect(try office.run(["run"], at: "2023-04-20T10:00:00Z").status == 0)
    #expect(try days().contains("2023-04-20"))
  }

  @Test(arguments: [
    "2023-02-30T10:00:00Z", "2023-04-25T10:00:00", "2023-04-25", "2023-04-25T25:00Z", "",
  ])
  func anInstantThatIsNoneIsRefused(_ now: String) throws {
    let office = try Self.office()
    var program = Program()
    program.environment["JIBAO_NOW"] = now
    let result = try program.run("snapshot", "--workspace", office.folder)
    #expect(result.status == 2)
    #expect(result.errors.contains("JIBAO_NOW: '\(now)' is not an instant"), "\(result.errors)")
  }

  private static let units = "编号,名称\nu1,市甲局\n"

  private static func tasks(_ progress: String) -> String {
    "序号,任务,牵头单位,完成时限,状态,进度\n1,第一项,市甲局,2023-12-31,推进中,\(progress)\n"
  }

  /// An office whose ledger was stored on 10 April.
  private static func office() throws -> SmallOffice {
    let office = try SmallOffice()
    try office.write("units", units)
    try office.write("ledger", tasks("20%"))
    let stored = try office.run(["snapshot"], at: "2023-04-10")
    #expect(stored.status == 0, "\(stored.errors)")
    return office
  }
}
