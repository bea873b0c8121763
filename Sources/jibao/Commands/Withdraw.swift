import ArgumentParser
import Domain
import Jobs
import Store

/// `jibao history withdraw`: takes a snapshot or an edition back, or all that a wrong clock recorded.
struct Withdraw: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: Wording.withdraw.abstract,
    discussion: Wording.withdraw.discussion)

  /// What is taken back.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case snapshot, edition
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  @Argument(help: "\(Wording.withdrawnKindArgument)")
  var kind: Kind?

  @Argument(help: "\(Wording.withdrawnArgument)")
  var names: [String] = []

  @Option(help: "\(Wording.planOption)")
  var plan: String?

  @Option(help: "\(Wording.recordedAfterOption)")
  var recordedAfter: String?

  @Option(help: "\(Wording.reasonOption)")
  var reason: String

  @Flag(help: "\(Wording.clockIsRightFlag)")
  var clockIsRight = false

  func run() throws {
    // It is shown on one line.
    let reason = reason.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    guard !reason.isEmpty else { throw Usage.missing("--reason") }
    let workspace = try common.load(writing)
    let clock = try Clock().reading(in: workspace, isConfirmed: clockIsRight)
    let job = WithdrawJob(workspace, clock: clock)
    let withdrawal = try job.run(choice(workspace), reason: reason)
    try StandardOutput.writeLine(Wording.withdrawn(withdrawal))
  }

  private func choice(_ workspace: Workspace) throws -> WithdrawJob.Choice {
    if let recordedAfter {
      if let kind { throw Usage.exclusive("--recorded-after", kind.rawValue) }
      let instant = try KnownAt.text(
        recordedAfter, of: "--recorded-after", in: workspace.timeZone, upTo: nil)
      return .recordedAfter(instant ?? recordedAfter)
    }
    switch kind {
    case .snapshot:
      guard names.count == 1, let number = Int64(names[0]) else { throw Usage.missing("N") }
      return .snapshot(number)
    case .edition:
      guard names.count == 2, let number = Int(names[1]) else {
        throw Usage.missing("PERIOD N")
      }
      return .edition(plan: plan, period: names[0], number: number)
    case nil: throw Usage.missing("snapshot N | edition PERIOD N | --recorded-after")
    }
  }
}
