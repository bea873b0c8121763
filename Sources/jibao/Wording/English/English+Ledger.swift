import Domain
import Intake
import Jobs

extension English {
  func loss(_ loss: Loss, name: String, newColumns: [String]) -> String {
    if case .file(let path) = loss.thing {
      return "\(path), which the newest snapshot knew, is not there any more: restore it; "
        + "if it is rightly gone, add --accept-loss \(name)"
    }
    let names = loss.names.isEmpty ? "" : " (gone: \(list(loss.names)))"
    let columns =
      newColumns.isEmpty
      ? "" : "; new headings are \(list(newColumns)): if one of them is meant, call it as before"
    // Where several plans are stopped, the name says which.
    let plan = name.contains("@") ? "\(loss.plan): " : ""
    return """
      \(plan)\(thing(loss.thing)): there were \(loss.before), of these there are \
      \(loss.now)\(names)\(columns); if that is right, add --accept-loss \(name)
      """
  }

  private func thing(_ thing: Loss.Thing) -> String {
    switch thing {
    case .plan(let id): "tasks of the plan \(id)"
    case .register(let register): "rows of \(register.rawValue)"
    case .column(let register, let column): "values of \(register.rawValue).\(column.id)"
    case .file(let path): path
    }
  }

  func stopped(_ day: Day) -> String { "the ledger of \(day) is stopped; nothing was stored" }

  func questions(_ count: Int) -> String {
    "numbers that may have another task than before: \(count)"
  }

  func question(_ question: RenumberingFile.Question) -> String {
    let isSame = question.earlier == question.task
    let titles =
      question.titleBefore == question.titleNow
      ? question.titleNow : "\(question.titleBefore) → \(question.titleNow)"
    let earlier = TaskKey.isUnnumbered(question.earlier) ? "no number" : question.earlier
    let numbers = isSame ? question.task : "\(earlier) → \(question.task)"
    return "\(question.plan) \(numbers): \(titles) (\(decision(question.proposal))?)"
  }

  private func decision(_ decision: RenumberingFile.Decision) -> String {
    switch decision {
    case .same: "the same task"
    case .another: "another task"
    case .renumbered: "renumbered"
    }
  }

  func more(_ count: Int) -> String { "… and \(count) more" }

  func answer(_ file: LedgerStopped.File?) -> String {
    guard let file else { return "'jibao snapshot' writes them into a file, to be decided" }
    if let failure = file.failure { return "\(file.path): \(system(failure))" }
    return "decide each line of \(file.path), then add --renumber \(file.path)"
  }

  func ledger(_ notice: LedgerNotice) -> String {
    switch notice {
    case .columnLost(let loss):
      "\(thing(loss.thing)): there were \(loss.before), the column is gone"
    case .ownColumnLost(let heading): "the column \(heading) is not in the ledger any more"
    case .registerAbsent(let register, let rows):
      "there is no file of \(register.rawValue) any more: its rows (\(rows)) stay as they were"
    case .columnsTaken(let register, let headings):
      "\(list(headings)) of \(register.rawValue), so far columns of your own, are columns of the "
        + "register now; what the rows say stays the same"
    case .nothingLost(let accepted): "--accept-loss \(accepted.thing.name): there is no such loss"
    }
  }
}
