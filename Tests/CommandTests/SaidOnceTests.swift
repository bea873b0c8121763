import Foundation
import TestSupport
import Testing

/// What goes on is said when it begins, once a day, and when it ends; `status.json` keeps it, and the
/// command of `notify:` is told.
@Suite struct SaidOnceTests {
  private let office: SmallOffice

  init() throws {
    office = try SmallOffice()
    try ledger()
  }

  private func ledger(_ unit: String = "市甲局") throws {
    try office.write("units", "编号,名称\nu1,市甲局\n")
    try office.write(
      "ledger", "序号,任务,牵头单位,完成时限,状态,进度\n1,第一项,\(unit),2023-12-31,推进中,20%\n")
  }

  @Test func beginsLastsAndEnds() throws {
    try ledger("没有的单位")
    let first = try office.run(["run"], at: "2023-04-10T01:00:00Z")
    #expect(first.status == 3 && first.errors.contains("没有的单位"), "\(first)")
    #expect(!first.errors.contains("lasts"))
    for hour in ["02", "08"] {
      let again = try office.run(["run"], at: "2023-04-10T\(hour):00:00Z")
      #expect(again.status == 3 && again.errors.isEmpty, "\(again)")
    }
    let nextDay = try office.run(["run"], at: "2023-04-11T01:00:00Z")
    #expect(nextDay.errors.contains("it lasts since 2023-04-10 09:00"), "\(nextDay)")
    #expect(try status()["exit_code"] as? Int == 3)
    let standing = try #require(try status()["standing"] as? [[String: Any]])
    #expect(standing.map { $0["topic"] as? String } == ["ledger"])
    // The history has the reason.
    let run = try #require(try office.history("runs").last)
    #expect((run["summary"] as? String)?.contains("没有的单位") == true, "\(run)")
    try ledger()
    let mended = try office.run(["run"], at: "2023-04-11T02:00:00Z")
    #expect(mended.status == 0)
    let sentence = "jibao: note: mended, after it lasted since 2023-04-10 09:00: "
    #expect(mended.errors.contains(sentence), "\(mended)")
    #expect(try office.run(["run"], at: "2023-04-11T03:00:00Z").errors.isEmpty)
  }

  /// Another fault of the same ledger is news.
  @Test func anotherFaultIsSaidAtOnce() throws {
    try ledger("没有的单位")
    _ = try office.run(["run"], at: "2023-04-10T01:00:00Z")
    try ledger("也没有的单位")
    let other = try office.run(["run"], at: "2023-04-10T02:00:00Z")
    #expect(other.errors.contains("也没有的单位"), "\(other)")
  }

  /// What keeps the run from being done ends nothing of what went on before it.
  @Test func aRunThatCannotBeDoneEndsNothing() throws {
    try ledger("没有的单位")
    _ = try office.run(["run"], at: "2023-04-10T01:00:00Z")
    try office.configure("max_age", "no")
    let stopped = try office.run(["run"], at: "2023-04-10T02:00:00Z")
    #expect(stopped.status == 2 && stopped.errors.contains("jibao.yaml"), "\(stopped)")
    let again = try office.run(["run"], at: "2023-04-10T03:00:00Z")
    #expect(again.status == 2 && again.errors.isEmpty, "\(again)")
    try office.configure("max_age", "7")
    let mended = try office.run(["run"], at: "2023-04-10T04:00:00Z")
    #expect(mended.status == 3)
    #expect(mended.errors.split(separator: "\n").count == 1, "\(mended)")
    #expect(mended.errors.contains("max_age") || mended.errors.contains("jibao.yaml"))
  }

  /// A run that finds another at work says so only if that lasts.
  @Test func anotherRunIsNoNewsUntilItLasts() throws {
    let lock = "\(office.folder)/jibao.sqlite.lock"
    func locked(_ now: String) throws -> Program.Result {
      try Program.launch(
        "/usr/bin/flock", [lock, Program.path, "run"], environment: office.environment(now))
    }
    for (minute, isSaid) in [("01:00", false), ("01:30", false), ("02:00", true), ("02:30", false)]
    {
      let result = try locked("2023-04-10T\(minute):00Z")
      #expect(result.status == 6 && result.errors.isEmpty != isSaid, "\(minute): \(result)")
    }
    let free = try office.run(["run"], at: "2023-04-10T03:00:00Z")
    #expect(free.status == 0 && !free.errors.contains("mended"), "\(free)")
  }

  /// A status that cannot be read is as none: everything is said again.
  @Test func aDamagedStatusHidesNothing() throws {
    try ledger("没有的单位")
    _ = try office.run(["run"], at: "2023-04-10T01:00:00Z")
    try office.write("{\"standing\": [", to: "status.json")
    let again = try office.run(["run"], at: "2023-04-10T02:00:00Z")
    #expect(again.status == 3 && again.errors.contains("没有的单位"), "\(again)")
  }

  @Test func theCommandIsToldOfEvents() throws {
    try command("cat > \"$JIBAO_WORKSPACE/told-$JIBAO_EVENT\"")
    _ = try office.run(["run"], at: "2023-04-25")
    let made = try told("made")
    let report = try #require(made["report"] as? [String: Any])
    #expect(report["folder"] as? String == "\(office.folder)/out/p/2023-Q1/1")
    #expect((report["files"] as? [String])?.contains { $0.hasSuffix(".xlsx") } == true)
    #expect(made["day"] as? String == "2023-04-25")
    try ledger("没有的单位")
    _ = try office.run(["run"], at: "2023-06-25")
    #expect(try told("refused")["text"] as? String != nil)
    let draft = try #require(try told("draft")["report"] as? [String: Any])
    #expect((draft["folder"] as? String)?.hasSuffix("2023-H1/draft") == true)
    try FileManager.default.removeItem(atPath: "\(office.folder)/ledger")
    _ = try office.run(["run"], at: "2023-06-26")
    #expect(try told("missing")["subject"] as? String != nil)
    try ledger()
    _ = try office.run(["run"], at: "2023-06-27")
    #expect(try told("mended")["since"] as? String != nil)
  }

  /// A command that fails or hangs changes nothing of the run; its events are told by the next.
  @Test(arguments: ["exit 7", "sleep 60", "kill -9 $$"])
  func aCommandThatFailsChangesNothing(_ body: String) throws {
    try command(body)
    let failed = try office.run(["run"], at: "2023-04-25T10:00:00Z")
    #expect(failed.status == 0 && failed.errors.contains("notify"), "\(failed)")
    #expect(office.made() == ["2023-Q1/1"])
    let again = try office.run(["run"], at: "2023-04-25T10:30:00Z")
    #expect(again.status == 0 && again.errors.isEmpty, "\(again)")
    try command("cat > \"$JIBAO_WORKSPACE/told-$JIBAO_EVENT\"")
    _ = try office.run(["run"], at: "2023-04-25T11:00:00Z")
    #expect(try told("made")["report"] != nil)
    #expect((try status()["undelivered"] as? [Any])?.isEmpty == true)
  }

  @Test func onlyTheEventsThatAreAskedForAreTold() throws {
    try command("cat > \"$JIBAO_WORKSPACE/told-$JIBAO_EVENT\"")
    try office.configure("notify", "{command: [./notify.sh, one], events: [late], seconds: 5}")
    _ = try office.run(["run"], at: "2023-04-25")
    #expect(!FileManager.default.fileExists(atPath: "\(office.folder)/told-made"))
    try office.configure("notify", "{command: ./notify.sh, events: [sometimes]}")
    #expect(try office.run(["check"]).status == 2)
  }

  private func command(_ body: String) throws {
    try? FileManager.default.removeItem(atPath: "\(office.folder)/notify.sh")
    try office.write("#!/bin/sh\n\(body)\n", to: "notify.sh")
    chmod("\(office.folder)/notify.sh", 0o755)
    try office.configure("notify", "{command: ./notify.sh, seconds: 2}")
  }

  private func told(_ event: String) throws -> [String: Any] {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(office.folder)/told-\(event)"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func status() throws -> [String: Any] {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(office.folder)/status.json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }
}
