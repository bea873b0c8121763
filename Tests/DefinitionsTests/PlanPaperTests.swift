import Definitions
import Domain
import Testing

/// What a plan file says of papers: every key, what may be left out, and every fault with its line.
@Suite struct PlanPaperTests {
  private func plan(_ text: String) throws -> Plan {
    try Plan(
      DefinitionFile(
        kind: .plan, id: "p", path: "plan.yaml", text: PlanFileTests.required + text))
  }

  @Test func everythingIsRead() throws {
    let plan = try plan(
      """
      issuer: 某市人民政府办公室
      issue: 7
      addressees: 各县区人民政府，市直各部门
      copies: 市委督查室
      contact: 王某
      phone: 0938-1234567
      decided_by: 市政府分管领导
      settle_days: 15
      report_days: 3
      judgement: {due_completion: 90, overdue: 5, below: [10, 40.5], change: 3, late: 12.5}
      calendar:
        - {period: x, name: 甲, from: 2023-01-01, to: 2023-03-31, cutoff: 2023-04-25, nominal: 25, issue: 12, issued_on: 2023-04-28}
      """)
    let paper = plan.paper
    #expect(plan.issuer == "某市人民政府办公室" && paper.issue == 7)
    #expect((paper.addressees, paper.copies) == ("各县区人民政府，市直各部门", "市委督查室"))
    #expect(
      (paper.contact, paper.phone, paper.decidedBy) == ("王某", "0938-1234567", "市政府分管领导"))
    #expect((paper.settleDays, paper.reportDays) == (15, 3))
    let judgement = paper.judgement
    #expect(
      [
        judgement.dueCompletion, judgement.overdue, judgement.fewBelow, judgement.manyBelow,
        judgement.change, judgement.late,
      ] == [900_000, 50_000, 100_000, 405_000, 30_000, 125_000])
    #expect((plan.calendar[0].issue, plan.calendar[0].issuedOn) == (12, Day("2023-04-28")))
    #expect(plan.issue(of: plan.calendar[0]) == 12)
  }

  @Test func defaults() throws {
    let plan = try plan("copies: \"\"\n")
    #expect(plan.paper == Plan.Paper())
    #expect((plan.paper.settleDays, plan.paper.reportDays) == (10, 5))
    let judgement = plan.paper.judgement
    #expect(
      [
        judgement.dueCompletion, judgement.overdue, judgement.fewBelow, judgement.manyBelow,
        judgement.change, judgement.late,
      ] == [850_000, 100_000, 200_000, 500_000, 50_000, 200_000])
    #expect(plan.calendar.map { plan.issue(of: $0) } == [1, 2, 3, 4, 5])
  }

  @Test(arguments: [
    ("issue: 0", DefinitionFault.Problem.expected(.wholeNumberWithin(1, 9_999))),
    ("issue: 三", .expected(.wholeNumberWithin(1, 9_999))),
    ("settle_days: 0", .expected(.wholeNumberWithin(1, 250))),
    ("report_days: 251", .expected(.wholeNumberWithin(1, 250))),
    ("judgement: {below: [50, 20]}", .expected(.sharesInOrder)),
    ("judgement: {below: [20]}", .expected(.sharesInOrder)),
    ("judgement: {late: 101}", .expected(.percentageUpTo100)),
    ("judgement: {change: 五}", .expected(.percentage)),
    ("copies: [市委]", .expected(.text)),
    (
      "judgement: {overdu: 5}",
      .unknownKey("overdu", known: ["due_completion", "overdue", "below", "change", "late"])
    ),
  ])
  func faults(_ text: String, _ problem: DefinitionFault.Problem) throws {
    let fault = #expect(throws: DefinitionFault.self) { try plan(text) }
    #expect(fault?.problem == problem && fault?.place.line == 4, "\(String(describing: fault))")
  }

  /// A paper is not issued before the day that it describes.
  @Test func issuedBeforeTheCutoff() throws {
    let fault = #expect(throws: DefinitionFault.self) {
      try plan(
        """
        calendar:
          - {period: x, name: 甲, from: 2023-01-01, to: 2023-03-31, cutoff: 2023-04-25, nominal: 25, issued_on: 2023-04-24}
        """)
    }
    #expect(fault?.problem == .expected(.issuedAfterCutoff) && fault?.place.line == 5)
  }
}
