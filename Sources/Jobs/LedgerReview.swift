public import Domain
public import Intake
import Store

/// What an office has said of a ledger that lacks something or gives tasks other numbers.
public struct LedgerConfirmation: Sendable {
  /// What is rightly gone.
  public var losses: [AcceptedLoss] = []
  /// The numbers that tasks have now.
  public var renumberings: [RenumberingFile.Entry] = []
  /// The day of the ledger that is meant; nil for whichever is stored.
  public var day: Day?

  public init() {}

  /// What is confirmed of the ledger of a day.
  func of(_ day: Day) -> LedgerConfirmation {
    self.day.map { $0 == day } ?? true ? self : LedgerConfirmation()
  }
}

/// What is to be looked at of a ledger beside its faults: it does not stop it.
public enum LedgerNotice: Hashable, Sendable {
  /// A column is gone that no figure needs, or whose values come and go.
  case columnLost(Loss)
  case ownColumnLost(String)
  /// A register has no file any more: its rows stay as they were.
  case registerAbsent(Register, rows: Int)
  /// Own columns of a register, by their headings, are the register's columns now.
  case columnsTaken(Register, [String])
  /// A loss was confirmed that there is not.
  case nothingLost(AcceptedLoss)
}

/// Stops a ledger that lacks what the snapshot before had, or that gives tasks other numbers.
final class LedgerReview {
  private let maximumShrink: Int
  private let confirmation: LedgerConfirmation
  private let day: Day
  /// The plans that had ended by the ledger's day: that they are there no more is no loss.
  private let closedPlans: Set<String>
  private(set) var notices: [LedgerNotice] = []
  /// What was read, before it is reviewed.
  var summary: LedgerSummary?

  /// Files that are missed.
  let files: MissingFiles

  init(
    _ workspace: Workspace, confirmation: LedgerConfirmation, day: Day, in store: LedgerStore
  ) throws {
    files = try MissingFiles(workspace, confirmation.of(day), in: store)
    maximumShrink = workspace.maximumShrink
    self.confirmation = confirmation.of(day)
    self.day = day
    closedPlans = Set(
      try workspace.plans.map(\.plan).filter { $0.closed.map { $0 <= day } ?? false }.map(\.id))
  }

  /// - Returns: What is confirmed.
  /// - Throws: `LedgerStopped`; `LedgerRefused` where a confirmed number does not fit.
  func review(_ changes: SnapshotChanges) throws -> SnapshotConfirmation {
    let answers = try NumberAnswers(changes.tasks, confirmation.renumberings)
    let renumberings = answers.confirmed + answers.proposed
    let absences = try changes.absences()
    var all = changes.tasks.compactMap { taskLoss($0, renumberings, answers.replaced) }
    all += try changes.losses(renumberings) + files.losses
    all += try reused(changes.reusedUnits()) + reused(changes.reusedNumbers(renumberings))
    let misplaced = misplacedPlans(changes)
    let lost = all.filter { loss in
      let isMisplaced = loss.thing == .register(.ledger) && misplaced.contains(loss.plan)
      return (loss.exceeds(maximumShrink) || isMisplaced) && !isClosed(loss) && !isSetAside(loss)
    }
    let open = lost.filter { loss in
      loss.thing.isGuarded && !confirmation.losses.contains { $0.covers(loss) }
    }
    // Without its file a plan has no tasks: the file is what is missed.
    let files = Set(open.map(\.thing))
    let stopping = open.filter { loss in
      guard case .plan(let plan) = loss.thing else { return true }
      return !files.contains(.file("plans/\(plan)/plan.yaml"))
    }
    guard stopping.isEmpty, answers.open.isEmpty else {
      throw LedgerStopped(
        day: day, contentHash: changes.contentHash, losses: ordered(stopping),
        questions: answers.open, hasSeveralPlans: (summary?.plans.count ?? 0) > 1,
        newColumns: absences.newColumns, setAside: summary?.setAside.faults ?? [])
    }
    note(lost, absences)
    return SnapshotConfirmation(
      renumberings: answers.confirmed, losses: lost.filter(\.thing.isGuarded),
      sameTasks: answers.same)
  }

  private func isClosed(_ loss: Loss) -> Bool {
    if case .plan(let plan) = loss.thing { closedPlans.contains(plan) } else { false }
  }

  /// What the ledger has of a plan is refused, not gone.
  private func isSetAside(_ loss: Loss) -> Bool {
    if case .plan(let plan) = loss.thing {
      summary?.setAside.plans.contains(plan) == true
    } else {
      false
    }
  }

  /// Names that are another unit's now.
  private func reused(_ units: [ReusedUnit]) -> [Loss] {
    guard !units.isEmpty, let name = Register.units.columns.first(where: { $0.id == "name" }) else {
      return []
    }
    return [
      Loss(
        .column(.units, name), plan: "", before: units.count, now: 0,
        names: units.prefix(5).map { "\($0.unit) \($0.before) → \($0.now)" })
    ]
  }

  /// Numbers of targets and rectifications that are another one's now.
  private func reused(_ numbers: [ReusedNumber]) -> [Loss] {
    let groups = Dictionary(grouping: numbers) { "\($0.register)@\($0.plan)" }
    return groups.values.compactMap { numbers -> Loss? in
      guard let first = numbers.first, let subject = first.register.subject else { return nil }
      return Loss(
        .column(first.register, subject), plan: first.plan, before: numbers.count, now: 0,
        names: numbers.prefix(5).map { "\($0.number) \($0.before) → \($0.now)" })
    }
  }

  /// The plans of which a task is gone that stands under an unknown plan now: a misspelt plan takes
  /// no task away, however few there are.
  private func misplacedPlans(_ changes: SnapshotChanges) -> Set<String> {
    guard let titles = summary?.setAside.titles, !titles.isEmpty else { return [] }
    return Set(
      changes.tasks.filter { plan in
        !plan.isFirst && plan.gone.contains { titles.contains($0.title) }
      }.map(\.plan))
  }

  private func note(_ lost: [Loss], _ absences: LedgerAbsences) {
    notices =
      absences.registers.map { .registerAbsent($0.register, rows: $0.rows) }
      + lost.filter { !$0.thing.isGuarded && isHeadingGone($0) }.map { .columnLost($0) }
      + absences.ownColumns.map { .ownColumnLost($0) }
      + confirmation.losses.filter { accepted in !lost.contains(where: accepted.covers) }
      .map { .nothingLost($0) }
  }

  /// Whether a lost column has no heading any more. What no figure needs may well be empty.
  private func isHeadingGone(_ loss: Loss) -> Bool {
    guard case .column(let register, let column) = loss.thing else { return false }
    let source = summary?.sources.first { $0.register == register }
    return source?.columns.contains(column.id) == false
  }

  /// By plan, then in the order of the registers and their columns.
  private func ordered(_ losses: [Loss]) -> [Loss] {
    func place(_ thing: Loss.Thing) -> (Int, Int) {
      switch thing {
      case .file: (-2, 0)
      case .plan: (-1, 0)
      case .register(let register): (Register.allCases.firstIndex(of: register) ?? 0, -1)
      case .column(let register, let column):
        (
          Register.allCases.firstIndex(of: register) ?? 0,
          register.columns.firstIndex(of: column) ?? 0
        )
      }
    }
    return losses.sorted { left, right in
      let (first, second) = (place(left.thing), place(right.thing))
      return (left.plan, first.0, first.1) < (right.plan, second.0, second.1)
    }
  }

  /// The open tasks of a plan that are there no more, else all that figures count.
  private func taskLoss(
    _ changes: TaskChanges, _ renumberings: [Renumbering], _ replaced: Set<String>
  ) -> Loss? {
    guard !changes.isFirst else { return nil }
    let own = renumberings.filter { $0.plan == changes.plan }
    let moved = Set(own.compactMap(\.earlier))
    let taken = Set(own.map(\.task)).subtracting(replaced)
    let gone =
      changes.gone.filter { !moved.contains($0.task) }
      + changes.retitled.map(\.before).filter {
        taken.contains($0.task) && !moved.contains($0.task)
      }
    // Of those without a number it is only known how many there are less.
    let left = changes.unnumbered.filter { !moved.contains($0.task) }
    let less = max(0, left.count - changes.unnumberedNow)
    let (open, counted) = (
      gone.filter(\.isOpen) + left.filter(\.isOpen).prefix(less),
      gone.filter(\.isCounted) + left.filter(\.isCounted).prefix(less)
    )
    // Of the two the one of which more is gone.
    let isOpen = open.count * max(changes.counted, 1) >= counted.count * max(changes.open, 1)
    let (lost, before) = isOpen ? (open, changes.open) : (counted, changes.counted)
    guard !lost.isEmpty else { return nil }
    let named = lost.filter { !TaskKey.isUnnumbered($0.task) }
    return Loss(
      .register(.ledger), plan: changes.plan, before: before, now: before - lost.count,
      names: named.prefix(5).map { "\($0.task) \($0.title)" })
  }
}
