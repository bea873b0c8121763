import Domain
import Jobs
import Store

extension English {
  func clock(_ fault: Clock.Fault) -> String {
    switch fault {
    case .unreadable(let text):
      "JIBAO_NOW: '\(text)' is not an instant such as 2023-04-25T09:30:00Z"
    case .outsideYears(let instant):
      "the clock shows \(instant), a day that cannot be stored: set it right"
    }
  }

  func clock(_ fault: ClockFault) -> Cures {
    switch fault {
    case .behind(let now, let newest, let recorded):
      Cures(
        what:
          "the clock shows \(now), but the newest recording is of \(newest); nothing was stored or made",
        cures: later(recorded) + [
          "if the clock is wrong, set it right",
          "if the clock was wrong then, take back what it recorded: jibao history withdraw --recorded-after \(now) --reason '…'",
          "if both are right, say so for one call: --clock-is-right",
        ])
    case .ahead(let now, let newest, let limit):
      Cures(
        what:
          "the clock shows \(now), more than \(limit) days after the newest recording, \(newest); nothing was stored or made",
        cures: [
          "set the clock right; if it is right, say so for one call: --clock-is-right"
        ])
    }
  }

  private func later(_ recorded: ClockFault.Recorded) -> [String] {
    let snapshots = recorded.snapshots.map {
      "\($0.sequence) of \($0.effectiveOn), recorded at \($0.recordedAt)"
    }
    let editions = recorded.editions.map {
      "\($0.plan) \($0.period) edition \($0.edition), made at \($0.madeAt)"
    }
    return [
      snapshots.isEmpty ? nil : "snapshots recorded later: \(list(snapshots))",
      editions.isEmpty ? nil : "editions made later: \(list(editions))",
    ].compactMap { $0 }
  }

  func run(_ fault: RunFault) -> String {
    switch fault {
    case .noExports(let path):
      "\(path), the folder of exports, is not there or holds no export; is it mounted?"
    case .exportToCome(let path, let today):
      "\(path) is not loaded: its day has not come yet; today is \(today)"
    }
  }

  func run(_ notice: RunNotice) -> String {
    switch notice {
    case .exportsOnly(let source, let newest):
      "there is no ledger at \(source); the newest export is of \(newest). If exports are all there is, say 'source: exports' in jibao.yaml"
    case .columnsTaken(let headings): ledger(.columnsTaken(.targets, headings))
    case .waits(let report, let earlier):
      "\(report) waits for \(earlier), which has no edition yet"
    case .corrected(let report, let edition, let day):
      "a newer ledger is stored; the edition of \(report) after edition \(edition) is made when \(day) has closed"
    case .staleSent(let report, let edition, let ledger):
      "\(report) edition \(edition) went out, and the ledger of \(ledger) that it stands on has been followed by another; 'jibao report --period' makes the next edition"
    case .oldLedger(let report, let ledger, let age):
      "\(report) stands on the ledger of \(ledger), \(age) days before its own day"
    case .calendarMissing(let year):
      "there are no working days of \(year): then there are no drafts, nor overdue working days; add calendars/\(year).csv once the State Council has published its list"
    }
  }

  func standardOutput(_ failed: StandardOutput.Failed) -> String {
    switch failed {
    case .closed: "standard output was closed"
    case .unwritable(let code): "standard output cannot be written: \(system(code))"
    }
  }
}
