public import Domain
import Foundation
public import Intake
public import Store

/// A form of which nothing is taken.
public struct RefusedForm: Sendable {
  /// The path of the file.
  public let file: String
  /// Nil where that is not known.
  public let unit: String?
  public let faults: [FormFault]
}

/// A cell of which the ledger says something else than when the forms went out, and the form something
/// third; nil where the row is gone.
public struct CollectConflict: Sendable {
  public let value: FormValue
  public let unit: String
  public let ledger: String?
}

/// A form that was read.
public struct CollectedForm: Sendable {
  /// The file's name.
  public let file: String
  public let unit: String
  public let unitName: String
  /// What the ledger takes of it.
  public let changes: [FormValue]
  /// What it says of last period's figures.
  public let objections: [FormValue]
  /// How many days after the deadline it came; 0 for in time.
  public let daysLate: Int
}

/// What is said of files that are not refused.
public enum CollectNotice: Hashable, Sendable {
  case collectedBefore(file: String)
  case stillWritten(file: String)
  case nothingFilledIn(file: String)
  case replaced(file: String, by: String)
  case returnedAgain(file: String)
}

/// What came back, and what became of it.
public struct CollectOutcome: Sendable {
  public let plan: String
  public let period: String
  public internal(set) var collected: [CollectedForm] = []
  public internal(set) var refused: [RefusedForm] = []
  public internal(set) var conflicts: [CollectConflict] = []
  public internal(set) var notices: [CollectNotice] = []
  public internal(set) var failures: [any Error] = []
  /// The names of the units that have returned none.
  public internal(set) var missing: [String] = []
  /// How many values have no cell in the ledger, and the workbook that lists them.
  public internal(set) var notWritten = 0
  public internal(set) var notWrittenFile: String?
  /// Where the ledger's files of before are.
  public internal(set) var ledgerBefore: [String] = []
  public internal(set) var snapshot: SnapshotJob.Outcome?
  public internal(set) var returns: [ReturnedForm] = []

  init(plan: String, period: String) { (self.plan, self.period) = (plan, period) }

  mutating func take(_ round: CollectedRound, _ merge: LedgerMerge) {
    (refused, conflicts) = (round.refused, round.conflicts)
    notWritten = merge.notWritten.count
  }
}

extension CollectedForm {
  init(_ form: CollectedFile, unitName: String, given: GivenForms, today: Day) {
    self.init(
      file: (form.file.path as NSString).lastPathComponent, unit: form.unit, unitName: unitName,
      changes: form.taken, objections: form.all.filter { $0.table == "objections" },
      daysLate: given.period.submitBy.map { max(0, today.number - $0.number) } ?? 0)
  }
}

/// Forms were refused; nothing of them was stored.
public struct FormsRefused: Error, Sendable {
  public let forms: [RefusedForm]

  public init(_ forms: [RefusedForm]) { self.forms = forms }
}
