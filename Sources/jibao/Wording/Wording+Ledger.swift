import Domain
import Intake
import Jobs

/// Why a ledger is stopped that lacks something or gives tasks other numbers, and what of one that is
/// taken is to be looked at.
extension Wording {
  static func lines(for stopped: LedgerStopped, in language: Language = .current) -> [String] {
    let words = language.sentences
    let losses = stopped.losses.map { loss in
      let isMarked = stopped.hasSeveralPlans && !loss.plan.isEmpty && !loss.thing.isPlan
      let isGone = loss.now == 0 && loss.thing.isColumn(of: .ledger)
      return message(
        words.loss(
          loss, name: loss.thing.name + (isMarked ? "@\(loss.plan)" : ""),
          newColumns: isGone ? Array(stopped.newColumns.prefix(5)) : []), in: language)
    }
    // A row that is gone may stand under a plan that is misspelt.
    let setAside = stopped.setAside.flatMap { lines(for: $0, in: language) }
    return setAside + losses + questions(stopped, in: language) + [
      message(words.stopped(stopped.day), in: language)
    ]
  }

  /// The first questions, where a file has all of them; else all.
  private static func questions(_ stopped: LedgerStopped, in language: Language) -> [String] {
    let (words, questions) = (language.sentences, stopped.questions)
    guard !questions.isEmpty else { return [] }
    let isWritten = stopped.file.map { $0.failure == nil } ?? false
    let shown = isWritten ? min(5, questions.count) : questions.count
    let rest = questions.count - shown
    var lines = [message(words.questions(questions.count), in: language)]
    lines += questions.prefix(shown).map { "  \(words.question($0))" }
    if rest > 0 { lines.append("  \(words.more(rest))") }
    return lines + ["  → \(words.answer(stopped.file))"]
  }

  /// Says what is to be looked at of a ledger that was taken: its cells, then what it lacks.
  /// - Parameter summary: Nil where its cells were spoken of before.
  static func sayWarnings(_ summary: LedgerSummary?, _ notices: [LedgerNotice]) {
    warnings(summary, notices).forEach(StandardError.writeLine)
  }

  private static func warnings(_ summary: LedgerSummary?, _ notices: [LedgerNotice]) -> [String] {
    (summary.map { warnings($0) } ?? []) + lines(for: notices)
  }

  /// Each warning of a ledger that was taken, with its cure.
  /// - Parameter summary: Nil where its cells were spoken of before.
  static func eachWarning(_ summary: LedgerSummary?, _ notices: [LedgerNotice]) -> [String] {
    (summary?.warnings ?? []).map { lines(for: $0).joined(separator: "\n") } + lines(for: notices)
  }

  private static func lines(for notices: [LedgerNotice]) -> [String] {
    let words = Language.current.sentences
    return notices.map { "jibao: \(words.warning)\(words.colon)\(words.ledger($0))" }
  }
}
