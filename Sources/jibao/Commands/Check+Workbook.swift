import Definitions
import Domain
import Foundation
import Intake
import Jobs

extension Check {
  /// Whether a path is a workbook that no mapping explains: without a workspace, or in one without
  /// `mapping.yaml`.
  func isToBeGuessed(_ path: String) throws -> Bool {
    guard try DiskFiles.exists("\(common.folder)/\(Configuration.fileName)") else {
      // What is no workbook is said to be none.
      return try DiskFiles.exists(path) && !DiskFiles.isFolder(path)
    }
    guard try Self.isWorkbook(path), !OwnWorkbook.isOne(path) else { return false }
    return try !DiskFiles.exists("\(common.folder)/\(LedgerMapping.fileName)")
  }

  /// By its first bytes: a ZIP archive, or what .xls and .et are.
  private static func isWorkbook(_ path: String) throws -> Bool {
    guard try DiskFiles.exists(path), try !DiskFiles.isFolder(path) else { return false }
    let bytes = try DiskFiles.beginning(of: path, count: 4)
    return bytes == [0x50, 0x4B, 0x03, 0x04] || bytes == [0xD0, 0xCF, 0x11, 0xE0]
  }

  /// Writes `mapping.yaml` as it is guessed.
  func proposeMapping() throws {
    guard let path else { throw Usage.needs("--suggest", "PATH") }
    let suggestion = try suggestion(path)
    let text = MappingText(suggestion, units: SuggestedFiles.units).text
    guard let output else { return try StandardOutput.write(text) }
    guard try !DiskFiles.exists(output) else { throw NewFolder.Occupied(path: output) }
    try NewFolder.write(text, to: output)
  }

  /// Says what was understood of a workbook, then what is wrong with it.
  func checkWorkbook(_ path: String) throws {
    let suggestion = try suggestion(path)
    let folder = FileManager.default.temporaryDirectory.path + "/jibao-check-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let day = try effectiveOn ?? Clock().today(in: Configuration.standardTimeZone)
    var made = SuggestedWorkspace(
      suggestion: suggestion, ledger: "ledger", workbook: path, source: path, store: nil)
    let read = try made.write(to: folder, effectiveOn: day)
    switch read {
    case .success(let summary): try markCells(summary.setAside.faults + summary.warnings)
    case .failure(let refused):
      do { try markCells(refused.faults) } catch {
        throw Failure.Several(failures: [refused, error])
      }
    }
    if json { return try report(read) }
    let lines = Wording.understood(made.suggestion) + Wording.questions(made.suggestion)
    try StandardOutput.write(lines.map { $0 + "\n" }.joined())
    let summary = try read.get()
    for line in Wording.read(summary.notes) { try StandardOutput.writeLine(line) }
    Wording.warnings(summary).forEach(StandardError.writeLine)
    try StandardOutput.writeLine(Wording.ledgerChecked(path, summary))
  }

  private func report(_ read: Result<LedgerSummary, LedgerRefused>) throws {
    switch read {
    case .success(let summary):
      try StandardOutput.write(json: RefusalReport(summary.setAside.faults + summary.warnings))
    case .failure(let refused):
      try StandardOutput.fail(refused) {
        try StandardOutput.write(json: RefusalReport(refused.faults))
      }
    }
  }

  private func suggestion(_ path: String) throws -> WorkbookSuggestion {
    let today = try Clock().today(in: Configuration.standardTimeZone)
    let suggestion = try WorkbookSuggestion.read(
      path, converter: OfficeConverter.found, today: today)
    guard suggestion.isLedger else { throw NoLedger(path: path, suggestion: suggestion) }
    return suggestion
  }
}
