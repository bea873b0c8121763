import Database
import Definitions
import Domain
public import Editions
import Foundation
import Metrics
public import Pages
import Store
import Writing

/// Makes an old edition again from its manifest: the same state, as it was known then, by the
/// definitions that the store kept. No definition file of today is looked at.
public struct RemakeJob {
  /// What was made, and how it compares.
  public struct Outcome: Sendable {
    public let manifest: Manifest
    /// The files made now, in the order of their names.
    public let files: [WrittenFile]
    /// The names of files that are not the same, byte for byte, or are not on both sides.
    ///
    /// Where the layout of the workbooks is no longer made, those of CSV files whose figures are
    /// not the same.
    public let differing: [String]
    /// Whether the workbooks were laid out as is no longer done, so that figures alone were
    /// compared.
    public let isLayoutGone: Bool
    /// What made the edition and is another version now: name, then, now.
    public let versions: [(name: String, then: String, now: String)]
  }

  private let workspace: Workspace

  public init(_ workspace: Workspace) {
    self.workspace = workspace
  }

  /// Makes the report of the manifest at `path` in an empty folder.
  /// - Throws: `JobFailure` if the store has not the snapshot or a definition.
  public func run(manifest path: String, into folder: String) throws -> Outcome {
    let (manifest, asOf) = try read(path)
    let store = try readingStore(of: manifest)
    let workspace = try self.workspace(of: manifest, in: store).seen(from: store.head)
    var request = ReportJob.Request()
    request.report = manifest.definitions.first { $0.kind == "report" }?.id ?? request.report
    request.plan = manifest.plan
    request.period = manifest.period
    request.asOf = asOf
    request.isDraft = manifest.isDraft
    request.issue = manifest.issue
    request.csvEncoding = manifest.csvEncoding ?? request.csvEncoding
    let files = try make(request, manifest, workspace, store, into: folder)
    let differing = manifest.differing(from: files)
    // Workbooks of an older layout are not held against those of today: what they show is.
    let isLayoutGone = manifest.isOfOlderLayout && !differing.isEmpty
    let old = (path as NSString).deletingLastPathComponent
    return Outcome(
      manifest: manifest, files: files,
      differing: !isLayoutGone
        ? differing
        : try differing.filter { name in
          try name.hasSuffix(".csv")
            && !agree(
              "\(old)/\(name)", manifest.files.first { $0.name == name }?.sha256,
              with: "\(folder)/\(name)")
        }, isLayoutGone: isLayoutGone,
      versions: manifest.otherVersions(program: workspace.program))
  }

  /// Whether a CSV file of the edition, if it is still the one of its manifest, and the one made
  /// again say the same.
  private func agree(_ path: String, _ sha256: String?, with again: String) throws -> Bool {
    guard let sha256, let bytes = try DiskFiles.contents(of: path, limit: .max),
      ContentHash(of: bytes).description == sha256, let now = try ReadTable(path: again)
    else { return false }
    return try ReadTable(bytes, path: path).agrees(with: now)
  }

  /// The history as it was when the edition was made: what was taken back since still counts.
  private func readingStore(of manifest: Manifest) throws -> LedgerStore {
    let entries = try workspace.readingStore().entries()
    let head = entries.first { $0.hash.description == manifest.chainHead }?.sequence
    return try workspace.seen(from: head ?? .max).readingStore()
  }

  private func read(_ path: String) throws -> (Manifest, Day) {
    guard let manifest = try Manifest.ifThere(path: path), let asOf = Day(manifest.asOf) else {
      throw JobFailure.notAManifest(path: path)
    }
    return (manifest, asOf)
  }

  /// The workspace with the definitions of the manifest.
  private func workspace(of manifest: Manifest, in store: LedgerStore) throws -> Workspace {
    let files = try manifest.definitions.map { definition in
      guard let kind = DefinitionFile.Kind(rawValue: definition.kind),
        let hash = ContentHash(hexadecimal: definition.sha256),
        let file = try store.keptDefinition(kind, definition.id, hash), file.hash == hash
      else {
        throw JobFailure.definitionNotKept(
          kind: definition.kind, id: definition.id, hash: definition.sha256)
      }
      return file
    }
    guard let figures = manifest.figureRules else {
      throw JobFailure.laterFigures(manifest.figures ?? 0)
    }
    let overrides = Set(zip(manifest.definitions, files).filter(\.0.isOverride).map(\.1))
    return try workspace.with(
      files, maximumAge: manifest.maximumAge, figures: figures, isOverride: overrides.contains)
  }

  private func make(
    _ request: ReportJob.Request, _ manifest: Manifest, _ workspace: Workspace,
    _ store: LedgerStore, into folder: String
  ) throws -> [WrittenFile] {
    let defined = try workspace.plan(request.plan, in: store, asOf: request.asOf)
    let plan = Workspace.PlanDefinition(
      plan: manifest.effective(defined.plan), file: defined.file, rules: defined.rules)
    let wanted = try workspace.moment(
      of: plan.plan, period: request.period, asOf: request.asOf, knownAt: manifest.knownAt,
      today: Day(number: 0))
    let rules = try workspace.rules(of: plan.plan.id, on: wanted.asOf)
    let looking = try EarlierMoments(workspace, wanted, in: store) { kind, _, _ in
      try manifest.reported(kind)?.edition()
    }
    let (report, last) = try looking.shownReport(request.report, by: rules)
    let earlier =
      try last ?? manifest.comparedWith.map { try view(of: $0, plan.plan, workspace, in: store) }
    return try store.connection.transaction(.reading) {
      let moment = try workspace.open(
        wanted, comparedWith: earlier, looking: looking, in: store)
      try expect(moment.snapshot, is: manifest.snapshot)
      if let prior = moment.prior, let state = manifest.comparedWith {
        try expect(prior.snapshot, is: state.snapshot)
      }
      let making = ReportMaking(
        workspace: workspace, store: store, moment: moment, earlier: looking, plan: plan,
        rules: rules, report: report, request: request,
        saysKnownAt: (
          manifest.isKnownAtAsked == true, manifest.comparedWith?.isKnownAtAsked == true
        ), csvForm: manifest.csvForm, keepsIssue: false,
        lacked: LackedLedgers(manifest.lacked), now: manifest.madeAt)
      let build = try making.prepare().build
      for kind in EarlierMoments.Kind.allCases {
        guard let noted = manifest.reported(kind) else { continue }
        if let moment = looking.reported[kind]?.moment {
          try expect(moment.snapshot, is: noted.state.snapshot)
        }
      }
      return try build(folder)
    }
  }

  /// What a report on changes was compared with.
  private func view(
    of state: Manifest.State, _ plan: Plan, _ workspace: Workspace, in store: LedgerStore
  ) throws -> EarlierView {
    guard let asOf = Day(state.asOf) else { throw JobFailure.notAManifest(path: state.asOf) }
    // An instant that was asked for has its own definitions.
    let then =
      state.isKnownAtAsked ? try workspace.asKnown(at: state.knownAt, in: store) : workspace
    let planThen = try then.plans.first { $0.plan.id == plan.id }?.plan ?? plan
    return EarlierView(
      request: try then.moment(
        of: planThen, period: nil, asOf: asOf, knownAt: state.knownAt, today: asOf),
      definitions: then.definitions)
  }

  private func expect(_ snapshot: Snapshot, is noted: Manifest.Snapshot) throws {
    guard snapshot.contentHash.description == noted.contentHash,
      snapshot.recordedAt == noted.recordedAt
    else {
      throw JobFailure.otherSnapshot(sequence: noted.sequence, effectiveOn: noted.effectiveOn)
    }
  }
}

extension Manifest {
  /// What is noted of an earlier period.
  fileprivate func reported(_ kind: EarlierMoments.Kind) -> Reported? {
    switch kind {
    case .previous: previous
    case .yearBefore: yearBefore
    }
  }

  /// The names of the files that are another content than in the manifest, or on one side only.
  fileprivate func differing(from files: [WrittenFile]) -> [String] {
    let then = Dictionary(uniqueKeysWithValues: self.files.map { ($0.name, $0.sha256) })
    let now = Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.sha256) })
    return Set(then.keys).union(now.keys).filter { then[$0] != now[$0] }.sorted()
  }

  fileprivate func otherVersions(
    program: String
  ) -> [(name: String, then: String, now: String)] {
    [
      ("jibao", programVersion, program),
      ("libxlsxwriter", libxlsxwriterVersion, WorkbookLibraries.libxlsxwriter),
      ("zlib", zlibVersion, WorkbookLibraries.zlib),
    ].filter { $0.1 != $0.2 }
  }
}
