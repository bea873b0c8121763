public import Domain
import Foundation
public import Store

/// The clock, read once, and how far it is believed.
///
/// A clock that is wrong once makes papers of days that have not come, or stores a past day in
/// silence. So it is held against what was recorded last.
public struct JobClock: Sendable {
  /// UTC with milliseconds.
  public let now: String
  /// The day that stands for "now" in the workspace's zone.
  public let today: Day
  /// Whether the office says that the clock is right, whatever was recorded.
  public let isConfirmed: Bool

  public init(now: String, today: Day, isConfirmed: Bool = false) {
    self.now = now
    self.today = today
    self.isConfirmed = isConfirmed
  }
}

/// A clock that cannot be right by what was recorded; nothing was stored or made.
public enum ClockFault: Error, Sendable {
  /// It is behind what was recorded last.
  case behind(now: String, newest: String, recorded: Recorded)
  /// It is further ahead of what was recorded last than the limit, in days.
  case ahead(now: String, newest: String, limit: Int)

  /// What was recorded after an instant.
  public struct Recorded: Sendable {
    public let snapshots: [Snapshot]
    public let editions: [EditionRecord]
  }
}

extension Workspace {
  /// How far a clock may stand behind what was recorded last: clocks are set right by seconds.
  private static let toleratedSeconds = 600.0

  /// Holds the clock against the newest entry of the chain and the newest edition that were not
  /// withdrawn.
  /// - Throws: `ClockFault`.
  func check(_ clock: JobClock, in store: LedgerStore) throws {
    guard !clock.isConfirmed else { return }
    let (snapshots, editions) = (try store.standingSnapshots(), try store.standingEditions())
    let instants = [try store.newestInstant()].compactMap { $0 } + editions.map(\.madeAt)
    guard let newest = instants.max(),
      let then = Instant.date(newest), let now = Instant.date(clock.now)
    else { return }
    let seconds = now.timeIntervalSince(then)
    if seconds < -Self.toleratedSeconds {
      throw ClockFault.behind(
        now: clock.now, newest: newest,
        recorded: ClockFault.Recorded(
          snapshots: snapshots.filter { $0.recordedAt > clock.now },
          editions: editions.filter { $0.madeAt > clock.now }))
    }
    if seconds > Double(maximumClockJump) * 86_400 {
      throw ClockFault.ahead(now: clock.now, newest: newest, limit: maximumClockJump)
    }
  }
}
