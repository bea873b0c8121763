import Domain
import Foundation
import TestSupport

/// Runs `Tests/CrossCheck/figures.py`, which knows nothing of the program.
enum IndependentFigures {
  /// Why there are no figures to compare with.
  struct Failure: Error { let output: String }

  static func of(_ day: Day, period: Period, rule: Plan.ScheduleRule) throws -> Figures {
    let python = ProcessInfo.processInfo.environment["JIBAO_PYTHON"] ?? "python3"
    let output = Pipe()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.currentDirectoryURL = URL(fileURLWithPath: Repository.folder)
    process.arguments = [
      python, "Tests/CrossCheck/figures.py", "--ledgers", ExampleHistory.folder,
      "--as-of", "\(day)", "--period-from", "\(period.from)", "--period-to", "\(period.to)",
      "--rule", rule.rawValue, "--calendar", "Calendars",
    ]
    process.standardOutput = output
    try process.run()
    let json = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(output: String(decoding: json, as: UTF8.self))
    }
    return try Figures(json: json)
  }
}
