import Database
public import Definitions
public import Domain
import Metrics
import Store

/// Lists what changed between two moments of a plan: of two days, or of one day as it was known
/// at two instants.
public struct DiffJob {
  /// What is asked for.
  public struct Request: Sendable {
    /// The plan; nil for the only one there is.
    public var plan: String?
    public var earlier: Viewpoint
    public var later: Viewpoint

    public init(plan: String?, earlier: Viewpoint, later: Viewpoint) {
      self.plan = plan
      self.earlier = earlier
      self.later = later
    }
  }

  private let workspace: Workspace

  public init(_ workspace: Workspace) {
    self.workspace = workspace
  }

  /// - Throws: `DefinitionFault` if one is not a kind of change; it names those there are.
  public func checkKinds(_ kinds: [String]) throws {
    for kind in kinds { _ = try workspace.definitions.queryFile("\(Comparison.folder)/\(kind)") }
  }

  /// Opens both moments and hands them to `body` while they last.
  /// - Throws: `StoreFailure.noData` if no snapshot shows one of them.
  public func run(_ request: Request, _ body: (Comparison) throws -> Void) throws {
    let store = try workspace.readingStore()
    // What was known then was known by the definitions of then.
    let workspace = try self.workspace.asKnown(at: request.later.knownAt, in: store)
    let definition = try workspace.plan(request.plan, in: store, asOf: request.later.asOf)
    let later = try workspace.moment(
      of: definition.plan, period: nil, asOf: request.later.asOf, knownAt: request.later.knownAt,
      today: request.later.asOf)
    let earlier = try workspace.earlier(request.earlier, than: later, in: store)
    try store.connection.transaction(.reading) {
      let moment = try workspace.open(later, comparedWith: earlier, in: store)
      let kinds = workspace.definitions.queryIDs(in: Comparison.folder).map {
        String($0.dropFirst(Comparison.folder.count + 1))
      }
      try body(
        Comparison(moment, request, kinds: kinds.filter { !Comparison.overviews.contains($0) }))
    }
  }
}

/// Two moments and the lists of what changed between them.
public struct Comparison {
  static let folder = "changes"
  /// The query that lists all changes below each other.
  public static let all = "all_changes"
  /// Queries of the folder that are of no kind of their own: they sum up what others list, or say
  /// for a paper how a figure moved.
  static let overviews: Set = [
    all, "bridge", "corrected_figures", "corrected_items", "figure_changes", "judgement_changes",
    "newly_completed_early", "newly_completed_sum", "overdue_flow", "summary", "tally_changes",
    "task_progress_back", "unit_changes", "units_recorded_late", "written_change",
  ]

  /// The plan's id.
  public let plan: String
  public let earlier: Viewpoint
  public let later: Viewpoint
  /// The days of the snapshots that the two stand on.
  public let snapshotDays: (earlier: Day, later: Day)
  /// Whether both stand on one snapshot, so that nothing can have changed.
  public let isOfOneSnapshot: Bool
  /// The kinds of change: names of queries of `changes/`.
  public let kinds: [String]
  private let moment: Moment

  init(_ moment: Moment, _ request: DiffJob.Request, kinds: [String]) {
    self.moment = moment
    self.kinds = kinds
    plan = moment.request.plan.id
    earlier = request.earlier
    later = request.later
    let prior = moment.prior?.snapshot ?? moment.snapshot
    snapshotDays = (prior.effectiveOn, moment.snapshot.effectiveOn)
    isOfOneSnapshot = prior.position == moment.snapshot.position
  }

  /// The list of a kind of change.
  /// - Throws: `DefinitionFault` if there is none; it names those there are.
  public func changes(_ kind: String) throws -> (query: QueryDefinition, rows: ResultStream) {
    let id = "\(Self.folder)/\(kind)"
    return (try moment.use(id), try moment.stream(id))
  }

  /// How many changes there are of each kind, and the part of them that a line is about.
  public func summary() throws -> [(kind: String, changes: Int64, tasks: Int64)] {
    try moment.table("\(Self.folder)/summary").rows.map {
      ($0[1].text ?? "", $0[2].integer ?? 0, $0[3].integer ?? 0)
    }
  }
}
