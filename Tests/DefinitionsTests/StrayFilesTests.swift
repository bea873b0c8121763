import Definitions
import Domain
import Foundation
import TestSupport
import Testing

/// Files that look like definitions and are not read.
@Suite struct StrayFilesTests {
  private func found(_ files: [String]) throws -> [String] {
    let folder = try Repository.temporaryFolder("stray")
    for file in files {
      let path = URL(fileURLWithPath: "\(folder)/\(file)")
      try FileManager.default.createDirectory(
        at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data().write(to: path)
    }
    return try StrayFiles.find(in: folder).map { fault in
      guard case .notReadHere(let place) = fault.problem else { return "\(fault)" }
      return "\(fault.place.file.dropFirst(folder.count + 1)) → \(place)"
    }
  }

  static let stray = [
    ("plans/p/plan.yml", "plan.yaml"), ("plans/p/Plan.yaml", "plan.yaml"),
    ("plans/p/plan.yaml.txt", "plan.yaml"), ("plans/p.yaml", "plans/<id>/plan.yaml"),
    ("plans/p/2023-01-01.yaml", "plans/<id>/rules/<date>.yaml"),
    ("plans/p/rules/2023-01-01.yml", "plans/<id>/rules/<date>.yaml"),
    ("plans/p/Rules/2023-01-01.yaml", "plans/<id>/rules/<date>.yaml"),
    ("Queries/own.sql", "Queries/<folder>/<name>.sql"),
    ("Queries/metrics/own/own.sql", "Queries/<folder>/<name>.sql"),
    ("Queries/a/b/c/own.sql", "Queries/<folder>/<name>.sql"),
    ("Queries/metrics/own.SQL", "Queries/<folder>/<name>.sql"),
    ("Queries/metrics/own.sql.txt", "Queries/<folder>/<name>.sql"),
    ("Queries/Columns.yaml", "Queries/columns.yaml"),
    ("Reports/own.yml", "Reports/<name>.yaml"), ("Reports/own/own.yaml", "Reports/<name>.yaml"),
    ("calendars/2024.CSV", "calendars/<year>.csv"),
    ("calendars/2024/2024.csv", "calendars/<year>.csv"), ("vocabulary.yml", "vocabulary.yaml"),
    ("Jibao.yaml", "jibao.yaml"), ("mapping.yaml.txt", "mapping.yaml"),
  ]

  @Test(arguments: stray)
  func isNamedWithWhereItWouldBeRead(_ file: String, _ place: String) throws {
    #expect(try found([file]) == ["\(file) → \(place)"])
  }

  @Test func whatIsReadIsNoStray() throws {
    #expect(
      try found([
        "jibao.yaml", "vocabulary.yaml", "mapping.yaml", "plans/p/plan.yaml", "notes.yaml",
        "plans/p/rules/2023-01-01.yaml", "Queries/metrics/own.sql", "Queries/columns.yaml",
        "Queries/README.md", "Reports/own.yaml", "Reports/README.md", "calendars/2024.csv",
        "Queries/metrics/._own.SQL", "plans/p/通知.docx", "ledger/ledger.csv", "exports/a.yml",
      ]) == [])
  }
}
