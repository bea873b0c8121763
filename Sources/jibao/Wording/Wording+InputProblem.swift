import Domain

extension Wording {
  /// What is wrong with a ledger and what cures it.
  ///
  /// `value` is the text of the cell or line as it stands in the file, `heading` that of its column,
  /// empty if the problem is not about one.
  static func problem(
    _ problem: InputProblem, value: String, heading: String, in language: Language
  ) -> (what: String, cure: String) {
    let place = InputWording(language: language, value: value, heading: heading)
    return place.file(problem) ?? place.text(problem) ?? place.headings(problem)
      ?? place.cell(problem) ?? place.reference(problem) ?? place.unit(problem)
      ?? place.row(problem)
      ?? place.say(
        ("this cannot be read", "此处无法读取"), ("look at the place named", "请核对所指位置"))
  }
}

/// The words for the problems of one place.
struct InputWording {
  let language: Language
  let value: String
  let heading: String

  /// The pair of sentences in the chosen language.
  func say(
    _ what: (english: String, chinese: String), _ cure: (english: String, chinese: String)
  ) -> (what: String, cure: String) {
    switch language {
    case .english: (what.english, cure.english)
    case .chinese: (what.chinese, cure.chinese)
    }
  }

  /// The value in quotes, with what a terminal would act on made visible.
  var quoted: String { Self.quote(value, in: language) }

  static func quote(_ text: String, in language: Language) -> String {
    var shown = ""
    for scalar in text.unicodeScalars.prefix(60) {
      shown += isInvisible(scalar) ? codePoint(scalar.value) : String(scalar)
    }
    if text.unicodeScalars.count > 60 { shown += "…" }
    return language == .english ? "“\(shown)”" : "“\(shown)”"
  }

  static func codePoint(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: false
    }
  }

  /// A list as the language parts it.
  func list(_ items: some Sequence<String>) -> String {
    items.joined(separator: language == .english ? ", " : "、")
  }

  func lines(_ lines: [Int]) -> String { list(lines.map { "\($0)" }) }

  /// The nearest candidates as the beginning of a cure, empty if there are none.
  func nearest(_ names: [String]) -> (english: String, chinese: String) {
    guard !names.isEmpty else { return ("", "") }
    return ("did you mean \(list(names))? ", "是否应为:\(list(names))?")
  }
}

extension InputWording {
  /// Files and their encoding.
  func file(_ problem: InputProblem) -> (what: String, cure: String)? {
    switch problem {
    case .fileNotFound:
      say(("no such file or folder", "文件或文件夹不存在"), ("check the path", "请核对路径"))
    case .fileUnreadable(let reason):
      say(
        ("cannot be read: \(reason)", "无法读取:\(reason)"),
        ("check that it exists and may be read", "请检查文件是否存在及读取权限"))
    case .notARegularFile:
      say(
        ("is not a plain file", "不是普通文件"),
        ("give a folder with one CSV file per register", "请指定每张表一个 CSV 文件的文件夹"))
    case .workbookNotSupported:
      say(
        ("is a workbook; ledgers are read as CSV so far", "是工作簿;目前只读取 CSV 格式的台账"),
        (
          "save each sheet as “CSV UTF-8” in a folder, named units.csv, ledger.csv, …",
          "请把每张工作表另存为“CSV UTF-8”,放在同一文件夹,命名为 单位名录.csv、任务台账.csv 等"
        ))
    case .fileTooLarge(let limit):
      say(
        ("is larger than \(limit >> 20) MiB", "超过 \(limit >> 20) MiB"),
        ("split the ledger by plan", "请按方案拆分台账"))
    case .fileChanged:
      say(
        ("was changed while it was read", "读取期间文件发生了变化"),
        ("close it in the other program and run again", "请在其他程序中关闭该文件后重新运行"))
    case .fileEmpty:
      say(
        ("is empty: it has no line of headings", "是空文件:没有表头行"),
        (
          "a register without rows keeps its line of headings; else remove the file",
          "没有内容的表也要保留表头行;不需要的表请删除文件"
        ))
    default: fileName(problem) ?? encoding(problem)
    }
  }

  private func fileName(_ problem: InputProblem) -> (what: String, cure: String)? {
    switch problem {
    case .unknownFile(let near, let known):
      say(
        ("is none of the registers", "不是台账中的任何一张表"),
        (
          nearest(near.map { [$0] } ?? []).english
            + "known files: \(list(known)); move others elsewhere",
          nearest(near.map { [$0] } ?? []).chinese + "可用文件名:\(list(known));其他文件请移到别处"
        ))
    case .registerTwice(let register, let other):
      say(
        (
          "the register \(register.rawValue) is there twice, also as \(other)",
          "\(register.heading)有两个文件,另一个是 \(other)"
        ),
        ("keep one of the two", "请只保留一个"))
    case .registerMissing(let register):
      say(
        (
          "the register \(register.rawValue) is missing",
          "缺少\(register.heading)"
        ),
        (
          "add \(register.rawValue).csv or \(register.heading).csv",
          "请添加 \(register.heading).csv 或 \(register.rawValue).csv"
        ))
    default: nil
    }
  }

  private func encoding(_ problem: InputProblem) -> (what: String, cure: String)? {
    let save = (
      english: "save it again as “CSV UTF-8”", chinese: "请另存为“CSV UTF-8”格式"
    )
    return switch problem {
    case .utf16:
      say(("is encoded in UTF-16 (“Unicode text”)", "是 UTF-16 编码(“Unicode 文本”)"), save)
    case .invalidEncoding(let offset):
      say(
        (
          "byte \(offset) (\(value)) is neither UTF-8 nor GB18030",
          "第 \(offset) 字节(\(value))既不是 UTF-8 也不是 GB18030"
        ), save)
    case .mixedEncodings(let offset):
      say(
        (
          "is partly UTF-8 and, from byte \(offset) on, partly GB18030",
          "混用了两种编码:部分为 UTF-8,自第 \(offset) 字节起有 GB18030"
        ),
        (
          "copy the parts into one sheet and save it as “CSV UTF-8”",
          "请把各部分合并到同一工作表后另存为“CSV UTF-8”"
        ))
    default: nil
    }
  }

  /// The form of a CSV text.
  func text(_ problem: InputProblem) -> (what: String, cure: String)? {
    switch problem {
    case .lostCharacter:
      say(
        ("holds U+FFFD: characters were lost when it was saved", "含有 U+FFFD:保存时已有字符丢失"),
        ("restore the text from its source", "请从原始文件恢复该处文字"))
    case .controlCharacter(let code):
      say(
        (
          "holds the control character \(Self.codePoint(code))",
          "含有控制字符 \(Self.codePoint(code))"
        ), ("delete it", "请删除该字符"))
    case .loneCarriageReturn:
      say(
        ("a carriage return stands without a line feed", "回车符(CR)后没有换行符(LF)"),
        ("save with the line ends of Windows or Unix", "请以 Windows 或 Unix 换行格式保存"))
    case .unclosedQuote:
      say(
        ("the quote that opens here is never closed", "此处的双引号没有闭合"),
        ("close it, or double a quote that is text", "请补上结尾双引号;作为文字的双引号请写两个"))
    case .textAfterQuote(let line):
      say(
        (
          "text follows the quote that closes the field opened on line \(line)",
          "第 \(line) 行开始的字段在双引号闭合后还有文字"
        ),
        ("double a quote that is text", "作为文字的双引号请写两个"))
    case .bareQuote:
      say(
        ("a quote stands inside a field without quotes", "未加引号的字段中出现双引号"),
        (
          "quote the whole field and double the quote in it, or use “”",
          "请把整个字段用双引号括起并把其中的双引号写两个,或改用“”"
        ))
    default: fields(problem)
    }
  }

  private func fields(_ problem: InputProblem) -> (what: String, cure: String)? {
    switch problem {
    case .fieldCount(let expected, let found):
      say(
        (
          "the row has \(found) fields, the headings are \(expected)",
          "本行有 \(found) 个字段,表头有 \(expected) 个"
        ),
        (
          "look for a comma that is text (quote that field) or one that is missing",
          "请检查是否有作为文字的逗号(该字段须加双引号)或缺少逗号"
        ))
    case .wrongSeparator(let separator):
      say(
        (
          "fields are parted by \(separator == "\t" ? "tabs" : separator)",
          "字段分隔符是\(separator == "\t" ? "制表符" : "“\(separator)”")"
        ), ("save it with commas (“CSV UTF-8”)", "请以逗号分隔(“CSV UTF-8”)保存"))
    case .separatorLine:
      say(
        ("the first line is \(value)", "首行是 \(value)"),
        ("delete that line; fields are parted by commas", "请删除该行;字段以逗号分隔"))
    case .fieldTooLarge(let limit):
      say(
        ("the field is larger than \(limit) bytes", "字段超过 \(limit) 字节"),
        ("shorten it, or look for a missing quote", "请缩短文字,或检查是否漏了双引号"))
    case .cellTooLong(let limit, let found):
      say(
        (
          "the cell has \(found) characters; a workbook's cell holds \(limit)",
          "单元格有 \(found) 个字符,工作簿单元格最多 \(limit) 个"
        ), ("shorten it", "请缩短文字"))
    default: nil
    }
  }
}
