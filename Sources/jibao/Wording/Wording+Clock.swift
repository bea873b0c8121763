import Jobs
import Store

/// What is said of a clock that may be wrong.
extension Wording {
  static func clock(_ fault: Clock.Fault) -> String {
    switch fault {
    case .unreadable(let text):
      say(
        "JIBAO_NOW: '\(text)' is not an instant such as 2023-04-25T09:30:00Z",
        "JIBAO_NOW：“\(text)”不是时刻，应如 2023-04-25T09:30:00Z")
    case .outsideYears(let instant):
      say(
        "the clock shows \(instant), a day that cannot be stored: set it right",
        "系统时钟为 \(instant)，该日期无法保存：请校正时钟")
    }
  }

  /// The lines on a clock that what was recorded contradicts.
  static func lines(for fault: ClockFault) -> (what: String, cures: [String]) {
    switch fault {
    case .behind(let now, let newest, let recorded):
      (
        say(
          "the clock shows \(now), but the newest recording is of \(newest); nothing was stored or made",
          "系统时钟为 \(now)，而最近一次记录在 \(newest)；未保存、未生成任何内容"),
        list(recorded) + [
          say(
            "if the clock is wrong, set it right",
            "如时钟有误，请校正时钟"),
          say(
            "if the clock was wrong then, take back what it recorded: jibao history withdraw --recorded-after \(now) --reason '…'",
            "如当时的时钟有误，请撤回其间所录：jibao history withdraw --recorded-after \(now) --reason “……”"),
          say(
            "if both are right, say so for one call: --clock-is-right",
            "如两者均无误，请在本次命令后加 --clock-is-right"),
        ]
      )
    case .ahead(let now, let newest, let limit):
      (
        say(
          "the clock shows \(now), more than \(limit) days after the newest recording, \(newest); nothing was stored or made",
          "系统时钟为 \(now)，比最近一次记录（\(newest)）晚 \(limit) 天以上；未保存、未生成任何内容"),
        [
          say(
            "set the clock right; if it is right, say so for one call: --clock-is-right",
            "请校正时钟；如时钟无误，请在本次命令后加 --clock-is-right")
        ]
      )
    }
  }

  private static func list(_ recorded: ClockFault.Recorded) -> [String] {
    let snapshots = recorded.snapshots.map {
      say(
        "\($0.sequence) of \($0.effectiveOn), recorded at \($0.recordedAt)",
        "\($0.sequence) 号（\($0.effectiveOn)，记录于 \($0.recordedAt)）")
    }
    let editions = recorded.editions.map {
      say(
        "\($0.plan) \($0.period) edition \($0.edition), made at \($0.madeAt)",
        "\($0.plan) \($0.period) 第 \($0.edition) 版（生成于 \($0.madeAt)）")
    }
    return [
      snapshots.isEmpty
        ? nil : say("snapshots recorded later: \(list(snapshots))", "其后记录的快照：\(list(snapshots))"),
      editions.isEmpty
        ? nil : say("editions made later: \(list(editions))", "其后生成的版次：\(list(editions))"),
    ].compactMap { $0 }
  }
}
