import Jobs

/// What a run says besides what it made.
extension Wording {
  /// The line of a notice.
  static func line(for notice: RunNotice) -> String { note(Language.current.sentences.run(notice)) }

  private static func note(_ text: String) -> String {
    let words = Language.current.sentences
    return "jibao: \(words.note)\(words.colon)\(text)"
  }

  /// That what was said before goes on.
  static func lasting(since instant: String) -> String {
    let time = OfficeZone.minute(instant)
    return say(
      "  → it lasts since \(time) and is said once a day until it has ended",
      "  → 自 \(time) 起一直如此，恢复前每日提醒一次")
  }

  /// That what was said before has ended.
  static func mended(_ line: String, since instant: String) -> String {
    let time = OfficeZone.minute(instant)
    return note(
      say(
        "mended, after it lasted since \(time): \(withoutProgram(line))",
        "已恢复（自 \(time) 起）：\(withoutProgram(line))"))
  }

  /// A message without what every message begins with.
  static func withoutProgram(_ line: String) -> String {
    let words = Language.current.sentences
    let beginnings = [words.error, words.warning, words.note].map { "jibao: \($0)\(words.colon)" }
    let beginning = beginnings.first(where: line.hasPrefix) ?? ""
    return String(line.dropFirst(beginning.count))
  }

  static func ledgerWarned(_ count: Int) -> String {
    say("The ledger was stored with \(count) new warnings", "台账已入库，新增提示\(count)条")
  }

  static func madeEdition(_ name: String, _ edition: Int, isLate: Bool) -> String {
    let late = isLate ? say(", late or on an old ledger", "（逾期生成或台账陈旧）") : ""
    return say("\(name): edition \(edition) was made\(late)", "\(name) 第\(edition)版报表已生成\(late)")
  }

  static func madeDraft(_ name: String) -> String {
    say("\(name): a draft was made", "\(name) 草稿已生成")
  }

  /// Why the command of `notify:` did not take an event.
  static func notNotified(_ command: String, _ end: LimitedProcess.End, seconds: Int) -> String {
    let reason =
      switch end {
      case .tooLate: say("took longer than \(seconds) seconds", "超过 \(seconds) 秒未结束")
      case .inTime(-1): say("cannot be started", "无法启动")
      case .inTime(let status):
        say("ended with code \((status >> 8) & 0xFF)", "以代码 \((status >> 8) & 0xFF) 结束")
      }
    return note(
      say(
        "notify: \(command) \(reason); the run is not affected, and the message is sent again by the next",
        "notify：\(command) \(reason)；本次运行不受影响，下次运行时重发"))
  }

  /// Why `status.json` could not be written.
  static func statusUnwritten(_ error: any Error) -> String {
    note(withoutProgram(lines(for: error).first ?? ""))
  }
}
