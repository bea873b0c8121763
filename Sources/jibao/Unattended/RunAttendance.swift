import Domain
import Foundation
import Jobs

/// Stands by a run: says what is news of it, tells the command of `notify:`, and keeps the status.
struct RunAttendance {
  private let folder: String
  private let clock: Clock
  private let before: RunStatus

  /// - Parameter folder: The workspace.
  init(folder: String, clock: Clock) {
    self.folder = folder
    self.clock = clock
    before = RunStatus(folder: folder)
  }

  /// Does a run and says what is to be said of it.
  /// - Parameter run: Gives what it did, and the day that it belongs to.
  /// - Throws: `Failure.Told` where the run could not be done.
  func watch(_ run: () throws -> (RunJob.Outcome, Day)) throws -> RunJob.Outcome {
    do {
      let (outcome, day) = try run()
      var speech = try self.speech()
      speech.day = day
      speech.say(outcome)
      if StandardError.isTerminal { Self.show(outcome) }
      finish(speech, whole: outcome.failures.flatMap { Wording.lines(for: $0.error) })
      return outcome
    } catch  where !(error is Failure.Told) {
      // Without a workspace there is nothing to be kept in, and another user's file would be in the way.
      let isStranger = error is Configuration.NotAWorkspace || error is WorkspaceOwner.Refused
      guard !isStranger, var speech = try? self.speech() else { throw error }
      speech.stop(error)
      finish(speech, whole: Wording.lines(for: error))
      throw Failure.Told(code: Failure(error).code)
    }
  }

  /// How a run ends of which everything was said; nil for well.
  func ending(_ outcome: RunJob.Outcome) -> Failure.Told? {
    outcome.failures.isEmpty ? nil : Failure.Told(code: Failure(outcome.failure).code)
  }

  /// Ends with the code of what failed.
  func end(_ outcome: RunJob.Outcome) throws {
    if let told = ending(outcome) { throw told }
  }

  private func speech() throws -> RunSpeech {
    RunSpeech(
      before, folder: folder, now: clock.instant, today: try clock.today(in: OfficeZone.current))
  }

  /// A person at a terminal is told what was done.
  private static func show(_ outcome: RunJob.Outcome) {
    for snapshot in outcome.snapshots { StandardError.writeLine(Wording.outcome(snapshot)) }
    for report in outcome.reports { StandardError.writeLine(Wording.outcome(report)) }
  }

  /// - Parameter whole: All that is wrong, which a person at a terminal is told.
  private func finish(_ speech: RunSpeech, whole: [String]) {
    var speech = speech
    var lines = speech.lines
    if StandardError.isTerminal { lines += whole.filter { !lines.contains($0) } }
    for line in lines { StandardError.writeLine(line) }
    notify(&speech)
    do {
      if speech.status != before { try speech.status.write(folder: folder) }
    } catch {
      StandardError.writeLine(Wording.statusUnwritten(error))
    }
  }

  private func notify(_ speech: inout RunSpeech) {
    guard let command = try? Configuration(folder: folder).notification else { return }
    let outcome = command.tell(before.undelivered + speech.events)
    let failure = outcome.failure.map {
      Wording.notNotified(command.words[0], $0, seconds: command.seconds)
    }
    let said = speech.lines.count
    speech.sayNotNotified(failure.map { [$0] }, undelivered: outcome.undelivered)
    for line in speech.lines.dropFirst(said) { StandardError.writeLine(line) }
  }
}
