import Domain
import Intake

@testable import Jobs

/// Samples of what stops a ledger that lacks something, and of what it is warned of.
enum LedgerSamples {
  static let day = Day("2023-04-25") ?? Day(number: 0)

  static func things(_ name: String) -> [Loss.Thing] {
    [.plan(name), .register(.milestones), .file(name)]
      + Register.milestones.columns.prefix(1).map { .column(.milestones, $0) }
  }

  static func notices(_ name: String) -> [LedgerNotice] {
    let loss = Loss(
      .column(.milestones, Register.milestones.columns[0]), plan: "9", before: 5, now: 0)
    return [
      .columnLost(loss), .columnsTaken(.targets, [name]), .ownColumnLost(name),
      .registerAbsent(.milestones, rows: 9),
      .nothingLost(AcceptedLoss(things(name)[1])),
    ]
  }

  static func file(_ failure: Int32?) -> LedgerStopped.File {
    LedgerStopped.File(path: "renumber-20230425-01234567.csv", failure: failure)
  }
}
