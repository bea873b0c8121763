import Database
import Definitions
import Domain
import TestSupport
import Testing

/// How SQLite goes about every shipped query on a ledger of a thousand tasks: nothing that grows
/// with the ledger, or with its history, is read again and again.
@Suite struct QueryPlanTests {
  /// Tables of a few rows whatever the ledger: what the plan says, and one row for each snapshot.
  private static let small: Set<String> = [
    "held", "known", "late", "calendar", "light_rule", "quota", "publication_level", "rule_name",
    "known_snapshot", "past_number", "paper_setting", "paper_day", "tally", "day",
  ]
  /// Parts of queries of which the same holds: cut-offs, and lists that stand in the query.
  private static let smallParts: Set<String> = [
    "reached", "placed", "ends", "span", "newest", "role", "step", "threshold", "plan_sum",
    "relation_sum", "extent", "stages", "tallied", "lit", "part", "relation", "band", "figure",
    "now_sum", "now_report", "then_sum", "then_report", "told_sum", "entry_sum",
    "figure_side", "whole", "crossed", "rate_change", "bound",
  ]

  private static let ledger: SmallLedger = {
    func tasks(_ progress: Int) -> String {
      let rows = (1...1_000).map { task in
        let state =
          task % 3 == 0
          ? "已完成,100%,2023-0\(1 + task % 4)-15"
          : "进行中,\(30 + task % 40 + (task % 20 == 0 ? -progress : progress))%,"
        return "\(task),\(task % 10 == 0 ? String(task - 1) : ""),分类\(task % 20),任务\(task),"
          + "市长\(task % 4),\(["甲局", "乙局", "丙县"][task % 3]),各县区,2023-12-\(10 + task % 20),\(state)"
      }
      return "序号,上级任务,分类,任务,牵头领导,牵头单位,责任单位,完成时限,状态,进度,完成日期\n"
        + rows.joined(separator: "\n") + "\n"
    }
    func rows(_ heading: String, _ row: (Int) -> String) -> String {
      heading + "\n" + (1...500).map { row($0) + "\n" }.joined()
    }
    let others: [Register: String] = [
      .milestones: rows("任务,节点,单位,时限,完成日期") { "\($0),初稿,甲局,2023-02-28,2023-02-20" },
      .targets: rows("编号,任务,指标,口径,目标值,类型,完成值,统计日期") {
        "T\($0),\($0),办件,≥,100,累计,90,2023-03-01"
      },
      .assignments: rows("任务,单位,角色,状态,进度,完成日期") { "\($0),甲局,责任,进行中,30%," },
      .extensions: rows("任务,申请日期,批准日期,新时限") {
        "\($0),2023-02-01,2023-02-03,2023-12-30"
      },
      .rectifications: rows("编号,任务,单位,问题,发现日期,时限,完成日期,销号日期") {
        "Z\($0),\($0),甲局,问题,2023-02-01,2023-02-20,2023-02-18,2023-02-25"
      },
      .events: rows("单位,任务,日期,类别,数量,依据") { "甲局,\($0),2023-02-02,批示表扬,1,简报" },
      .publications: rows("单位,报送日期,刊发日期,媒体,级别,标题,核实") {
        "甲局,2023-02-01,2023-02-03,日报,省级,标题\($0),是"
      },
    ]
    var ledger = SmallLedger(tasks(0), others, on: "2023-03-01")
    ledger.add(on: "2023-04-20", tasks(10), others)
    ledger.add(on: "2023-06-20", tasks(25), others)
    return ledger
  }()

  @Test func nothingThatGrowsIsReadInALoop() throws {
    let open = try Self.ledger.at("2023-06-25", since: "2023-03-20")
    for id in DefinitionLibrary.shipped.queryIDs {
      let query = try DefinitionLibrary.shipped.query(id)
      let plan = try open.connection.rows(
        of: "EXPLAIN QUERY PLAN \(query.body)", open.parameters(of: query))
      let steps = plan.map { row in
        Step(id: row[0].integer ?? 0, parent: row[1].integer ?? 0, detail: row[3].text ?? "")
      }
      #expect(!steps.isEmpty)
      let found = Plan(steps: steps, tables: Self.tables(of: query.body)).repeated()
      #expect(found == [], "\(id)\n\(steps.map(\.detail).joined(separator: "\n"))")
    }
  }

  /// What reads like a search, and is a look through all versions of the plan.
  @Test func aLoopIsFound() {
    func repeated(_ details: String...) -> [String] {
      let steps = details.enumerated().map {
        Step(id: Int64($0.offset + 1), parent: 0, detail: $0.element)
      }
      let tables = ["b": Set(["number_borne"]), "v": ["task_version"], "h": ["held"]]
      return Plan(steps: steps, tables: tables).repeated()
    }
    #expect(
      repeated("SCAN h", "SCAN b", "SEARCH v USING INDEX i (ledger=? AND plan=? AND task=?)") == [])
    #expect(repeated("SEARCH v USING INDEX i (ledger=? AND plan=?)", "SCAN b") == ["SCAN b"])
    #expect(
      repeated("SCAN b", "SEARCH v USING INDEX i (ledger=? AND plan=?)")
        == ["SEARCH v USING INDEX i (ledger=? AND plan=?)"])
  }

  /// The tables that each name stands for.
  private static func tables(of body: String) -> [String: Set<String>] {
    let code = body.split(separator: "\n").filter { !$0.trimmingPrefix(/\s+/).hasPrefix("--") }
      .joined(separator: "\n")
    return code.matches(of: /(?:FROM|JOIN)\s+([a-z_]+)\s+AS\s+([a-z0-9]+)/)
      .reduce(into: [:]) { $0[String($1.2), default: []].insert(String($1.1)) }
  }

  private struct Step {
    let id: Int64
    let parent: Int64
    let detail: String
  }

  /// Steps in the order in which they are nested.
  private struct Plan {
    let steps: [Step]
    let tables: [String: Set<String>]

    func repeated() -> [String] { repeated(below: 0, isInLoop: false) }

    private func repeated(below parent: Int64, isInLoop: Bool) -> [String] {
      var found: [String] = []
      var isInner = isInLoop
      for step in steps where step.parent == parent {
        guard let read = step.detail.prefixMatch(of: /(SCAN|SEARCH) (\w+)/), read.2 != "CONSTANT"
        else {
          // Others than correlated ones are made once, also where they stand in a loop.
          let isOnce = ["MATERIALIZE", "CO-ROUTINE", "LIST", "SCALAR"].contains {
            step.detail.hasPrefix($0)
          }
          let isEach = step.detail.hasPrefix("CORRELATED") || (isInLoop && !isOnce)
          found += repeated(below: step.id, isInLoop: isEach)
          continue
        }
        let name = String(read.2)
        let names = tables[name] ?? [name]
        if isInner, !isSmall(names), read.1 == "SCAN" || isWhole(step.detail) {
          found.append(step.detail)
        }
        found += repeated(below: step.id, isInLoop: isInner)
        // The row of a day, or the days of a year, stand for few, not for a loop.
        let isDay = step.detail.contains(/\((?:day=|rowid=|rowid>)\?/)
        isInner = isInner || !(isSmall(names) || isDay)
      }
      return found
    }

    private func isSmall(_ names: Set<String>) -> Bool {
      names.isSubset(of: QueryPlanTests.small.union(QueryPlanTests.smallParts))
    }

    /// All versions that a plan or a ledger has.
    private func isWhole(_ detail: String) -> Bool {
      detail.hasSuffix("(ledger=?)") || detail.hasSuffix("(ledger=? AND plan=?)")
    }
  }
}
