import Foundation
import TestSupport
import Testing

/// Standard output that nobody reads, messages that cannot be written, text that would command a
/// terminal.
@Suite struct StreamTests {
  static let writers: [[String]] = [
    ["--help"], ["report", "--help"], ["--version"], ["history"], ["history", "--json"],
    ["query"], ["query", "state/task", "--csv"], ["query", "state/task", "--json"],
    ["query", "state/task"], ["report", "--period", "2023-Q1", "--json"], ["check"], ["verify"],
    ["run", "--dry-run"], ["snapshot", "--json"],
  ]

  @Test(arguments: writers)
  func aReaderThatClosedStandardOutputEndsItQuietly(_ words: [String]) throws {
    let office = try Self.office()
    let result = try office.run(words, output: Self.closedPipe())
    #expect(result.status == 141)
    #expect(result.errors.isEmpty)
  }

  @Test(arguments: writers)
  func soDoesOneThatClosedBothStreams(_ words: [String]) throws {
    let office = try Self.office()
    let pipe = Self.closedPipe()
    #expect(try office.run(words, output: pipe, errors: pipe).status == 141)
  }

  @Test func aFailureCountsMoreThanAClosedOutput() throws {
    let office = try Self.office()
    try office.spoil()
    for words in [["snapshot", "--json"], ["run", "--json"]] {
      let result = try office.run(words, output: Self.closedPipe())
      #expect(result.status == 3, "\(words)")
      #expect(result.errors.contains("没有的单位"), "\(words)")
    }
  }

  @Test(arguments: ["2>/dev/full", "2>&-", "2>/dev/null", ">/dev/null 2>&-"])
  func messagesThatCannotBeWrittenChangeNoCode(_ redirection: String) throws {
    let office = try Self.office()
    let codes: [(String, Int32)] = [
      ("history", 0), ("frobnicate", 2), ("snapshot --effective-on 2023-02-30", 2),
      ("report --period 2023-Q9", 2), ("verify", 0),
    ]
    for (words, code) in codes {
      #expect(try office.shell("\(words) \(redirection)").status == code, "\(words)")
    }
    try office.spoil()
    #expect(try office.shell("snapshot \(redirection)").status == 3)
    #expect(try office.shell("run \(redirection)").status == 3)
  }

  @Test(arguments: [">/dev/full", ">&-", ">&- 2>&-", "<&- >&- 2>&-"])
  func dataThatCannotBeWrittenIsFive(_ redirection: String) throws {
    let office = try Self.office()
    for words in ["history", "--help", "query state/task --csv"] {
      #expect(try office.shell("\(words) \(redirection)").status == 5, "\(words)")
    }
  }

  /// A file opened in the place of a stream would take the messages.
  @Test func noMessageEndsInTheStore() throws {
    let office = try Self.office()
    let file = "\(office.folder)/ledger/ledger.csv"
    try (String(contentsOfFile: file, encoding: .utf8) + "2,第二项,市甲局,2023-12-31,推进中,\n").write(
      toFile: file, atomically: false, encoding: .utf8)
    #expect(try office.shell("snapshot <&- >&- 2>&-").status == 5)
    let verified = try office.run(["verify"])
    #expect(verified.status == 0 && verified.output.contains("2 snapshots"), "\(verified)")
  }

  static let hidden: [(String, String)] = [
    ("\u{202E}", "\\u{202e}"), ("\u{200B}", "\\u{200b}"), ("\u{2066}", "\\u{2066}"),
    ("\u{9B}31m", "\\u{9b}31m"), ("\u{FEFF}", "\\u{feff}"), ("\u{2028}", "\\u{2028}"),
  ]

  @Test(arguments: hidden)
  func whatCommandsATerminalIsSpeltOut(_ text: String, _ shown: String) throws {
    let office = try Self.office()
    // A unit that is not there is quoted by the message.
    try office.write("units", "编号,名称\nu1,市甲局\n")
    try office.write("ledger", "序号,任务,牵头单位,完成时限,状态\n1,第一项,丙\(text)局,2023-12-31,推进中\n")
    let refused = try office.run(["check"])
    #expect(refused.status == 3)
    #expect(!refused.errors.contains(text))
    // A heading of the office's own is a title like others; so is the name of an option.
    let usage = try office.run(["query", "state/\(text)task"])
    #expect(usage.status == 2)
    #expect(usage.errors.contains(shown) && !usage.errors.contains(text))
  }

  @Test(arguments: [
    "query state/task --as-of 2023-04-25 --csv", "query state/task --as-of 2023-04-25",
  ])
  func soIsWhatATerminalIsShown(_ words: String) throws {
    let office = try Self.office(title: "第\u{202E}一\u{200B}项")
    let shown = try office.onTerminal(words)
    #expect(shown.contains("第\\u{202e}一\\u{200b}项"), "\(shown)")
    #expect(!shown.contains("\u{202E}"))
    // Programs get the value as it is.
    let piped = try office.run(["query", "state/task", "--as-of", "2023-04-25", "--csv"])
    #expect(piped.output.contains("\u{202E}"))
  }

  private static func closedPipe() -> FileHandle {
    let pipe = Pipe()
    pipe.fileHandleForReading.closeFile()
    return pipe.fileHandleForWriting
  }

  private static func office(title: String = "第一项") throws -> SmallOffice {
    let office = try SmallOffice()
    try office.write("units", "编号,名称\nu1,市甲局\n")
    try office.write("ledger", "序号,任务,牵头单位,完成时限,状态,进度\n1,\(title),市甲局,2023-12-31,推进中,20%\n")
    let stored = try office.run(["snapshot"])
    #expect(stored.status == 0, "\(stored.errors)")
    return office
  }
}

extension SmallOffice {
  /// A ledger that is refused.
  fileprivate func spoil() throws {
    try write("ledger", "序号,任务,牵头单位,完成时限,状态\n1,第一项,没有的单位,2023-12-31,推进中\n")
  }
}
