/// The options that confirm what a ledger lacks or numbers anew.
extension Wording {
  static var acceptShrinkFlag: String {
    say(
      "Take a ledger that lacks more of the open tasks than max_shrink allows.",
      "未办结任务减少超过 max_shrink 时仍予收取。")
  }

  static var renumberOption: String {
    say(
      "A CSV that confirms which tasks have another number: old_id,new_id.",
      "确认任务改编号的 CSV:原编号,新编号。")
  }
}
