import Domain
import Intake
import Store

/// Holds what an office says of numbers against what a ledger does to them.
struct NumberAnswers {
  /// What enters the history.
  private(set) var confirmed: [Renumbering] = []
  /// What is not answered yet, and what its proposals would enter.
  private(set) var open: [RenumberingFile.Question] = []
  /// The numbers of which it is said, or proposed, that another task has them: the one before is
  /// no loss.
  private(set) var replaced: Set<String> = []
  /// The tasks of each plan that are the same under another title.
  private(set) var same: [String: [String]] = [:]
  private var faults: [InputFault] = []

  var proposed: [Renumbering] {
    open.compactMap { question in
      question.proposal == .same
        ? nil
        : Renumbering(
          plan: question.plan, task: question.task,
          earlier: question.proposal == .another ? nil : question.earlier)
    }
  }

  /// - Throws: `LedgerRefused` with each line that does not fit.
  init(_ changes: [TaskChanges], _ entries: [RenumberingFile.Entry]) throws {
    var used: Set<RenumberingFile.Entry> = []
    for plan in changes {
      let numbers = Numbers(plan)
      let own = entries.filter { $0.plan == plan.plan || $0.plan == nil && numbers.knows($0) }
      used.formUnion(own)
      answer(numbers, own)
    }
    for entry in entries where !used.contains(entry) {
      refuse(entry, .numberNotChanged, entry.task)
    }
    replaced.formUnion(open.filter { $0.proposal == .another }.map(\.task))
    guard faults.isEmpty else { throw LedgerRefused(faults: faults) }
  }

  private mutating func answer(_ numbers: Numbers, _ entries: [RenumberingFile.Entry]) {
    let plan = numbers.changes.plan
    var (tasks, earlier): ([String: Int], [String: Int]) = ([:], [:])
    for entry in entries {
      if let line = tasks.updateValue(entry.place.line, forKey: entry.task) {
        refuse(entry, .numberTwice(otherLine: line), entry.task)
      }
      if entry.decision != .another, let number = entry.earlier,
        let line = earlier.updateValue(entry.place.line, forKey: number)
      {
        refuse(entry, .numberTwice(otherLine: line), number)
      }
      if let fault = numbers.fault(of: entry) { refuse(entry, fault.problem, fault.value) }
      if entry.isAnother || entry.earlier != entry.task {
        confirmed.append(
          Renumbering(
            plan: plan, task: entry.task, earlier: entry.isAnother ? nil : entry.earlier))
      }
      if entry.isAnother {
        replaced.insert(entry.task)
      } else if entry.earlier == entry.task {
        same[plan, default: []].append(entry.task)
      }
    }
    let moved = Set(entries.filter { !$0.isAnother && $0.earlier != $0.task }.compactMap(\.earlier))
    open += numbers.questions.filter { question in
      // Of a number that its task left it goes without saying that another has it: a new one, not one
      // that bore another number, too.
      let isNew = question.earlier == question.task || moved.contains(question.earlier)
      return tasks[question.task] == nil && !(isNew && moved.contains(question.task))
    }
  }

  private mutating func refuse(
    _ entry: RenumberingFile.Entry, _ problem: InputProblem, _ value: String
  ) {
    faults.append(InputFault(place: entry.place, problem: problem, value: value))
  }
}

extension RenumberingFile.Entry {
  fileprivate var isAnother: Bool { decision == .another }
}

/// The numbers of a plan's tasks, before and now.
private struct Numbers {
  let changes: TaskChanges
  let questions: [RenumberingFile.Question]
  private let before: [String: String]
  private let now: [String: String]

  init(_ changes: TaskChanges) {
    self.changes = changes
    questions = NumberQuestions(changes).all()
    before = Dictionary(
      (changes.gone + changes.unnumbered).map { ($0.task, $0.title) }
        + changes.retitled.map { ($0.task, $0.before.title) },
      uniquingKeysWith: { first, _ in first })
    now = Dictionary(
      changes.added.map { ($0.task, $0.title) } + changes.retitled.map { ($0.task, $0.now) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether an entry without a plan speaks of this one.
  func knows(_ entry: RenumberingFile.Entry) -> Bool { problem(of: entry) == nil }

  func fault(
    of entry: RenumberingFile.Entry
  ) -> (problem: InputProblem, value: String)? {
    if let problem = problem(of: entry) { return (problem, entry.task) }
    let titles = [
      (entry.titleNow, now[entry.task]), (entry.titleBefore, entry.earlier.flatMap { before[$0] }),
    ]
    for case (let said?, let title?) in titles where WordKey(said) != WordKey(title) {
      return (.numberOfOther(title: title), said)
    }
    return nil
  }

  /// Whether the ledger does what an entry says.
  private func problem(of entry: RenumberingFile.Entry) -> InputProblem? {
    let isChanged =
      switch entry.decision {
      case .another: now[entry.task] != nil
      case .same, .renumbered:
        now[entry.task] != nil
          && entry.earlier.map {
            before[$0] != nil && (entry.decision == .same || $0 != entry.task)
          }
            ?? false
      }
    return isChanged ? nil : .numberNotChanged
  }
}
