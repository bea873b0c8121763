import Definitions
import Domain
import Editions
import Foundation
import Intake
import Pages
import Store
import Writing

/// Reads the forms that units returned, and has the office's ledger take what they say.
public struct CollectJob {
  /// What is asked for.
  public struct Request: Sendable {
    /// Where the forms lie; nil for `returns/` of the workspace.
    public var folder: String?
    public var plan: String?
    /// Nil for the period whose forms were given out last.
    public var period: String?
    /// Whether what they say is taken; else it is only shown.
    public var accepts = false
    /// Whose word counts where the ledger was changed since the forms went out; nil leaves it open.
    public var prefers: Side?

    public init() {}
  }

  /// The two that may say different things of one cell.
  public enum Side: String, CaseIterable, Sendable { case ledger, forms }

  let workspace: Workspace
  let clock: JobClock
  let verdict: Verdict

  public init(_ workspace: Workspace, clock: JobClock, verdict: Verdict) {
    self.workspace = workspace
    self.clock = clock
    self.verdict = verdict
  }

  /// Collects what lies there.
  /// - Throws: `JobFailure.noForms` where no forms were given out; `LedgerRefused` and others where
  ///   the ledger as it stands cannot be read; then nothing is stored.
  public func run(_ request: Request) throws -> CollectOutcome {
    guard request.accepts else {
      let store = try workspace.readingStore()
      try workspace.check(clock, in: store)
      return try collect(request, in: store)
    }
    return try workspace.holdingLock {
      try collect(request, in: workspace.writingStore(clock))
    }
  }

  /// As `run`, for one who holds the lock and the store.
  func collect(_ request: Request, in store: LedgerStore) throws -> CollectOutcome {
    let folder = request.folder ?? workspace.returnsFolder
    let given = try GivenForms(workspace, plan: request.plan, period: request.period, in: store)
    var outcome = CollectOutcome(plan: given.plan.id, period: given.period.id)
    var round = try CollectedRound(
      folder: folder, given: given, workspace: workspace, today: clock.today, in: store)
    round.read(&outcome)
    guard !round.forms.isEmpty else {
      outcome.missing = try given.missing(round.returnedUnits)
      return outcome
    }
    let work = try TemporaryFolder(in: workspace.folder)
    let cells = try LedgerCells(
      workspace, workspace.source, plan: given.plan.id, day: clock.today, in: store)
    let merge = try merged(&round, cells, request, in: work.path, &outcome, store)
    outcome.collected = round.forms.map { form in
      CollectedForm(
        form, unitName: cells.unitNames[form.unit] ?? form.unit, given: given,
        today: clock.today)
    }
    outcome.missing = try given.missing(round.returnedUnits)
    guard request.accepts, !round.forms.isEmpty else { return outcome }
    try accept(round, merge, given, &outcome, in: store)
    return outcome
  }

  /// Puts what the forms say into files beside the ledger's and reads these as a ledger; forms with
  /// which it would be refused are refused.
  private func merged(
    _ round: inout CollectedRound, _ cells: LedgerCells, _ request: Request, in folder: String,
    _ outcome: inout CollectOutcome, _ store: LedgerStore
  ) throws -> LedgerMerge {
    for attempt in 0..<8 {
      round.settle(against: cells, prefers: request.prefers)
      let place = "\(folder)/\(attempt)"
      try OutputFolder.make(place)
      var merge = LedgerMerge(
        workspace, cells, plan: round.given.plan.id, folder: place)
      for form in round.forms {
        let groups = Dictionary(grouping: form.taken) { $0.key }
        for (key, values) in groups.sorted(by: { $0.key < $1.key }) {
          let changes = values.compactMap { value in
            value.register?.column(value.column).map {
              LedgerMerge.Change(value: value, column: $0)
            }
          }
          let unit = cells.unitNames[form.unit] ?? form.unit
          try merge.write(changes, of: key, unit: unit)
          // One that repeats a target says the same.
          for mirror in cells.mirrors[key] ?? [] {
            try merge.write(
              changes.compactMap { $0.mirrored(at: mirror, cells) }, of: mirror, unit: unit)
          }
        }
        try merge.enter(
          form.unit, period: round.given.period.id, plan: round.given.plan.id,
          on: round.received(form) ?? clock.today)
      }
      try merge.finish()
      let refused = try refusals(of: merge, cells, in: place, store)
      guard !refused.isEmpty else {
        outcome.take(round, merge)
        return merge
      }
      guard round.refuse(refused, cells) else { throw LedgerRefused(faults: refused) }
    }
    throw JobFailure.noForms(plan: round.given.plan.id)
  }

  /// What would be wrong with the ledger that has the forms' values.
  private func refusals(
    of merge: LedgerMerge, _ cells: LedgerCells, in folder: String, _ store: LedgerStore
  ) throws -> [InputFault] {
    guard case .files(let path) = workspace.source, !merge.files.isEmpty else { return [] }
    var trial = folder + "/trial"
    if try DiskFiles.isFolder(path) {
      try FileManager.default.copyItem(atPath: path, toPath: trial)
      for (old, new) in merge.files {
        let name = (old as NSString).lastPathComponent
        try FileManager.default.removeItem(atPath: "\(trial)/\(name)")
        try FileManager.default.copyItem(atPath: new, toPath: "\(trial)/\(name)")
      }
    } else {
      trial = merge.files[0].new
    }
    do {
      let after = try LedgerCells(
        workspace, .files(trial), plan: merge.plan, day: clock.today, in: store)
      for value in merge.written {
        guard let column = value.register?.column(value.column) else { continue }
        // What is completed is so whole, where one cell says both.
        let isWhole =
          value.column == "progress" && value.new == "100"
          && after.rows[value.key]?.values.contains(.text(TaskStatus.completed.rawValue)) == true
        guard isWhole || after.text(value.key, column) == value.new else {
          throw OutputFault(path: path, problem: .system(call: "verify", code: EIO))
        }
      }
      return []
    } catch let refused as LedgerRefused {
      return refused.faults.filter { $0.severity == .error }
    }
  }

  /// Takes the forms: the ledger's files are changed, those of before kept beside them, a snapshot is
  /// stored, and the returns are noted. Where the snapshot is refused the ledger is as it was.
  private func accept(
    _ round: CollectedRound, _ merge: LedgerMerge, _ given: GivenForms,
    _ outcome: inout CollectOutcome, in store: LedgerStore
  ) throws {
    let number = try (store.returnedForms().map(\.number).max() ?? 0) + 1
    let kept = try round.keep(from: number)
    if !merge.notWritten.isEmpty {
      let path = "\(kept)/\(NotWrittenBook.name)"
      try NotWrittenBook(merge.notWritten, created: clock.today).write(to: path)
      outcome.notWrittenFile = path
    }
    let replaced = try LedgerFiles(merge.files, before: number)
    do {
      let snapshots = SnapshotJob(workspace, clock: clock, verdict: verdict)
      outcome.snapshot = try snapshots.storeOrRefuse(
        workspace.source, clock.today, .sameDay, in: store)
    } catch {
      try replaced.putBack()
      throw error
    }
    outcome.ledgerBefore = replaced.kept
    let written = Set(merge.written)
    outcome.returns = try store.record(
      round.forms.map { form in
        ReturnedForm(
          file: (form.file.path as NSString).lastPathComponent, hash: form.file.hash,
          receivedOn: round.received(form), unit: form.unit, plan: given.plan.id,
          period: given.period.id, edition: given.edition,
          values: form.all.filter { written.contains($0) || $0.register == nil }
            .map(ReturnedValue.init))
      }, now: clock.now)
  }
}

extension ReturnedValue {
  init(_ value: FormValue) {
    self.init(
      register: value.table, key: value.key, column: value.column,
      earlier: value.old.isEmpty ? nil : value.old, later: value.new.isEmpty ? nil : value.new,
      cell: value.place.within)
  }
}
