import Domain

extension InputWording {
  /// Headings.
  func headings(_ problem: InputProblem) -> (what: String, cure: String)? {
    switch problem {
    case .headingMissing(let id, let near):
      say(
        ("the column \(value) (\(id)) is missing", "缺少“\(value)”列(\(id))"),
        (
          near.map { "is “\($0)” meant for it? head it \(value)" }
            ?? "add a column headed \(value)",
          near.map { "“\($0)”是否即该列?请改为“\(value)”" } ?? "请添加表头为“\(value)”的列"
        ))
    case .headingTwice(let other):
      say(
        (
          "the column \(quoted) is there twice, also as field \(other)",
          "“\(value)”列重复,另一列是第 \(other) 列"
        ), ("remove or rename one of the two", "请删除或改名其中一列"))
    case .headingRepeated(let line):
      say(
        ("the headings of line \(line) are repeated", "第 \(line) 行的表头重复出现"),
        ("delete this line", "请删除本行"))
    case .headingNear(let known):
      say(
        ("\(quoted) is kept as a column of your own", "\(quoted)按自有列保留"),
        ("if \(known) is meant, head it so", "如即“\(known)”列,请改正表头"))
    case .headingEmpty:
      say(
        ("\(quoted) stands in a column without heading", "\(quoted)所在列没有表头"),
        ("give the column a heading, or empty it", "请为该列加表头,或清空该列"))
    default: nil
    }
  }

  /// The contents of single cells.
  func cell(_ problem: InputProblem) -> (what: String, cure: String)? {
    switch problem {
    case .cellEmpty:
      say(("\(heading) is empty", "“\(heading)”为空"), ("fill it in", "请填写"))
    case .unknownWord(_, let near, let known):
      say(
        ("\(quoted) is no known word for \(heading)", "“\(heading)”中的\(quoted)不是可用的词"),
        (
          nearest(near.map { [$0] } ?? []).english
            + "valid words: \(list(known)); more can be added in vocabulary.yaml",
          nearest(near.map { [$0] } ?? []).chinese
            + "可用词:\(list(known));也可在 vocabulary.yaml 中添加"
        ))
    case .identifierCharacter(let code):
      say(
        (
          "\(quoted) holds \(Self.codePoint(code)), which does not show",
          "\(quoted)含有不可见字符 \(Self.codePoint(code))"
        ), ("type the cell anew", "请重新输入该单元格"))
    case .identifierNormalised(let normal):
      say(
        ("\(quoted) was read as \(normal)", "\(quoted)按 \(normal) 读取"),
        ("write \(normal)", "请改写为 \(normal)"))
    default: day(problem) ?? number(problem)
    }
  }

  private func day(_ problem: InputProblem) -> (what: String, cure: String)? {
    switch problem {
    case .dayForm(let suggestion):
      say(
        ("\(quoted) is not a date as 2023-09-25", "\(quoted)不是 2023-09-25 这样的日期"),
        (
          suggestion.map { "write \($0), if that is meant" } ?? "write year-month-day",
          suggestion.map { "如即该日,请写 \($0)" } ?? "请按 年-月-日 填写"
        ))
    case .dayNotInCalendar:
      say(
        ("there is no day \(quoted)", "不存在\(quoted)这一天"),
        ("check month and day", "请核对月和日"))
    case .dayOutOfRange:
      say(
        (
          "\(quoted) is not within \(Day.years.lowerBound) to \(Day.years.upperBound)",
          "\(quoted)不在 \(Day.years.lowerBound)—\(Day.years.upperBound) 年之间"
        ), ("check the year", "请核对年份"))
    default: nil
    }
  }

  private func number(_ problem: InputProblem) -> (what: String, cure: String)? {
    switch problem {
    case .numberForm(let form, let suggestion):
      say(
        ("\(quoted) is not \(Self.english(form))", "\(quoted)不是\(Self.chinese(form))"),
        (
          suggestion.map { "write \($0)" } ?? "write plain digits",
          suggestion.map { "请写 \($0)" } ?? "请只写半角数字"
        ))
    case .numberTooLarge:
      say(("\(quoted) is too large", "\(quoted)过大"), ("check the number", "请核对数值"))
    case .numberDecimals(let limit):
      say(
        ("\(quoted) has more than \(limit) decimals", "\(quoted)的小数超过 \(limit) 位"),
        ("round it", "请四舍五入"))
    case .numberNegative:
      say(
        ("\(quoted) is below zero", "\(quoted)小于零"), ("check the number", "请核对数值"))
    case .numberNotPositive:
      say(
        ("\(quoted) is not above zero", "\(quoted)不大于零"),
        ("leave it empty for one, or delete the row", "计一次的可不填;不计的请删去该行"))
    case .percentRange:
      say(
        ("\(quoted) is not between 0 and 100 %", "\(quoted)不在 0—100% 之间"),
        ("write the share that is done, such as 45%", "请填写完成的百分比,如 45%"))
    default: nil
    }
  }

  private static func english(_ form: InputProblem.NumberForm) -> String {
    switch form {
    case .integer: "a whole number"
    case .percent: "a percentage such as 45% or 53.3"
    case .quantity: "a number such as 1234 or 3.5"
    }
  }

  private static func chinese(_ form: InputProblem.NumberForm) -> String {
    switch form {
    case .integer: "整数"
    case .percent: "45% 或 53.3 这样的百分比"
    case .quantity: "1234 或 3.5 这样的数"
    }
  }
}
