import Domain
import Foundation
import Testing

/// Files whose bytes or form are at fault.
@Suite struct BadTextTests {
  /// A task register by its bytes, and the faults that it gives.
  struct Example: CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let faults: [String]
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ faults: String...) {
      self.init(name, bytes: Array(text.utf8), faults)
    }

    init(_ name: String, bytes: [UInt8], _ faults: [String]) {
      (self.name, self.bytes, self.faults) = (name, bytes, faults)
    }
  }

  static let forms = [
    Example("empty", "", "ledger.csv:0:0 file-empty "),
    Example("blank lines only", "\n \n", "ledger.csv:2:1 file-empty "),
    Example(
      "unclosed quote", "序号,任务\n1,甲\n2,\"乙\n3,丙\n", "ledger.csv:3:3 unclosed-quote \"乙"),
    Example(
      "text after a closing quote", "序号,任务\n1,\"甲\"乙\n",
      "ledger.csv:2:6 text-after-quote \"甲\"乙"),
    Example("bare quote", "序号,任务\n1,甲\"乙\n", "ledger.csv:2:4 bare-quote 甲\"乙"),
    Example("too few fields", "序号,任务\n1\n", "ledger.csv:2:1 field-count 1"),
    Example("too many fields", "序号,任务\n1,甲,乙\n", "ledger.csv:2:1 field-count 1,甲,乙"),
    Example("semicolons", "序号;任务\n1;甲\n", "ledger.csv:1:1 wrong-separator 序号;任务"),
    Example("tabs", "序号\t任务\n1\t甲\n", "ledger.csv:1:1 wrong-separator 序号\t任务"),
    Example("sep=", "sep=,\n序号,任务\n", "ledger.csv:1:1 separator-line sep="),
    Example(
      "lone CR", "序号,任务\n1,甲\r2,乙\n", "ledger.csv:2:4 lone-carriage-return "),
    Example("NUL", "序号,任务\n1,甲\0乙\n", "ledger.csv:2:4 nul-byte 00 E4 B9 99"),
    Example(
      "cut off by a power cut", "序号,任务\n1,甲\n2" + String(repeating: "\0", count: 4096),
      "ledger.csv:3:2 nul-byte 00 00 00 00"),
    Example("zero-filled", String(repeating: "\0", count: 4096), "ledger.csv:0:0 nul-byte "),
    Example("DEL", "序号,任务\n1,\"甲\u{7F}\"\n", "ledger.csv:2:5 control-character \u{7F}\""),
    Example("U+FFFD", "序号,任务\n1,甲\u{FFFD}\n", "ledger.csv:2:4 lost-character 1,甲\u{FFFD}"),
    Example("U+FFFE", "序号,任务\n1,\u{FFFE}\n", "ledger.csv:2:3 control-character 1,\u{FFFE}"),
  ]

  static let encodings = [
    Example("UTF-16 with mark", bytes: [0xFF, 0xFE, 0x8F, 0x5E], ["ledger.csv:0:0 utf-16 "]),
    Example("UTF-16 without mark", bytes: [0x31, 0, 0x2C, 0], ["ledger.csv:0:0 utf-16 "]),
    Example(
      "invalid UTF-8", bytes: Array("序号,任务\n1,推进政务服务标准化".utf8) + [0xFF, 0x0A],
      ["ledger.csv:2:12 invalid-encoding FF 0A"]),
    Example(
      "overlong UTF-8", bytes: Array("\u{FEFF}序号,任务\n1,甲".utf8) + [0xC0, 0x2F, 0x0A],
      ["ledger.csv:2:4 invalid-encoding C0 2F 0A"]),
    Example(
      "truncated GB18030", bytes: gb("序号,任务\n1,推进政务") + [0xB7],
      ["ledger.csv:2:7 invalid-encoding B7"]),
    Example(
      "two encodings", bytes: Array("序号,任务\n1,推进政务服务标准化\n".utf8) + gb("2,任务\n"),
      ["ledger.csv:3:3 mixed-encodings C8 CE CE F1"]),
  ]

  static func gb(_ text: String) -> [UInt8] {
    Array(text.data(using: String.Encoding(rawValue: 0x8000_0632)) ?? Data())
  }

  @Test(arguments: forms + encodings)
  func isRefusedAtItsPlace(_ example: Example) throws {
    var fixture = LedgerFixture()
    fixture.files["ledger.csv"] = example.bytes
    let outcome = try fixture.read()
    #expect(outcome.lines.filter { !$0.contains("?no-lead") } == example.faults)
    #expect(outcome.summary == nil)
  }

  @Test func invalidBytesAreCountedFromZero() throws {
    var fixture = LedgerFixture()
    fixture.files["ledger.csv"] = Array("\u{FEFF}序号".utf8) + [0xFF]
    #expect(try fixture.read().faults.map(\.problem) == [.invalidEncoding(offset: 9)])
  }

  @Test func longCells() throws {
    func outcome(_ count: Int) throws -> [String] {
      let text = String(repeating: "中", count: count)
      let fixture = LedgerFixture.tasks("序号,任务,牵头单位,备注", "1,甲,市工信局,\(text)")
      return try fixture.read().faults.map(\.problem.code)
    }
    #expect(try outcome(32_767) == [])
    #expect(try outcome(32_768) == ["cell-too-long"])
    #expect(try outcome(333_334) == ["field-too-large"])
  }

  /// What looks like an escape takes more room in a workbook than in the file.
  @Test func escapesInLongCells() throws {
    func outcome(_ count: Int) throws -> [InputProblem] {
      let text = String(repeating: "_x0041_", count: count)
      return try LedgerFixture.tasks("序号,任务,牵头单位,备注", "1,甲,市工信局,\(text)").read()
        .faults.map(\.problem)
    }
    #expect(try outcome(2_520) == [])
    #expect(try outcome(2_521) == [.cellTooLong(limit: 32_767, found: 32_773)])
  }
}

/// Paths that are no ledger.
@Suite struct BadPathTests {
  @Test func missing() throws {
    #expect(try LedgerFixture().read("/nonexistent").lines == ["nonexistent:0:0 file-not-found "])
  }

  @Test func workbook() throws {
    let folder = try LedgerFixture(["台账.xlsx": "PK"]).write()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let problem = "台账.xlsx:0:0 not-a-workbook "
    #expect(try LedgerFixture().read(folder + "/台账.xlsx").lines == [problem])
    #expect(try LedgerFixture().read(folder).lines == [problem])
  }

  @Test func filesOfAFolder() throws {
    let fixture = LedgerFixture([
      "单位名录.CSV": LedgerFixture.units, "unit.csv": "", "README.md": "", ".x.csv": "",
      "~$ledger.xlsx": "",
    ])
    let outcome = try fixture.read()
    #expect(
      outcome.lines == [
        "unit.csv:0:0 unknown-file ", "单位名录.CSV:0:0 register-twice ",
      ])
    #expect(outcome.faults.map(\.problem).contains(.registerTwice(.units, other: "units.csv")))
  }

  @Test func requiredRegisters() throws {
    var fixture = LedgerFixture()
    fixture.files = [:]
    #expect(
      try fixture.read().faults.map(\.problem) == [
        .registerMissing(.units), .registerMissing(.ledger),
      ])
  }

  @Test(.timeLimit(.minutes(1))) func pipesAndFoldersDoNotBlock() throws {
    var fixture = LedgerFixture()
    fixture.files["ledger.csv"] = nil
    let folder = try fixture.write()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(mkfifo(folder + "/ledger.csv", 0o600) == 0)
    try FileManager.default.createDirectory(
      atPath: folder + "/targets.csv", withIntermediateDirectories: false)
    #expect(
      try fixture.read(folder).lines == [
        "ledger.csv:0:0 not-a-regular-file ", "targets.csv:0:0 not-a-regular-file ",
      ])
  }
}
