import Foundation
import TestSupport
import Testing

/// The round with the units: forms go out, come back, and the office's ledger takes what they say.
@Suite struct FormTests {
  static let script = Repository.folder + "/Tests/CrossCheck/forms.py"

  /// An office in September whose ledger is that of June, with forms given out.
  struct Round {
    let workspace: ExampleWorkspace
    let forms: String
    let returns: String

    init(_ program: Program = .at("2023-09-20T02:00:00Z")) throws {
      workspace = try ExampleWorkspace(days: ["2023-04-25", "2023-06-25"], program: program)
      returns = "\(workspace.folder)/returns"
      let ledger = "\(workspace.folder)/ledger"
      if FileManager.default.fileExists(atPath: ledger) {
        try FileManager.default.removeItem(atPath: ledger)
      }
      try FileManager.default.copyItem(
        atPath: "\(ExampleWorkspace.ledgers)/2023-06-25", toPath: ledger)
      try FileManager.default.createDirectory(
        atPath: returns, withIntermediateDirectories: true)
      let made = try workspace.run("forms", "--period", "2023-Q3")
      try #require(made.status == 0, "\(made.errors)")
      forms = "\(workspace.folder)/out/tianshui-2023/2023-Q3-forms/1"
    }

    func script(_ arguments: String...) throws -> String {
      let result = try Program.launch(Program.python, [FormTests.script] + arguments)
      try #require(result.status == 0, "\(result.errors)")
      return result.output
    }

    func collect(_ arguments: String...) throws -> (result: Program.Result, report: Report) {
      let result = try workspace.run(["collect"] + arguments + ["--json"])
      return (result, try Report.read(result.output))
    }

    /// The names of the forms that were given out.
    var names: [String] {
      get throws {
        try FileManager.default.contentsOfDirectory(atPath: forms)
          .filter { $0.hasSuffix(".xlsx") }.sorted()
      }
    }
  }

  /// What `collect --json` says.
  struct Report: Decodable {
    struct Change: Decodable, Hashable {
      let unit: String
      let cell: String
      let key: String
      let column: String
      let new: String
    }

    struct Refused: Decodable {
      struct Fault: Decodable {
        let cell: String
        let reason: String
      }
      let file: String
      let faults: [Fault]
    }

    struct Conflict: Decodable {
      let change: Change
      let ledger: String?
    }

    let returned: [String]
    let late: [String]
    let missing: [String]
    let changes: [Change]
    let conflicts: [Conflict]
    let refused: [Refused]
    let notWritten: Int
    let stored: Bool

    static func read(_ output: String) throws -> Report {
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      return try decoder.decode(Report.self, from: Data(output.utf8))
    }
  }

  private func changes(_ json: String) throws -> Set<Report.Change> {
    Set(try JSONDecoder().decode([Report.Change].self, from: Data(json.utf8)))
  }

  /// What units enter, by any program, comes back, is taken, and is known by file, cell and instant.
  @Test(arguments: ["openpyxl", "LibreOffice"])
  func whatIsFilledInComesBack(_ program: String) throws {
    let round = try Round()
    let filled =
      program == "openpyxl" ? round.returns : try Repository.temporaryFolder("filled")
    let entered = try changes(round.script("fill", round.forms, filled))
    #expect(entered.count > 100)
    if program == "LibreOffice" {
      let profile = try Repository.temporaryFolder("office")
      let files = try FileManager.default.contentsOfDirectory(atPath: filled)
        .map { "\(filled)/\($0)" }
      let saved = try Program.launch(
        "/usr/bin/soffice",
        [
          "-env:UserInstallation=file://\(profile)", "--headless", "--convert-to", "xlsx",
          "--outdir", round.returns,
        ] + files)
      try #require(saved.status == 0, "\(saved.errors)")
    }
    let dry = try round.collect()
    #expect(dry.result.status == 0, "\(dry.result.errors)")
    #expect(Set(dry.report.changes) == entered)
    #expect(dry.report.missing == [] && !dry.report.stored)
    let before = try ledger(round)
    let taken = try round.collect("--accept")
    #expect(taken.result.status == 0, "\(taken.result.errors)")
    #expect(Set(taken.report.changes) == entered && taken.report.stored)
    #expect(taken.report.notWritten == 0)
    #expect(try ledger(round) != before)
    // Nothing is left to take, and every value says where it comes from.
    let again = try round.collect("--accept")
    #expect(again.report.changes == [] && again.report.returned == [])
    let history = try round.workspace.run("history", "returns", "--period", "2023-Q3", "--json")
    for change in entered { #expect(history.output.contains("\"\(change.cell)\"")) }
    let proof = try round.workspace.run("verify")
    #expect(proof.status == 0, "\(proof.errors)")
  }

  private func ledger(_ round: Round) throws -> String {
    try String(contentsOfFile: "\(round.workspace.folder)/ledger/ledger.csv", encoding: .utf8)
  }

  @Test func aFormThatNobodyChangedChangesNothing() throws {
    let round = try Round()
    let names = try round.names
    for name in names {
      try FileManager.default.copyItem(
        atPath: "\(round.forms)/\(name)", toPath: "\(round.returns)/\(name)")
    }
    let before = try ledger(round)
    let collected = try round.collect("--accept")
    #expect(collected.result.status == 0, "\(collected.result.errors)")
    #expect(collected.report.changes == [] && !collected.report.stored)
    #expect(collected.report.missing.count == names.count)
    #expect(try ledger(round) == before)
    // The same ledger makes no second edition.
    let made = try round.workspace.run("forms", "--period", "2023-Q3")
    #expect(made.output.contains("1"), "\(made.output)")
    #expect(!FileManager.default.fileExists(atPath: "\(round.forms.dropLast())2"))
  }

  /// What is said of each kind of damage.
  private static let damages: [(kind: String, says: String)] = [
    ("empty", "empty"), ("truncated", "cut off"), ("no_form", "no form that was given out"),
    ("other_period", "form of 2023-H1"), ("last_year", "form of 2022-Q3"),
    ("other_plan", "plan tianshui-2022"), ("other_office", "form of “某市人民政府办公室”"),
    ("other_edition", "edition 9"), ("other_unit", "unit was changed"),
    ("not_given_out", "no such form"), ("marks", "marks of origin disagree"),
    ("row_added", "rows were added"), ("row_deleted", "1 rows were deleted"),
    ("rows_sorted", "another order"), ("row_copied", "twice"), ("locked", "not to be filled in"),
    ("unprotected", "protection"), ("column_inserted", "columns were inserted"),
    ("sheet_renamed", "is called “Sheet1” now"), ("sheet_deleted", "“填报表” is missing"),
    ("not_offered", "not in the drop-down"), ("bad_progress", "0"), ("bad_day", "十月底"),
    ("day_to_come", "still to come"), ("without_day", "no day of completion"),
    ("emptied", "taken away"), ("formula", "formula"),
  ]

  @Test func everyDamageIsSaidAndNothingIsStored() throws {
    let round = try Round()
    let before = try ledger(round)
    let name = try #require(try round.names.first { $0.contains("自然资源局") })
    let source = "\(round.forms)/\(name)"
    for (kind, says) in Self.damages {
      let folder = try Repository.temporaryFolder("returned")
      _ = try round.script("damage", kind, source, "\(folder)/form.xlsx")
      let collected = try round.collect(folder, "--accept")
      #expect(collected.result.status == 3, "\(kind): \(collected.result)")
      let reasons = collected.report.refused.flatMap(\.faults).map(\.reason)
      #expect(reasons.contains { $0.contains(says) }, "\(kind): \(reasons)")
      #expect(!collected.report.stored, "\(kind)")
      let back = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/退回")
      #expect(back.count == 1, "\(kind): \(back)")
    }
    #expect(try ledger(round) == before)
  }

  /// Late, twice, a text of one sheet, another name, files that are none.
  @Test func whatIsFineIsTaken() throws {
    let round = try Round(.at("2023-09-20T02:00:00Z"))
    let source = "\(round.forms)/\(try round.names[0])"
    let entered = try changes(round.script("csv", source, "\(round.returns)/任意名.csv"))
    try Data([1, 2]).write(to: URL(fileURLWithPath: "\(round.returns)/~$任意名.xlsx"))
    try Data([1, 2]).write(to: URL(fileURLWithPath: "\(round.returns)/扫描件.pdf"))
    let collected = try round.collect()
    #expect(collected.result.status == 0, "\(collected.result.errors)")
    #expect(collected.report.changes.map(\.new) == entered.map(\.new))
    #expect(collected.report.late == [])
    let copy = "\(round.returns)/另一份.csv"
    try FileManager.default.copyItem(atPath: "\(round.returns)/任意名.csv", toPath: copy)
    var late = round.workspace.program
    late.environment["JIBAO_NOW"] = "2023-09-27T02:00:00Z"
    let twice = try late.run(
      "collect", "--workspace", round.workspace.folder, "--accept", "--json")
    let report = try Report.read(twice.output)
    #expect(twice.status == 0, "\(twice.errors)")
    #expect(report.late.count == 1 && report.stored)
  }

  /// What the ledger says otherwise since the forms went out is left open until the office decides.
  @Test func conflictsAreTheOffices() throws {
    let round = try Round()
    let entered = try changes(round.script("fill", round.forms, round.returns))
    let change = try #require(
      entered.first { $0.column == "progress_note" && $0.key.hasPrefix("ledger|") })
    let path = "\(round.workspace.folder)/ledger/ledger.csv"
    let base = try Round.replaceNote(of: change.key, with: "台账另有所记", in: path)
    #expect(base)
    let open = try round.collect()
    #expect(open.report.conflicts.map(\.ledger) == ["台账另有所记"])
    #expect(open.report.conflicts.map(\.change) == [change])
    #expect(Set(open.report.changes) == entered.subtracting([change]))
    let decided = try round.collect("--conflicts", "forms", "--accept")
    #expect(Set(decided.report.changes) == entered)
    #expect(decided.result.status == 0, "\(decided.result.errors)")
  }

  /// Random returns of random units, some of them spoiled, against a naive model.
  @Test func randomReturnsAgainstANaiveModel() throws {
    struct Model: Decodable {
      let refused: [String]
      let taken: [String: String]
    }
    let seeds = ProcessInfo.processInfo.environment["JIBAO_SEEDS"].flatMap(Int.init) ?? 200
    let size = 40
    for seed in 0..<max(1, seeds / size) {
      let round = try Round()
      let json = try round.script("random", round.forms, round.returns, "\(seed)", "\(size)")
      let model = try JSONDecoder().decode(Model.self, from: Data(json.utf8))
      let collected = try round.collect("--accept")
      #expect(collected.result.status == (model.refused.isEmpty ? 0 : 3))
      let refused = collected.report.refused.map { ($0.file as NSString).lastPathComponent }
      #expect(refused.sorted() == model.refused, "seed \(seed): \(collected.result.errors)")
      let taken = Dictionary(
        collected.report.changes.map { ("\($0.key).\($0.column)", $0.new) },
        uniquingKeysWith: { first, _ in first })
      #expect(taken == model.taken, "seed \(seed)")
      let again = try round.collect()
      #expect(again.report.changes == [], "seed \(seed)")
    }
  }
}

extension FormTests.Round {
  /// Changes the note on a task's progress in a ledger.
  static func replaceNote(of key: String, with text: String, in path: String) throws -> Bool {
    let script = """
      csv, sys = __import__("csv"), __import__("sys")
      path, task, text = sys.argv[1:]
      rows = list(csv.reader(open(path, encoding="utf-8-sig", newline="")))
      head = rows[0]
      note = head.index("进展情况") if "进展情况" in head else head.index("progress_note")
      names = [name for name in ("任务编号", "task_id", "序号", "number") if name in head]
      hits = [row for row in rows[1:] if task in [row[head.index(name)] for name in names]]
      assert len(hits) == 1, (task, len(hits))
      hits[0][note] = text
      csv.writer(open(path, "w", encoding="utf-8", newline="")).writerows(rows)
      """
    let task = String(key.dropFirst("ledger|".count))
    return try Program.launch(Program.python, ["-c", script, path, task, text]).status == 0
  }
}
