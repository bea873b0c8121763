import Domain

/// The milestones of a cell, one a line: 3月：完成立项⏎6月底前：开工.
struct MilestoneText {
  struct Milestone: Equatable {
    /// What is to be done; the deadline as written where nothing stands behind it.
    let name: String
    let day: Day
    /// Its deadline as it is written.
    let written: String
    let inferred: Set<InputProblem.DeadlineInference>
  }

  private(set) var milestones: [Milestone] = []
  /// Whether a line says that it goes on, or comes again.
  private(set) var isOngoing = false
  /// The lines that cannot be read.
  private(set) var refused: [(line: String, problem: InputProblem)] = []

  /// The day of the last milestone.
  var lastDay: Day? { milestones.map(\.day).max() }

  /// Takes a cell apart where a line, or what follows ；, begins with a deadline. A line without one
  /// belongs to the one above.
  static func read(_ text: String, _ years: DeadlineText.Years) -> MilestoneText {
    var cell = MilestoneText()
    var parts: [Part] = []
    for line in lines(text) {
      switch DeadlineText.beginning(of: line, years) {
      case .refused(let problem): cell.refused.append((line, problem))
      case .value(let (deadline, _, rest)) where deadline.isAtOnce || deadline.isOnlyOngoing:
        cell.take(deadline, line, rest, &parts)
      case .value(let (deadline, written, rest)):
        parts.append(Part(deadline: deadline, written: trim(written), text: trim(rest)))
      case nil: cell.append(line, to: &parts)
      }
    }
    cell.isOngoing = cell.isOngoing || parts.contains { $0.deadline.isOngoing }
    cell.milestones = named(parts)
    return cell
  }

  private struct Part {
    let deadline: DeadlineText
    let written: String
    var text: String
  }

  /// A line that names no day.
  private mutating func take(
    _ deadline: DeadlineText, _ line: String, _ rest: String, _ parts: inout [Part]
  ) {
    guard Self.trim(rest).isEmpty else { return append(line, to: &parts) }
    if deadline.isAtOnce { refused.append((line, .deadlineForm(suggestion: nil))) }
    isOngoing = isOngoing || deadline.isOngoing
  }

  private mutating func append(_ line: String, to parts: inout [Part]) {
    guard let last = parts.indices.last else {
      return refused.append((line, .deadlineForm(suggestion: nil)))
    }
    parts[last].text += (parts[last].text.isEmpty ? "" : "；") + Self.trim(line)
  }

  /// Two of one name are told apart by their deadlines.
  private static func named(_ parts: [Part]) -> [Milestone] {
    var counts: [String: Int] = [:]
    for part in parts { counts[part.text, default: 0] += 1 }
    return parts.flatMap { part -> [Milestone] in
      guard let day = part.deadline.day else {
        return part.deadline.recurring.map {
          Milestone(
            name: $0.label + part.text, day: $0.day, written: part.written,
            inferred: part.deadline.inferred.subtracting([.recurring]))
        }
      }
      let name =
        if part.text.isEmpty {
          part.written
        } else if counts[part.text, default: 0] > 1 {
          part.written + "：" + part.text
        } else {
          part.text
        }
      return [
        Milestone(name: name, day: day, written: part.written, inferred: part.deadline.inferred)
      ]
    }
  }

  // MARK: Lines

  private static func lines(_ text: String) -> [String] {
    let lines = ListCell.parts(text, separators: "\n\r；;")
    let unmarked = lines.enumerated().map { Self.withoutMark($1, $0 + 1) }
    // 1、3月 alone names two months.
    guard lines.count > 1, !unmarked.contains(nil) else { return lines }
    return unmarked.compactMap { $0 }
  }

  /// A line without the number that counts it: 1. 2、 (3) ④.
  private static func withoutMark(_ line: String, _ number: Int) -> String? {
    var scanner = GrammarScanner(line.unicodeScalars.prefix(8).text)
    if number <= 20, let circled = Unicode.Scalar(UInt32(0x245F + number)),
      scanner.take(String(Character(circled)))
    {
      return line.unicodeScalars.dropFirst().text
    }
    let isInBrackets = scanner.take("(")
    guard scanner.digits(1...2) == number else { return nil }
    guard scanner.take(oneOf: isInBrackets ? ")" : "、.)") != nil else { return nil }
    return scanner.rest + line.unicodeScalars.dropFirst(8).text
  }

  private static func trim(_ text: String) -> String {
    let signs = Set("：:，,、。；;-—– \t\r\n\u{A0}\u{3000}".unicodeScalars)
    let scalars = text.unicodeScalars
    let start = scalars.drop { signs.contains($0) }
    let end = start.reversed().drop { signs.contains($0) }.count
    return start.prefix(end).map { $0 == "\n" || $0 == "\r" ? " " : $0 }.text
  }
}

extension DeadlineText {
  /// Whether it says 长期坚持 and nothing else.
  fileprivate var isOnlyOngoing: Bool { isOngoing && day == nil && recurring.isEmpty }
}
