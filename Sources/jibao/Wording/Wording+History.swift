import Store

/// What is said of the history, and of what is noted in it.
extension Wording {
  static var history: (abstract: String, discussion: String) {
    (
      say(
        "List snapshots, editions and runs; note what was sent, take back what is wrong.",
        "列出快照、版次和运行记录；登记报送，撤回有误的快照和版次。"),
      say(
        """
        Examples:
          jibao history
          jibao history --json
          jibao history mark 2023-Q1 1 --sent 2023-04-26
          jibao history withdraw snapshot 2 --reason 'the ledger of another office'
        """,
        """
        示例：
          jibao history
          jibao history --json
          jibao history mark 2023-Q1 1 --sent 2023-04-26
          jibao history withdraw snapshot 2 --reason 误收他处台账
        """)
    )
  }

  static var withdraw: (abstract: String, discussion: String) {
    (
      say("Take a snapshot or an edition back.", "撤回快照或版次。"),
      say(
        """
        A note in the chain, with a reason. What was withdrawn counts for what was known before, not
        after. A withdrawal is not withdrawn: store the export again instead. A ledger that says the
        same as a withdrawn snapshot is refused until it changes, or --accept-withdrawn N says so.
        --recorded-after takes back all that a wrong clock recorded, snapshots and editions.

        Examples:
          jibao history withdraw snapshot 2 --reason 'the ledger of another office'
          jibao history withdraw edition 2023-Q1 1 --reason 'wrong figures'
          jibao history withdraw --recorded-after 2024-01-01T09:00 --reason 'the clock was wrong'
        """,
        """
        撤回是链中的一条记录，须注明理由；此前的数据时点仍计入，此后不再计入。撤回不能再撤回，
        需要时请重新保存台账。内容与已撤回快照相同的台账不予保存，修改后或以 --accept-withdrawn N
        确认后方可保存。--recorded-after 撤回系统时钟有误期间记录的全部快照和版次。

        示例：
          jibao history withdraw snapshot 2 --reason 误收他处台账
          jibao history withdraw edition 2023-Q1 1 --reason 数据有误
          jibao history withdraw --recorded-after 2024-01-01T09:00 --reason 系统时钟有误
        """)
    )
  }

  static var mark: (abstract: String, discussion: String) {
    (
      say("Note that an edition went out.", "登记某版次已报送。"),
      say(
        """
        A second note for the same edition corrects the first, which is kept.

        Examples:
          jibao history mark 2023-Q1 1 --sent 2023-04-26
        """,
        """
        同一版次再次登记即为更正，原登记保留。

        示例：
          jibao history mark 2023-Q1 1 --sent 2023-04-26
        """)
    )
  }

  static func history(_ history: HistoryReport) -> String {
    let snapshots =
      [
        [
          say("no.", "序号"), say("shows", "所示日期"), say("recorded at", "记录时间"),
          say("content", "内容哈希"), say("withdrawn", "撤回"),
        ]
      ]
      + history.snapshots.map {
        [
          "\($0.sequence)", $0.effectiveOn, time($0.recordedAt), String($0.contentHash.prefix(16)),
          withdrawn($0.withdrawnBy),
        ]
      }
    let editions =
      [
        [
          say("plan", "方案"), say("period", "期别"), say("edition", "版次"), say("as of", "截止"),
          say("made at", "生成时间"), say("sent", "报送"), say("withdrawn", "撤回"),
        ]
      ]
      + history.editions.map {
        [
          $0.plan, $0.period, "\($0.edition)", $0.asOf, time($0.madeAt), sent($0.sentOn),
          withdrawn($0.withdrawnBy),
        ]
      }
    let runs =
      [[say("started at", "开始时间"), say("command", "命令"), say("exit", "退出码"), say("what", "结果")]]
      + history.runs.map { [time($0.startedAt), $0.command, "\($0.outcome)", $0.summary] }
    let withdrawals =
      [
        [
          say("no.", "序号"), say("recorded at", "记录时间"), say("snapshots", "快照"),
          say("editions", "版次"), say("reason", "理由"),
        ]
      ]
      + history.withdrawals.map { withdrawal in
        [
          "\(withdrawal.sequence)", time(withdrawal.recordedAt),
          withdrawal.snapshots.map(String.init).joined(separator: " "),
          withdrawal.editions.map { "\($0.period)/\($0.edition)" }.joined(separator: " "),
          withdrawal.reason,
        ]
      }
    return [
      (say("Snapshots", "快照"), snapshots), (say("Editions", "版次"), editions),
      (say("Withdrawals", "撤回"), withdrawals),
      (say("Runs", "运行"), runs),
    ].filter { $0.1.count > 1 }.map { "\($0.0)\n\(TextTable(rows: $0.1).text)" }
      .joined(separator: "\n")
  }

  /// In Chinese in the office's zone.
  static func time(_ instant: String) -> String { say(instant, OfficeZone.text(instant)) }

  private static func withdrawn(_ sequence: Int64?) -> String {
    sequence.map { say("by no. \($0)", "第\($0)号") } ?? ""
  }

  static func withdrawn(_ withdrawal: Withdrawal) -> String {
    let (snapshots, editions) = (withdrawal.positions.count, withdrawal.editions.count)
    return say(
      "Withdrawn with no. \(withdrawal.sequence): \(snapshots) \(snapshots == 1 ? "snapshot" : "snapshots"), \(editions) \(editions == 1 ? "edition" : "editions").",
      "已撤回（第\(withdrawal.sequence)号记录）：快照\(snapshots)个、版次\(editions)个。")
  }

  /// The last day noted, and that others were noted before.
  private static func sent(_ days: [String]) -> String {
    guard let last = days.last else { return "" }
    let before = days.dropLast()
    return before.isEmpty
      ? last : say("\(last) (corrects \(list(before)))", "\(last)（更正 \(list(before))）")
  }

  static func marked(_ sending: Sending) -> String {
    let name = "\(sending.plan) \(sending.period)"
    let note = sending.mark == 1 ? "" : say(" This corrects an earlier note.", "此为更正登记。")
    return say(
      "Edition \(sending.edition) of \(name) was sent on \(sending.sentOn).\(note)",
      "已登记：\(name) 第 \(sending.edition) 版于 \(sending.sentOn) 报送。\(note)")
  }
}
