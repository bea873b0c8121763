import Domain

/// The parts of a year: 年底, 上半年, 三季度末, 9月底前, 1-8月, 9月25日.
extension DeadlineParser {
  /// Which months 年底, 全年 are; `hasYear` where 2025年 stands before it.
  mutating func wholeYear(hasYear: Bool) -> ClosedRange<Int>? {
    let words =
      ["年底", "年末", "年终", "年内", "全年"] + (hasYear ? ["底", "末", "终", "内"] : [])
    guard let word = scanner.take(anyOf: words) else { return nil }
    if word != "全年" { takeBefore() } else { _ = scanner.take("内") }
    return 1...12
  }

  mutating func half() -> ClosedRange<Int>? {
    let months: ClosedRange<Int>
    if scanner.take("上半年") {
      months = 1...6
    } else if scanner.take("下半年") {
      months = 7...12
    } else {
      return nil
    }
    takeEnd()
    return months
  }

  mutating func quarter() -> ClosedRange<Int>? {
    let start = scanner.position
    let isSum = scanner.take("前")
    if !isSum { _ = scanner.take("第") }
    let isTwo = isSum && scanner.take("两")
    guard let number = isTwo ? 2 : scanner.smallNumber(), (1...4).contains(number),
      scanner.take("个季度") || scanner.take("季度")
    else {
      scanner.go(back: start)
      return nil
    }
    takeEnd()
    return isSum ? 1...3 * number : 3 * number - 2...3 * number
  }

  /// 末, 底 (前), 内: of a quarter or a half. 三季度前 can be said of its beginning.
  private mutating func takeEnd() {
    if scanner.take(oneOf: "末底") != nil { takeBefore() } else { _ = scanner.take("内") }
  }

  private mutating func takeBefore() {
    _ = scanner.take(anyOf: ["之前", "以前", "前"])
  }

  /// What a month is cut down to.
  enum MonthEnd { case none, day(Int), lastThird(from: Int) }

  static func cut(_ span: Span, _ end: MonthEnd) -> Span {
    switch end {
    case .none: span
    case .day(let day):
      Span(
        first: day <= 10 ? span.first : span.first.adding(days: 10),
        last: span.first.adding(days: day - 1))
    case .lastThird(let from): Span(first: span.first.adding(days: from - 1), last: span.last)
    }
  }

  /// 底, 末, 上旬, 中旬, 下旬, with 前 or 内 or without.
  mutating func monthEnd() -> MonthEnd {
    var end = MonthEnd.none
    if scanner.take("上旬") {
      end = .day(10)
    } else if scanner.take(anyOf: ["上中旬", "中上旬", "中旬"]) != nil {
      end = .day(20)
    } else if scanner.take("中下旬") {
      end = .lastThird(from: 11)
    } else if scanner.take("下旬") {
      end = .lastThird(from: 21)
    } else {
      _ = scanner.take(oneOf: "底末")
    }
    if scanner.take(anyOf: ["之前", "以前", "前"]) == nil { _ = scanner.take("内") }
    return end
  }

  /// 9月, 9月底前, 9月25日, 1-8月, 7、8月.
  mutating func month(_ year: Year?) -> Span? {
    let start = scanner.position
    guard let months = months() else {
      scanner.go(back: start)
      return nil
    }
    let behindMonth = scanner.position
    if let days = daysOfMonth() {
      guard let month = months.all.last, months.all.count == 1 else { return nil }
      if days.count > 1, edge == .last { deadline.inferred.insert(.endOfRange) }
      let edge = edge
      return resolve(year) { year in
        guard let first = Day(year: year, month: month, dayOfMonth: days.first),
          let last = Day(year: year, month: month, dayOfMonth: days.last)
        else { return nil }
        return edge == .last ? Span(first: last, last: last) : Span(first: first, last: first)
      }
    }
    scanner.go(back: behindMonth)
    let end = monthEnd()
    // 9月初 and 9月中 are no day that one could name.
    if case .none = end, scanner.next == "初" || scanner.next == "中" { return nil }
    if months.isSeveral, edge == .last { deadline.inferred.insert(.endOfRange) }
    guard let first = months.all.first, let last = months.all.last else { return nil }
    return resolve(year) { year in
      guard let firstSpan = Self.span(first...first, year),
        let lastSpan = Self.span(last...last, year).map({ Self.cut($0, end) })
      else { return nil }
      return Span(first: first == last ? lastSpan.first : firstSpan.first, last: lastSpan.last)
    }
  }

  /// The months before 月, ascending.
  private mutating func months() -> (all: [Int], isSeveral: Bool)? {
    var all: [Int] = []
    var hasSign = false
    repeat {
      guard let month = scanner.smallNumber(), (1...12).contains(month),
        all.last.map({ $0 < month }) ?? true, all.count < 12
      else { return nil }
      all.append(month)
      let behind = scanner.position
      let hasMonth = scanner.take("月份") || scanner.take("月")
      let sign = scanner.position
      let separator = scanner.take(oneOf: "、,和及与" + Self.rangeSigns)
      hasSign = separator != nil && isMonthAhead
      if !hasSign {
        scanner.go(back: sign)
        guard hasMonth else {
          scanner.go(back: behind)
          return nil
        }
      }
    } while hasSign
    return (all, all.count > 1)
  }

  /// Whether another month follows: 8 in 7、8月, not 10 in 9月、10家.
  private var isMonthAhead: Bool {
    var ahead = scanner
    guard let month = ahead.smallNumber(), (1...12).contains(month) else { return false }
    if ahead.take("月") {
      // 3月1日 in 1月1日-3月1日 begins a time of its own.
      _ = ahead.take("份")
      return ahead.smallNumber() == nil
    }
    return ahead.take(oneOf: "、,和及与" + Self.rangeSigns) != nil
  }

  private mutating func daysOfMonth() -> (first: Int, last: Int, count: Int)? {
    guard let first = scanner.smallNumber() else { return nil }
    var last = first
    let behind = scanner.position
    if scanner.take(oneOf: "、," + Self.rangeSigns) != nil {
      guard let second = scanner.smallNumber(), second > first else {
        scanner.go(back: behind)
        return nil
      }
      last = second
    }
    guard scanner.take(oneOf: "日号") != nil else { return nil }
    return (first, last, last > first ? 2 : 1)
  }
}
