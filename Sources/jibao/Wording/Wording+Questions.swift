import Domain
import Intake

/// The questions that a workbook leaves open, each with what is done as long as nobody answers.
extension Wording {
  static func question(_ question: SuggestionQuestion, number: Int) -> String {
    let (asked, done) = asked(question)
    return say(
      "Question \(number): \(asked) Default: \(done)", "问题\(number)：\(asked)默认：\(done)")
  }

  private static func asked(_ question: SuggestionQuestion) -> (String, String) {
    switch question {
    case .noNumbers(let state): numbers(state)
    case .somePartialNumbers(let filled, let all):
      (
        say(
          "Only \(filled) of \(all) tasks have a number. Which numbers do the others have?",
          "\(all) 项任务中只有 \(filled) 项有编号，其余编号是什么？"),
        say(
          "those without are kept without a history (numbers: partial in plan.yaml).",
          "没有编号的任务不跟踪历史（plan.yaml 中 numbers: partial）。")
      )
    case .year(let year):
      (
        say("The workbook names no year. Which is it?", "工作簿中没有年份，是哪一年？"),
        say("\(year) (years in plan.yaml).", "\(year) 年（plan.yaml 的 years）。")
      )
    case .otherSheets(let names, let taken): otherSheets(names, taken)
    case .parts(let names):
      (
        say(
          "\(list(names)) have equal headings. Are they parts of one ledger?",
          "\(list(names)) 的表头相同，是同一台账的几个部分吗？"),
        say("yes: their rows are read together.", "是，各表的行合在一起读取。")
      )
    case .earlierStates(let names, let taken):
      (
        say(
          "\(list(names)) list the same tasks as “\(taken)”. Is “\(taken)” the newest?",
          "\(list(names)) 与“\(taken)”列的是同一批任务，“\(taken)”是最新的吗？"),
        say("yes: only it is read.", "是，只读取这一张。")
      )
    case .words(let words): words_(words)
    case .firstListed(let heading, let cell, let count):
      (
        say(
          "“\(heading)” (\(cell)) lists several units in \(count) cells. Who leads?",
          "“\(heading)”（\(cell)）有 \(count) 格列了多个单位，谁牵头？"),
        say(
          "the first, the others support it (roles: first_listed; all would make every one a lead).",
          "第一个牵头，其余配合（roles: first_listed；改为 all 则都算牵头）。")
      )
    case .ownersAsUnits(let heading, let cell):
      (
        say(
          "Are the names below “\(heading)” (\(cell)) what tasks are counted by?",
          "“\(heading)”（\(cell)）下的姓名或岗位，是否作为考核统计的单位？"),
        say(
          "yes: each name is a unit (lead_units; owner instead would leave tasks without units).",
          "是，每个名称作一个单位（lead_units；改为 owner 则只作责任人）。")
      )
    default: otherQuestion(question)
    }
  }

  private static func otherQuestion(_ question: SuggestionQuestion) -> (String, String) {
    switch question {
    case .unitsInText(let heading, let cell, let count):
      (
        say(
          "\(count) texts below “\(heading)” (\(cell)) end with units in brackets. Shall they be taken from there?",
          "“\(heading)”（\(cell)）下有 \(count) 条文字末尾括号内写有单位，是否从中取出？"),
        say(
          "no: tasks have no units until the line offered in mapping.yaml is put in force.",
          "否，任务暂无单位；启用 mapping.yaml 中备选的一行即可取出。")
      )
    case .noUnits:
      (
        say("No column names units. Who answers for the tasks?", "没有责任单位列，任务由谁负责？"),
        say("nobody: tables by unit stay empty.", "不统计单位，按单位的表为空。")
      )
    case .doubles(let units):
      (
        say(
          "Are these the same units: \(pairs(units))?", "以下写法是否同一单位：\(pairs(units))？"),
        say(
          "no: each spelling counts as a unit of its own (\(SuggestedFiles.units)).",
          "否，每种写法各算一个单位（见 \(SuggestedFiles.units)）。")
      )
    case .filledDown(let heading, let cell):
      (
        say(
          "Cells below “\(heading)” (\(cell)) are empty without being merged. Does what stands above hold?",
          "“\(heading)”（\(cell)）下有空白但未合并的单元格，是否沿用上一格？"),
        say("yes (fill_down).", "是（fill_down）。")
      )
    case .effectiveOn(let day, let cell):
      (
        say(
          "Does the workbook show the state of \(day) (\(cell))?", "台账反映的是 \(day) 的情况吗（\(cell)）？"),
        say(
          "no, that of the day on which it is read; else: jibao snapshot --effective-on \(day).",
          "按读取当天；如是，请用 jibao snapshot --effective-on \(day)。")
      )
    case .overOneHundred(let cell, let text):
      (
        say(
          "\(cell) says “\(text)”, more than 100 %. Is it a target?",
          "\(cell)“\(text)”超过 100%，是量化指标吗？"),
        say("it is kept as text, and never a task's progress.", "只作文字保留，不作任务进度。")
      )
    case .unreadDays(let heading, let cell, let refused, let all):
      (
        say(
          "\(refused) of \(all) cells below “\(heading)” (\(cell)) are no days that are known. When are the tasks due?",
          "“\(heading)”（\(cell)）下 \(all) 格中有 \(refused) 格不是能识别的日期，各任务何时到期？"),
        say(
          "the column is kept as it is and not read as days; write days such as 2024-03-31 and put its line in mapping.yaml in force.",
          "该列按原样保留，不读作日期；改写为 2024-03-31 这样的日期后，启用 mapping.yaml 中备选的一行。")
      )
    case .noCompletionDays(let count):
      (
        say(
          "\(count) tasks are done, and no column says when. On which days?",
          "\(count) 项任务已完成，但没有完成日期列，是哪天完成的？"),
        say(
          "on the day of the ledger that first shows them done.",
          "以首次显示已完成的台账日期为完成日期。")
      )
    case .findingsAsTasks(let heading, let cell):
      (
        say(
          "The workbook lists problems (“\(heading)”, \(cell)) and no tasks. Is each a task?",
          "台账列的是问题（“\(heading)”，\(cell)），没有任务，是否每个问题作一项任务？"),
        say(
          "yes; a sheet of tasks beside it would make it the register of rectifications.",
          "是；另有任务表时，本表作整改登记。")
      )
    case .undatedRectifications(let heading, let cell, let count):
      (
        say(
          "\(count) rectifications are done by “\(heading)” (first \(cell)), and no day says when. On which days?",
          "按“\(heading)”有 \(count) 个问题已整改（首处 \(cell)），但没有完成或销号日期，是哪天完成的？"),
        say(
          "they count as open until a day stands there.",
          "填写日期前按未整改计。")
      )
    case .targetsOffered(let heading, let cell):
      (
        say(
          "“\(heading)” (\(cell)) holds quantities. Are they targets?",
          "“\(heading)”（\(cell)）是数量，要作量化指标考核吗？"),
        say(
          "no: the column is kept as it is; the line offered in mapping.yaml reads them.",
          "否，按原列保留；启用 mapping.yaml 中备选的一行即读作指标。")
      )
    default: ("", "")
    }
  }

  private static func numbers(_ state: SuggestionQuestion.NumberState) -> (String, String) {
    let asked =
      switch state {
      case .noColumn:
        say("No column numbers the tasks. Which are their numbers?", "没有编号列，任务编号是什么？")
      case .empty(let cell):
        say("The column of numbers (\(cell)) is empty. Which are they?", "编号列（\(cell)）全空，任务编号是什么？")
      case .restarts(let cell):
        say(
          "The numbers (\(cell)) begin anew in every section. Which numbers are unique?",
          "序号（\(cell)）逐段从 1 重新编起，哪个编号不重复？")
      }
    return (
      asked,
      say(
        "tasks are named by their titles and have no history; 'jibao init --write-numbers' writes numbers into a copy.",
        "以任务名称识别，不跟踪历史；jibao init --write-numbers 可把编号写入副本。")
    )
  }

  private static func otherSheets(_ names: [String], _ taken: String) -> (String, String) {
    (
      say(
        "\(list(names)) may be ledgers, too. Do they belong to this one?",
        "\(list(names)) 也像台账，是否属于本台账？"),
      say("no: only “\(taken)” is read.", "否，只读取“\(taken)”。")
    )
  }

  private static func words_(_ words: [SuggestedWord]) -> (String, String) {
    let shown = words.prefix(6).map { "\($0.word)×\($0.count)→\($0.code)" }.joined(
      separator: say(", ", "、"))
    return (
      say("What do these words mean: \(shown)?", "这些状态词是什么意思：\(shown)？"),
      say("as the arrows say (vocabulary.yaml).", "按箭头所示（vocabulary.yaml）。")
    )
  }

  private static func pairs(_ units: [SuggestedUnit]) -> String {
    list(units.prefix(6).map { "\($0.double ?? "")＝\($0.name)" })
  }
}
