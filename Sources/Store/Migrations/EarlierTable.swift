import Definitions
import Domain

/// A table of row versions as versions 1 and 2 had it: their hashes run over these values, in this
/// order.
struct EarlierTable {
  let name: String
  let keys: [String]
  let values: [String]

  var columns: [String] { keys + values }

  /// The hash of a row in the form of versions 1 and 2.
  func hash(plan: String, values: some Sequence<Value>) -> ContentHash {
    RowForm(inOrder: name, plan: plan, values: values).hash
  }

  static func named(_ name: String) -> EarlierTable? { all.first { $0.name == name } }

  static let all: [EarlierTable] = [
    .init(
      name: "unit", keys: ["unit"],
      values: [
        "name", "aliases", "kind", "ranking_group", "official_order", "valid_from", "valid_to",
        "successor", "is_group", "members", "extra",
      ]),
    .init(name: "unit_member", keys: ["unit", "member"], values: []),
    .init(
      name: "task", keys: ["task"],
      values: [
        "number", "parent", "section", "title", "leaders", "lead_units", "collect_units",
        "responsible_units", "support_units", "owner", "phone", "key_task", "starts_on", "due_on",
        "status", "progress", "completed_on", "accepted_on", "expected_on", "outlook",
        "progress_note", "delay_reason", "reason_kind", "next_step", "needs_coordination",
        "escalate_to", "chase_by", "evidence", "change_basis", "note", "extra",
      ]),
    .init(name: "task_unit", keys: ["task", "role", "ordinal"], values: ["unit"]),
    .init(name: "task_leader", keys: ["task", "ordinal"], values: ["leader", "assisting"]),
    .init(
      name: "assignment", keys: ["task", "unit", "role"],
      values: ["status", "progress", "completed_on", "progress_note", "reported_on", "extra"]),
    .init(
      name: "milestone", keys: ["task", "milestone", "unit"],
      values: ["due_on", "completed_on", "extra"]),
    .init(
      name: "target", keys: ["target"],
      values: [
        "task", "indicator", "comparison", "target_value", "unit_of_measure", "kind", "nature",
        "base", "actual", "observed_on", "same_as", "extra",
      ]),
    .init(
      name: "extension", keys: ["task", "requested_on"],
      values: ["approved_on", "new_due_on", "extra"]),
    .init(
      name: "submission", keys: ["unit", "period"],
      values: ["submitted_on", "quality", "returned", "note", "extra"]),
    .init(
      name: "publication",
      keys: [
        "ordinal", "unit", "submitted_on", "published_on", "outlet", "level", "title", "verified",
      ], values: ["extra"]),
    .init(
      name: "rectification", keys: ["rectification"],
      values: [
        "task", "unit", "found_by", "problem", "measure", "owner", "found_on", "due_on",
        "completed_on", "accepted_on", "extra",
      ]),
    .init(
      name: "event",
      keys: ["ordinal", "unit", "task", "occurred_on", "kind", "quantity", "basis", "note"],
      values: ["extra"]),
  ]
}
