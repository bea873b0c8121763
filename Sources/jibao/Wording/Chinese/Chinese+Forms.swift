import Domain
import Jobs

extension Chinese {
  func returned(_ fault: FormFault) -> Sentence {
    let quoted = ShownText.quoted(fault.value)
    func input(_ problem: InputProblem) -> Sentence {
      self.input(
        InputFault(
          place: fault.place, problem: problem, value: fault.value, heading: fault.heading))
    }
    return switch fault.problem {
    case .unreadable(let problem): input(problem)
    case .noForm: Sentence("不是本系统发出的填报表", "请在发出的填报表上填写")
    case .markedTwice: Sentence("表内两处编号不一致，可能由两份填报表拼成", "请在发出的填报表上重新填写")
    case .otherOffice(let office): Sentence("是“\(office)”发出的填报表", "请退回填报单位核实")
    case .otherPlan(let plan, let wanted): Sentence("是方案 \(plan) 的填报表，本次收取 \(wanted)", "请用本次发出的填报表")
    case .otherPeriod(let period, let wanted):
      Sentence("是 \(period) 的填报表，本次收取 \(wanted)", "请用本期发出的填报表")
    case .otherEdition(let edition, let newest):
      Sentence("是第 \(edition) 次发出的填报表，最近一次为第 \(newest) 次", "请用最近一次发出的填报表")
    case .otherUnit(let given): Sentence("填报单位已改为\(quoted)，发出时为“\(given)”", "请用发给本单位的填报表")
    case .notGivenOut: Sentence("没有发出过这份填报表", "请核对单位、期别，用发出的填报表填写")
    case .filledInTwice(let other):
      Sentence("与 \(other) 是同一单位的两份填报表，填报日期相同或都未填", "请只报一份，或填写填报日期")
    case .sheetMissing(let name): Sentence("缺少工作表“\(name)”", "请在发出的填报表上填写，不要删除工作表")
    case .sheetRenamed(let name): Sentence("工作表“\(name)”已改名为\(quoted)", "请改回原名")
    case .unprotected: Sentence("工作表已取消保护", "请在发出的填报表上填写，不要取消保护")
    case .columnsChanged: Sentence("插入、删除或移动了列", "请恢复原有各列")
    case .rowsAdded: Sentence("增加了行", "请删除增加的行；新增事项另附说明")
    case .rowsDeleted(let count): Sentence("删除了 \(count) 行", "请恢复原有各行")
    case .rowTwice: Sentence("同一行出现两次", "请删除复制的行")
    case .rowsMoved: Sentence("各行的次序变了", "请恢复原有次序，不要排序或移动")
    case .lockedCell(let given):
      Sentence("不应改动的格改成了\(quoted)，原为“\(ShownText.plain(given))”", "请恢复原有内容；任务、时限有误的，书面告知")
    case .value(let problem), .ledgerRefuses(let problem): input(problem)
    case .formula: Sentence("填的是公式", "请填写数值或文字")
    case .notOffered(let words): Sentence("\(quoted)不在下拉表中", "请从下拉表中选：\(list(words))")
    case .emptied(let given): Sentence("已有内容“\(ShownText.plain(given))”被清空", "请恢复；确有错误的，在“上期核对”中说明")
    case .completedWithoutDay: Sentence("状态为已完成，但没有填完成日期", "请填事项实际完成的日期")
    case .completedBelowFull: Sentence("状态为已完成，但进度不是100", "进度请填100，或改状态")
    case .dayToCome: Sentence("日期\(quoted)尚未到来", "请填已经发生的日期")
    case .contradicts(let other, let value):
      Sentence("与 \(other) 所填“\(ShownText.plain(value))”不一致", "请两单位核对后只由一个单位填，或填成一致")
    }
  }

  func collect(_ notice: CollectNotice) -> String {
    switch notice {
    case .collectedBefore(let file): "\(file)：此前已收取，不再处理"
    case .stillWritten(let file): "\(file)：文件仍在变化，留待下次收取"
    case .nothingFilledIn(let file): "\(file)：没有填写任何内容，不作变动，仍按未报计"
    case .replaced(let file, let other): "\(file)：同一单位另有填报日期在后的 \(other)，以后者为准"
    case .returnedAgain(let file): "\(file)：该单位此前已报过，以本次为准"
    }
  }

  func refused(forms: Int) -> String { "\(forms) 份填报表未予接收，其中内容均未入库" }
}
