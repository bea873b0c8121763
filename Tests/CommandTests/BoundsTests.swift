import Foundation
import TestSupport
import Testing

/// Numbers, names and placeholders that `check` takes, the report takes too.
@Suite struct BoundsTests {
  private static let plan =
    "title: 2023年重点工作\noffice: 某市人民政府办公室\nplace: 某市\nyears: [2023]\n"
  private static let numbers = [
    "0", "-1", "1000000000000000000", "9223372036854775807", "9223372036854775808", "1e400",
  ]

  /// - Parameter isSound: Whether the plan is one that a ledger can be stored by.
  private func office(plan: String = plan, isSound: Bool = true) throws -> SmallOffice {
    let office = try SmallOffice(plan: plan)
    try office.write("units", "编号,名称,考核分组\n1,甲局,部门\n")
    try office.write("ledger", "序号,任务,牵头单位,完成时限,状态\n1,一,甲局,2023-03-31,\n")
    if isSound { #expect(try office.run(["snapshot"]).status == 0) }
    return office
  }

  /// Either `check` refuses it with file and line, or the report is made.
  private func isHeldOrHarmless(_ office: SmallOffice, _ file: String, _ what: String) throws {
    let check = try office.run(["check"])
    if check.status == 2 {
      #expect(check.errors.contains("\(file):"), "\(what): \(check.errors)")
      return
    }
    #expect(check.status == 0, "\(what): \(check)")
    let report = try office.run(["report", "--period", "2023-Q1"])
    #expect([0, 4].contains(report.status), "\(what): \(report)")
  }

  private static let planKeys = [
    "lights:\n  - {word: 临近, colour: amber, when: due_within, days: N}\n"
      + "  - {word: 正常, colour: green, when: otherwise}\n",
    "lights:\n  - {word: 滞后, colour: red, when: behind, points: N}\n"
      + "  - {word: 正常, colour: green, when: otherwise}\n",
    "quotas:\n  - {group: 部门, items: N}\n",
    "calendar:\n  - {period: 2023-Q1, name: 一季度, from: 2023-01-01, to: 2023-03-31, "
      + "submit_by: 2023-04-25, nominal: N}\n",
  ]

  @Test(arguments: planKeys)
  func numbersOfAPlan(_ key: String) throws {
    let office = try office()
    for number in Self.numbers {
      try office.write(Self.plan + key.replacing("N", with: number), to: "plans/p/plan.yaml")
      try isHeldOrHarmless(office, "plan.yaml", number)
    }
  }

  @Test(arguments: ["max_age", "max_shrink", "max_clock_jump"])
  func numbersOfTheConfiguration(_ key: String) throws {
    let office = try office()
    for number in Self.numbers {
      try office.configure(key, number)
      try isHeldOrHarmless(office, "jibao.yaml", "\(key): \(number)")
      #expect([0, 2].contains(try office.run(["run"]).status), "\(key): \(number)")
    }
  }

  private static let ruleKeys = [
    "places: N", "base: N", "cap: N", "floor: N", "small_tasks: N", "per_item: N",
    "per_item: 1, every: N", "quantity: days, line_steps: [{from: N, points: 1}]",
    "quantity: days, line_steps: [{from: 1, points: N}]",
  ]

  @Test(arguments: ruleKeys)
  func numbersOfRules(_ key: String) throws {
    let office = try office()
    let isOfBook = !key.contains("per_item") && !key.contains("steps")
    for number in Self.numbers {
      let line = key.replacing("N", with: number)
      let places = key.hasPrefix("places") ? line : "places: 2"
      let head = isOfBook && !key.hasPrefix("places") ? line + "\n" : ""
      let rule = isOfBook ? "per_item: 1" : line
      try office.write(
        "version: '1'\neffective: 2023-01-01\nbasis: 示例\nexample: true\n\(places)\n"
          + "roles: [lead]\n\(head)parts:\n  - part: 一\n    rules:\n"
          + "      - {rule: r, name: 逾期, query: scoring/overdue, \(rule)}\n",
        to: "plans/p/rules/2023-01-01.yaml")
      try isHeldOrHarmless(office, "2023-01-01.yaml", line)
    }
  }

  private static func report(_ key: String, _ value: String) -> String {
    let keys = [
      "workbook": "\"{period_title}自定.xlsx\"", "widths": "[10]", "print_columns": "1",
      "freeze_columns": "0", "font_size": "10", "first": "5", "width": "10", "title": "自定",
      "more": "另有{rows}项", "empty": "无", "space": "1",
    ].merging([key: value]) { $1 }
    return """
      workbook: \(keys["workbook"] ?? "")
      sheets:
        - name: 自定
          title: \(keys["title"] ?? "")
          widths: \(keys["widths"] ?? "")
          print_columns: \(keys["print_columns"] ?? "")
          freeze_columns: \(keys["freeze_columns"] ?? "")
          font_size: \(keys["font_size"] ?? "")
          blocks:
            - space: \(keys["space"] ?? "")
            - table:
                query: metrics/task_list
                first: \(keys["first"] ?? "")
                more: \(keys["more"] ?? "")
                empty: \(keys["empty"] ?? "")
                columns:
                  - {column: task, heading: 任务, width: \(keys["width"] ?? "")}

      """
  }

  @Test(arguments: [
    "widths", "print_columns", "freeze_columns", "font_size", "first", "width", "space",
  ])
  func numbersOfAReport(_ key: String) throws {
    let office = try office()
    for number in Self.numbers {
      try office.write(
        Self.report(key, key == "widths" ? "[\(number)]" : number), to: "Reports/own.yaml")
      let check = try office.run(["check"])
      if check.status == 2 {
        #expect(check.errors.contains("own.yaml:"), "\(key) \(number): \(check.errors)")
      } else {
        let made = try office.run(["report", "own", "--period", "2023-Q1"])
        #expect(check.status == 0 && made.status == 0, "\(key) \(number): \(check) \(made)")
      }
    }
  }

  @Test(arguments: ["workbook", "title", "more", "empty"])
  func placeholdersOfAReport(_ key: String) throws {
    let office = try office()
    for (text, status) in [
      ("\"{period}.xlsx\"", 0), ("\"{perod}.xlsx\"", 2), ("\"{period.xlsx\"", 2),
    ] {
      try office.write(Self.report(key, text), to: "Reports/own.yaml")
      let check = try office.run(["check"])
      #expect(check.status == Int32(status), "\(key): \(text): \(check)")
      if status == 2 { #expect(check.errors.contains("own.yaml:"), "\(check.errors)") }
    }
  }

  @Test(arguments: [
    "''", "1", "2023", "-5", "draft", "Draft", "as-of-2023", "a/b", "..", "con", "甲", "a b",
  ])
  func idsOfPeriodsThatAreNoFolders(_ id: String) throws {
    let office = try office(
      plan: Self.plan + "calendar:\n  - {period: \(id), name: 一季度, from: 2023-01-01, "
        + "to: 2023-03-31, submit_by: 2023-04-25, nominal: 25}\n", isSound: false)
    let check = try office.run(["check"])
    #expect(check.status == 2 && check.errors.contains("plan.yaml:6:"), "\(check)")
  }

  @Test(arguments: [
    "深化\"放管服\"改革", "2023/2024年改革", "任务：一网通办", "甲: 乙*?", "第一行\\n第二行", "CON", "甲. ",
    "甲\u{202E}乙", String(repeating: "深化改革优化营商环境", count: 15),
  ])
  func titlesThatAreNoFileNames(_ title: String) throws {
    let escaped = title.replacing("\"", with: "\\\"")
    let office = try office(
      plan: Self.plan + "subject: \"\(escaped)\"\n")
    #expect(try office.run(["check"]).status == 0)
    let report = try office.run(["report", "--period", "2023-Q1"])
    #expect(report.status == 0, "\(report)")
    #expect(office.made() == ["2023-Q1/1"])
  }

  @Test(arguments: [
    ("", 1), ("日期,是否上班,名称\n2023-01-02,0,元旦\n", 1), ("2023-01-02,0,元旦\n", 1),
    ("date,is_working,name\n2023-01-02,0,元旦\n2023-01-02,1,元旦\n", 3),
    ("date,is_working,name\n2022-01-02,0,元旦\n", 2), ("date,is_working,name\n2023-01-02\n", 2),
  ])
  func calendarsThatAreNone(_ text: String, _ line: Int) throws {
    let office = try office()
    try office.write(text, to: "calendars/2023.csv")
    let check = try office.run(["check"])
    #expect(check.status == 2 && check.errors.contains("calendars/2023.csv:\(line):"), "\(check)")
  }
}
