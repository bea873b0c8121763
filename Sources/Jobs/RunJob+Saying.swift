import Definitions
import Domain

extension RunJob {
  /// That a year whose working days are needed has none: this year, and from December on the next.
  var calendarNotices: [RunNotice] {
    get throws {
      let known = try workspace.definitions.calendars().compactMap { Int($0.id) }
      let needed = day.components.month == 12 ? [day.year, day.year + 1] : [day.year]
      return needed.filter { !known.contains($0) }.map(RunNotice.calendarMissing)
    }
  }
}

extension RunPlan.Report {
  /// As messages name it.
  var name: String {
    report == ReportJob.Request().report
      ? "\(plan) \(period.id)" : "\(plan) \(report) \(period.id)"
  }
}

extension InputFault {
  /// That there is no ledger at a place.
  static func noLedger(at place: String) -> InputFault {
    InputFault(place: SourcePlace(file: place), problem: .fileNotFound)
  }
}

extension RunJob.Outcome {
  /// Says which editions stand on older ledgers than are known.
  mutating func say(_ stale: [RunPlan.Stale]) {
    let stored = snapshots.contains(where: \.isStored)
    for (report, edition) in stale.map({ ($0.report, $0.edition) }) {
      if edition.isSent {
        notices.append(
          .staleSent(report: report.name, edition: edition.number, ledger: edition.ledger))
      } else if stored {
        notices.append(
          .corrected(
            report: report.name, edition: edition.number, on: edition.madeOn.adding(days: 1)))
      }
    }
  }

  /// An office may hand over dated exports alone; but one whose ledger is gone has to know.
  mutating func saysLedgerLacks(_ source: String, _ newestExport: Day?) {
    if let newestExport {
      notices.append(.exportsOnly(source: source, newest: newestExport))
    } else {
      fail(.ledger, LedgerRefused(faults: [.noLedger(at: source)]))
    }
  }

  /// Does a piece of work and notes its result or its failure.
  @discardableResult
  mutating func attempt<Result>(
    _ results: WritableKeyPath<Self, [Result]>, _ subject: RunFailure.Subject,
    _ work: () throws -> Result?
  ) -> Bool {
    do {
      if let result = try work() { self[keyPath: results].append(result) }
      return true
    } catch {
      fail(subject, error)
      return false
    }
  }

  /// Notes a failure.
  mutating func fail(_ subject: RunFailure.Subject, _ error: any Error) {
    failures.append(RunFailure(subject: subject, error: error))
  }
}
