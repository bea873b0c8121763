import Domain

/// The year of a deadline, and dates written with signs.
extension DeadlineParser {
  /// A year as it is written.
  enum Year {
    case given(Int)
    /// 今年, 次年: by the plan's.
    case relative(Int)
    /// 2023-09-25, whose month comes behind a sign.
    case beforeSign(Int)

    var isRelative: Bool { if case .relative = self { true } else { false } }

    func number(_ years: DeadlineText.Years) -> Int? {
      switch self {
      case .given(let year), .beforeSign(let year): year
      case .relative(let offset): years.only.map { $0 + offset }
      }
    }
  }

  mutating func takeYear() -> Year? {
    for (words, offset) in [
      (["今年", "本年度", "本年", "当年"], 0), (["明年", "次年", "翌年", "来年"], 1),
    ] where scanner.take(anyOf: words) != nil {
      return .relative(offset)
    }
    let start = scanner.position
    guard let year = scanner.yearNumber() else { return nil }
    if scanner.take("年度") || scanner.take("年") { return .given(year) }
    if let next = scanner.next, "-/.".unicodeScalars.contains(next) {
      let sign = scanner.position
      // 2023-2025年 is a range of years.
      if scanner.take("-"), let last = scanner.yearNumber(), last >= year, scanner.take("年") {
        deadline.inferred.insert(.endOfRange)
        return .given(edge == .last ? last : year)
      }
      scanner.go(back: sign)
      return .beforeSign(year)
    }
    scanner.go(back: start)
    return nil
  }

  /// Reads what stands behind the year.
  mutating func part(_ year: Year?) -> Span? {
    if case .beforeSign(let number) = year { return signedDate(number) }
    if let months = wholeYear(hasYear: year != nil) ?? half() ?? quarter() {
      return resolve(year) { Self.span(months, $0) }
    }
    if let span = month(year) { return span }
    // A year alone, but not 2025年前, which can be said of its beginning.
    guard year != nil, problem == nil, scanner.next != "前", scanner.next != "之",
      scanner.next != "以"
    else { return nil }
    return resolve(year) { Self.span(1...12, $0) }
  }

  mutating func resolve(_ year: Year?, _ span: (Int) -> Span?) -> Span? {
    guard let number = year.map({ $0.number(years) }) ?? years.only else {
      problem = .deadlineYear(years: years.all)
      return nil
    }
    if year == nil || year?.isRelative == true { deadline.inferred.insert(.yearOfPlan) }
    guard let span = span(number) else {
      problem = Day.years.contains(number) ? .dayNotInCalendar : .dayOutOfRange
      return nil
    }
    if !span.isDay { deadline.inferred.insert(edge == .last ? .lastDay : .firstDay) }
    return span
  }

  /// The days of months.
  static func span(_ months: ClosedRange<Int>, _ year: Int) -> Span? {
    guard let first = Day(year: year, month: months.lowerBound, dayOfMonth: 1),
      let last = Day.last(ofMonth: months.upperBound, year: year)
    else { return nil }
    return Span(first: first, last: last)
  }

  /// 2023-09-25, 2023/9/25, 2023.9.25; 2016.9, 2016-09.
  mutating func signedDate(_ year: Int) -> Span? {
    guard let sign = scanner.take(oneOf: "-/.") else { return nil }
    let start = scanner.position
    guard let month = scanner.digits(1...2), (1...12).contains(month) else { return nil }
    let behindMonth = scanner.position
    if scanner.take(oneOf: "-/.") == sign, let dayOfMonth = scanner.digits(1...2) {
      return resolve(.given(year)) { year in
        Day(year: year, month: month, dayOfMonth: dayOfMonth).map { Span(first: $0, last: $0) }
      }
    }
    scanner.go(back: behindMonth)
    // A spreadsheet shows the number 2016.10 so, too.
    if sign == ".", behindMonth - start == 1, month == 1 { deadline.inferred.insert(.mayBeOctober) }
    let end = monthEnd()
    return resolve(.given(year)) { Self.span(month...month, $0).map { Self.cut($0, end) } }
  }
}
