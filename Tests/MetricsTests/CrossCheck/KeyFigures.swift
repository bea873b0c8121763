import Foundation

/// The rows of `key_figures`, made from the independent figures.
struct KeyFigures {
  let rows: [[String]]

  init(_ figures: Figures) {
    func of(_ path: String) -> String { figures.values[path] ?? "none" }
    func plan(_ name: String) -> String { of("plan/" + name) }
    let number = { (path: String) in Int(of(path)) ?? 0 }
    let compared = number("plan/behind") + number("plan/ahead") + number("plan/on_schedule")
    let quotas = figures.values.filter {
      $0.key.hasPrefix("publications/") && $0.key.hasSuffix("/quota") && $0.value != "0"
    }
    let met = quotas.filter { path, quota in
      number(path.replacingOccurrences(of: "/quota", with: "/published")) >= Int(quota) ?? 0
    }
    let newest = ["2023-FY", "2023-Q3", "2023-H1", "2023-Q1"].first {
      figures.values["submissions/\($0)/owed"] != nil
    }
    let reports = "submissions/\(newest ?? "")/"
    rows = [
      ["figure", "numerator", "denominator"],
      ["due_completion", plan("due_completed"), plan("due")],
      ["on_time", plan("on_time"), plan("due")],
      ["overdue", plan("by_effective_due/overdue"), plan("due")],
      ["schedule_behind", plan("behind"), "\(compared)"],
      ["not_filled", plan("not_filled"), plan("counted")],
      ["completion", plan("completed"), plan("counted")],
      ["acceptance", plan("accepted"), plan("counted")],
      ["expected_completion", plan("expected"), plan("counted")],
      ["period_due_completion", plan("due_in_period/completed"), plan("due_in_period/total")],
      ["late", plan("by_effective_due/late"), plan("done")],
      ["submissions_on_time", of(reports + "on_time"), of(reports + "owed")],
      ["publications_met", "\(met.count)", "\(quotas.count)"],
      ["rectified", of("rectifications/struck_off"), of("rectifications/found")],
      ["targets_met", of("targets/counts/hard/met"), of("targets/counts/hard/total")],
    ]
  }
}
