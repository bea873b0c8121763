import Domain
import Intake
import Jobs

/// What a run found, by topics.
extension RunFinding {
  /// What kept a run from being done at all.
  init(stopping error: any Error) {
    let failure = Failure(error)
    let isLocked = failure.code == 6
    self.init(
      topic: isLocked ? "lock" : "run \(failure.code)", kind: .failed,
      lines: Wording.lines(for: error), rhythm: isLocked ? .patient : .daily, saysChanges: false)
    if isLocked { saysEnd = false }
  }

  /// A failure of a piece of a run's work.
  init(_ failure: RunFailure) {
    self.init(
      topic: failure.subject.topic, kind: Self.kind(failure),
      lines: Wording.lines(for: failure.error))
    switch failure.subject {
    case .ledger, .export, .exports, .plan: break
    case .output: saysChanges = false
    case .report:
      saysChanges = false
      // That it is a draft no more is said by its edition.
      if kind == .draft { saysEnd = false }
    }
  }

  private static func kind(_ failure: RunFailure) -> RunEvent.Kind {
    let code = Failure(failure.error).code
    switch failure.subject {
    case .ledger:
      if let refused = failure.error as? LedgerRefused,
        refused.faults.contains(where: { $0.problem == .fileNotFound })
      {
        return .missing
      }
      return code == 3 ? .refused : .failed
    case .export: return .refused
    case .exports: return .missing
    case .plan: return .failed
    case .output:
      switch failure.error {
      case JobFailure.unmarkedOutput, JobFailure.foreignOutput: return .missing
      default: return .failed
      }
    case .report: return code == 3 || code == 4 ? .draft : .failed
    }
  }

  /// What a run says that is no failure.
  init(_ notice: RunNotice) {
    self.init(
      topic: notice.topic, kind: .warned, lines: [Wording.line(for: notice)], rhythm: .once,
      saysEnd: false)
    if case .exportsOnly = notice { rhythm = .weekly }
  }

  /// One text for a topic that several failures are of.
  static func merged(_ findings: [RunFinding]) -> [RunFinding] {
    findings.reduce(into: []) { all, finding in
      guard let known = all.firstIndex(where: { $0.topic == finding.topic }) else {
        return all.append(finding)
      }
      var lines = all[known].lines
      lines += finding.lines.filter { !lines.contains($0) }
      let first = all[known]
      all[known] = RunFinding(
        topic: first.topic, kind: first.kind, lines: lines, rhythm: first.rhythm,
        saysChanges: first.saysChanges, saysEnd: first.saysEnd)
    }
  }
}

extension RunFailure.Subject {
  var topic: String {
    switch self {
    case .ledger: "ledger"
    case .export(let path): "export \(path)"
    case .exports: "exports"
    case .plan(let id): "plan \(id)"
    case .output: "output"
    case .report(let name): "report \(name)"
    }
  }
}

extension RunNotice {
  fileprivate var topic: String {
    switch self {
    case .exportsOnly: "exports only"
    case .waits(let report, _): "waits \(report)"
    case .corrected(let report, let edition, _): "corrected \(report) \(edition)"
    case .staleSent(let report, let edition, _): "sent \(report) \(edition)"
    case .columnsTaken: "columns taken"
    case .oldLedger(let report, _, _): "old ledger \(report)"
    case .calendarMissing(let year): "calendar \(year)"
    }
  }
}
