import Definitions
import Domain
import Foundation
import Metrics

/// The results that a report shows, each run once.
final class ReportResults {
  private let moment: Moment
  private let failures: [Finding]
  private var warnings: [Finding]?
  /// The queries whose results are counted, and read row by row.
  private let long: Set<String>
  private var held: [String: ResultStream] = [:]

  init(moment: Moment, report: ReportDefinition, failures: [Finding]) throws {
    self.moment = moment
    self.failures = failures
    // Workbooks for each row keep results by themselves.
    let lists = Set(
      report.tables.filter { $0.companion != nil || report.each != nil }.map(\.query)
    ).subtracting([report.each?.query].compactMap { $0 })
    // Of few tasks all lists fit into memory.
    long = try lists.isEmpty || moment.taskCount() <= Self.fewTasks ? [] : lists
  }

  private static let fewTasks = 2_000

  /// What the checks found, failures first. Warnings are looked for when they are first shown.
  func findings() throws -> [Finding] {
    let found = try warnings ?? moment.warnings()
    warnings = found
    return failures + found
  }

  func result(of query: String) throws -> ResultStream {
    if let result = held[query] { return result }
    let result =
      query == Finding.table
      ? Finding.stream(try findings())
      : try long.contains(query) ? moment.stream(query) : ResultStream(moment.table(query))
    held[query] = result
    return result
  }
}

extension Finding {
  /// The name under which a report asks for the findings of all checks.
  static let table = "checks"

  static let columns = ["check", "severity", "finding", "task", "unit"].map {
    ResultColumn(name: $0, kind: .text)
  }

  static func stream(_ findings: [Finding]) -> ResultStream {
    ResultStream(columns: columns, count: findings.count) { body in
      for finding in findings {
        try body([
          .text(finding.check.chineseTitle), .text(finding.check.severity?.rawValue ?? ""),
          .nonEmpty(finding.detail), .nonEmpty(finding.task), .nonEmpty(finding.unit),
        ])
      }
    }
  }
}

extension QueryDefinition {
  /// The Chinese half of a title such as `无牵头单位 · No lead unit`.
  fileprivate var chineseTitle: String {
    title.split(separator: "·").first.map { $0.trimmingCharacters(in: .whitespaces) } ?? title
  }
}
