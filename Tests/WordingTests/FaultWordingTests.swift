import Foundation
import TestSupport
import Testing

@testable import jibao

/// Every fault has its sentences in both languages, and nothing of the other language in them.
@Suite struct FaultWordingTests {
  @Test(arguments: FaultKinds.all)
  func everyCaseHasASample(_ kind: FaultKind) throws {
    let declared = try kind.declared()
    #expect(!declared.isEmpty)
    #expect(Set(declared) == Set(kind.said(.english, "9").map(\.label)))
  }

  @Test(arguments: FaultKinds.all)
  func chineseHasNoEnglishWord(_ kind: FaultKind) {
    for (label, text) in kind.said(.chinese, "甲") {
      #expect(Words.english(in: text) == [], "\(label): \(text)")
      #expect(Words.halfWidth(in: text) == [], "\(label): \(text)")
      #expect(text.contains { Words.isHan($0) }, "\(label): \(text)")
    }
  }

  @Test(arguments: FaultKinds.all)
  func englishHasNoChineseWord(_ kind: FaultKind) {
    for (label, text) in kind.said(.english, "x") {
      #expect(Words.chinese(in: text) == [], "\(label): \(text)")
      #expect(text.contains { $0.isASCII && $0.isLetter }, "\(label): \(text)")
    }
  }

  @Test func sentencesWithoutCases() {
    for text in FaultKinds.others(Chinese()) {
      #expect(Words.english(in: text) == [], "\(text)")
      #expect(Words.halfWidth(in: text) == [], "\(text)")
    }
    for text in FaultKinds.others(English()) { #expect(Words.chinese(in: text) == [], "\(text)") }
  }

  /// A type of errors that nobody says anything of would end as a fault of the program.
  @Test func everyTypeOfErrorsIsKnown() throws {
    let pattern = /(?:struct|enum|class)\s+(\w+)[^\n{]*:\s*(?:[\w, ]*\b)?Error\b/
    let types = try FaultKind.swiftFiles(in: "").flatMap { file in
      try String(contentsOfFile: file, encoding: .utf8).matches(of: pattern).map { String($0.1) }
    }
    #expect(Set(types).subtracting(Self.said).subtracting(Self.caught).sorted() == [])
  }

  /// What `Wording.lines(for:)` has words for.
  static let said: Set = [
    "BalanceFault", "CellFault", "ClockFault", "Damaged", "DatabaseFailure", "DefinitionFault",
    "Failed", "Fault",
    "Incomplete",
    "InputFault", "JobFailure", "LedgerRefused", "LedgerStopped", "NoLedger", "NotAWorkspace",
    "PlansRefused",
    "Occupied",
    "OutputFault", "Refused",
    "RunFault",
    "ScoringFault", "Several", "SourceFailure", "StoreFailure", "Unreadable", "Usage",
  ]

  /// What never leaves the part that throws it.
  static let caught: Set = [
    "Compared", "Failure", "FileRefusal", "Overflow", "PackageFault", "Refusal", "TemplateRefused",
    // What a run that ends so had to say was said.
    "Told", "UnchangedContent",
    "Unlisted",
  ]
}

/// Words of a language where they are not expected.
enum Words {
  /// English words in a Chinese sentence, what must stand in Latin letters left out.
  static func english(in text: String) -> [String] {
    var rest = text
    for pattern in names { rest.replace(pattern, with: " ") }
    return rest.matches(of: /[A-Za-z][A-Za-z'_]*/).map { String($0.output) }
      .filter { !terms.contains($0) }
  }

  /// Half-width punctuation that follows a Chinese character, or stands before one.
  static func halfWidth(in text: String) -> [String] {
    text.replacing(/“[^”]*”/, with: "").matches(of: /\p{Han}[,:;?()]|[,;?()]\p{Han}/)
      .map { String($0.output) }.filter { !["号,新"].contains($0) && $0 != "号," && $0 != ",新" }
  }

  /// Chinese words in an English sentence, names of columns and sheets left out.
  static func chinese(in text: String) -> [String] {
    var rest = text
    for name in columns { rest = rest.replacingOccurrences(of: name, with: "") }
    return rest.matches(of: /\p{Han}+/).map { String($0.output) }
  }

  static func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.properties.isIdeographic }
  }

  /// Options, commands, paths, addresses, code points, code of SQL and examples of values.
  private static var names: [Regex<Substring>] {
    [
      /--accept-loss [a-z_.:0-9甲]+/, /--[a-z-]+/, /jibao [a-z]+(?: withdraw| mark)?/,
      /[a-z]+:\/\/[^\s；]+/,
      /[a-z<>一-龥0-9\/_.~-]*\/[a-z<>一-龥0-9\/_.-]*/,
      /[a-z0-9_-]*\.(?:yaml|csv|json|sql)/, /U\+[0-9A-F]+/, /SHA-256 \w+/, /SQLITE \d+/,
      /[0-9-]+T[0-9:.]+Z?/, /prior_/, /sum\(CASE …\)/, /chmod 600/, /:effective_on date/,
      /when: otherwise/, /[A-Z]{1,3}[0-9]+/, /as-of-/, /source: exports/, /numbers: partial/,
    ]
  }

  /// Formats, engines, keys of definitions and words of SQL.
  private static let terms: Set = [
    "bars", "fill_down", "headings", "leaders", "none", "register", "rows_of_a_task", "section",
    "years", "date", "draft", "is_working", "name",
    "Word", "docx", "Asia", "CASE", "CAST", "CR", "CSV", "DOCTYPE", "Excel", "GB", "GiB",
    "JIBAO_NOW",
    "KiB", "LibreOffice", "OpenDocument", "WPS", "et", "xls", "xlsb", "xlsx",
    "JSON", "LF", "MiB",
    "PostgreSQL", "SELECT", "SQL", "SQLite", "Shanghai", "UTF", "Unicode", "Unix", "WITH", "XML",
    "Windows", "WPS", "YAML", "coalesce", "day", "delta", "each", "false", "group", "key", "large",
    "lead_policy", "libpq", "order", "params", "per_rate", "places", "rate_steps", "role",
    "since", "store_passwords", "true", "jibao", "write", "deflate", "workbook_close", "A",
    "runuser", "u", "TMPDIR", "cp", "output", "ledger",
  ]

  /// As the registers and reports head them.
  private static let columns = [
    "预计完成日期", "完成日期", "销号日期", "已销号", "已完成", "任务编号", "序号", "编号", "牵头单位", "成员",
    "方案", "计量单位", "起", "止", "数据说明", "任务台账", "单位名录", "正文", "、",
  ]
}
