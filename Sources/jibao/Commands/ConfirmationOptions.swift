import ArgumentParser
import Domain
import Intake
import Jobs

/// What an office confirms of a ledger that lacks something or gives tasks other numbers.
struct ConfirmationOptions: ParsableArguments {
  @Option(
    name: .customLong("accept-loss"), help: "\(Wording.acceptLossOption)",
    transform: { text in
      guard let loss = AcceptedLoss(text) else {
        throw ValidationError(Wording.unknownLoss(text))
      }
      return loss
    })
  var acceptedLosses: [AcceptedLoss] = []

  @Flag(help: "\(Wording.acceptShrinkFlag)")
  var acceptShrink = false

  @Option(help: "\(Wording.forDayOption)")
  var forDay: Day?

  @Option(help: "\(Wording.renumberOption)")
  var renumber: String?

  func confirmation() throws -> LedgerConfirmation {
    var confirmation = LedgerConfirmation()
    confirmation.losses =
      acceptedLosses + (acceptShrink ? [AcceptedLoss(.register(.ledger))] : [])
    confirmation.renumberings = try renumber.map(RenumberingFile.read) ?? []
    confirmation.day = forDay
    return confirmation
  }
}

/// Why a ledger was stopped, for programs.
struct StopReport: Encodable {
  struct Lost: Encodable {
    let thing: String
    let plan: String
    let before: Int
    let now: Int
  }

  struct Renumbering: Encodable {
    let plan: String
    let earlier: String
    let task: String
    let titleBefore: String
    let titleNow: String
    let likeness: Int
    let proposal: String
  }

  /// Rows of unknown plans, if any: what else is wrong are not cells.
  let faults: [RefusalReport.Fault]
  let losses: [Lost]
  let renumberings: [Renumbering]
  let file: String?

  init(_ stopped: LedgerStopped) {
    faults = stopped.setAside.map(RefusalReport.Fault.init)
    losses = stopped.losses.map {
      Lost(thing: $0.thing.name, plan: $0.plan, before: $0.before, now: $0.now)
    }
    renumberings = stopped.questions.map {
      Renumbering(
        plan: $0.plan, earlier: $0.earlier, task: $0.task, titleBefore: $0.titleBefore,
        titleNow: $0.titleNow, likeness: $0.likeness, proposal: $0.proposal.rawValue)
    }
    file = stopped.file?.path
  }
}
