import Domain
import Foundation

/// The rows of `key_figures`, made from the independent figures.
struct KeyFigures {
  let rows: [[String]]

  init(_ figures: Figures, _ plan: Plan, isClosing: Bool) {
    func of(_ path: String) -> String { figures.values[path] ?? "none" }
    func whole(_ name: String) -> String { of("plan/" + name) }
    let number = { (path: String) in Int(of(path)) ?? 0 }
    let compared = ["behind", "slightly_behind", "on_schedule", "ahead"]
      .map { number("plan/" + $0) }.reduce(0, +)
    let quotas = figures.values.filter {
      $0.key.hasPrefix("publications/") && $0.key.hasSuffix("/quota") && $0.value != "0"
    }
    let met = quotas.filter { path, quota in
      number(path.replacingOccurrences(of: "/quota", with: "/published")) >= Int(quota) ?? 0
    }
    let newest = plan.calendar.last { figures.values["submissions/\($0.id)/owed"] != nil }
    let reports = newest.map { "submissions/\($0.id)/" }
    func ofReports(_ name: String) -> String { reports.map { of($0 + name) } ?? "0" }
    let late =
      isClosing
      ? [["unfinished", whole("unfinished"), whole("due")]]
      : [
        ["overdue", whole("by_effective_due/overdue"), whole("due")],
        ["due_today", whole("due_on_the_day_open"), whole("due")],
      ]
    let first = [
      ["figure", "numerator", "denominator"],
      ["due_completion", whole("due_completed"), whole("due")],
      ["on_time", whole("on_time"), whole("due")],
    ]
    rows =
      first + late + [
        ["schedule_behind", whole("behind"), "\(compared)"],
        ["slightly_behind", whole("slightly_behind"), "\(compared)"],
        ["not_filled", whole("not_filled"), whole("counted")],
        ["completion", whole("completed"), whole("counted")],
        ["acceptance", whole("accepted"), whole("counted")],
        ["expected_completion", whole("expected"), whole("counted")],
        ["period_due_completion", whole("due_in_period/completed"), whole("due_in_period/total")],
        ["late", whole("by_effective_due/late"), whole("done")],
        ["submissions_on_time", ofReports("on_time"), ofReports("owed")],
        ["publications_met", "\(met.count)", "\(quotas.count)"],
        ["rectified", of("rectifications/struck_off"), of("rectifications/found")],
        ["targets_met", of("targets/counts/hard/met"), of("targets/counts/hard/due")],
        [
          "targets_on_schedule", of("targets/counts/hard/on_schedule"),
          of("targets/counts/hard/paced"),
        ],
      ]
  }
}
