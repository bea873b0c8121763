import Foundation
import TestSupport
import Testing

/// A year on a server that nobody looks after: what is mailed, and what has been made at its end.
@Suite(.enabled(if: FailingWrites.library != nil)) struct YearTests {
  /// Every mail of the year, a line each, that an administrator would want to read.
  @Test func saysWhatIsNewsAndMakesWhatIsDue() throws {
    var year = try Year()
    try year.pass()
    let folder = "\(Repository.folder)/Tests/CommandTests/Year"
    let mails = try year.mails().joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["JIBAO_GOLDEN"] == "take" {
      try mails.write(toFile: "\(folder)/mails.txt", atomically: false, encoding: .utf8)
    }
    let golden = try String(contentsOfFile: "\(folder)/mails.txt", encoding: .utf8)
    let differences = mails.split(separator: "\n").difference(from: golden.split(separator: "\n"))
    #expect(mails == golden, "\(differences)")
    #expect(mails.split(separator: "\n").count <= 40)
    // What cron mails is the same, without what was made.
    let news = try year.mails().filter { mail in
      !["made", "late"].contains { mail.contains(" \($0) ") }
    }
    #expect(Set(year.spoken).isSubset(of: Set(news.map { String($0.prefix(16)) })))
    #expect(
      year.made() == [
        "p 2026-FY/1", "p 2026-H1/1", "p 2026-Q1/1", "p 2026-Q3/1", "p 2026-final/1",
        "q 2026-FY/1", "q 2026-Q3/1", "q 2026-final/1",
      ])
    // What stands on an old ledger says so; a catch-up from the days' own ledgers need not.
    #expect(try year.front("p/2026-H1/1").contains("2026年4月23日"))
    #expect(try year.office.run(["verify"], at: "2027-02-01").status == 0)
    let doctor = try year.office.run(["doctor", "--json"], at: "2027-01-25T10:00:00Z")
    // The ledgers of the days without a source, and the refused ones, were never handed in.
    #expect(doctor.status == 3, "\(doctor)")
    struct Finding: Decodable { let state, subject: String }
    let findings = try JSONDecoder().decode([Finding].self, from: Data(doctor.output.utf8))
    #expect(Set(findings.filter { $0.state == "wrong" }.map(\.subject)) == ["source"])
  }
}

/// The year, day by day; its ticks are those of cron where anything happens, else one on Mondays.
private struct Year {
  let office: SmallOffice
  /// The days and hours at which anything was written on stderr.
  private(set) var spoken: [String] = []
  private var plans = ["p"]
  private var progress = 0

  init() throws {
    office = try SmallOffice(plan: Self.plan)
    try office.configure("language", "zh")
    try office.write("", to: "mails/.keep")
    try office.write(
      "#!/bin/sh\ncat > \"$JIBAO_WORKSPACE/mails/$JIBAO_NOW.$(date +%s%N)\"\n", to: "notify.sh")
    chmod("\(office.folder)/notify.sh", 0o755)
    try office.configure("notify", "./notify.sh")
  }

  private static let plan =
    "title: 2026年重点工作\noffice: 某市人民政府办公室\nplace: 某市\nyears: [2026]\n"

  /// What happens on a day, at an hour of Shanghai.
  private enum Event {
    case gone, back, half, whole, unknownUnit, known, newPlan, ofPastDay(String), calendar
  }

  private static let events: [String: [Int: Event]] = [
    "2026-07-13": [9: .gone], "2026-07-20": [9: .back],
    "2026-08-03": [10: .half, 13: .whole],
    "2026-08-10": [9: .newPlan],
    "2026-09-24": [9: .unknownUnit],
    "2026-09-28": [9: .ofPastDay("2026-09-25"), 10: .known],
    "2027-01-11": [9: .calendar],
  ]
  /// The machine is off over two cut-offs.
  private static let off = "2026-04-24"..."2026-06-28"
  /// Days on which the run of the evening finds a disk full, and those on which another host is at
  /// work in the morning.
  private static let fullDisk = ["2026-11-25"]
  private static let otherHost = ["2026-10-12"]
  /// Days around which cron's other ticks are run, too.
  private static let busy = [
    "2026-04-18"..."2026-04-23", "2026-06-29"..."2026-07-01", "2026-07-11"..."2026-07-21",
    "2026-08-03"..."2026-08-04", "2026-08-10"..."2026-08-11", "2026-09-18"..."2026-09-30",
    "2026-10-12"..."2026-10-13", "2026-11-18"..."2026-11-27", "2026-12-01"..."2026-12-02",
    "2026-12-24"..."2027-01-02", "2027-01-11"..."2027-01-12",
  ]

  mutating func pass() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    var date = try #require(calendar.date(from: DateComponents(year: 2026, month: 1, day: 5)))
    while true {
      let day = String(date.formatted(Date.ISO8601FormatStyle()).prefix(10))
      if day > "2027-01-31" { break }
      if !Self.off.contains(day) {
        try pass(day, isMonday: calendar.component(.weekday, from: date) == 2)
      }
      date.addTimeInterval(86_400)
    }
  }

  private mutating func pass(_ day: String, isMonday: Bool) throws {
    let isGone = ("2026-07-13"..."2026-07-19").contains(day)
    if isMonday, !isGone {
      progress += 1
      try ledger()
    }
    let isBusy = Self.busy.contains { $0.contains(day) }
    guard isMonday || isBusy else { return }
    for hour in 8...17 {
      if let event = Self.events[day]?[hour] { try happen(event, on: day) }
      if hour == 17 || isBusy && [8, 11, 14].contains(hour) { try run(day, hour) }
    }
  }

  private mutating func happen(_ event: Event, on day: String) throws {
    let (ledger, away) = ("\(office.folder)/ledger", "\(office.folder)/away")
    switch event {
    case .gone: try FileManager.default.moveItem(atPath: ledger, toPath: away)
    case .back:
      try FileManager.default.removeItem(atPath: away)
      try self.ledger()
    case .half: try self.ledger(isHalf: true)
    case .whole, .known: try self.ledger()
    case .unknownUnit: try self.ledger(unit: "没有的单位")
    case .newPlan:
      plans.append("q")
      try office.write(Self.plan.replacing("重点工作", with: "民生实事"), to: "plans/q/plan.yaml")
      try self.ledger()
    case .ofPastDay(let past):
      try self.ledger()
      let stored = try office.run(["snapshot", "--effective-on", past], at: "\(day)T01:00:00Z")
      #expect(stored.status == 0, "\(stored.errors)")
    case .calendar:
      try office.write("date,is_working,name\n2027-01-01,0,元旦\n", to: "calendars/2027.csv")
    }
  }

  private func ledger(unit: String = "市甲局", isHalf: Bool = false) throws {
    try office.write("units", "编号,名称\nu1,市甲局\n")
    let rows = plans.flatMap { plan in
      (1...6).map { "\(plan),\($0),第\($0)项任务,\(unit),2026-12-31,推进中,\(progress + $0)%\n" }
    }
    let text = "方案,序号,任务,牵头单位,完成时限,状态,进度\n" + rows.joined()
    try office.write("ledger", isHalf ? String(text.prefix(text.count / 2)) : text)
  }

  private mutating func run(_ day: String, _ hour: Int) throws {
    // 17:10 is after the day has closed.
    let now = "\(day)T\(hour < 18 ? "0\(hour - 8)" : "\(hour - 8)"):10:00Z"
    let result: Program.Result
    if Self.fullDisk.contains(day), hour == 17 {
      result = try office.shell(
        "run", at: now,
        adding: [
          "LD_PRELOAD": FailingWrites.library ?? "", "FAIL_BELOW": "/out/", "FAIL_AT": "4",
          "FAIL_HOW": "\(ENOSPC)",
        ])
    } else if Self.otherHost.contains(day), hour == 8 {
      let lock = "\(office.folder)/jibao.sqlite.lock"
      result = try Program.launch(
        "/usr/bin/flock", [lock, Program.path, "run"], environment: office.environment(now))
      #expect(result.status == 6)
    } else {
      result = try office.run(["run"], at: now)
    }
    if !result.errors.isEmpty { spoken.append("\(day) \(hour < 10 ? "0" : "")\(hour):10") }
  }

  /// The mails: when, of what, and the subject.
  func mails() throws -> [String] {
    struct Mail: Decodable { let event, subject: String }
    let folder = "\(office.folder)/mails"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return try names.filter { !$0.hasPrefix(".") }.map { name in
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
      let mail = try JSONDecoder().decode(Mail.self, from: data)
      let hour = Int(name.dropFirst(11).prefix(2)).map { $0 + 8 } ?? 0
      // Which file a full disk cuts off is chance.
      let subject = mail.subject.replacing(office.folder, with: "W")
        .replacing(/W\/out\/[^：]*：系统调用/, with: "W/out/…：系统调用")
      return "\(name.prefix(10)) \(hour < 10 ? "0" : "")\(hour):10 \(mail.event) \(subject)"
    }
  }

  /// The editions in `out/`.
  func made() -> [String] {
    plans.flatMap { plan in office.made(of: plan).map { "\(plan) \($0)" } }
      .filter { !$0.hasSuffix("draft") }
  }

  /// What the first sheets of an edition say.
  func front(_ edition: String) throws -> String {
    let folder = "\(office.folder)/out/\(edition)"
    let script = """
      from glob import glob
      from sys import argv
      from zipfile import ZipFile
      for book in glob(argv[1] + "/*.xlsx"):
        archive = ZipFile(book)
        for name in ("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"):
          if name in archive.namelist(): print(archive.read(name).decode())
      """
    return try Program.launch(Program.python, ["-c", script, folder]).output
  }
}
