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
    let result = try attempt(now, arguments)
    #expect(result.status == 0, "\(result.errors)")
    return result
  }

  /// Runs a command that may fail.
  mutating func attempt(_ now: String, _ arguments: [String]) throws -> Program.Result {
    program.environment["JIBAO_NOW"] = now + "T10:00:00Z"
    return try program.run(arguments + ["--workspace", folder])
  }

  /// The rows of a query, by the headings of its columns.
  mutating func rows(_ now: String, _ arguments: String...) throws -> [[String: String]] {
    let result = try attempt(now, ["query"] + arguments + ["--json"])
    #expect(result.status == 0, "\(result.errors)")
    let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(json as? [[String: Any]]).map { $0.mapValues { "\($0)" } }
  }

  /// Stores a ledger in which the first so many tasks are completed.
  /// - Parameters:
  ///   - shift: By how much their numbers grew since the snapshot before.
  ///   - left: A task that was there before, and is gone.
  mutating func store(
    _ completed: Int, of tasks: Int = 4, plans: [String] = ["V"], shift: Int = 0,
    for day: String, on now: String, leaving left: Int? = nil
  ) throws {
    let ledger = try Repository.temporaryFolder("ledger")
    try write(completed, of: tasks, plans: plans, shift: shift, for: day, to: ledger)
    let shrink = left == nil ? [] : ["--accept-shrink"]
    guard shift > 0 else {
      let result = try attempt(
        now, ["snapshot", "--from", ledger, "--effective-on", day] + shrink)
      return #expect(result.status == 0, "\(result.errors)")
    }
    let pairs = (1...tasks).map { "\($0),\($0 + shift)\n" }.joined()
    try ("原编号,新编号\n" + pairs).write(
      toFile: "\(ledger)-numbers.csv", atomically: false, encoding: .utf8)
    let result = try attempt(
      now,
      [
        "snapshot", "--from", ledger, "--effective-on", day, "--renumber",
        "\(ledger)-numbers.csv",
      ] + shrink)
    #expect(result.status == 0, "\(result.errors)")
  }

  /// Writes such a ledger.
  func write(
    _ completed: Int, of tasks: Int, plans: [String] = ["V"], shift: Int = 0, for day: String,
    to ledger: String
  ) throws {
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
  }

  /// Makes a report; returns the folder of its edition.
  mutating func report(_ period: String, on now: String, plan: String = "V") throws -> String {
    let made = try run(now, "report", "--period", period, "--plan", plan, "--json")
    let json = try JSONSerialization.jsonObject(with: Data(made.output.utf8))
    return try #require((json as? [[String: Any]])?.first?["folder"] as? String)
  }
}
