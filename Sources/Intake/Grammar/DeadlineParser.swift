import Domain

/// Reads a deadline, clause by clause: 立行立改，2023年9月底前完成，并长期坚持.
struct DeadlineParser {
  var scanner: GrammarScanner
  let years: DeadlineText.Years
  let edge: DeadlineText.Edge
  var deadline = DeadlineText()
  /// What is wrong with a clause that has the form of a deadline.
  var problem: InputProblem?

  init(_ scanner: GrammarScanner, _ years: DeadlineText.Years, _ edge: DeadlineText.Edge) {
    self.scanner = scanner
    self.years = years
    self.edge = edge
  }

  /// A cell that holds nothing else.
  mutating func whole() -> CellReading<DeadlineText> {
    var expectsMore = true
    while expectsMore || !scanner.isAtEnd {
      guard clause() else { return .refused(.deadlineForm(suggestion: nil)) }
      if let problem { return .refused(problem) }
      _ = scanner.take(anyOf: Self.doneWords)
      while scanner.take(oneOf: ",、;。.") != nil {}
      expectsMore = scanner.take(anyOf: ["并且", "并", "且", "同时"]) != nil
    }
    return .value(deadline)
  }

  /// A deadline with something behind it; nil if none begins here.
  mutating func beginning() -> CellReading<DeadlineText>? {
    guard clause() else { return nil }
    return problem.map { .refused($0) } ?? .value(deadline)
  }

  private static let doneWords = ["全部完成", "完成整改", "整改完成", "整改到位", "完成", "办结"]
  private static let ongoingWords = [
    "长期坚持", "长期推进", "长期执行", "长期", "持续推进", "持续坚持", "持续", "常态化推进", "常态化坚持",
    "常态化", "坚持长期",
  ]
  private static let atOnceWords = [
    "立行立改", "立知立改", "立查立改", "即知即改", "立即整改", "立整立改", "边查边改",
  ]

  /// Reads one clause; false if it is none, or says again what another has said.
  private mutating func clause() -> Bool {
    if !deadline.isOngoing, scanner.take(anyOf: Self.ongoingWords) != nil {
      deadline.isOngoing = true
      return true
    }
    if !deadline.isAtOnce, scanner.take(anyOf: Self.atOnceWords) != nil {
      deadline.isAtOnce = true
      return true
    }
    guard deadline.day == nil, deadline.recurring.isEmpty, problem == nil else { return false }
    let start = scanner.position
    if recurrence() || span() { return true }
    scanner.go(back: start)
    return false
  }

  // MARK: Deadlines that come again

  private mutating func recurrence() -> Bool {
    let start = scanner.position
    let written = takeYear()
    guard let rhythm = Rhythm(&scanner) else {
      scanner.go(back: start)
      return false
    }
    let all = written.map { [$0.number(years)].compactMap { $0 } } ?? years.all
    guard !all.isEmpty else {
      problem = .deadlineYear(years: years.all)
      return true
    }
    if written == nil || written?.isRelative == true { deadline.inferred.insert(.yearOfPlan) }
    let sorted = Set(all).sorted()
    deadline.recurring = sorted.flatMap { rhythm.occurrences(in: $0, named: sorted.count > 1) }
    if deadline.recurring.isEmpty { problem = .dayOutOfRange }
    deadline.isOngoing = true
    deadline.inferred.insert(.recurring)
    return true
  }

  // MARK: A time, or one from the first to the last

  /// The days of what is written: of a month, the first and the last.
  struct Span {
    var first: Day
    var last: Day
    var isDay: Bool { first == last }
  }

  static let rangeSigns = "-–—~～至到"

  private mutating func span() -> Bool {
    guard var span = time(yearOf: nil) else { return problem != nil }
    let before = (scanner.position, deadline.inferred)
    if scanner.take(oneOf: Self.rangeSigns) != nil {
      if let end = time(yearOf: span.first), problem == nil, end.last >= span.first {
        span = Span(first: span.first, last: end.last)
        if edge == .last { deadline.inferred.insert(.endOfRange) }
      } else {
        problem = nil
        scanner.go(back: before.0)
        deadline.inferred = before.1
      }
    }
    deadline.day = edge == .last ? span.last : span.first
    return true
  }

  /// One time with its 前, 内 or hour.
  private mutating func time(yearOf first: Day?) -> Span? {
    let start = scanner.position
    let year = takeYear() ?? first.map { .given($0.year) }
    guard var span = part(year), scanner.position > start else { return nil }
    if span.isDay {
      let hasTime = timeOfDay()
      let isBefore = scanner.take(anyOf: ["之前", "以前", "前", "止", "内"]).map { $0.hasSuffix("前") }
      // The first of a month as a limit is the end of the month before.
      if isBefore == true, !hasTime, span.last.components.dayOfMonth == 1, edge == .last {
        deadline.inferred.insert(.dayBefore)
        span = Span(first: span.first.adding(days: -1), last: span.last.adding(days: -1))
      }
    }
    return span
  }

  /// Reads the hour behind a day; true if it is another than the day's beginning.
  private mutating func timeOfDay() -> Bool {
    let start = scanner.position
    _ = scanner.take(oneOf: " T")
    _ = scanner.take(anyOf: ["上午", "中午", "下午", "晚上"])
    guard let hour = scanner.digits(1...2), hour <= 24 else {
      scanner.go(back: start)
      return false
    }
    var rest = 0
    if scanner.take(anyOf: ["时", "点"]) != nil {
      if let minute = scanner.digits(1...2) {
        rest = minute
        _ = scanner.take("分")
      }
    } else {
      guard scanner.take(":"), let minute = scanner.digits(2...2), minute < 60 else {
        scanner.go(back: start)
        return false
      }
      rest = minute
      if scanner.take(":") { rest += scanner.digits(2...2) ?? 0 }
      if scanner.take(".") { rest += scanner.digits(1...6) ?? 0 }
    }
    guard hour + rest > 0 else { return false }
    deadline.inferred.insert(.timeDropped)
    return true
  }
}
