import Domain
import Intake
import Jobs

extension Chinese {
  func loss(_ loss: Loss, name: String, newColumns: [String]) -> String {
    if case .file(let path) = loss.thing {
      return "\(path) 上次快照时还在，现已不存在：请恢复；如确已停用，确认请加 --accept-loss \(name)"
    }
    let names = loss.names.isEmpty ? "" : "（缺：\(list(loss.names))）"
    let columns =
      newColumns.isEmpty ? "" : "；新出现的列：\(list(newColumns))，如系改名请改回原名"
    // Where several plans are stopped, the name says which.
    let plan = name.contains("@") ? "\(loss.plan)：" : ""
    return """
      \(plan)\(thing(loss.thing))：原有\(loss.before)项，现有\(loss.now)项\(names)\(columns)；\
      确认请加 --accept-loss \(name)
      """
  }

  private func thing(_ thing: Loss.Thing) -> String {
    switch thing {
    case .plan(let id): "方案 \(id) 的任务"
    case .register(let register): register.heading
    case .column(let register, let column): "\(register.heading) \(column.heading)"
    case .file(let path): path
    }
  }

  func stopped(_ day: Day) -> String { "\(day) 的台账暂停收取，未入库" }

  func questions(_ count: Int) -> String { "编号与任务的对应可能有变：共\(count)处" }

  func question(_ question: RenumberingFile.Question) -> String {
    let isSame = question.earlier == question.task
    let titles =
      question.titleBefore == question.titleNow
      ? question.titleNow : "\(question.titleBefore) → \(question.titleNow)"
    let earlier = TaskKey.isUnnumbered(question.earlier) ? "没有编号" : question.earlier
    let numbers = isSame ? question.task : "\(earlier) → \(question.task)"
    return "\(question.plan) \(numbers)：\(titles)（\(question.proposal.word)？）"
  }

  func more(_ count: Int) -> String { "……另有\(count)处" }

  func answer(_ file: LedgerStopped.File?) -> String {
    guard let file else { return "运行 jibao snapshot 时写入文件，供逐条确认" }
    if let failure = file.failure { return "无法写入 \(file.path)：\(system(failure))" }
    return "请在 \(file.path) 的“处理”一栏逐条确认，再加 --renumber \(file.path)"
  }

  func ledger(_ notice: LedgerNotice) -> String {
    switch notice {
    case .columnLost(let loss):
      "\(thing(loss.thing))：原有\(loss.before)项，现已没有这一列"
    case .ownColumnLost(let heading): "台账中不再有“\(heading)”一列"
    case .registerAbsent(let register, let rows):
      "不再有\(register.heading)文件，原有\(rows)行保持不变"
    case .columnsTaken(let register, let headings):
      "\(register.heading)中的“\(list(headings))”原为自有列，现为本表固定列，内容不变"
    case .nothingLost(let accepted): "--accept-loss \(accepted.thing.name)：没有这一缺失"
    }
  }
}
