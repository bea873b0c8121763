import Domain
import Jobs
import Scoring
import Store

extension English {
  func job(_ failure: JobFailure) -> String {
    switch failure {
    case .unknownPlan(let id, let known): "there is no plan '\(id)'; there are: \(list(known))"
    case .sourceQuery(let id):
      "'\(id)' reads the office's own database: 'jibao snapshot', 'run' and 'check' run it"
    case .severalPlans(let known): "name one of the plans with --plan: \(list(known))"
    case .filesGone(let paths):
      "\(list(paths)), which the newest snapshot knew, \(paths.count == 1 ? "is" : "are") not there "
        + "any more; restore what is missing, or confirm that it is gone: "
        + "jibao snapshot --accept-loss file:\(paths.first ?? "")"
    case .otherLedger(let ledger, let bound):
      "the workspace is bound to the ledger '\(bound)', and jibao.yaml says '\(ledger)': a new history "
        + "would begin; set ledger: \(bound), or add --adopt-ledger"
    case .noPlan: "there is neither a plan file nor a snapshot"
    case .unknownPeriod(let id, let known):
      "the plan has no period '\(id)'; it has: \(list(known))"
    case .noRules(let plan, let day):
      "\(plan) has no scoring rules in force on \(day): add plans/\(plan)/rules/<date>.yaml"
    case .unknownUnit(let name, let nearest):
      "no single unit is called '\(name)'; nearest: \(list(nearest))"
    case .periodNotClosed(let period, let cutoff):
      "\(period) is not closed before \(cutoff); use --as-of for an earlier day"
    case .comparesMoments(let query):
      "\(query) sees two moments: use 'jibao diff --from DATE --to DATE'"
    case .comparesNothing(let report):
      "\(report) shows one day: --compare-with is for reports on changes, such as delta"
    case .asksForNoComments(let report):
      "\(report) is not sent out for comment: --comments-by is for papers that say the day, such as bulletin"
    case .nothingBefore(let day):
      "no cut-off of the plan lies before \(day): name a day with --compare-with"
    case .notEarlier:
      "the first day must be before the second; of one day, the first instant before the second"
    case .locked(let path): "another run is in progress (\(path))"
    case .unmarkedOutput(let folder, let token):
      "\(folder) does not bear this workspace's mark, though editions were made: is the share mounted? Nothing was published. If it is to be used as it is: cp \(token) \(folder)/"
    case .foreignOutput(let folder):
      "\(folder) bears another workspace's mark; nothing was published. Name another folder with 'output' in jibao.yaml, or copy the workspace's .jibao-ledger there if it is its own"
    case .unlockable(let path): "\(path) cannot be made or held"
    case .checksFailed(let count, let check, let detail):
      "\(count) blocking \(count == 1 ? "check" : "checks") failed, the first '\(title(check)): \(detail)'; a draft was made, see its 数据说明"
    case .lacksLedger(let report, let days):
      "\(report) stays a draft: the ledger of \(list(days.map(\.description))) was refused and lacks. Store it with 'jibao snapshot --effective-on DATE', or say that there is none: 'jibao report --period PERIOD --without-ledger-of DATE --reason …'"
    case .nothingLacked(let day, let asOf):
      "the report as of \(asOf) lacks no ledger of \(day): one of that day or a later one is stored"
    case .misnamedExport(let path):
      "\(path) is not loaded: its name is no day such as 2023-09-25"
    case .notAManifest(let path): "\(path) is not the manifest.json of an edition"
    case .laterFigures(let number):
      "the edition's figures follow rules \(number), which this program does not know: use the program that made it, or a later one"
    case .otherSnapshot(let sequence, let day):
      "the store does not have snapshot \(sequence) of \(day) that the manifest names: it is another store, or was altered; run 'jibao verify --against' with the manifest"
    case .definitionNotKept(let kind, let id, let hash):
      "the store has not kept \(kind) \(id) (SHA-256 \(hash.prefix(16))…) that the manifest names"
    case .unknownEdition(let name, let known):
      "there is no edition '\(name)'; there are: \(list(known))"
    case .notSentThen(let day, let first, let last):
      "the edition cannot have gone out on \(day): it shows \(first), and today is \(last)"
    case .otherWorkspace(let ledger, let since, let theirs, let folder, let own):
      "the ledger '\(ledger)' of this store is bound to another workspace (mark \(theirs), since \(since)); \(folder) has \(own.map { "mark \($0)" } ?? "no mark"); if they are two offices, give this one another 'ledger:' in jibao.yaml; if this workspace takes the place of the other, run the command once with --adopt-ledger"
    case .notAToken(let path):
      "\(path) is not the file that binds a workspace to its ledger: restore it, or remove it and run the command once with --adopt-ledger"
    case .unknownSnapshot(let number, let known):
      "there is no snapshot \(number); there are: \(list(known.map(String.init)))"
    case .withdrawnBefore(let name): "\(name) was withdrawn before"
    case .nothingRecordedAfter(let instant): "nothing was recorded after \(instant)"
    case .notTheSame(let count):
      "\(count) \(count == 1 ? "file is" : "files are") not the same as in the manifest"
    }
  }

  /// The English half of a title such as `新增任务 · New tasks`.
  private func title(_ title: String) -> String {
    let halves = title.split(separator: " · ").map(String.init)
    return halves.count == 2 ? halves[1] : title
  }

  func scoring(_ fault: ScoringFault) -> String {
    switch fault {
    case .emptyDenominator(let rule, let unit):
      "rule '\(rule)': a line of \(unit) has the denominator 0; only per_rate and rate_steps take such"
    case .tooLarge(let rule, let unit):
      "rule '\(rule)': the points of \(unit) are too great to be exact"
    }
  }

  func usage(_ usage: Usage) -> String {
    switch usage {
    case .exclusive(let one, let other): "\(one) and \(other) exclude each other"
    case .needs(let one, let other): "\(one) needs \(other)"
    case .notEmpty(let folder):
      "\(folder) is not empty: name a new folder, nothing is ever overwritten"
    case .issueNumber(let number): "--issue \(number) is no number of issue; one is from 1 to 9999"
    case .reserved(let folder, let owner):
      "\(folder) lies in \(owner), where it would be taken for an edition or an export: name a folder elsewhere"
    case .missing(let option): "\(option) is missing"
    case .toCome(let day, let option, let today):
      "\(option): \(day) has not come yet; today is \(today)"
    case .notAnInstant(let text, let option):
      "\(option): '\(text)' is neither a day such as 2023-09-25, nor a time such as 2023-09-25T17:00 or 2023-09-25T09:00:00Z"
    }
  }

  func initialise(_ refused: Initialise.Refused) -> String {
    switch refused {
    case .exists(let folder): "\(folder) is a workspace already"
    case .unknownExample(let name, let known):
      "there is no example '\(name)'; there are: \(list(known))"
    }
  }

  func notAWorkspace(folder: String) -> String {
    "\(folder) is no workspace: it has no jibao.yaml; make one with 'jibao init', or name it with --workspace"
  }

  func incompleteInstallation(folder: String) -> String {
    "\(folder) is missing: install again"
  }

  func damaged(_ count: Int) -> String { "not as they were made: \(count)" }

  func internalFault(_ error: String) -> String { "internal fault: \(error)" }
}
