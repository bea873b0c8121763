import Foundation
import TestSupport
import Testing

/// The papers that leave the office, read back from their Word files.
@Suite struct DocumentTests {
  private static let folder = Repository.folder + "/Tests/CommandTests/Golden"
  private static let reader = Repository.folder + "/Tests/CrossCheck/document.py"
  static let papers = ["bulletin", "brief", "reminder"]

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

  /// 征求意见稿: a draft that says by when to answer.
  @Test func aCopyForCommentAsksForIt() throws {
    let workspace = try ExampleWorkspace(days: ["2023-06-25", "2023-09-25"])
    let arguments = ["--period", "2023-Q3", "--comments-by", "2023-10-09"]
    let made = try workspace.run(["report", "bulletin"] + arguments)
    try #require(made.status == 0, "\(made)")
    let shelf = "\(workspace.folder)/out/tianshui-2023/2023-Q3-bulletin"
    #expect(try FileManager.default.contentsOfDirectory(atPath: shelf) == ["draft"])
    let said = try read(shelf + "/draft")
    #expect(said.contains("落实情况的通报（征求意见稿）"))
    #expect(said.contains("请于10月9日前书面反馈，逾期未反馈的，视为无异议。"))
    #expect(said.contains("公文期号: （草稿）") && said.contains("于＿月＿日前"))
    #expect(!said.contains("公文抄送") && !said.contains("公文印发"))
    // Of a report that is not sent out for comment.
    #expect(try workspace.run(["report", "quarterly"] + arguments).status == 2)
  }

  /// 年终核定 stands behind what is reported on, and what is not completed is named.
  @Test func aFinalPeriodNamesWhatIsOpen() throws {
    let workspace = try ExampleWorkspace(days: ["2023-11-25", "2023-12-31"])
    let said = try read(workspace.report("bulletin", "--period", "2023-final"))
    #expect(said.contains("# 关于2023年度深化“放管服”改革重点任务落实情况（年终核定）的通报"))
    #expect(said.contains("未完成3项，为第7项（各有关责任单位）、第29项（市大数据中心）、第33项（"))
    #expect(!said.contains("预计年底前"))
  }

  /// What was recorded of the last cut-off after its report went out is said, and compared with.
  @Test func whatWasCorrectedIsSaid() throws {
    let workspace = try ExampleWorkspace(days: ["2023-04-25", "2023-06-25"])
    _ = try workspace.report("quarterly", "--period", "2023-H1")
    // The milestone that was done by then, and not recorded.
    let folder = try Repository.temporaryFolder("corrected") + "/2023-06-25"
    try FileManager.default.copyItem(
      atPath: "\(ExampleWorkspace.ledgers)/2023-06-25", toPath: folder)
    let path = folder + "/milestones.csv"
    let lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
    let later = try String(
      contentsOfFile: "\(ExampleWorkspace.ledgers)/2023-09-25/milestones.csv", encoding: .utf8
    ).components(separatedBy: "\n").filter { $0.contains("重点领域名录确定") }
    try lines.map { $0.contains("重点领域名录确定") ? later[0] : $0 }.joined(separator: "\n")
      .write(toFile: path, atomically: false, encoding: .utf8)
    for (from, day) in [
      (folder, "2023-06-25"), ("\(ExampleWorkspace.ledgers)/2023-09-25", "2023-09-25"),
    ] {
      let taken = try workspace.run("snapshot", "--from", from, "--effective-on", day)
      try #require(taken.status == 0, "\(taken)")
    }
    let said = try read(workspace.report("bulletin", "--period", "2023-Q3"))
    #expect(said.contains("上半年到期办结率由82.8%更正为86.2%（补登完成1项）。"), "\(said)")
    #expect(said.contains("到期办结率91.5%，较上半年提高5.3个百分点"))
  }

  /// A slip for each unit that is late, and none for others; on another day also what is due soon.
  @Test func remindersChaseUnits() throws {
    let workspace = try ExampleWorkspace(days: ["2023-06-25", "2023-09-25"])
    let folder = try workspace.report("reminder", "--period", "2023-Q3")
    let slips = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".docx") }
    #expect(slips.count == 5)
    let said = try read(folder)
    #expect(said.contains("你单位有逾期事项1项、逾期整改1个、未达序时任务3项（含逾期的1项）"))
    #expect(said.contains("延期申请（拟延至10月31日）尚未获批 | 10月15日"))
    #expect(said.contains("前三季度落实情况 | 9月25日 | 未报送 | 10月9日"))
    #expect(!said.contains("督办提醒单"))
    let early = try read(workspace.report("reminder", "--as-of", "2023-09-18"))
    #expect(early.contains("督办提醒单") && early.contains("前三季度落实情况 | 9月25日 | 待报送"))
  }

  /// Each who leads tasks has a page; the program says before a cut-off what the report would be.
  @Test func leadersAndRehearsals() throws {
    let days = ["2019-06-30"]
    let workspace = try ExampleWorkspace("xuancheng-2019", days: days)
    let said = try read(workspace.report("leader", "--period", "2019-mid"))
    #expect(said.contains("呈：市领导A") && said.contains("9/12（75.0%）"))
    let early = Program.at("2019-09-02T10:00:00Z")
    let rehearsed = try ExampleWorkspace("xuancheng-2019", days: days, program: early)
    let made = try rehearsed.run("report", "rehearsal")
    let draft = "\(rehearsed.folder)/out/xuancheng-2019/2019-final-rehearsal/draft"
    #expect(FileManager.default.fileExists(atPath: draft + "/manifest.json"), "\(made)")
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
