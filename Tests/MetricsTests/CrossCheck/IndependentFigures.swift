import Domain
import Foundation
import Metrics
import TestSupport

/// Runs `Tests/CrossCheck/figures.py`, which knows nothing of the program.
enum IndependentFigures {
  /// Why there are no figures to compare with.
  struct Failure: Error { let output: String }

  /// The figures of the plan of a moment, from the ledger files in a folder.
  static func of(_ request: Moment.Request, ledgers folder: String) throws -> Figures {
    let python = ProcessInfo.processInfo.environment["JIBAO_PYTHON"] ?? "python3"
    let output = Pipe()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.currentDirectoryURL = URL(fileURLWithPath: Repository.folder)
    process.arguments =
      [python, "Tests/CrossCheck/figures.py", "--ledgers", folder] + arguments(request)
    process.standardOutput = output
    try process.run()
    let json = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(output: String(decoding: json, as: UTF8.self))
    }
    return try Figures(json: json)
  }

  /// What the plan says, as options.
  private static func arguments(_ request: Moment.Request) -> [String] {
    let (plan, period) = (request.plan, request.period)
    func list(_ pairs: [(String, String)]) -> String {
      pairs.map { "\($0.0):\($0.1)" }.joined(separator: ",")
    }
    let options: KeyValuePairs = [
      "--as-of": "\(request.asOf)", "--period-from": "\(period.from)",
      "--period-to": "\(period.to)", "--rule": plan.scheduleRule.rawValue,
      "--lead-policy": plan.leadPolicy.rawValue, "--calendar": "Calendars",
      "--year-end": "\(request.yearEnd)",
      "--first-year": "\(plan.years[0])",
      "--cutoffs": list(plan.calendar.map { ("\($0.cutoff)", percent($0.nominal)) }),
      "--periods": list(
        plan.calendar.compactMap { entry in entry.submitBy.map { (entry.id, "\($0)") } }),
      "--quota-groups": list(
        plan.quotas.compactMap { quota in
          quota.group.map { ($0, "\(quota.items)") }
        }),
      "--quota-lead": "\(plan.quotas.first { $0.group == nil }?.items ?? 0)",
      "--quota-levels": plan.publicationLevels.joined(separator: ","),
    ]
    let behind = plan.lights.filter { $0.condition == .behind }.map(\.threshold).min()
    return options.map { "\($0.key)=\($0.value)" }
      + (behind.map { ["--behind-points=\(percent($0))"] } ?? [])
      + (request.isClosing ? ["--closing"] : [])
  }

  private static func percent(_ millionths: Int64) -> String {
    let digits = String(millionths % 10_000 + 10_000).dropFirst()
    return "\(millionths / 10_000).\(digits)"
  }
}
