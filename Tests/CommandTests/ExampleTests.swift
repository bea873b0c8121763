import Foundation
import TestSupport
import Testing

/// The other examples, run as their READMEs say.
@Suite struct ExampleTests {
  /// Units in no ranking group and tasks without a lead are not taken for gaps of merged cells.
  @Test(arguments: ["tianshui-2023", "xuancheng-2019", "yingtan-2023"])
  func noGapIsSeenWhereNoneIs(_ name: String) throws {
    let workspace = try ExampleWorkspace(name, days: [])
    let examples = "\(Repository.folder)/Examples/\(name)"
    let days = try FileManager.default.contentsOfDirectory(atPath: examples).filter {
      $0.hasPrefix("20")
    }
    #expect(!days.isEmpty)
    for day in days.sorted() {
      let said = try workspace.run("check", "\(examples)/\(day)", "--effective-on", day)
      #expect(said.status == 0 && !said.errors.contains("merged cells leave them"), "\(said)")
    }
  }

  @Test func severalLeadersAndCommonResponsibility() throws {
    let workspace = try ExampleWorkspace("xuancheng-2019", days: [])
    for day in ["2019-02-28", "2019-06-30", "2019-09-30", "2019-12-31"] {
      let said = try workspace.snapshot(day)
      #expect(!said.contains("warning:"), "\(said)")
    }
    for period in ["2019-plan", "2019-mid", "2019-final"] {
      #expect(try workspace.report("--period", period).hasSuffix("/\(period)/1"))
    }
    _ = try workspace.report("--as-of", "2019-09-30")
    // All units carry task 10 in common, so the list names them.
    let overdue = try workspace.run(
      "query", "metrics/overdue_and_behind", "--as-of", "2019-12-31", "--csv")
    #expect(overdue.output.contains(",市教体局、市卫计委,2019-09-30,2019-09-30,92,"))
  }

  @Test func monthlyTwoMonthlyAndQuarterlyPeriods() throws {
    let workspace = try ExampleWorkspace("yingtan-2023", days: [])
    let warnings = [
      "the members of “各产业链链长制牵头单位” are not known", "the members of “各部门” are not known",
      "the members of “相关银行” are not known", "the task has no lead unit",
    ]
    for day in [
      "2023-03-25", "2023-04-28", "2023-06-30", "2023-09-30", "2023-12-31", "2024-01-15",
    ] {
      let said = try workspace.snapshot(day)
      #expect(said.components(separatedBy: "warning:").count == warnings.count + 1)
      for warning in warnings { #expect(said.contains(warning)) }
    }
    let months = (3...12).map { $0 < 10 ? "2023-M0\($0)" : "2023-M\($0)" }
    let twoMonths = (2...6).map { "2023-B\($0)" }
    let quarters = (1...4).map { "2023-Q\($0)" }
    let periods = months + twoMonths + quarters + ["2023-final"]
    let reports = try workspace.program.run(
      ["report", "--workspace", workspace.folder] + periods.flatMap { ["--period", $0] })
    #expect(reports.status == 0, "\(reports.errors)")
    // The districts are compared among themselves, by example rules.
    let scores = try workspace.run(
      "query", "metrics/scores_by_unit", "--as-of", "2024-01-15", "--csv")
    for place in ["月湖区人民政府,区(市),350,350,1,", "余江区人民政府,区(市),350,360,2,", "贵溪市人民政府,区(市),350,370,3,"] {
      #expect(scores.output.contains(place), "\(place)")
    }
    let signs = try workspace.run(
      "query", "signs/progress_unchanged", "--as-of", "2023-12-31", "--csv")
    #expect(signs.status == 0, "\(signs.errors)")
    let verified = try workspace.run("verify")
    #expect(verified.status == 0, "\(verified.errors)")
    #expect(verified.output.contains("6 snapshots") && verified.output.contains("20 editions"))
  }

  /// The month of March was over before the first ledger that is there.
  @Test func aPeriodBeforeTheFirstLedgerHasNoData() throws {
    let workspace = try ExampleWorkspace("yingtan-2023", days: ["2023-04-28"])
    #expect(try workspace.run("report", "--period", "2023-M03").status == 3)
    #expect(try workspace.run("report", "--period", "2023-B2").status == 0)
  }

  @Test(arguments: ["xuancheng-2019", "yingtan-2023"])
  func checkFindsNothingWrong(_ example: String) throws {
    let workspace = try ExampleWorkspace(example, days: [])
    let folder = "\(Repository.folder)/Examples/\(example)"
    for state in try FileManager.default.contentsOfDirectory(atPath: folder)
    where state.hasPrefix("20") {
      let checked = try workspace.run("check", "\(folder)/\(state)")
      #expect(checked.status == 0, "\(state): \(checked.errors)")
    }
  }
}
