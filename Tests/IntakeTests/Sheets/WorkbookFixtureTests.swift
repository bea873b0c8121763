import Domain
import Foundation
import Testing

@testable import Intake

/// Workbooks of offices, read cell by cell; what was read stands beside them.
@Suite struct WorkbookFixtureTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Workbooks").path

  static let names = [
    "action-log-numbered-in-advance", "leader-blocks-units-in-text", "merged-tasks-milestone-rows",
    "milestones-in-a-cell", "progress-colour-legend", "task-list-hidden-columns",
    "timetable-merged-no-year", "tracker-from-column-b", "week-plan-status-percent",
  ]

  @Test(arguments: names) func isReadAsItWas(name: String) throws {
    let faults = FaultList()
    let path = "\(Self.folder)/\(name).xlsx"
    let workbook = try #require(Workbook.read(path, faults: faults))
    #expect(faults.errors.isEmpty)
    let listing = workbook.sheets.map(Self.listing).joined(separator: "\n")
    let golden = "\(Self.folder)/\(name).txt"
    guard let expected = try? String(contentsOfFile: golden, encoding: .utf8) else {
      try listing.write(toFile: golden, atomically: true, encoding: .utf8)
      Issue.record("recorded \(golden); look at it")
      return
    }
    #expect(listing == expected)
  }

  /// All that is known of a sheet.
  private static func listing(_ sheet: Sheet) -> String {
    var lines = ["== \(sheet.name)"]
    if sheet.isHidden { lines.append("\(sheet.visibility)") }
    if sheet.isDrawing { lines.append("drawing") }
    if sheet.hasFilter { lines.append("filter") }
    if sheet.hiddenRows > 0 {
      lines.append("hidden rows: \(sheet.rows.filter(\.isHidden).map(\.number))")
    }
    if !sheet.hiddenColumns.isEmpty {
      let letters = sheet.hiddenColumns.sorted().prefix(30).map(CellAddress.letters)
      lines.append("hidden columns: \(letters.joined(separator: " "))")
    }
    if sheet.colouredCells > 0 { lines.append("coloured: \(sheet.colouredCells)") }
    if !sheet.merges.isEmpty {
      lines.append("merges: \(sheet.merges.map(\.description).joined(separator: " "))")
    }
    for list in sheet.lists {
      let ranges = list.ranges.map(\.description).joined(separator: " ")
      lines.append("list \(ranges): \(list.words.joined(separator: "|"))")
    }
    for (cell, text) in sheet.comments.sorted(by: { $0.key < $1.key }) {
      lines.append("comment \(cell): \(text.replacingOccurrences(of: "\n", with: "⏎"))")
    }
    return (lines + [sheet.listing]).joined(separator: "\n") + "\n"
  }
}
