import Foundation
import TestSupport
import Testing

/// An office of four tasks, some of which are completed.
struct Office {
  let folder: String
  private var program = Program()

  /// On the engine that the test runs on.
  init() throws {
    folder = try Repository.temporaryFolder("earlier") + "/V"
    let isOnServer = Engine.current == .postgres
    let store =
      isOnServer ? ["--store", try TestServer.address(of: TestServer.makeDatabase())] : []
    #expect(try program.run(["init", folder] + store).status == 0)
    if isOnServer {
      #expect(try program.run("migrate", "--workspace", folder).status == 0)
    }
  }

  /// Runs a command at an instant.
  @discardableResult
  mutating func run(_ now: String, _ arguments: String...) throws -> Program.Result {
    program.environment["JIBAO_NOW"] = now + "T10:00:00Z"
    let result = try program.run(arguments + ["--workspace", folder])
    #expect(result.status == 0, "\(result.errors)")
    return result
  }

  /// Stores a ledger in which the first so many tasks are completed.
  /// - Parameter shift: By how much their numbers grew since the snapshot before.
  mutating func store(
    _ completed: Int, of tasks: Int = 4, plans: [String] = ["V"], shift: Int = 0,
    for day: String, on now: String
  ) throws {
    let ledger = try Repository.temporaryFolder("ledger")
    try "编号,名称\nu1,市甲局\n".write(
      toFile: "\(ledger)/units.csv", atomically: false, encoding: .utf8)
    let rows = plans.flatMap { plan in
      (1...tasks).map { task in
        let state = task <= completed ? "已完成,100%,\(day.prefix(4))-02-0\(task)" : "推进中,50%,"
        return "\(plan),\(task + shift),任务\(task),市甲局,\(day.prefix(4))-12-31,\(state)\n"
      }
    }
    try ("方案,序号,任务,牵头单位,完成时限,状态,进度,完成日期\n" + rows.joined()).write(
      toFile: "\(ledger)/ledger.csv", atomically: false, encoding: .utf8)
    guard shift > 0 else {
      return _ = try run(now, "snapshot", "--from", ledger, "--effective-on", day)
    }
    let pairs = (1...tasks).map { "\($0),\($0 + shift)\n" }.joined()
    try ("原编号,新编号\n" + pairs).write(
      toFile: "\(ledger)-numbers.csv", atomically: false, encoding: .utf8)
    try run(
      now, "snapshot", "--from", ledger, "--effective-on", day, "--renumber",
      "\(ledger)-numbers.csv")
  }

  /// Makes a report; returns the folder of its edition.
  mutating func report(_ period: String, on now: String, plan: String = "V") throws -> String {
    let made = try run(now, "report", "--period", period, "--plan", plan, "--json")
    let json = try JSONSerialization.jsonObject(with: Data(made.output.utf8))
    return try #require((json as? [[String: Any]])?.first?["folder"] as? String)
  }
}
