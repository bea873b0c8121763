import Jobs
import Store

/// Why a ledger is stopped that lacks tasks, or gives them other numbers.
extension Wording {
  static func tasks(_ failure: JobFailure) -> String {
    switch failure {
    case .shrunken(let plan, let gone, let open, let limit):
      let first = list(gone.prefix(5).map { "\($0.task) \($0.title)" })
      return say(
        "\(plan): \(gone.count) of \(open) open tasks are not in the ledger any more, more than \(limit) % (\(first)); nothing was stored. If that is right: 'jibao snapshot --accept-shrink'",
        "\(plan):\(open) 项未办结任务中有 \(gone.count) 项不在台账中,超过 \(limit)%(\(first));未保存任何内容。确属如此的,请运行 jibao snapshot --accept-shrink"
      )
    case .renumbered(let plan, let moved):
      let pairs = list(
        moved.prefix(5).map { "\($0.earlier.joined(separator: "/")) → \($0.task) \($0.title)" })
      return say(
        "\(plan): \(moved.count) \(moved.count == 1 ? "title stands" : "titles stand") under another number (\(pairs)); nothing was stored. Confirm it in a CSV with the headings old_id,new_id: 'jibao snapshot --renumber FILE'; an empty old_id says that the task is new",
        "\(plan):\(moved.count) 项任务标题未变而编号已变(\(pairs));未保存任何内容。请在 CSV(原编号,新编号)中确认后运行 jibao snapshot --renumber FILE;确为新任务的,原编号留空"
      )
    case .notRenumbered(let task, let earlier):
      return say(
        "the ledger does not give task \(earlier ?? "-") the number \(task): correct the file of --renumber; nothing was stored",
        "台账中没有把任务 \(earlier ?? "-") 改编为 \(task):请更正 --renumber 文件;未保存任何内容")
    default: return "\(failure)"
    }
  }

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
