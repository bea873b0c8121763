import Definitions
import Domain

/// Where a task stands, as a cell says it in words: 已完成80%, 已完成，长期坚持, 完成率120%.
///
/// The cell is read clause by clause. What a clause says as a whole counts; what it says beside
/// other things does not: 预计11月底前完成 completes nothing.
struct StatusText: Equatable {
  /// Nil where no clause says it, or two contradict each other.
  private(set) var status: TaskStatus?
  /// In millionths; nil where no clause says it.
  private(set) var progress: Int64?
  /// Whether it goes on without end, besides what `status` says.
  private(set) var isOngoing = false
  /// Percentages above 100, as written: values of a target, never a task's progress.
  private(set) var overFull: [String] = []
  /// The clauses that say nothing of the status, as written.
  private(set) var rest: [String] = []
  /// Whether two clauses contradict each other.
  private(set) var isContradictory = false

  /// Whether the whole cell was understood.
  var isWhole: Bool {
    rest.isEmpty && overFull.isEmpty && !isContradictory && (status != nil || progress != nil)
  }

  static func read(_ text: String, _ vocabulary: Vocabulary) -> StatusText {
    if let code = vocabulary.code(text, .status), let status = TaskStatus(rawValue: code) {
      return StatusText(status: status)
    }
    var cell = StatusText()
    for clause in ListCell.parts(text, separators: "，,；;。\n\r、") { cell.take(clause, vocabulary) }
    cell.settle()
    return cell
  }

  private init(status: TaskStatus? = nil) { self.status = status }

  private mutating func take(_ clause: String, _ vocabulary: Vocabulary) {
    if let code = vocabulary.code(clause, .status) ?? vocabulary.code(Self.plain(clause), .status),
      let status = TaskStatus(rawValue: code)
    {
      return note(status)
    }
    switch Self.share(clause) {
    case nil where takeWordAndShare(clause, vocabulary): break
    case nil: takeHalves(clause, vocabulary)
    case .over: overFull.append(clause)
    case .of(let share): note(share, clause)
    }
  }

  /// 进行中80%, 推进中（60％）.
  private mutating func takeWordAndShare(_ clause: String, _ vocabulary: Vocabulary) -> Bool {
    guard let (word, share) = Self.wordAndShare(clause),
      let status = vocabulary.code(word, .status).flatMap(TaskStatus.init)
    else { return false }
    switch Self.share(share) {
    case .of(let value):
      // 已完成（80%） is not done.
      let isDone = status == .completed || status == .accepted
      if !isDone || value == 1_000_000 { note(status) }
      note(value, clause)
    case .over: overFull.append(clause)
    case nil: return false
    }
    return true
  }

  /// A word and the share behind it, in brackets or not.
  private static func wordAndShare(_ clause: String) -> (word: String, share: String)? {
    var text = plain(clause)
    if text.last == ")", let open = text.lastIndex(of: "(") {
      text = text[..<open] + String(text[text.index(after: open)...].dropLast())
    }
    guard text.utf8.count <= 100, text.last == "%" else { return nil }
    let number = text.dropLast().reversed().prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      .count
    let start = text.index(text.endIndex, offsetBy: -(number + 1))
    guard number > 0, start > text.startIndex else { return nil }
    return (String(text[..<start]), String(text[start...]))
  }

  /// The word before a share, as it is written; nil if there is none.
  static func withoutShare(_ text: String) -> String? { wordAndShare(text)?.word }

  /// 已完成并长期坚持.
  private mutating func takeHalves(_ clause: String, _ vocabulary: Vocabulary) {
    let halves = clause.split(separator: "并", maxSplits: 1, omittingEmptySubsequences: false)
    let known = halves.compactMap { vocabulary.code(String($0), .status) }
      .compactMap(TaskStatus.init)
    guard halves.count == 2, known.count == 2 else { return rest.append(clause) }
    for status in known { note(status) }
  }

  private mutating func note(_ status: TaskStatus) {
    if status == .ongoing {
      isOngoing = true
    } else if let other = self.status, other != status {
      // 已完成，已销号 says how far it went.
      let both = [other, status]
      if both.allSatisfy({ $0 == .completed || $0 == .accepted }) {
        self.status = .accepted
      } else {
        isContradictory = true
      }
    } else {
      self.status = status
    }
  }

  private mutating func note(_ share: Int64, _ clause: String) {
    if let progress, progress != share {
      isContradictory = true
    } else {
      progress = share
    }
  }

  /// What progress says where no word does, and what ongoing does.
  private mutating func settle() {
    switch progress {
    case nil: break
    case 0 where status == nil: status = .notStarted
    case 1_000_000 where status == nil: status = .completed
    case _? where status == nil: status = .inProgress
    case let share?:
      let isDone = status == .completed || status == .accepted
      if isDone && share < 1_000_000 || status == .notStarted && share > 0 {
        isContradictory = true
      }
    }
    if isOngoing, status == nil || status == .inProgress { status = .ongoing }
    if isContradictory { (status, progress) = (nil, nil) }
  }

  /// A clause without blanks and with half-width signs.
  private static func plain(_ clause: String) -> String {
    clause.unicodeScalars.lazy.filter { !$0.isGrammarBlank }.map(\.halfWidth).text
  }

  // MARK: Shares

  private enum Share { case of(Int64), over }

  private static let heads = [
    "目前已完成", "目前完成", "已完成率", "已完成进度", "累计完成", "已完成", "完成率", "完成进度", "完成比例",
    "完成", "总体进度", "整体进度", "形象进度", "工程进度", "工作进度", "目前进度", "当前进度", "进度", "进展",
    "推进率", "达到", "达", "已达",
  ]

  /// 已完成80%, 完成率120%, 进度：80%, 80%.
  private static func share(_ clause: String) -> Share? {
    guard clause.utf8.count <= 100 else { return nil }
    var scanner = GrammarScanner(clause)
    var heads = 0
    while heads < 3, scanner.take(anyOf: Self.heads) != nil { heads += 1 }
    _ = scanner.take(oneOf: ":为")
    guard let number = scanner.decimal(), scanner.take(oneOf: "%") != nil, scanner.isAtEnd else {
      return nil
    }
    let bytes = Array((number + "%").utf8)
    switch bytes.withUnsafeBufferPointer({ NumberCell.percent($0) }) {
    case .value(let value): return .of(value)
    case .refused(.percentRange): return .over
    case .refused: return nil
    }
  }
}

extension GrammarScanner {
  /// Reads digits with a decimal point, or groups of three with commas; the number without these.
  mutating func decimal() -> String? {
    let start = position
    var (digits, sawPoint, sinceComma) = ("", false, Int?.none)
    while let next {
      if next.isASCIIDigit {
        digits.unicodeScalars.append(next)
        sinceComma = sinceComma.map { $0 + 1 }
      } else if next == ".", !sawPoint, !digits.isEmpty, sinceComma ?? 3 == 3 {
        (sawPoint, sinceComma) = (true, nil)
        digits += "."
      } else if next == ",", !sawPoint, sinceComma ?? 3 == 3,
        sinceComma != nil || (1...3).contains(digits.count)
      {
        sinceComma = 0
      } else {
        break
      }
      skip()
    }
    guard !digits.isEmpty, digits.last != ".", sinceComma ?? 3 == 3 else {
      go(back: start)
      return nil
    }
    return digits
  }
}
