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
    try LedgerOutput.saying(json: json) {
      let result = try SnapshotJob(workspace, clock: clock, verdict: .program).run(
        from: source, effectiveOn: day, confirmation: confirmation,
        acceptsWithdrawn: acceptWithdrawn, isOffices: from == nil)
      StandardError.progress("")
      try LedgerOutput.say(result.summary, result.notices) {
        if json {
          try StandardOutput.write(json: SnapshotReport(result))
        } else {
          try StandardOutput.writeLine(Wording.outcome(result))
        }
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
  /// What of the ledger was refused while the rest was stored; nil where nothing was.
  let refused: [RefusalReport.Fault]?

  init(
    _ snapshot: Snapshot, stored: Bool = true, withdrawnBy: Int64? = nil,
    refused: PlansRefused? = nil
  ) {
    self.withdrawnBy = withdrawnBy
    self.refused = refused?.faults.map(RefusalReport.Fault.init)
    self.stored = stored
    sequence = snapshot.sequence
    effectiveOn = snapshot.effectiveOn.description
    recordedAt = snapshot.recordedAt
    contentHash = snapshot.contentHash.description
    chainHash = snapshot.chainHash.description
  }

  init(_ outcome: SnapshotJob.Outcome) {
    switch outcome.outcome {
    case .stored(let snapshot, _, _): self.init(snapshot, refused: outcome.refusal)
    case .unchanged(let snapshot):
      self.init(snapshot, stored: false, refused: outcome.refusal)
    }
  }
}
