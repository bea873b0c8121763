import Jobs

/// What a run says besides what it made.
extension Wording {
  /// The line of a notice.
  static func line(for notice: RunNotice) -> String {
    let words = Language.current.sentences
    return "jibao: \(words.note)\(words.colon)\(words.run(notice))"
  }
}
