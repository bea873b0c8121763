import Domain

/// The options that confirm what a ledger lacks or numbers anew.
extension Wording {
  static var acceptShrinkFlag: String {
    say(
      "Take a ledger that lacks more of the tasks than max_shrink allows: --accept-loss ledger.",
      "任务减少超过 max_shrink 时仍予收取，同 --accept-loss ledger。")
  }

  static var acceptLossOption: String {
    say(
      "Confirm that this is rightly gone: plan:ID, file:PATH, REGISTER or REGISTER.COLUMN, each with @PLAN where only one plan is meant; for this ledger alone.",
      "确认此项确已不再需要：plan:方案、file:路径、表名或 表名.列名（英文），仅指某一方案时加 @方案；仅对本次台账有效。")
  }

  static var forDayOption: String {
    say(
      "The day of the ledger that is confirmed: an export's day, say.",
      "所确认的台账日期，如某日导出的台账。")
  }

  static var renumberOption: String {
    say(
      "A CSV that says which tasks have another number and which numbers another task: the file that a stopped snapshot wrote, or old_id,new_id.",
      "确认编号调整的 CSV：暂停收取时生成的文件，或表头为 原编号、新编号 的表格。")
  }

  static func unknownLoss(_ text: String) -> String {
    let registers = list(Register.allCases.map(\.rawValue))
    return say(
      "'\(text)' is neither plan:ID nor file:PATH nor a register (\(registers)) nor REGISTER.COLUMN",
      "“\(text)”既不是 plan:方案、file:路径，也不是表名（\(registers)）或 表名.列名")
  }
}
