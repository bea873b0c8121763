import Domain

/// A deadline as offices write it: a day, the end of a month, a quarter or a year, 长期坚持, 每季度末,
/// 立行立改.
///
///     9月底前                    the last day of September, of the plan's year
///     2025年底前，并长期坚持       31 December 2025, and ongoing
///     每季度末                   four days, and ongoing
struct DeadlineText: Equatable {
  /// The years of a plan: what is written without a year lies in the only one.
  struct Years: Hashable {
    let all: [Int]
    var only: Int? { all.count == 1 ? all.first : nil }

    init(_ all: [Int]) { self.all = all }
  }

  /// Which day of a month or a longer time is meant.
  enum Edge { case first, last }

  /// A day of a deadline that comes again.
  struct Occurrence: Equatable {
    let day: Day
    /// What takes the place of 每季度末: 一季度末.
    let label: String
  }

  /// The day on which it is due; nil where it has none.
  var day: Day?
  /// Whether it goes on without end (长期坚持), or comes again.
  var isOngoing = false
  /// Whether it is due at once (立行立改): on the day it was found.
  var isAtOnce = false
  /// The days of a deadline that comes again.
  var recurring: [Occurrence] = []
  /// What does not stand in the cell.
  var inferred: Set<InputProblem.DeadlineInference> = []

  /// Reads a cell that holds a deadline and nothing else.
  static func read(
    _ text: String, _ years: Years, edge: Edge = .last
  ) -> CellReading<DeadlineText> {
    guard text.unicodeScalars.prefix(lengthLimit + 1).count <= lengthLimit else {
      return .refused(.deadlineForm(suggestion: nil))
    }
    var parser = DeadlineParser(GrammarScanner(text), years, edge)
    switch parser.whole() {
    case .value(let deadline): return .value(deadline)
    case .refused(.deadlineForm): return .refused(.deadlineForm(suggestion: suggestion(text)))
    case .refused(.deadlineYear(let all)):
      // What is no deadline in any year is not asked for one.
      if case .refused(let problem) = read(text, Years([2000]), edge: edge) {
        return .refused(problem)
      }
      return .refused(.deadlineYear(years: all))
    case .refused(let problem): return .refused(problem)
    }
  }

  /// Reads the deadline with which a line begins.
  /// - Returns: The deadline, how it is written, and what stands behind it; nil if none does.
  static func beginning(
    of line: String, _ years: Years
  ) -> CellReading<(deadline: DeadlineText, written: String, rest: String)>? {
    let head = String(String.UnicodeScalarView(line.unicodeScalars.prefix(lengthLimit)))
    var parser = DeadlineParser(GrammarScanner(head), years, .last)
    switch parser.beginning() {
    case nil: return nil
    case .refused(let problem): return .refused(problem)
    case .value(let deadline):
      let rest = parser.scanner.rest + line.unicodeScalars.dropFirst(lengthLimit).text
      return .value((deadline, parser.scanner.text(since: 0), rest))
    }
  }

  /// No deadline is longer.
  private static let lengthLimit = 64

  private static func suggestion(_ text: String) -> String? {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      guard case .refused(.dayForm(let suggestion)) = DayCell.read(bytes.span) else { return nil }
      return suggestion
    }
  }
}

extension Sequence where Element == Unicode.Scalar {
  /// The scalars as text.
  var text: String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: self)
    return String(scalars)
  }
}
