import Jobs

/// What a run says besides what it made.
extension Wording {
  static func run(_ fault: RunFault) -> String {
    switch fault {
    case .exportToCome(let path, let today):
      say(
        "\(path) is not loaded: its day has not come yet; today is \(today)",
        "\(path) 未载入：所标日期尚未到来；今天是 \(today)")
    }
  }

  /// The line of a notice.
  static func line(for notice: RunNotice) -> String {
    "jibao: \(say("note", "提示")): \(text(of: notice))"
  }

  private static func text(of notice: RunNotice) -> String {
    switch notice {
    case .exportsOnly(let source, let newest):
      say(
        "there is no ledger at \(source); the newest export is of \(newest). If exports are all there is, say 'source: exports' in jibao.yaml",
        "\(source) 没有台账；最近的历史台账为 \(newest)。如只有历史台账，请在 jibao.yaml 中写明 source: exports")
    }
  }
}
