import Definitions
import Domain
import Foundation
import Intake
import Jobs

/// A workspace of a workbook never seen before.
struct SuggestedWorkspace {
  private(set) var suggestion: WorkbookSuggestion
  /// The id of the ledger and of its plan.
  let ledger: String
  /// Where the workbook is now.
  let workbook: String
  /// Where the workspace is to read it.
  let source: String
  let store: String?

  /// The files that depend on what was guessed.
  private var files: [(path: String, text: String)] {
    [
      (LedgerMapping.fileName, MappingText(suggestion, units: SuggestedFiles.units).text),
      (SuggestedFiles.units, SuggestedFiles.unitsText(suggestion)),
      ("vocabulary.yaml", SuggestedFiles.vocabularyText(suggestion)),
      ("plans/\(ledger)/plan.yaml", SuggestedFiles.planText(suggestion)),
    ].filter { $0.0 != SuggestedFiles.units || !suggestion.hasUnits }
  }

  /// Writes the files, and again where the reader knows units or words that were not seen: it takes
  /// cells apart more closely than a guess does.
  /// - Returns: What reading the workbook says now; the ledger is refused for what stays wrong.
  mutating func write(to folder: String, effectiveOn day: Day) throws -> Result<
    LedgerSummary, LedgerRefused
  > {
    try NewFolder.write(
      Template.configuration(ledger: ledger, store: store, source: source),
      to: "\(folder)/\(Configuration.fileName)")
    try writeFiles(to: folder)
    var read = try check(folder, day)
    for _ in 0..<3 {
      guard case .failure(let refused) = read, suggestion.take(refused.faults) else { break }
      for file in files { try FileManager.default.removeItem(atPath: "\(folder)/\(file.path)") }
      try writeFiles(to: folder)
      read = try check(folder, day)
    }
    return read
  }

  private func writeFiles(to folder: String) throws {
    for file in files { try NewFolder.write(file.text, to: "\(folder)/\(file.path)") }
  }

  private func check(_ folder: String, _ day: Day) throws -> Result<LedgerSummary, LedgerRefused> {
    let workspace = try Workspace.load(folder: folder, queries: nil, reports: nil)
    do {
      let source = try workspace.sourceNamed(workbook)
      return .success(try CheckJob(workspace).reading(source, effectiveOn: day))
    } catch let refused as LedgerRefused {
      return .failure(refused)
    }
  }
}
