import Definitions
import Domain
import Intake

/// What is said of a workbook never seen before, in its files and on the terminal.
extension Wording {
  static func mappingHead(_ file: String) -> String {
    say(
      """
      How \(file) is read: guessed from its headings and contents. See docs/workbook.md.
      Each guess is marked 推测 with its reason and cell. Where it is right, remove the mark (from
      # to the end of the line); what is still marked is said on the report's front.
      """,
      """
      \(file) 的读法，按表头和内容推测而成，见 docs/zh/从工作簿到第一份报表.md。
      每处推测都注明理由和单元格。核对无误的，删去“# 推测”起的注释；未删的，报告封面会提示。
      """)
  }

  static func vocabularyHead(_ file: String) -> String {
    say(
      """
      The words in the status column of \(file), and what each is taken for: not_started,
      in_progress, completed, accepted, suspended, cancelled, transferred, ongoing.
      """,
      """
      \(file) 状态列中的词及其含义：not_started 未启动、in_progress 推进中、completed 已完成、
      accepted 已销号、suspended 暂停、cancelled 取消、transferred 转办、ongoing 长期坚持。
      """)
  }

  static var planHead: String {
    say("The plan of the ledger; see docs/operations.md.", "台账所属方案，见 docs/operations.md。")
  }

  static var unitsDrafted: String {
    say(
      "drafted from the workbook, every spelling a unit: merge doubles by 别名 (aliases), put groups and order right",
      "名录由台账中的写法整理，一种写法一个单位；同一单位的不同写法请并为别名，并核对考核分组和排序")
  }

  static func taken(_ sheet: SuggestedSheet) -> String {
    if case .part(let main) = sheet.kind {
      return say(
        "its headings are those of “\(main)”: another part of the same ledger, \(sheet.rows) rows",
        "表头与“\(main)”相同，作为同一台账的另一部分，\(sheet.rows) 行")
    }
    if case .register(let register) = sheet.kind, register != .ledger {
      return say(
        "the register \(register.rawValue), \(sheet.rows) rows",
        "\(register.heading)，\(sheet.rows) 行")
    }
    return say("a ledger of tasks, \(sheet.rows) rows", "任务台账，\(sheet.rows) 行")
  }

  static func leftOut(_ sheet: SuggestedSheet) -> String {
    let shown = sheet.headingTexts.prefix(5).joined(separator: say(", ", "、"))
    switch sheet.kind {
    case .drawing: return say("a drawing", "是图，不是台账")
    case .vocabulary: return say("lists of words for drop-downs", "下拉选项词表，不是台账")
    case .earlierState(let newest):
      return say(
        "an earlier state of the tasks of “\(newest)”: not read, so that no task counts twice",
        "与“\(newest)”是同一批任务的较早状态，不读取，以免重复计数")
    case .otherLedger:
      return say(
        "may be a ledger, too (\(shown)); not read unless it is named here as one",
        "也像台账（\(shown)），未读取；需要时把 none 改为 ledger")
    default:
      guard let rows = sheet.headings, !shown.isEmpty else {
        return say("no row looks like the headings of a ledger", "没有一行像台账的表头")
      }
      return say(
        "no row looks like the headings of a ledger; row \(rows.lowerBound) comes nearest (\(shown))",
        "没有一行像台账的表头；最接近的是第 \(rows.lowerBound) 行（\(shown)）")
    }
  }

  static func headingsFound(_ sheet: SuggestedSheet) -> String {
    let names = sheet.columns.prefix(4).map { "\($0.cell)“\($0.heading)”" }.joined(
      separator: say(", ", "、"))
    return say("headings known: \(names)", "认出的表头：\(names)")
  }

  static func reason(_ column: SuggestedColumn) -> String {
    reason(column.reason, column)
  }

  private static func reason(_ reason: SuggestedColumn.Reason, _ column: SuggestedColumn) -> String
  {
    let ours =
      Register.ledger.column(named: column.mapping.column)?.heading ?? column.mapping.column
    switch reason {
    case .heading:
      return say(
        "by the heading “\(column.heading)”, \(column.cell)",
        "据表头“\(column.heading)”，\(column.cell)")
    case .contents(let what, let count, let all):
      return say(
        "by contents: \(count) of \(all) cells below \(column.cell) “\(column.heading)” are \(contents(what))",
        "据内容：\(column.cell)“\(column.heading)”下 \(all) 格中有 \(count) 格是\(contents(what))")
    case .onlyOne(let inner, _):
      return Self.reason(inner, column)
        + say("; no other column can be “\(ours)”", "；没有别的列可作“\(ours)”")
    case .rowsOfATask:
      return say(
        "varies within the rows of one task, \(column.cell)", "在同一任务的各行中逐行不同，\(column.cell)")
    }
  }

  private static func contents(_ what: SuggestedColumn.Contents) -> String {
    switch what {
    case .statusWords: say("status words", "状态词")
    case .dates: say("days", "日期")
    case .percents: say("percentages", "百分比")
    case .units: say("names of units", "单位名称")
    case .running: say("running numbers", "连续编号")
    case .longTexts: say("texts", "文字")
    case .datedLines: say("lines that begin with a date", "以日期开头的分行")
    case .merged: say("merged down", "纵向合并的")
    case .unitsInText: say("texts that end with units in brackets", "末尾括号内写有单位的文字")
    }
  }

  static func offered(_ column: SuggestedColumn) -> String {
    switch column.mapping.take {
    case .units:
      say(
        "← offered, not in force: remove the # at the beginning to take units from the text (\(reason(column)))",
        "← 仅供选用，未启用：去掉行首 # 即从文字中取出单位（\(reason(column))）")
    default:
      say(
        "← offered, not in force: remove the # at the beginning to read it (\(reason(column)))",
        "← 仅供选用，未启用：去掉行首 # 即按此读取（\(reason(column))）")
    }
  }

  static func filledDown(_ column: String, _ cell: CellAddress, _ count: Int, _ isMerged: Bool)
    -> String
  {
    isMerged
      ? say(
        "\(column): \(count) merged cells from \(cell) on", "\(column) 有 \(count) 处纵向合并，自 \(cell) 起"
      )
      : say(
        "\(column): the cells below \(cell) are empty as if merged, \(count) are filled",
        "\(column) 自 \(cell) 起只填 \(count) 格，其余空白视同合并")
  }

  static func bars(_ cell: CellAddress, _ count: Int) -> String {
    say("\(count) rows with one text across, the first at \(cell)", "\(count) 行整行只有一段文字，首处 \(cell)")
  }

  static func rowsOfATask(_ cell: CellAddress) -> String {
    say(
      "number and title are merged over several rows, the first at \(cell)", "编号和任务跨多行合并，首处 \(cell)"
    )
  }

  static func ownColumns(_ names: [String]) -> String {
    let shown = names.prefix(30).joined(separator: say(", ", "、"))
    return say("kept as the office's own columns: \(shown)", "保留为本单位自有列：\(shown)")
  }

  static func note(_ note: SheetNote) -> String {
    switch note {
    case .hiddenSheet: return say("the sheet is hidden", "该表已隐藏")
    case .hiddenColumns(let names):
      return say("hidden columns, read all the same: \(list(names))", "隐藏列照样读取：\(list(names))")
    case .hiddenRows(let count):
      return say("\(count) hidden rows are read, too", "有 \(count) 行被隐藏（筛选），照样读取")
    case .coloured(let count):
      return say(
        "\(count) cells are coloured: colours are not read, and never a status",
        "有 \(count) 格填了颜色：不读颜色，不作状态")
    case .comments(let count):
      return say("\(count) comments are kept as notes", "有 \(count) 条批注，作为备注保留")
    case .numberedInAdvance(let count, let first):
      return say(
        "\(count) rows numbered in advance, from \(first) on: no tasks",
        "\(count) 行只预编了序号（自 \(first) 起），不是任务")
    case .headingsAgain(let cells):
      return say(
        "the headings stand again at \(list(cells.map(\.description)))",
        "表头在 \(list(cells.map(\.description))) 重复出现")
    case .legend(let range): return say("\(range) is a legend: not read", "\(range) 是图例，不读取")
    case .sideTable(let range):
      return say("\(range) is another table beside the ledger: left out", "\(range) 是旁边的另一张表，不读取")
    case .above(let cell, let text):
      return say("above the table, \(cell): \(text)", "表上方 \(cell)：\(text)")
    case .formulas(let count):
      return say(
        "\(count) cells hold formulas: their stored results are read", "有 \(count) 格是公式，读取所存结果")
    case .endsAt(let cell, let text):
      return say("the table ends at \(cell) “\(text)”", "表到 \(cell)“\(text)”为止")
    case .datesAsHeadings(let first, let last):
      return say(
        "\(first):\(last) are headed by days or months without a year: what they show cannot be read",
        "\(first):\(last) 的表头是没有年月的日期，其下内容无法读作日期")
    case .overOneHundred(let cell, let text):
      return say(
        "\(cell) “\(text)” is above 100 %: a target's value, not a task's progress",
        "\(cell)“\(text)”超过 100%：是指标完成值，不是任务进度")
    }
  }

  static func word(_ word: SuggestedWord) -> String {
    let seen =
      word.count == 0
      ? say("in a drop-down only", "只见于下拉选项")
      : say(
        "\(word.count) cells, the first \(word.place?.within ?? "")",
        "\(word.count) 处，首见 \(word.place?.within ?? "")")
    if word.isStandard { return say("standard word; \(seen)", "标准词；\(seen)") }
    return word.isSure ? seen : seen + say("; not sure", "；含义不确定")
  }

  static func planTitle(_ plan: SuggestedPlan, _ file: String) -> String {
    plan.titleCell.map { say("\($0.sheet)!\($0.0)", "取自 \($0.sheet)!\($0.0)") }
      ?? say("from the file's name \(file)", "取自文件名 \(file)")
  }

  static var noOffice: String { say("the workbook does not say", "工作簿中没有写") }
  static var officeFound: String { say("from the rows above the table", "取自表上方的文字") }
  static var partialNumbers: String {
    say("some tasks have no number: they are kept without a history", "部分任务没有编号：这些任务不跟踪历史")
  }

  static func planYears(_ plan: SuggestedPlan) -> String {
    switch plan.yearSource {
    case .text(let cell, let sheet): say("from \(sheet)!\(cell)", "取自 \(sheet)!\(cell)")
    case .dates(let count, let cell, let sheet):
      say(
        "from \(count) dates, the first at \(sheet)!\(cell)", "据 \(count) 个日期，首处 \(sheet)!\(cell)")
    case .sheetName(let name): say("from the name of sheet “\(name)”", "取自表名“\(name)”")
    case .fileName: say("from the file's name", "取自文件名")
    case .today: say("nowhere in the workbook: this year", "工作簿中没有年份，暂按今年")
    }
  }
}
