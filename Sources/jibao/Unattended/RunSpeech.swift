import Domain
import Editions
import Foundation
import Jobs
import Store

/// What a run says: what begins, once a day what goes on, what has ended.
struct RunSpeech {
  private(set) var status: RunStatus
  /// For stderr, which cron mails.
  private(set) var lines: [String] = []
  /// For the command of `notify:`.
  private(set) var events: [RunEvent] = []

  private let now: String
  /// Today in the office's zone: what goes on is said once on it.
  private let today: Day
  private let folder: String
  /// The day that the run belongs to; nil where it came to nothing.
  var day: Day?

  init(_ status: RunStatus, folder: String, now: String, today: Day) {
    (self.status, self.folder, self.now, self.today) = (status, folder, now, today)
  }

  /// Says what kept the run from being done; what else goes on is not known to have ended.
  mutating func stop(_ error: any Error) {
    find(RunFinding(stopping: error))
    end(Failure(error).code)
  }

  /// Says what a run found, and what has ended because it did not find it.
  mutating func say(_ outcome: RunJob.Outcome) {
    sayWarnings(outcome)
    let findings = RunFinding.merged(
      outcome.failures.map { RunFinding($0) } + outcome.notices.map { RunFinding($0) })
    endStanding(except: findings)
    // While the ledger that a draft lacks is said daily, the draft is said once.
    let isCauseSaid = findings.contains { $0.topic == RunFailure.Subject.ledger.topic }
    for var finding in findings {
      if finding.kind == .draft, isCauseSaid { finding.rhythm = .once }
      find(finding, outcome)
    }
    for report in outcome.reports { sayMade(report) }
    end(outcome.failures.isEmpty ? 0 : Failure(outcome.failure).code)
  }

  /// Says that the command of `notify:` failed; that changes nothing of how the run ends.
  mutating func sayNotNotified(_ lines: [String]?, undelivered: [RunEvent]) {
    status.undelivered = undelivered
    guard let lines else { return status.standing.removeAll { $0.topic == Self.notify } }
    let events = self.events
    find(RunFinding(topic: Self.notify, kind: .failed, lines: lines, saysChanges: false))
    // The command that failed is not told of it.
    self.events = events
  }

  private static let notify = "notify"

  private mutating func end(_ code: Int32) {
    status.checkedAt = now
    status.exitCode = code
    status.program = Program.version
    if code == 0 { status.succeededAt = now }
  }

  /// What the ledger that was stored is warned of, and was not before.
  private mutating func sayWarnings(_ outcome: RunJob.Outcome) {
    for snapshot in outcome.snapshots where snapshot.isStored {
      // What a ledger is warned of is said when that changes, not at every run.
      let warnings = Wording.eachWarning(
        snapshot.isChanged ? snapshot.summary : nil,
        // That is a notice of the run, whether the ledger was stored or not.
        snapshot.notices.filter { if case .columnsTaken = $0 { false } else { true } })
      let new = warnings.filter { !status.warnings.contains($0) }
      if snapshot.isChanged { status.warnings = warnings }
      guard !new.isEmpty else { continue }
      let rest = new.count - Self.mostWarnings
      let shown =
        new.prefix(Self.mostWarnings).flatMap { $0.split(separator: "\n").map(String.init) }
        + (rest > 0 ? [Wording.moreWarnings(rest)] : [])
      lines += shown
      add(.warned, since: nil, shown, subject: Wording.ledgerWarned(new.count))
    }
  }

  private static let mostWarnings = 10

  private mutating func find(_ finding: RunFinding, _ outcome: RunJob.Outcome? = nil) {
    let index = status.standing.firstIndex { $0.topic == finding.topic }
    var standing =
      index.map { status.standing[$0] }
      ?? RunStatus.Standing(
        topic: finding.topic, kind: finding.kind, since: now, saidOn: nil,
        saysEnd: finding.saysEnd, text: finding.lines)
    let isOther = finding.saysChanges && standing.text != finding.lines
    if isOther || isDue(finding, standing) {
      let isFirst = standing.saidOn == nil || isOther
      let lasting = isFirst ? [] : [Wording.lasting(since: standing.since)]
      lines += finding.lines + lasting
      add(
        finding.kind, since: standing.since, finding.lines + lasting,
        report: outcome.flatMap { Self.draft(finding, $0) })
      standing.saidOn = today.description
    }
    standing.text = finding.lines
    if let index { status.standing[index] = standing } else { status.standing.append(standing) }
  }

  private func isDue(_ finding: RunFinding, _ standing: RunStatus.Standing) -> Bool {
    guard let said = standing.saidOn.flatMap({ Day($0) }) else {
      guard finding.rhythm == .patient else { return true }
      let (since, now) = (Instant.date(standing.since), Instant.date(now))
      guard let since, let now else { return true }
      return now.timeIntervalSince(since) >= 3600
    }
    return switch finding.rhythm {
    case .daily, .patient: said != today
    case .weekly: said > today || said.adding(days: 7) <= today
    case .once: false
    }
  }

  /// Ends what was not found again. Where `out/` fails no report was tried.
  private mutating func endStanding(except findings: [RunFinding]) {
    let topics = Set(findings.map(\.topic))
    let isOutputThere = !topics.contains(RunFailure.Subject.output.topic)
    let ended = status.standing.filter { standing in
      !topics.contains(standing.topic) && standing.topic != Self.notify
        && (isOutputThere || !standing.topic.hasPrefix("report "))
    }
    status.standing.removeAll(where: ended.contains)
    for standing in ended where standing.saidOn != nil && standing.saysEnd {
      let line = Wording.mended(standing.text.first ?? "", since: standing.since)
      lines.append(line)
      add(.mended, since: standing.since, [line])
    }
  }

  /// That an edition was made, or the first draft of a period, is said where `notify:` asks for it.
  private mutating func sayMade(_ outcome: ReportJob.Outcome) {
    switch outcome.edition {
    case .unchanged: break
    case .published(let manifest, let folder):
      let isFirst = manifest.edition == 1
      let isAfter = Day(manifest.asOf).flatMap { asOf in day.map { asOf < $0 } } == true
      let isLate = outcome.oldLedger != nil || isFirst && isAfter
      status.drafts.removeAll { $0 == outcome.name }
      status.lastMade = RunStatus.Made(
        plan: manifest.plan, period: manifest.period ?? manifest.asOf, edition: manifest.edition,
        folder: folder, madeAt: manifest.madeAt)
      let subject = Wording.madeEdition(outcome.name, manifest.edition, isLate: isLate)
      add(
        isLate ? .late : .made, since: nil, [Wording.outcome(outcome)], subject: subject,
        report: RunEvent.Report(manifest, folder: folder))
    case .draft(let manifest, let folder):
      guard outcome.problems.isEmpty, !status.drafts.contains(outcome.name) else { break }
      status.drafts.append(outcome.name)
      add(
        .draft, since: nil, [Wording.outcome(outcome)], subject: Wording.madeDraft(outcome.name),
        report: RunEvent.Report(manifest, folder: folder))
    }
  }

  /// The draft that a finding is of.
  private static func draft(_ finding: RunFinding, _ outcome: RunJob.Outcome) -> RunEvent.Report? {
    let made = outcome.reports.first {
      RunFailure.Subject.report($0.name).topic == finding.topic
    }
    guard case .draft(let manifest, let folder) = made?.edition else { return nil }
    return RunEvent.Report(manifest, folder: folder)
  }

  /// How much text a message holds, so that a pipe takes it whole.
  private static let longestText = 16_000

  private mutating func add(
    _ kind: RunEvent.Kind, since: String?, _ text: [String], subject: String? = nil,
    report: RunEvent.Report? = nil
  ) {
    var shown = ""
    for line in text where shown.utf8.count + line.utf8.count < Self.longestText {
      shown += line + "\n"
    }
    let line = subject ?? Wording.withoutProgram(text.first ?? "")
    events.append(
      RunEvent(
        event: kind, at: now, day: day?.description, workspace: folder, since: since,
        subject: String(line.prefix(200)), text: shown, report: report))
  }
}

extension RunJob.Outcome {
  /// All failures as one.
  var failure: Failure.Several { Failure.Several(failures: failures.map(\.error)) }
}
