import Foundation
import TestSupport
import Testing

/// Rows of a plan that the workspace does not know stop that plan alone, not its neighbours.
@Suite(.onEachEngine) struct UnknownPlanTests {
  private static let plan = "title: 2023年民生实事\noffice: 某市人民政府办公室\nplace: 某市\nyears: [2023]\n"

  /// An office of two plans, `p` and `q`.
  private func office() throws -> SmallOffice {
    let office = try SmallOffice()
    try office.write(Self.plan, to: "plans/q/plan.yaml")
    try office.write("units", "编号,名称\nu1,甲局\n")
    return office
  }

  private func tasks(_ plan: String, _ numbers: ClosedRange<Int> = 1...3) -> String {
    numbers.map { "\(plan),\($0),\(plan)的第\($0)项,甲局,2023-03-31,推进中,20%\n" }.joined()
  }

  private func write(_ rows: String, milestones: String = "", in office: SmallOffice) throws {
    try office.write("ledger", "方案,序号,任务,牵头单位,完成时限,状态,进度\n" + rows)
    guard !milestones.isEmpty else { return }
    try office.write("milestones", "方案,任务,节点,时限,完成日期\n" + milestones)
  }

  /// Tasks of an unknown plan as a foreign office would write them: not one cell of them is read.
  private static let foreign = "x,1,外地任务,某省厅,2023-02-30,搁置中,300%\nx,2,外地任务,,,,\n"

  private static let refused = """
    没有方案“x”：该方案共2行未予收取（第 8、9 行）
      → 已有方案：p、q；新方案需要 plans/<编号>/plan.yaml
    """

  @Test func itsNeighboursAreStoredAndReported() throws {
    let office = try office()
    let milestones = "p,1,初稿,2023-03-01,\nx,2,初稿,2023-13-01,\nq,1,初稿,2023-03-01,\n"
    try write(
      tasks("p") + tasks("q") + Self.foreign, milestones: milestones, in: office)
    let checked = try office.run(["check", "--lang", "zh"])
    #expect(checked.status == 3)
    #expect(checked.errors.contains("ledger.csv:8:1：\(Self.refused)"), "\(checked)")
    #expect(checked.errors.contains("milestones.csv:3:1：没有方案“x”：该方案共1行"), "\(checked)")
    #expect(checked.errors.hasSuffix("有1个方案未在本单位设置，其数据未予收取；其余方案不受影响\n"))
    #expect(try office.history().isEmpty)
    for hour in [10, 11] {
      let run = try office.run(["run", "--lang", "zh"], at: "2023-04-25T\(hour):00:00Z")
      #expect(run.status == 3)
      #expect(run.errors.contains(Self.refused) == (hour == 10), "\(run)")
    }
    #expect(try office.history().count == 1)
    #expect(try office.history("editions").map { $0["plan"] as? String } == ["p", "q"])
    let query = try office.run(["query", "metrics/completion", "--plan", "q", "--json"])
    #expect(query.output.contains("\"in_force\" : 3"), "\(query)")
    #expect(try office.run(["query", "metrics/completion", "--plan", "x"]).status == 2)
    #expect(try office.run(["verify"]).status == 0)
    // The cure: it has a plan file, and rows that can be read.
    try office.write(Self.plan, to: "plans/x/plan.yaml")
    #expect(try office.run(["run"], at: "2023-04-26").status == 3)
    try write(
      tasks("p") + tasks("q") + tasks("x"),
      milestones: milestones.replacing("2023-13", with: "2023-03"), in: office)
    let cured = try office.run(["run"], at: "2023-04-26T11:00:00Z")
    #expect(cured.status == 0, "\(cured)")
    #expect(try office.history().count == 2)
  }

  @Test func programsAreToldToo() throws {
    let office = try office()
    try write(tasks("p") + Self.foreign, in: office)
    let stored = try office.run(["snapshot", "--json"])
    #expect(stored.status == 3)
    #expect(stored.output.contains("\"code\" : \"plan-set-aside\""), "\(stored)")
    #expect(stored.output.contains("\"stored\" : true"), "\(stored)")
    let checked = try office.run(["check", "--json"])
    #expect(checked.status == 3)
    #expect(checked.output.contains("\"code\" : \"plan-set-aside\""), "\(checked)")
  }

  /// A plan that was known, and has no file any more: its rows stay as they are, and nothing is made of
  /// them, not even when the ledger did not change, until the file is there again.
  @Test func aPlanThatWasKnownKeepsItsRows() throws {
    let office = try office()
    try write(tasks("p") + tasks("q"), in: office)
    #expect(try office.run(["snapshot"], at: "2023-04-20").status == 0)
    try FileManager.default.removeItem(atPath: "\(office.folder)/plans/q")
    try write(tasks("p") + tasks("q", 1...2), in: office)
    let run = try office.run(["run"], at: "2023-04-25")
    #expect(run.status == 3)
    #expect(run.errors.contains("there is no plan “q”: 2 rows are not taken"), "\(run)")
    #expect(try office.history().count == 2)
    #expect(run.errors.contains("plans/q/plan.yaml, which the newest snapshot knew"), "\(run)")
    #expect(try office.run(["run"], at: "2023-04-25T11:00:00Z").status == 3)
    for words in [["query", "metrics/completion"], ["report", "--period", "2023-Q1"]] {
      let result = try office.run(words + ["--plan", "q"])
      #expect(result.status == 2 && result.errors.contains("plans/q/plan.yaml"), "\(result)")
    }
    #expect(try office.history("editions").map { $0["plan"] as? String } == ["p"])
    try office.write(Self.plan, to: "plans/q/plan.yaml")
    try write(tasks("p") + tasks("q"), in: office)
    let again = try office.run(["run"], at: "2023-04-25T12:00:00Z")
    #expect(again.status == 0, "\(again)")
    #expect(try office.history("editions").map { $0["plan"] as? String } == ["p", "q"])
  }

  /// The only plan's file is gone: another calendar and other lights in silence, else.
  @Test func theOnlyPlansFileIsMissed() throws {
    let office = try SmallOffice()
    try office.write("units", "编号,名称\nu1,甲局\n")
    try write(tasks("p"), in: office)
    #expect(try office.run(["snapshot"], at: "2023-04-20").status == 0)
    try FileManager.default.removeItem(atPath: "\(office.folder)/plans/p/plan.yaml")
    let name = "file:plans/p/plan.yaml"
    for command in ["check", "run"] {
      let stopped = try office.run([command, "--lang", "zh"])
      #expect(stopped.status == 3, "\(stopped)")
      #expect(stopped.errors.contains("plans/p/plan.yaml 上次快照时还在，现已不存在"), "\(stopped)")
      #expect(!stopped.errors.contains("原有3项"), "\(stopped)")
    }
    #expect(try office.history().count == 1 && office.made().isEmpty)
    #expect(try office.run(["report", "--period", "2023-Q1"]).status == 2)
    // Whoever means it says so, once.
    #expect(try office.run(["snapshot", "--accept-loss", name]).status == 0)
    #expect(try office.run(["check"]).status == 0)
    #expect(try office.run(["run"]).status == 0)
    #expect(try office.run(["verify"]).status == 0)
  }

  /// What a report stands on is the last ledger that states its plan, and it says so; what the ledgers
  /// since say of others makes it no newer, nor stale.
  @Test func aReportNamesTheLedgerOfItsPlan() throws {
    let office = try office()
    try write(
      tasks("p") + tasks("q"), milestones: "p,1,初稿,2023-03-01,\nq,1,初稿,2023-03-01,\n",
      in: office)
    #expect(try office.run(["run"], at: "2023-04-10").status == 0)
    try write(tasks("p"), in: office)
    try FileManager.default.removeItem(atPath: "\(office.folder)/ledger/milestones.csv")
    let less = try office.run(
      ["run", "--accept-loss", "plan:q", "--lang", "zh"], at: "2023-04-11")
    #expect(less.status == 0 && less.errors.contains("不再有阶段目标文件"), "\(less)")
    let run = try office.run(["run"], at: "2023-04-25")
    #expect(run.status == 0, "\(run)")
    #expect(run.errors.contains("2023-04-10"), "\(run)")
    func front(_ plan: String) throws -> (manifest: String, texts: String) {
      let folder = "\(office.folder)/out/\(plan)/2023-Q1/1"
      let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      let workbook = try #require(files.first { $0.hasSuffix(".xlsx") })
      let texts = try Program.launch(
        Program.python,
        [
          "-c",
          "import sys, openpyxl; w = openpyxl.load_workbook(sys.argv[1]); "
            + "print([str(c.value) for s in w for r in s for c in r if c.value])",
          "\(folder)/\(workbook)",
        ])
      return (try String(contentsOfFile: "\(folder)/manifest.json", encoding: .utf8), texts.output)
    }
    let (gone, stays) = (try front("q"), try front("p"))
    #expect(gone.manifest.contains("\"effective_on\" : \"2023-04-10\""), "\(gone.manifest)")
    #expect(gone.texts.contains("台账停留在 2023年4月10日，早于截止日 15 天"), "\(gone.texts)")
    #expect(stays.manifest.contains("\"effective_on\" : \"2023-04-25\""), "\(stays.manifest)")
    #expect(
      stays.texts.contains("阶段目标沿用2023年4月10日的数据（其后的台账没有此表）"), "\(stays.texts)")
    #expect(!stays.texts.contains("台账停留在"))
    let again = try office.run(["run"], at: "2023-04-26")
    #expect(again.status == 0, "\(again)")
    #expect(try office.history("editions").count == 2)
  }

  @Test func rulesThatAreGoneAreMissed() throws {
    let office = try SmallOffice()
    try office.write("units", "编号,名称\nu1,甲局\n")
    try write(tasks("p"), in: office)
    let rules = try String(
      contentsOfFile: "\(Repository.folder)/Examples/tianshui-2023/rules/2023-01-01.yaml",
      encoding: .utf8)
    try office.write(rules, to: "plans/p/rules/2023-01-01.yaml")
    #expect(try office.run(["snapshot"], at: "2023-04-20").status == 0)
    try FileManager.default.removeItem(atPath: "\(office.folder)/plans/p/rules")
    let run = try office.run(["run"])
    #expect(run.status == 3, "\(run)")
    #expect(run.errors.contains("--accept-loss file:plans/p/rules/2023-01-01.yaml"), "\(run)")
    #expect(office.made().isEmpty)
    let accepted = try office.run(
      ["run", "--accept-loss", "file:plans/p/rules/2023-01-01.yaml"], at: "2023-04-25T11:00:00Z")
    #expect(accepted.status == 0 && office.made() == ["2023-Q1/1"], "\(accepted)")
  }

  /// A misspelt plan takes no task out of the known one, however few.
  @Test func aMisspeltPlanStopsTheLedger() throws {
    let office = try office()
    try write(tasks("p", 1...20) + tasks("q"), in: office)
    #expect(try office.run(["snapshot"], at: "2023-04-20").status == 0)
    let misspelt = tasks("p", 1...19) + "pp,20,p的第20项,甲局,2023-03-31,推进中,20%\n"
    try write(misspelt + tasks("q"), in: office)
    for command in ["check", "run"] {
      let stopped = try office.run([command, "--lang", "zh"], at: "2023-04-25")
      #expect(stopped.status == 3)
      #expect(stopped.errors.contains("没有方案“pp”：该方案共1行未予收取（第 21 行）"), "\(stopped)")
      #expect(
        stopped.errors.contains("任务台账：原有20项，现有19项（缺：20 p的第20项）"), "\(stopped)")
      #expect(try office.history().count == 1)
    }
  }

  /// What is wrong with the known plans is said beside.
  @Test func allFaultsAreSaidAtOnce() throws {
    let office = try office()
    try write(tasks("p") + "q,1,某项,甲局,2023-02-30,推进中,20%\n" + Self.foreign, in: office)
    let refused = try office.run(["snapshot"])
    #expect(refused.status == 3)
    #expect(refused.errors.contains("ledger.csv:5:11: "), "\(refused)")
    #expect(refused.errors.contains("ledger.csv:6:1: there is no plan “x”"), "\(refused)")
    #expect(refused.errors.contains("the ledger is refused: 2 errors"), "\(refused)")
    #expect(try office.history().isEmpty)
  }
}
