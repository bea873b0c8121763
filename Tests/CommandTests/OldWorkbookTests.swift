import Foundation
import TestSupport
import Testing

/// Workbooks of the old form (.xls, .et), where LibreOffice is installed.
@Suite(.enabled(if: LibreOffice.program != nil)) struct OldWorkbookTests {
  /// What `init --from` says of a workbook, and the milestones that the snapshot holds.
  private func read(_ workbook: String, in folder: String) throws -> (String, String) {
    let made = try Program().run(["init", folder, "--from", workbook])
    #expect(made.status == 0, "\(made)")
    let at = ["--workspace", folder]
    #expect(try Program().run(["snapshot", "--effective-on", "2023-04-25"] + at).status == 0)
    let rows = try Program().run(
      [
        "query", "state/milestone", "--csv", "--as-of", "2023-04-25",
      ] + at
    ).output
    // Where they come from differs in nothing but the file.
    return (made.output, rows)
  }

  @Test(arguments: ["xls", "et"]) func isReadAsItsNewForm(_ ending: String) throws {
    let folder = try Repository.temporaryFolder("old")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let new = "\(Repository.folder)/Tests/IntakeTests/Workbooks/milestones-in-a-cell.xlsx"
    let copy = "\(folder)/台账.xlsx"
    try FileManager.default.copyItem(atPath: new, toPath: copy)
    let made = try Program.launch(
      #require(LibreOffice.program),
      [
        "-env:UserInstallation=file://\(folder)/profile", "--headless", "--convert-to", "xls",
        "--outdir", "\(folder)/old", copy,
      ])
    #expect(made.status == 0, "\(made)")
    let old = "\(folder)/old/台账.\(ending)"
    if ending != "xls" {
      try FileManager.default.moveItem(atPath: "\(folder)/old/台账.xls", toPath: old)
    }
    let (said, rows) = try read(old, in: "\(folder)/A")
    let (expected, all) = try read(copy, in: "\(folder)/B")
    #expect(all.split(whereSeparator: \.isNewline).count == 13)
    #expect(rows == all)
    let lines = { (text: String) in
      text.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.contains("/") }
    }
    #expect(lines(said) == lines(expected))
  }
}

private enum LibreOffice {
  static let program = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { "\($0)/soffice" }.first { FileManager.default.isExecutableFile(atPath: $0) }
}
