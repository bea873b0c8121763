public import Domain

/// Why a job could not be done, besides the faults of input, definitions and store.
public enum JobFailure: Error, Hashable, Sendable {
  /// No plan has this id; those there are.
  case unknownPlan(String, known: [String])
  /// A query of an operational database has no moment of the store to run at.
  case sourceQuery(String)
  /// Files of the workspace, by their paths there, that the newest snapshot knew and that are there no
  /// more: figures would be others in silence.
  case filesGone([String])
  /// Several plans, and none was named.
  case severalPlans([String])
  /// Neither a plan file nor a snapshot.
  case noPlan
  /// The plan's calendar has no such period; those it has.
  case unknownPeriod(String, known: [String])
  /// The cut-off of a period has not been reached.
  case periodNotClosed(String, cutoff: Day)
  /// A report lacks ledgers of these days, which stand refused; a draft was made.
  case lacksLedger(String, of: [Day])
  /// A day is named as one without a ledger, but the report of another lacks none of that day.
  case nothingLacked(Day, asOf: Day)
  /// `out/` bears no mark of the workspace, though editions were made; where the mark's token is.
  case unmarkedOutput(folder: String, token: String)
  /// `out/` is another workspace's.
  case foreignOutput(folder: String)
  /// Another run is at work.
  case locked(path: String)
  /// The lock file cannot be made or held.
  case unlockable(path: String)
  /// A query that sees two moments, asked for where there is but one.
  case comparesMoments(String)
  /// A report that shows one moment only, asked for to compare.
  case comparesNothing(report: String)
  /// A report that says no day for comments, asked to be sent out for comment.
  case asksForNoComments(report: String)
  /// A report on changes of a day before which no period of the plan was cut off.
  case nothingBefore(Day)
  /// The first of two moments is not before the second.
  case notEarlier
  /// No scoring rules of the plan are in force on the day.
  case noRules(plan: String, asOf: Day)
  /// No unit, or several, bear the name; the nearest names, or the ids of those that do.
  case unknownUnit(String, nearest: [String])
  /// Checks of severity fail struck so many times; the first, its title and what it found.
  case checksFailed(Int, check: String, detail: String)
  /// A folder of exports whose name is no day.
  case misnamedExport(String)
  /// A file that is no manifest.
  case notAManifest(path: String)
  /// An edition whose figures follow rules of a number that this program does not know.
  case laterFigures(Int)
  /// The store does not have the snapshot that a manifest names.
  case otherSnapshot(sequence: Int, effectiveOn: String)
  /// The store has not kept a definition that a manifest names.
  case definitionNotKept(kind: String, id: String, hash: String)
  /// The plan has no such edition; period and number of those it has.
  case unknownEdition(String, known: [String])
  /// The ledger is bound to another workspace: since when, and the marks of the two; nil for a
  /// workspace that has none.
  case otherWorkspace(ledger: String, since: String, theirs: String, folder: String, own: String?)
  /// The workspace is bound to another ledger of the store: its id in the configuration was changed.
  case otherLedger(String, bound: String)
  /// The file that binds a workspace to its ledger holds something else.
  case notAToken(path: String)
  /// There is no snapshot of this number; those there are.
  case unknownSnapshot(Int64, known: [Int64])
  /// A snapshot, by its number, or an edition, by period and number, was taken back before.
  case withdrawnBefore(String)
  /// Nothing was recorded after an instant that a wrong clock is to be withdrawn from.
  case nothingRecordedAfter(String)
  /// An edition did not go out on this day: it is before the edition's own, or still to come.
  case notSentThen(Day, from: Day, to: Day)
  /// A report made again is not the same, byte for byte: so many files.
  case notTheSame(Int)
}
