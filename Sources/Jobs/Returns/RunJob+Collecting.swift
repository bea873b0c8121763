import Domain
import Store

extension Workspace {
  /// Where units' forms come back.
  public var returnsFolder: String { "\(folder)/returns" }
}

extension RunJob {
  /// Takes the forms that lie there before the ledger is read, where the office says so; else says
  /// that there are some, but not when the day of a cut-off closes.
  func collect(in store: LedgerStore, _ outcome: inout Outcome) {
    do {
      let folder = workspace.returnsFolder
      guard try !CollectedRound.names(in: folder).isEmpty else { return }
      let isCutOff = try workspace.plans.contains { $0.plan.calendar.contains { $0.cutoff == day } }
      guard workspace.collectsAutomatically || !isCutOff else { return }
      for plan in try workspace.planIDs(in: store) {
        try collect(plan, from: folder, in: store, &outcome)
      }
    } catch {
      outcome.fail(.returns, error)
    }
  }

  private func collect(
    _ plan: String, from folder: String, in store: LedgerStore, _ outcome: inout Outcome
  ) throws {
    var request = CollectJob.Request()
    (request.plan, request.accepts) = (plan, workspace.collectsAutomatically)
    let job = CollectJob(workspace, clock: JobClock(now: clock.now, today: day), verdict: verdict)
    let collected: CollectOutcome
    do {
      collected = try job.collect(request, in: store)
    } catch JobFailure.noForms {
      return
    }
    // Forms of another plan have their turn.
    let new = try collected.refused.filter { form in
      let isOthers = form.faults.contains {
        if case .otherPlan = $0.problem { true } else { false }
      }
      return try !isOthers && form.copy(in: folder) == nil
    }
    outcome.refusedForms += new
    if !new.isEmpty { outcome.fail(.returns, FormsRefused(new)) }
    for failure in collected.failures { outcome.fail(.returns, failure) }
    outcome.collected = outcome.collected || !collected.returns.isEmpty
    let waiting = workspace.collectsAutomatically ? 0 : collected.collected.count
    if waiting > 0 { outcome.notices.append(.formsReturned(waiting)) }
  }
}
