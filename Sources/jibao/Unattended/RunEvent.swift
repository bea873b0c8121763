import Domain
import Editions
import Jobs
import Pages

/// Something about a run that its office may want to know, as the command of `notify:` is told.
struct RunEvent: Codable, Hashable {
  enum Kind: String, Codable, CaseIterable {
    /// An edition was made.
    case made
    /// An edition was made after its day, or stands on an old ledger.
    case late
    /// A draft was made: before the cut-off, or in the place of an edition.
    case draft
    /// A ledger was refused or stopped.
    case refused
    /// A ledger, or the folder of the editions, is not where it should be.
    case missing
    /// Anything else that failed.
    case failed
    /// A run, or a ledger that was stored, is warned of something.
    case warned
    /// What was said before has ended.
    case mended
  }

  /// A report that was made.
  struct Report: Codable, Hashable {
    let plan: String
    let period: String?
    let asOf: String
    let edition: Int
    let folder: String
    /// The names of its workbooks and documents there.
    let files: [String]

    /// No message needs more names.
    private static let mostFiles = 50

    init(_ manifest: Manifest, folder: String) {
      plan = manifest.plan
      period = manifest.period
      asOf = manifest.asOf
      edition = manifest.edition
      self.folder = folder
      files = Array(
        manifest.files.map(\.name).filter { !$0.contains("/") }.prefix(Self.mostFiles))
    }
  }

  let event: Kind
  /// The instant of the run, and the day that it belongs to.
  let at: String
  let day: String?
  let workspace: String
  /// Since when it goes on, or went on.
  let since: String?
  /// One line, for a subject.
  let subject: String
  let text: String
  let report: Report?
}

/// Something that a run found, by a topic under which it is found again.
struct RunFinding {
  /// When what goes on is said again.
  enum Rhythm {
    case daily, weekly, once
    /// Said only if it goes on for more than an hour, then daily: another run at work is no news.
    case patient
  }

  let topic: String
  let kind: RunEvent.Kind
  let lines: [String]
  var rhythm = Rhythm.daily
  /// Whether another text is news within the day; not where instants or temporary names stand in it.
  var saysChanges = true
  /// Whether its end is said.
  var saysEnd = true
}
