import Domain
import Foundation
import Jobs
import Store

/// Looks at a workspace and its machine, a thing after the other.
struct Examination {
  private let common: CommonOptions
  private let clock: Clock

  init(_ common: CommonOptions, _ clock: Clock) {
    (self.common, self.clock) = (common, clock)
  }

  /// What was found, in the order in which it is best mended.
  /// - Throws: `Configuration.NotAWorkspace` for a folder that is none.
  var findings: [DoctorFinding] {
    get throws {
      let (configuration, workspace) = try loaded()
      let ofMachine = [memory, libraries, runs, notify].compactMap { $0 }
      guard let workspace else { return configuration + [owner] + ofMachine }
      let job = try DoctorJob(
        workspace, clock: clock.reading(in: workspace),
        day: clock.closedDay(in: workspace.timeZone, closes: workspace.dayCloses))
      return configuration + [owner] + ofHistory(job, workspace)
        + [source(job, workspace), calendar(job), output(job, workspace), disk(job)].compactMap {
          $0
        }
        + job.unreadableFolders().map { DoctorFinding(.folders, $0) } + ofMachine
    }
  }

  private func loaded() throws -> ([DoctorFinding], Workspace?) {
    do {
      let workspace = try common.load()
      let count = try CheckJob(workspace).definitions()
      return ([DoctorFinding(.configuration, Wording.definitionsChecked(count))], workspace)
    } catch let none as Configuration.NotAWorkspace {
      throw none
    } catch {
      return ([DoctorFinding(.configuration, error)], try? common.load())
    }
  }

  private var owner: DoctorFinding {
    Self.finding(.owner) {
      let owner = try WorkspaceOwner(folder: common.folder)
      try owner.require(becomingOwner: false)
      return DoctorFinding(.owner, Wording.doctorOwner(owner.path))
    }
  }

  private static func finding(
    _ subject: DoctorFinding.Subject, _ look: () throws -> DoctorFinding
  ) -> DoctorFinding {
    do { return try look() } catch { return DoctorFinding(subject, error) }
  }

  private func ofHistory(_ job: DoctorJob, _ workspace: Workspace) -> [DoctorFinding] {
    do {
      let history = try job.history()
      let store = DoctorFinding(.store, Wording.doctorStore(newest: history.newest))
      let clock = Self.finding(.clock) {
        try job.checkClock()
        return DoctorFinding(.clock, OfficeZone.minute(self.clock.instant))
      }
      return [store, clock] + history.next.map { Self.deadline($0, history) }
        + history.lacking.map {
          DoctorFinding(
            .deadline, Wording.doctorLacking($0), cure: Wording.doctorLackingCure)
        }
        + history.refused.map {
          DoctorFinding(
            .source, wrong: Wording.doctorRefused($0.day, Wording.withoutProgram($0.reason)),
            cures: [Wording.doctorRefusedCure($0.day)], code: 3)
        }
    } catch {
      return [DoctorFinding(.store, error)]
    }
  }

  private static func deadline(
    _ deadline: DoctorJob.Deadline, _ history: DoctorJob.History
  ) -> DoctorFinding {
    let text = Wording.doctorDeadline(deadline.plan, deadline.period)
    guard let ledger = deadline.ledger else {
      return DoctorFinding(.deadline, text, cure: Wording.doctorNoLedger)
    }
    return DoctorFinding(.deadline, text + Wording.doctorStandsOn(ledger))
  }

  private func source(_ job: DoctorJob, _ workspace: Workspace) -> DoctorFinding {
    Self.finding(.source) {
      let age = try job.sourceAge()
      guard let age, age > workspace.maximumAge else {
        return DoctorFinding(.source, Wording.doctorSource(workspace.source.name, age: age))
      }
      return DoctorFinding(
        .source, Wording.doctorSource(workspace.source.name, age: age),
        cure: Wording.doctorOldSourceCure)
    }
  }

  private func calendar(_ job: DoctorJob) -> DoctorFinding {
    Self.finding(.calendar) {
      let (last, missing) = try job.calendarYears()
      guard let year = missing.first else {
        return DoctorFinding(.calendar, Wording.doctorCalendars(last))
      }
      return DoctorFinding(
        .calendar, Language.current.sentences.run(.calendarMissing(year: year)),
        cure: Wording.doctorCalendarCure(year))
    }
  }

  private func output(_ job: DoctorJob, _ workspace: Workspace) -> DoctorFinding {
    Self.finding(.output) {
      try job.checkOutput()
      return DoctorFinding(.output, workspace.output)
    }
  }

  /// What a report and a copy of the store before a migration need, in MB.
  private static let neededRoom = 200

  private func disk(_ job: DoctorJob) -> DoctorFinding? {
    guard let (path, room) = job.room().first else { return nil }
    let text = Wording.doctorRoom(path, room)
    return room >= Self.neededRoom
      ? DoctorFinding(.disk, text)
      : DoctorFinding(.disk, wrong: text, cures: [Wording.doctorRoomCure], code: 5)
  }

  private var memory: DoctorFinding {
    access("/dev/shm", W_OK | X_OK) == 0
      ? DoctorFinding(.memory, "/dev/shm")
      : DoctorFinding(.memory, Wording.doctorNoMemory, cure: Wording.doctorNoMemoryCure)
  }

  private var libraries: DoctorFinding {
    let text = Wording.list(Program.libraries.map { "\($0.name) \($0.version)" })
    return Program.isExpatOld
      ? DoctorFinding(.libraries, text, cure: Wording.doctorOldExpatCure)
      : DoctorFinding(.libraries, text)
  }

  /// What the last run found, and whether one has looked lately.
  private var runs: DoctorFinding {
    let status = RunStatus(folder: common.folder)
    guard !status.checkedAt.isEmpty, let last = Instant.date(status.checkedAt) else {
      return DoctorFinding(.runs, Wording.doctorNeverRun, cure: Wording.doctorNeverRunCure)
    }
    let time = OfficeZone.minute(status.checkedAt)
    let failing = status.standing.filter { ![.warned, .mended].contains($0.kind) }
    guard failing.isEmpty else {
      return DoctorFinding(
        .runs,
        wrong: failing.map {
          Wording.doctorStanding(
            Wording.withoutProgram($0.text.first ?? ""), since: OfficeZone.minute($0.since))
        }.joined(separator: "\n  "), cures: [], code: status.exitCode == 0 ? 1 : status.exitCode)
    }
    // The timers look every day.
    return clock.date.timeIntervalSince(last) > 2 * 86_400
      ? DoctorFinding(
        .runs, wrong: Wording.doctorLastRun(time), cures: [Wording.doctorNeverRunCure], code: 1)
      : DoctorFinding(.runs, Wording.doctorLastRun(time))
  }

  private var notify: DoctorFinding? {
    guard let command = try? Configuration(folder: common.folder).notification else { return nil }
    let found = LimitedProcess(
      arguments: ["sh", "-c", "command -v -- \"$0\" >/dev/null", command.words[0]]
    ).run(seconds: 10)
    return found == .inTime(0)
      ? DoctorFinding(.notify, command.words.joined(separator: " "))
      : DoctorFinding(
        .notify, wrong: Wording.doctorNoCommand(command.words[0]),
        cures: [Wording.doctorNoCommandCure], code: 2)
  }
}
