import Definitions
import Domain
import Foundation
import Intake
import Jobs

extension Initialise {
  /// Makes a workspace of a workbook never seen before. Where the workbook contradicts itself the
  /// workspace is kept, and the faults are said.
  func makeWorkspace(of workbook: String) throws {
    if example != nil { throw Usage.exclusive("--from", "--example") }
    let today = try Clock().today(in: Configuration.standardTimeZone)
    var suggestion = try WorkbookSuggestion.read(
      workbook, converter: OfficeConverter.found, today: today)
    guard suggestion.isLedger else { throw NoLedger(path: workbook, suggestion: suggestion) }
    let name = URL(fileURLWithPath: workbook).lastPathComponent
    let id = URL(fileURLWithPath: directory).standardizedFileURL.lastPathComponent
    var read: Result<LedgerSummary, LedgerRefused>?
    try NewFolder(directory).make { folder in
      let copy = "\(folder)/\(name)"
      let isNumbered = writeNumbers && !suggestion.numbering.isEmpty
      if isNumbered {
        try NewFolder.writeNumbers(suggestion.numbering, from: workbook, to: copy)
        suggestion = try WorkbookSuggestion.read(copy, converter: nil, today: today)
      } else {
        try NewFolder.copy(workbook, to: copy)
      }
      // What it says names the office's own file, unless numbers stand in the copy alone.
      var made = SuggestedWorkspace(
        suggestion: suggestion, ledger: id, workbook: isNumbered ? copy : workbook, source: name,
        store: store)
      read = try made.write(to: folder, effectiveOn: today)
      suggestion = made.suggestion
      try NewFolder.write(Template.planGuide, to: "\(folder)/plans/README.md")
      if store == nil {
        _ = try MigrationJob(Workspace.load(folder: folder, queries: nil, reports: nil)).run()
      }
    }
    try StandardOutput.writeLine(Wording.made(directory, example: nil, store: store))
    try StandardOutput.write(
      (Wording.understood(suggestion) + Wording.questions(suggestion))
        .map { $0 + "\n" }.joined())
    try Self.say(read, in: directory, suggestion)
  }

  /// What reading the workbook so says, and what comes next.
  private static func say(
    _ read: Result<LedgerSummary, LedgerRefused>?, in folder: String,
    _ suggestion: WorkbookSuggestion
  ) throws {
    switch read {
    case .success(let summary):
      for line in Wording.read(summary.notes) { try StandardOutput.writeLine(line) }
      Wording.warnings(summary).forEach(StandardError.writeLine)
      try StandardOutput.writeLine(Wording.nextSteps(folder, suggestion))
    case .failure(let refused):
      try StandardOutput.writeLine(Wording.keptInSpite(folder))
      throw refused
    case nil: return
    }
  }
}
