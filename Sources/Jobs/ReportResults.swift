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
  /// What tasks that bear no number are called, by their keys.
  private let rowNames: [String: String]

  init(moment: Moment, report: ReportDefinition, failures: [Finding]) throws {
    self.moment = moment
    self.failures = failures
    rowNames = try moment.unnumberedTasks()
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
    guard !rowNames.isEmpty else { return failures + found }
    return (failures + found).map { finding in
      var finding = finding
      finding.task = Self.named(finding.task, rowNames)
      finding.detail = Self.named(finding.detail, rowNames)
      return finding
    }
  }

  func result(of query: String) throws -> ResultStream {
    if let result = held[query] { return result }
    let result =
      query == Finding.table
      ? Finding.stream(try findings())
      : try long.contains(query) ? moment.stream(query) : ResultStream(moment.table(query))
    let shown = rowNames.isEmpty ? result : naming(result)
    held[query] = shown
    return shown
  }

  /// A result in which tasks without a number are called by their rows.
  private func naming(_ result: ResultStream) -> ResultStream {
    ResultStream(columns: result.columns, count: result.count) { [rowNames] body in
      try result.forEach { row in
        try body(row.map { value in value.text.map { .text(Self.named($0, rowNames)) } ?? value })
      }
    }
  }

  private static func named(_ text: String, _ rowNames: [String: String]) -> String {
    guard text.contains(TaskKey.unnumberedMark) else { return text }
    return text.replacing(/~[0-9a-f]{12}/) { match in
      rowNames[String(match.output)] ?? String(match.output)
    }
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
