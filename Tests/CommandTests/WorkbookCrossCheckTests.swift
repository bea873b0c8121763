import Foundation
import TestSupport
import Testing

/// The workbooks of the example year, read by others than us.
@Suite struct WorkbookCrossCheckTests {
  static let periods: [(id: String, day: String, to: String)] = [
    ("2023-Q1", "2023-04-25", "2023-03-31"), ("2023-H1", "2023-06-25", "2023-06-30"),
    ("2023-Q3", "2023-09-25", "2023-09-30"), ("2023-FY", "2023-11-25", "2023-12-31"),
    ("2023-final", "2023-12-31", "2023-12-31"),
  ]
  static let scripts = Repository.folder + "/Tests/CrossCheck"

  /// Every month by the 25th from March on, every second month by the 28th.
  static let yingtanPeriods =
    ((3...12).map { ("M", $0, $0, 25) } + (2...6).map { ("B", $0, 2 * $0, 28) })
    .map { kind, number, month, day in
      let digits = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
      let id = kind + (kind == "M" ? digits(number) : "\(number)")
      return "2023-\(id):2023-\(digits(month))-\(day)"
    }.joined(separator: ",")

  /// What `figures.py` is to be told of the other examples' plans.
  static let others: [(example: String, period: String, options: [String])] = [
    (
      "xuancheng-2019", "2019-final",
      [
        "--as-of=2019-12-31", "--period-from=2019-01-01", "--period-to=2019-12-31",
        "--rule=milestones", "--behind-points=10", "--closing", "--lead-policy=common",
        "--periods=2019-plan:2019-02-28",
      ]
    ),
    (
      "yingtan-2023", "2023-Q4",
      [
        "--as-of=2023-12-31", "--period-from=2023-10-01", "--period-to=2023-12-31",
        "--rule=months", "--behind-points=10", "--closing", "--periods=" + yingtanPeriods,
      ]
    ),
  ]

  @Test(arguments: others.indices)
  func theOtherExamplesAgreeToo(_ index: Int) throws {
    let (example, period, options) = Self.others[index]
    let ledgers = "\(Repository.folder)/Examples/\(example)"
    let days = try FileManager.default.contentsOfDirectory(atPath: ledgers)
      .filter { $0.hasPrefix("20") }.sorted()
    let workspace = try ExampleWorkspace(example, days: days)
    let workbook = try workbook(in: workspace.report("--period", period))
    let arguments =
      ["--ledgers", ledgers, "--quota-groups=", "--quota-lead=0", "--quota-levels="] + options
    try compare(workbook, arguments, "\(workspace.folder)/\(period).json")
    try compareScores(workbook, arguments)
    let recalculated = try Program.launch(
      Program.python, ["\(Self.scripts)/recalculate.py", workbook])
    #expect(recalculated.status == 0, "\(recalculated.output)\(recalculated.errors)")
  }

  /// Needs openpyxl and LibreOffice: `make test` sets them up.
  @Test func agreeWithACalculationFromTheLedgerAndRecalculate() throws {
    let workspace = try ExampleWorkspace()
    var workbooks: [String] = []
    for period in Self.periods {
      let workbook = try workbook(in: workspace.report("--period", period.id))
      workbooks.append(workbook)
      let arguments =
        [
          "--ledgers", ExampleWorkspace.ledgers, "--as-of", period.day, "--period-from",
          "2023-01-01", "--period-to", period.to, "--rule", "nominal", "--cutoffs",
          "2023-04-25:25,2023-06-25:50,2023-09-25:75,2023-11-25:100,2023-12-31:100",
          "--behind-points=10",
        ] + (period.id == "2023-final" ? ["--closing"] : [])
      try compare(workbook, arguments, "\(workspace.folder)/\(period.id).json")
      try compareScores(workbook, arguments)
    }
    let recalculated = try Program.launch(
      Program.python, ["\(Self.scripts)/recalculate.py"] + workbooks)
    #expect(recalculated.status == 0, "\(recalculated.output)\(recalculated.errors)")
    #expect(recalculated.output.split(separator: "\n").count == Self.periods.count)
  }

  /// The other shipped reports, of a period in which everything is met; `delta` has no formulas.
  @Test func theOtherReportsRecalculateToo() throws {
    let workspace = try ExampleWorkspace()
    let made = try ["brief", "bulletin", "unit"].flatMap { report in
      try workbooks(in: workspace.report(report, "--period", "2023-Q3"))
    }
    #expect(made.count > 20, "those of the units, too")
    let recalculated = try Program.launch(
      Program.python, ["\(Self.scripts)/recalculate.py"] + made)
    #expect(recalculated.status == 0, "\(recalculated.output)\(recalculated.errors)")
  }

  @Test func areTheSameBytesElsewhereAndLater() throws {
    let here = try ExampleWorkspace(days: ["2023-04-25", "2023-06-25"])
    var elsewhere = Program()
    elsewhere.environment = [
      "TZ": "America/New_York", "LC_ALL": "de_DE.UTF-8", "JIBAO_NOW": "2031-02-03T04:05:06Z",
    ]
    let there = try ExampleWorkspace(days: ["2023-04-25", "2023-06-25"], program: elsewhere)
    let mask = umask(0)
    defer { umask(mask) }
    let first = try contents(of: here.report("--period", "2023-H1"))
    let second = try contents(of: there.report("--period", "2023-H1"))
    #expect(first.keys.sorted() == second.keys.sorted())
    #expect(first.count == 45)
    for (name, bytes) in first { #expect(second[name] == bytes, "\(name)") }
  }

  /// Holds a workbook against what `figures.py` says, which is kept in a file.
  private func compare(_ workbook: String, _ options: [String], _ figures: String) throws {
    let calculated = try Program.launch(
      Program.python,
      ["\(Self.scripts)/figures.py", "--calendar", "\(Repository.folder)/Calendars"] + options)
    try calculated.output.write(toFile: figures, atomically: false, encoding: .utf8)
    let compared = try Program.launch(
      Program.python, ["\(Self.scripts)/workbook.py", workbook, figures])
    #expect(compared.status == 0, "\(workbook): \(compared.output)\(compared.errors)")
  }

  /// Holds the scores and places of a workbook against what `scores.py` says.
  private func compareScores(_ workbook: String, _ options: [String]) throws {
    let scored = try Program.launch(
      Program.python,
      ["\(Self.scripts)/scores.py", workbook, "--calendar", "\(Repository.folder)/Calendars"]
        + options)
    #expect(scored.status == 0, "\(workbook): \(scored.output)\(scored.errors)")
  }

  private func workbook(in folder: String) throws -> String {
    try #require(workbooks(in: folder).first)
  }

  private func workbooks(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".xlsx") }
      .sorted().map { "\(folder)/\($0)" }
  }

  /// Workbooks and CSV files by name; the manifest holds clock and chain and is another one.
  private func contents(of folder: String) throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return try names.filter { $0.hasSuffix(".xlsx") || $0.hasSuffix(".csv") }
      .reduce(into: [:]) { contents, name in
        contents[name] = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
      }
  }
}
