import Domain

/// How a deadline comes again: 每月, 每季度末, 每月25日前.
struct Rhythm {
  private enum Kind { case month, quarter, half, year }
  private let kind: Kind
  /// The day of each month; nil for the last.
  private var dayOfMonth: Int?
  /// What stands behind 每季度, such as 末.
  private let ending: String

  init?(_ scanner: inout GrammarScanner) {
    let start = scanner.position
    guard scanner.take(anyOf: ["每个", "每"]) != nil,
      let word = scanner.take(anyOf: ["季度", "季", "半年", "月份", "月", "年度", "年"])
    else {
      scanner.go(back: start)
      return nil
    }
    switch word {
    case "季度", "季": kind = .quarter
    case "半年": kind = .half
    case "年度", "年": kind = .year
    default: kind = .month
    }
    let behind = scanner.position
    if kind == .month, let day = scanner.smallNumber(), day <= 31,
      scanner.take(oneOf: "日号") != nil
    {
      dayOfMonth = day
      ending = "\(day)日"
    } else {
      scanner.go(back: behind)
      ending = scanner.take(oneOf: "末底") == nil ? "" : "末"
    }
    if dayOfMonth != nil || !ending.isEmpty {
      _ = scanner.take(anyOf: ["之前", "以前", "前"])
    }
  }

  /// The days in a year; `named` where the year must stand in their labels.
  func occurrences(in year: Int, named: Bool) -> [DeadlineText.Occurrence] {
    let prefix = named ? "\(year)年" : ""
    return months.compactMap { month, name in
      let last = Day.last(ofMonth: month, year: year)
      let day =
        dayOfMonth.flatMap { Day(year: year, month: month, dayOfMonth: $0) } ?? last
      return day.map { DeadlineText.Occurrence(day: $0, label: prefix + name + ending) }
    }
  }

  private var months: [(Int, String)] {
    switch kind {
    case .month: (1...12).map { ($0, "\($0)月") }
    case .quarter: [(3, "一季度"), (6, "二季度"), (9, "三季度"), (12, "四季度")]
    case .half: [(6, "上半年"), (12, "下半年")]
    case .year: [(12, "全年")]
    }
  }
}
