import Domain
import Jobs
import Store

extension Chinese {
  /// An instant in the office's zone.
  func time(_ instant: String) -> String { OfficeZone.text(instant) }

  func clock(_ fault: Clock.Fault) -> String {
    switch fault {
    case .unreadable(let text):
      "JIBAO_NOW：“\(text)”不是时刻，应如 2023-04-25T09:30:00Z"
    case .outsideYears(let instant):
      "系统时钟为 \(time(instant))，该日期无法保存：请校正时钟"
    }
  }

  func clock(_ fault: ClockFault) -> Cures {
    switch fault {
    case .behind(let now, let newest, let recorded):
      Cures(
        what: "系统时钟为 \(time(now))，而最近一次记录在 \(time(newest))；未入库，也未生成任何内容",
        cures: later(recorded) + [
          "如时钟有误，请校正时钟",
          "如当时的时钟有误，请撤回其间所录：jibao history withdraw --recorded-after \(time(now).replacing(" ", with: "T")) --reason “……”",
          "如两者均无误，请在本次命令后加 --clock-is-right",
        ])
    case .ahead(let now, let newest, let limit):
      Cures(
        what:
          "系统时钟为 \(time(now))，比最近一次记录（\(time(newest))）晚 \(limit) 天以上；未入库，也未生成任何内容",
        cures: ["请校正时钟；如时钟无误，请在本次命令后加 --clock-is-right"])
    }
  }

  private func later(_ recorded: ClockFault.Recorded) -> [String] {
    let snapshots = recorded.snapshots.map {
      "\($0.sequence) 号（\($0.effectiveOn)，记录于 \(time($0.recordedAt))）"
    }
    let editions = recorded.editions.map {
      "\($0.plan) \($0.period) 第 \($0.edition) 版（生成于 \(time($0.madeAt))）"
    }
    return [
      snapshots.isEmpty ? nil : "其后记录的快照：\(list(snapshots))",
      editions.isEmpty ? nil : "其后生成的版次：\(list(editions))",
    ].compactMap { $0 }
  }

  func run(_ fault: RunFault) -> String {
    switch fault {
    case .noExports(let path): "\(path)（历史台账文件夹）不存在或没有台账，请确认是否已挂载"
    case .exportToCome(let path, let today):
      "\(path) 未载入：所标日期尚未到来；今天是 \(today)"
    }
  }

  func run(_ notice: RunNotice) -> String {
    switch notice {
    case .exportsOnly(let source, let newest):
      "\(source) 没有台账；最近的历史台账为 \(newest)。如只有历史台账，请在 jibao.yaml 中写明 source: exports"
    case .columnsTaken(let headings): ledger(.columnsTaken(.targets, headings))
    case .waits(let report, let earlier):
      "\(report) 等待 \(earlier)：前一期尚无正式稿"
    case .corrected(let report, let edition, let day):
      "已保存更新的台账；\(report) 第 \(edition) 版之后的更正稿将在 \(day) 当日截止后生成"
    case .staleSent(let report, let edition, let ledger):
      "\(report) 第 \(edition) 版已报出，所依据的 \(ledger) 台账已有更新；如需更正，请用 jibao report --period 另出一版"
    case .oldLedger(let report, let ledger, let age):
      "\(report) 依据 \(ledger) 的台账，早于其数据截止日 \(age) 天"
    case .calendarMissing(let year):
      "缺少 \(year) 年的工作日安排，届时无法出草稿和逾期工作日数；国务院办公厅公布放假安排后，请添加 calendars/\(year).csv"
    }
  }

  func standardOutput(_ failed: StandardOutput.Failed) -> String {
    switch failed {
    case .closed: "标准输出已被接收方关闭"
    case .unwritable(let code): "标准输出无法写入：\(system(code))"
    }
  }
}
