import Foundation
import TestSupport
import Testing

/// The papers that leave the office, read back from their Word files.
@Suite struct DocumentTests {
  private static let folder = Repository.folder + "/Tests/CommandTests/Golden"
  private static let reader = Repository.folder + "/Tests/CrossCheck/document.py"
  static let papers = ["bulletin", "brief"]

  /// What the documents in a folder say, held to the form.
  private func read(_ folder: String) throws -> String {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".docx") }.sorted().map { "\(folder)/\($0)" }
    try #require(!files.isEmpty)
    let read = try Program.launch(Program.python, [Self.reader] + files)
    try #require(read.status == 0, "\(read.errors)")
    return read.output
  }

  private func bytes(_ folder: String) throws -> Data {
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".docx") })
    return try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
  }

  @Test(arguments: GoldenTests.examples.indices)
  func everyDocumentSaysWhatItSaid(_ index: Int) throws {
    let (example, days, period) = GoldenTests.examples[index]
    let all = try FileManager.default.contentsOfDirectory(
      atPath: "\(Repository.folder)/Examples/\(example)"
    ).filter { $0.hasPrefix("20") }.sorted()
    let workspace = try ExampleWorkspace(example, days: days.isEmpty ? all : days)
    for paper in Self.papers {
      let text = try read(workspace.report(paper, "--period", period))
      let golden = "\(Self.folder)/\(example)-\(paper)-document.txt"
      if ProcessInfo.processInfo.environment["JIBAO_GOLDEN"] == "take" {
        try text.write(toFile: golden, atomically: false, encoding: .utf8)
      }
      #expect(try String(contentsOfFile: golden, encoding: .utf8) == text)
    }
  }

  /// Figures, words and signs of the papers of every period, held against the office's workbook.
  @Test(arguments: ["tianshui-2023", "xuancheng-2019", "yingtan-2023"])
  func everyFigureIsTheWorkbooks(_ example: String) throws {
    let examples = "\(Repository.folder)/Examples/\(example)"
    let days = try FileManager.default.contentsOfDirectory(atPath: examples)
      .filter { $0.hasPrefix("20") }.sorted()
    let workspace = try ExampleWorkspace(example, days: days)
    let made = try workspace.run(
      "report", "quarterly", "bulletin", "brief", "--all-periods", "--json")
    try #require(made.status == 0, "\(made.errors)")
    let checked = try Program.launch(
      Program.python,
      ["\(Repository.folder)/Tests/CrossCheck/papers.py", "\(workspace.folder)/out/\(example)"])
    #expect(checked.status == 0, "\(checked.errors)")
  }

  @Test func theSameBytesInAnotherZone() throws {
    let days = ["2023-04-25", "2023-06-25"]
    let here = try ExampleWorkspace(days: days)
    let there = try ExampleWorkspace(
      days: days, program: Program(environment: ["TZ": "America/New_York", "LANG": "zh_CN.UTF-8"]))
    for paper in Self.papers {
      let first = try bytes(here.report(paper, "--period", "2023-H1"))
      #expect(try first == bytes(there.report(paper, "--period", "2023-H1")))
    }
  }

  @Test func aDraftSaysSoAndLeavesDaysOpen() throws {
    let run = Program.at("2023-06-21T10:00:00Z")
    let workspace = try ExampleWorkspace(days: ["2023-04-25"], program: run)
    let path = "\(workspace.folder)/jibao.yaml"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    try (lines.filter { !$0.hasPrefix("reports:") } + ["reports: [bulletin]"])
      .joined(separator: "\n").write(toFile: path, atomically: false, encoding: .utf8)
    try FileManager.default.copyItem(
      atPath: "\(ExampleWorkspace.ledgers)/2023-06-25", toPath: "\(workspace.folder)/ledger")
    let made = try workspace.run("run")
    let draft = "\(workspace.folder)/out/tianshui-2023/2023-H1-bulletin/draft"
    try #require(FileManager.default.fileExists(atPath: draft), "\(made)")
    let said = try read(draft)
    #expect(said.contains("公文期号: （草稿）"))
    #expect(said.contains("于＿月＿日前"))
    #expect(!said.contains("公文抄送") && !said.contains("公文印发"))
  }

  @Test func theNumberOfIssueIsKept() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    let first = try workspace.report("brief", "--period", "2023-Q1", "--issue", "7")
    #expect(try read(first).contains("第7期⇥"))
    let manifest = try String(contentsOfFile: first + "/manifest.json", encoding: .utf8)
    #expect(manifest.contains(#""issue" : 7"#))
    // Made again without it, it is the same: no new edition.
    #expect(try workspace.report("brief", "--period", "2023-Q1") == first)
    let again = try Repository.temporaryFolder("again") + "/X"
    let remade = try workspace.run(
      "report", "--again", first + "/manifest.json", "--into", again)
    #expect(remade.status == 0, "\(remade)")
    #expect(try workspace.run("report", "brief", "--period", "2023-Q1", "--issue", "0").status == 2)
  }

  @Test func theOfficesTemplateGivesTheLook() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    let template = "\(workspace.folder)/Reports/bulletin.docx"
    try FileManager.default.createDirectory(
      atPath: "\(workspace.folder)/Reports", withIntermediateDirectories: true)
    func make(_ mark: String) throws {
      let script = """
        docx, sys = map(__import__, ('docx', 'sys'))
        from docx.shared import Mm, Pt
        d = docx.Document()
        d.add_paragraph('本办专用红头')
        d.add_paragraph(sys.argv[2])
        d.add_paragraph('内部资料')
        s = d.sections[0]
        s.page_width, s.page_height, s.left_margin = Mm(210), Mm(297), Mm(33)
        s.footer.paragraphs[0].text = '— 页脚 —'
        s.even_page_footer.paragraphs[0].text = '— 页脚 —'
        d.styles.add_style('公文正文', 1).font.size = Pt(15)
        d.save(sys.argv[1])
        """
      let made = try Program.launch(Program.python, ["-c", script, template, mark])
      try #require(made.status == 0, "\(made.errors)")
    }
    try make("没有标记")
    let check = try workspace.run("check")
    #expect(check.status == 2 && check.errors.contains("Reports/bulletin.docx"), "\(check)")
    #expect(check.errors.contains("{{正文}}"))
    try make("{{正文}}")
    // There is no ledger to check, but nothing is wrong with the template.
    #expect(try workspace.run("check").status == 3)
    let folder = try workspace.report("bulletin", "--period", "2023-Q1")
    let said = try read(folder)
    #expect(said.contains("Normal: 本办专用红头\n公文期号: 第1期⇥"))
    #expect(said.contains("Normal: 内部资料") && !said.contains("公文发文机关标志"))
    let manifest = try String(contentsOfFile: folder + "/manifest.json", encoding: .utf8)
    #expect(manifest.contains(#""kind" : "template""#))
    #expect(try workspace.run("verify").status == 0)
    // It is kept: the edition is the same when the file is gone.
    try FileManager.default.removeItem(atPath: template)
    let again = try Repository.temporaryFolder("again") + "/X"
    let remade = try workspace.run(
      "report", "--again", folder + "/manifest.json", "--into", again)
    #expect(remade.status == 0, "\(remade)")
    #expect(try bytes(again) == bytes(folder))
  }

  @Test func aTemplateOfNoDocumentIsAFault() throws {
    let workspace = try ExampleWorkspace(days: [])
    try FileManager.default.createDirectory(
      atPath: "\(workspace.folder)/Reports", withIntermediateDirectories: true)
    try Data("x".utf8).write(
      to: URL(fileURLWithPath: "\(workspace.folder)/Reports/quarterly.docx"))
    let check = try workspace.run("check")
    #expect(check.status == 2 && check.errors.contains("quarterly"))
  }

  /// A document that was touched is found, and a rerun lists what changed.
  @Test func editionsTakeDocumentsAlong() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25"])
    let folder = try workspace.report("bulletin", "--period", "2023-Q1")
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".docx") })
    let manifest = try String(contentsOfFile: folder + "/manifest.json", encoding: .utf8)
    #expect(manifest.contains(name))
    #expect(try workspace.run("verify").status == 0)
    let handle = try #require(FileHandle(forWritingAtPath: "\(folder)/\(name)"))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data("x".utf8))
    try handle.close()
    let verify = try workspace.run("verify")
    #expect(verify.status == 7 && (verify.output + verify.errors).contains(name), "\(verify)")
  }
}
