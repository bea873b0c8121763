import ArgumentParser
import Definitions
import Domain
import Foundation
import Intake
import Jobs
import Store

/// `jibao snapshot`: stores the ledger.
struct TakeSnapshot: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot", abstract: Wording.snapshot.abstract,
    discussion: Wording.snapshot.discussion)

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Option(help: "\(Wording.fromOption)")
  var from: String?

  @Option(help: "\(Wording.effectiveOnOption)")
  var effectiveOn: Day?

  @OptionGroup var confirmed: ConfirmationOptions

  @Flag(help: "\(Wording.clockIsRightFlag)")
  var clockIsRight = false

  @Option(help: "\(Wording.acceptWithdrawnOption)")
  var acceptWithdrawn: Int64?

  @Flag(help: "\(Wording.jsonFlag)")
  var json = false

  func run() throws {
    let workspace = try common.load(writing)
    let clock = try Clock().reading(in: workspace, isConfirmed: clockIsRight)
    let day = try clock.pastDay(effectiveOn, option: "--effective-on") ?? clock.today
    let source = try from.map(workspace.sourceNamed) ?? workspace.source
    let confirmation = try confirmed.confirmation()
    StandardError.progress(Wording.reading(source.name))
    defer { StandardError.progress("") }
    do {
      let result = try SnapshotJob(workspace, clock: clock, verdict: .program).run(
        from: source, effectiveOn: day, confirmation: confirmation,
        acceptsWithdrawn: acceptWithdrawn, isOffices: from == nil)
      StandardError.progress("")
      Wording.warnings(result.summary, result.notices).forEach(StandardError.writeLine)
      if json {
        try StandardOutput.write(json: SnapshotReport(result))
      } else {
        try StandardOutput.writeLine(Wording.outcome(result))
      }
    } catch let refused as LedgerRefused where json {
      try StandardOutput.fail(refused) {
        try StandardOutput.write(json: RefusalReport(refused))
      }
    } catch let stopped as LedgerStopped where json {
      try StandardOutput.fail(stopped) {
        try StandardOutput.write(json: StopReport(stopped))
      }
    }
  }
}

/// A stored snapshot for programs.
struct SnapshotReport: Encodable {
  let stored: Bool
  let sequence: Int64
  let effectiveOn: String
  let recordedAt: String
  let contentHash: String
  let chainHash: String
  /// The entry that took it back, if one did.
  let withdrawnBy: Int64?

  init(_ snapshot: Snapshot, stored: Bool = true, withdrawnBy: Int64? = nil) {
    self.withdrawnBy = withdrawnBy
    self.stored = stored
    sequence = snapshot.sequence
    effectiveOn = snapshot.effectiveOn.description
    recordedAt = snapshot.recordedAt
    contentHash = snapshot.contentHash.description
    chainHash = snapshot.chainHash.description
  }

  init(_ outcome: SnapshotJob.Outcome) {
    switch outcome.outcome {
    case .stored(let snapshot, _, _): self.init(snapshot)
    case .unchanged(let snapshot): self.init(snapshot, stored: false)
    }
  }
}

/// The faults of a refused ledger for programs.
struct RefusalReport: Encodable {
  struct Fault: Encodable {
    let file: String
    /// Of a workbook's fault the sheet and the cell; `line` is its row.
    let sheet: String?
    let cell: String?
    let line: Int
    let column: Int
    let heading: String
    let value: String
    let severity: String
    let code: String
    let problem: String
    let cure: String

    init(_ fault: InputFault) {
      let sentence = Language.current.sentences.input(fault)
      file = fault.place.file
      sheet = fault.place.sheet
      cell = fault.place.cell?.description
      line = fault.place.line
      column = fault.place.column
      heading = fault.heading
      value = fault.value
      severity = fault.severity == .error ? "error" : "warning"
      code = fault.problem.code
      problem = sentence.what
      cure = sentence.cure
    }
  }

  let faults: [Fault]

  init(_ refused: LedgerRefused) {
    faults = refused.faults.map(Fault.init)
  }
}
