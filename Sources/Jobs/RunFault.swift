public import Domain
import Editions

/// What a run could not do besides what its snapshots and reports could not.
public enum RunFault: Error, Hashable, Sendable {
  /// A folder of exports is named by a day that has not come.
  case exportToCome(String, today: Day)
  /// The folder of exports that the configuration names is not there.
  case noExports(String)
}

/// What a run says that is no failure.
public enum RunNotice: Hashable, Sendable {
  /// There is no ledger where it should be, but there are exports; the newest one's day.
  case exportsOnly(source: String, newest: Day)
  /// A report waits for one of an earlier period, which could not be made, or only as a draft.
  case waits(report: String, for: String)
  /// A ledger was stored that is newer than what an edition of today stands on.
  case corrected(report: String, edition: Int, on: Day)
  /// An edition that went out stands on an older ledger than is known.
  case staleSent(report: String, edition: Int, ledger: Day)
  /// Own columns of targets, by their headings, are the register's now; said once.
  case columnsTaken([String])
  /// A report stands on a ledger that is so many days older than its own day.
  case oldLedger(report: String, ledger: Day, age: Int)
  /// There are no working days of a year.
  case calendarMissing(year: Int)

  /// What is said of a report that was made; nil for nothing.
  public init?(_ outcome: ReportJob.Outcome) {
    guard let old = outcome.oldLedger else { return nil }
    if case EditionShelf.Outcome.unchanged = outcome.edition { return nil }
    self = .oldLedger(report: outcome.name, ledger: old.day, age: old.age)
  }
}
