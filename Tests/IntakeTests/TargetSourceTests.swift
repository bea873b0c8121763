import Domain
import Intake
import Testing

/// 同源指标: one value, entered once, shown wherever it is repeated.
@Suite struct TargetSourceTests {
  /// Targets as `plan id same_as actual observed_on`, `-` for an empty cell, of a ledger with the
  /// plans p and q.
  static func targets(_ rows: String...) -> LedgerFixture {
    let lines = rows.map { row in
      let cells = row.split(separator: " ").map { $0 == "-" ? "" : String($0) }
      return "\(cells[0]),\(cells[1]),1,数,≥,100,\(cells[3]),\(cells[4]),\(cells[2])"
    }
    return LedgerFixture([
      "ledger.csv": "方案,序号,任务,牵头单位\np,1,甲,市工信局\nq,1,乙,市工信局\nr,1,丙,市工信局\n",
      "targets.csv": (["方案,编号,任务,指标,口径,目标值,完成值,统计日期,同源指标"] + lines)
        .joined(separator: "\n"),
    ])
  }

  /// The stored targets as `plan id same_as actual observed_on`.
  static func stored(_ outcome: LedgerFixture.Outcome) -> [String] {
    outcome.rows.filter { $0.table == .target }.map { row in
      let values = Dictionary(
        uniqueKeysWithValues: zip(row.table.columns.map(\.name), row.values))
      func text(_ name: String) -> String {
        switch values[name] {
        case .text(let text): text
        case .integer(let integer): "\(integer / 1_000_000)"
        default: "-"
        }
      }
      return ([row.plan] + ["target", "same_as", "actual", "observed_on"].map(text))
        .joined(separator: " ")
    }
  }

  static let joined: [([String], [String])] = [
    (["p T1 - 80 2023-09-20", "p T2 T1 - -"], ["p T1 - 80 2023-09-20", "p T2 T1 80 2023-09-20"]),
    // The one that repeats is the one that is filled.
    (["p T1 - - -", "p T2 T1 80 2023-09-20"], ["p T1 - 80 2023-09-20", "p T2 T1 80 2023-09-20"]),
    // A chain, and two that repeat one.
    (
      ["p T3 T2 - -", "p T2 T1 - -", "p T1 - 80 2023-09-20"],
      ["p T3 T2 80 2023-09-20", "p T2 T1 80 2023-09-20", "p T1 - 80 2023-09-20"]
    ),
    (
      ["p T1 - - -", "p T2 T1 - -", "p T3 T1 80 2023-09-20"],
      ["p T1 - 80 2023-09-20", "p T2 T1 80 2023-09-20", "p T3 T1 80 2023-09-20"]
    ),
    // Another plan, named or found.
    (
      ["p T1 - 80 2023-09-20", "q T2 T1 - -"], ["p T1 - 80 2023-09-20", "q T2 p/T1 80 2023-09-20"]
    ),
    (
      ["p T1 - 80 2023-09-20", "q T1 p/T1 - -"],
      ["p T1 - 80 2023-09-20", "q T1 p/T1 80 2023-09-20"]
    ),
    (["q A/1 p/A/1 - -", "p A/1 - 80 -"], ["q A/1 p/A/1 80 -", "p A/1 - 80 -"]),
    // The plan's own comes before another's.
    (
      ["p T1 - 80 -", "q T1 - 70 -", "q T2 T1 - -"],
      ["p T1 - 80 -", "q T1 - 70 -", "q T2 T1 70 -"]
    ),
    // Equal values; a day without one is filled in, a value of its own keeps its day.
    (["p T1 - 80 2023-09-20", "p T2 T1 80 -"], ["p T1 - 80 2023-09-20", "p T2 T1 80 2023-09-20"]),
    (
      ["p T1 - 80 2023-09-20", "p T2 T1 80.0 2023-09-10"],
      ["p T1 - 80 2023-09-20", "p T2 T1 80 2023-09-10"]
    ),
    (["p T1 - - -", "p T2 T1 - -"], ["p T1 - - -", "p T2 T1 - -"]),
    (["p T1 - 0 -", "p T2 T1 - -"], ["p T1 - 0 -", "p T2 T1 0 -"]),
  ]

  @Test(arguments: joined)
  func valuesAreJoined(_ rows: [String], _ expected: [String]) throws {
    var fixture = Self.targets()
    fixture.files["targets.csv"] =
      (fixture.files["targets.csv"] ?? []) + Self.lines(rows)
    let outcome = try fixture.read()
    #expect(outcome.lines == [])
    #expect(Self.stored(outcome) == expected)
  }

  private static func lines(_ rows: [String]) -> [UInt8] {
    rows.flatMap { row -> [UInt8] in
      let cells = row.split(separator: " ").map { $0 == "-" ? "" : String($0) }
      return Array(
        "\n\(cells[0]),\(cells[1]),1,数,≥,100,\(cells[3]),\(cells[4]),\(cells[2])".utf8)
    }
  }

  /// 80 个 are not 80 万个.
  @Test func measuresThatDifferAreErrors() throws {
    func lines(_ measure: String) throws -> [String] {
      try LedgerFixture([
        "targets.csv":
          "编号,任务,指标,口径,目标值,计量单位,完成值,同源指标\nT1,1,数,≥,100,个,80,\nT2,1,数,≥,1,\(measure),,T1\n"
      ]).read().lines
    }
    #expect(
      try lines("万个").map { $0.replacing(#/:\d+ /#, with: " ") } == [
        "targets.csv:3 target-measures-differ T1"
      ])
    #expect(try lines("个").isEmpty && lines("").isEmpty)
  }

  @Test func valuesThatDifferAreErrors() throws {
    let outcome = try Self.targets(
      "p T1 - 80 -", "p T2 T1 95 -", "q T3 p/T2 80 -", "q T4 T3 70 -"
    ).read()
    #expect(
      outcome.lines == [
        "targets.csv:3:16 target-values-differ 95", "targets.csv:5:16 target-values-differ 70",
      ])
    #expect(
      outcome.faults.map(\.problem) == [
        .targetValuesDiffer(other: "80", at: .line(2)),
        .targetValuesDiffer(other: "80", at: .line(2)),
      ])
    #expect(outcome.rows.allSatisfy { $0.table != .target })
  }

  @Test func ringsAreErrors() throws {
    let outcome = try Self.targets("p T1 q/T2 80 -", "q T2 p/T1 80 -", "p T3 T3 - -").read()
    #expect(
      outcome.faults.map(\.problem) == [
        .referenceCircle(["T1", "T2", "T1"]), .referenceCircle(["T3", "T3"]),
      ])
  }

  @Test func sourcesThatAreNotThere() throws {
    let outcome = try Self.targets("p T1 T9 - -", "q X - - -", "r X - - -", "p T2 X - -").read()
    #expect(
      outcome.faults.map(\.problem) == [
        .unknownTarget(nearest: ["T1", "T2"]), .ambiguousTarget(["q/X", "r/X"]),
      ])
  }

  /// A target that is refused for its task is no unknown one besides.
  @Test func refusedTargetsAreNotUnknownBesides() throws {
    var fixture = Self.targets("p T1 - 80 -", "p T2 T1 - -")
    fixture.files["targets.csv"] = Array(
      "方案,编号,任务,指标,口径,目标值,同源指标\np,T1,99,数,≥,100,\np,T2,1,数,≥,100,T1\n".utf8)
    #expect(try fixture.read().faults.map(\.problem.code) == ["unknown-task"])
  }
}

/// Periods that submissions name.
@Suite struct PeriodTests {
  /// By the name that the calendar gives it, or its id without the year, however it is written.
  @Test(arguments: [
    "一季度", "第一季度", "1季度", "一 季度", "Q1", "q1", "２０２３－Ｑ１", "第１季度",
  ])
  func periodsAreKnownByTheirNames(_ written: String) throws {
    var fixture = LedgerFixture(["submissions.csv": "单位,期别\n市工信局,\(written)\n"])
    fixture.periodNames = [
      "p": [("2023-Q1", "一季度"), ("2023-H1", "上半年"), ("2023-Q3", "前三季度")].map {
        LedgerReader.PeriodName(id: $0, name: $1)
      }
    ]
    let problem = try fixture.read().faults.map(\.problem).last
    #expect(
      problem
        == .unknownPeriod(
          nearest: "2023-Q1（一季度）", known: ["2023-Q1（一季度）", "2023-H1（上半年）", "2023-Q3（前三季度）"]))
  }

  @Test func unknownPeriodsAreSaidWithTheNearest() throws {
    var fixture = LedgerFixture([
      "submissions.csv":
        "单位,期别,报送日期\n市工信局,2023-Q5,2023-04-10\n市政务办,2023-Q5,2023-04-10\n市发改委,2023-Q1,2023-04-10\n"
    ])
    let known = ["2023-Q1", "2023-H1", "2023-Q3", "2023-FY"]
    fixture.periods = ["p": known]
    let outcome = try fixture.read()
    #expect(outcome.lines == ["submissions.csv:2:6 ?unknown-period 2023-Q5"])
    #expect(outcome.faults.map(\.problem) == [.unknownPeriod(nearest: "2023-Q1", known: known)])
    #expect(outcome.table("submission").count == 3)
    fixture.periods = [:]
    #expect(try fixture.read().lines == [])
  }
}
