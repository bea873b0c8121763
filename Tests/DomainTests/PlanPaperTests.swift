import Domain
import Testing

/// Who issues a plan's papers, under which number, and what comes after a period.
@Suite struct PlanPaperTests {
  private func plan(_ office: String = "", _ calendar: [Period] = []) -> Plan {
    Plan(
      id: "p", title: "", subject: "", document: "", office: office, place: "", remark: "",
      years: [2023], calendar: calendar, leadPolicy: .named, scheduleRule: .nominal,
      debtors: .lead, quotas: [], publicationLevels: [], lights: [], signature: [], closed: nil)
  }

  /// A section does not issue papers; what is no section of an office stays.
  @Test(arguments: [
    ("天水市人民政府办公室政务服务管理科", "天水市人民政府办公室"), ("宣城市人民政府督查室", "宣城市人民政府督查室"),
    ("某市人民政府办公室督查室", "某市人民政府办公室"), ("某市人民政府督查室督查二科", "某市人民政府督查室"),
    ("鹰潭市人民政府办公室", "鹰潭市人民政府办公室"), ("某市政务服务管理局审批科", "某市政务服务管理局"),
    ("某市发展和改革委员会综合处", "某市发展和改革委员会"), ("某省政府办公厅督查处", "某省政府办公厅"),
    ("督查科", "督查科"), ("办公室综合科", "办公室综合科"), ("专项督导组", "专项督导组"), ("", ""),
  ])
  func issuers(_ office: String, _ issuer: String) {
    #expect(plan(office).issuer == issuer)
    var other = plan(office)
    other.paper.issuer = "某市政府"
    #expect(other.issuer == "某市政府")
  }

  /// The number of its own, else the plan's, else the place among the periods of its year.
  @Test func issues() {
    var plan = plan("", [2023, 2024].flatMap { Period.standardCalendar(year: $0) })
    #expect(plan.calendar.map { plan.issue(of: $0) } == [1, 2, 3, 4, 5, 1, 2, 3, 4, 5])
    plan.paper.issue = 9
    #expect(plan.issue(of: plan.calendar[2]) == 9)
  }

  /// What follows in the same cadence; months and quarters beside each other stay apart.
  @Test func theOneAfter() {
    let plan = plan("", Period.standardCalendar(year: 2023))
    #expect(
      plan.calendar.map { plan.after($0)?.id.dropFirst(5) } == ["H1", "Q3", "FY", "final", nil])
    func entry(_ id: String, _ from: String, _ to: String) -> Period? {
      guard let from = Day(from), let to = Day(to) else { return nil }
      return Period(id: id, name: id, from: from, to: to, submitBy: to, cutoff: to, nominal: 0)
    }
    let mixed = self.plan(
      "",
      [
        entry("M1", "2023-01-01", "2023-01-31"), entry("M2", "2023-02-01", "2023-02-28"),
        entry("M3", "2023-03-01", "2023-03-30"), entry("Q1", "2023-01-01", "2023-03-31"),
        entry("M4", "2023-04-01", "2023-04-30"), entry("Q2", "2023-04-01", "2023-06-30"),
      ].compactMap { $0 })
    #expect(mixed.after(mixed.calendar[3])?.id == "Q2")
    #expect(mixed.after(mixed.calendar[0])?.id == "M2")
  }
}
