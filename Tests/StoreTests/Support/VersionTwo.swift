import Definitions
import Domain
import Store
import TestSupport

/// The ledger that `version-2.sql` keeps, as it is read today: what was an own column of a target
/// and became one of the register is one of the register.
enum VersionTwo {
  /// The rows of its first, its middle and its last snapshot: `step` 1, 2 and 3.
  static func rows(_ step: Int) -> [LedgerRow] {
    units + ["p", "q"].flatMap { tasks(step, plan: $0) } + targets(step) + [
      row(
        .milestone, "p", 2,
        ["task": "1", "milestone": "开工", "due_on": "2023-03-31", "completed_on": "2023-03-30"])
    ]
  }

  /// Hands the ledger over.
  static func hand(_ step: Int, to sink: (LedgerRow) throws -> Void) throws -> SnapshotContent {
    let rows = rows(step)
    for row in rows { try sink(row) }
    let registers: [Register] = [.units, .ledger, .targets, .milestones]
    return SnapshotContent(
      sources: registers.map { register in
        .init(
          register: register, file: "\(register).csv", hash: ContentHash(of: "\(register)"),
          rowCount: rows.count { $0.table == .of(register) })
      }, plans: ["p", "q"], ownColumns: ["专班", "备考"])
  }

  private static let units: [LedgerRow] =
    ["市发改委", "市教育局", "高新区"].enumerated().map { index, name in
      row(
        .unit, "", index + 2,
        [
          "unit": "u\(index + 1)", "name": name, "aliases": index == 0 ? "发改委;市发展改革委" : nil,
          "ranking_group": "部门", "official_order": "\(index + 1)", "is_group": "0",
        ])
    } + [
      row(.unit, "", 5, ["unit": "all", "name": "各部门", "is_group": "1", "members": "u1;u2"]),
      row(.unitMember, "", 5, ["unit": "all", "member": "u1"]),
      row(.unitMember, "", 5, ["unit": "all", "member": "u2"]),
    ]

  private static func tasks(_ step: Int, plan: String) -> [LedgerRow] {
    (1...4).filter { step != 3 || $0 != 4 || plan == "q" }.flatMap { number -> [LedgerRow] in
      let hasID = plan == "q" && number == 4
      let key = hasID ? "编4" : "\(number)"
      let isDone = number == 1 && step >= 2
      let line = number * 2 + (plan == "q" ? 1 : 0)
      let values: [String: String?] = [
        "task": key, "number": hasID ? nil : key, "number_text": hasID ? nil : key,
        "number_order": hasID ? nil : NaturalOrder.key(of: key), "section": "一、经济",
        "title": "任务\(number)" + (plan == "p" && number == 2 && step == 3 ? "（改）" : ""),
        "lead_units": "市发改委", "leaders": "张三", "due_on": "2023-12-31",
        "starts_on": "2023-01-01", "status": isDone ? "completed" : "in_progress",
        "progress": "\(100_000 * number + 50_000 * step)",
        "completed_on": isDone ? "2023-06-20" : nil,
        "extra": number == 3 ? nil : own([("专班", "第\(number)组"), ("备考", "é")]),
      ]
      return [
        row(.task, plan, line, values),
        row(.taskUnit, plan, line, ["task": key, "role": "lead", "ordinal": "1", "unit": "u1"]),
        row(
          .taskLeader, plan, line,
          ["task": key, "ordinal": "1", "leader": "张三", "assisting": "0"]),
      ]
    }
  }

  private static func targets(_ step: Int) -> [LedgerRow] {
    let values: [[String: String?]] = [
      [
        "actual": "\(step * 1_000_000)", "unit": "u1", "due_on": "2023-06-30", "note": "按季报",
        "extra": own([("专班", "第一组")]),
      ],
      // Of no unit that is known and on no day: they stay what they were.
      ["note": "无", "extra": own([("单位", "某公司"), ("时限", "年底")])],
      ["due_on": "2023-09-30", "unit": "u2", "note": "见附件"],
      [:],
    ]
    return values.enumerated().map { index, values in
      let target = "t\(index + 1)"
      let common = [
        "target": target, "task": "1", "indicator": "指标\(target)", "comparison": ">=",
        "target_value": "100000000", "unit_of_measure": "个", "kind": "cumulative",
      ]
      return row(.target, "p", index + 2, common.merging(values.compactMapValues { $0 }) { $1 })
    }
  }

  private static func own(_ columns: [(String, String)]) -> String {
    columns.map { "\($0)\u{1F}\($1)" }.joined(separator: "\u{1E}")
  }

  private static func row(
    _ table: LedgerTable, _ plan: String, _ line: Int, _ texts: [String: String?]
  ) -> LedgerRow {
    let values = table.columns.map { column -> Value in
      let text = texts[column.name] ?? nil
      switch column.kind {
      case .integer: return text.flatMap { Int64($0) }.map(Value.integer) ?? .null
      case .text, .date:
        return text.map(Value.text) ?? (table.keys.contains(column) ? .text("") : .null)
      }
    }
    return LedgerRow(table: table, plan: plan, values: values, line: line)
  }
}
