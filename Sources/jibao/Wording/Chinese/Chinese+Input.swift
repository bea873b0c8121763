import Domain

extension Chinese {
  func input(_ fault: InputFault) -> Sentence {
    let (value, heading) = (fault.value, fault.heading)
    let quoted = ShownText.quoted(value)
    return switch fault.problem {
    // MARK: Files
    case .fileNotFound:
      Sentence("文件或文件夹不存在", "请核对路径")
    case .fileUnreadable(let code):
      Sentence("无法读取：\(system(code))", "请检查文件是否存在及读取权限")
    case .notARegularFile:
      Sentence("不是普通文件", "请指定每张表一个 CSV 文件的文件夹")
    case .workbookOld:
      Sentence(
        "是旧格式的工作簿（.xls 或 .et）", "请用 Excel 或 WPS 打开，另存为 .xlsx；也可安装 LibreOffice")
    case .workbookNotConverted(.failed(let program)):
      Sentence(
        "是旧格式的工作簿，\(program) 未能转换", "请用 Excel 或 WPS 打开，另存为 .xlsx")
    case .workbookNotConverted(.tookTooLong(let program, let seconds)):
      Sentence(
        "是旧格式的工作簿，\(program) 在 \(seconds) 秒内未能转换",
        "请用 Excel 或 WPS 打开，另存为 .xlsx")
    case .workbookEncrypted:
      Sentence("设有打开密码", "请另存一份不设密码的副本")
    case .notAWorkbook(.csv):
      Sentence("不是工作簿，而是文本，很可能是 CSV", "请把扩展名改为 .csv；或用 Excel 或 WPS 打开，另存为 .xlsx")
    case .notAWorkbook(.html): Sentence("不是工作簿，而是改了扩展名的网页", "请用 Excel 或 WPS 打开，另存为 .xlsx")
    case .notAWorkbook(.oldXML): Sentence("是 Excel 2003 的 XML 表格", "请用 Excel 或 WPS 打开，另存为 .xlsx")
    case .notAWorkbook(.document): Sentence("是文档，不是工作簿", "请把其中的表格复制到工作簿（.xlsx）")
    case .notAWorkbook(.openDocument):
      Sentence("是 OpenDocument 格式的文件", "请用 Excel 或 WPS 打开，另存为 .xlsx")
    case .notAWorkbook(.binaryWorkbook): Sentence("是二进制工作簿（.xlsb）", "请用 Excel 或 WPS 打开，另存为 .xlsx")
    case .notAWorkbook(.empty): Sentence("是空文件", "请用备份恢复")
    case .notAWorkbook(.other): Sentence("不是工作簿（.xlsx）", "请核对是否选对了文件")
    case .workbookDamaged(let fault):
      Sentence(
        "无法作为工作簿读取：\(package(fault))", "请用 Excel 或 WPS 打开，换一个文件名另存为 .xlsx")
    case .cellTwice:
      Sentence("该单元格在文件中出现两次", "请用 Excel 或 WPS 打开，换一个文件名另存为 .xlsx")
    case .cellMisplaced(let address):
      Sentence(
        "本行有一个单元格的地址是 \(ShownText.quoted(address))",
        "请用 Excel 或 WPS 打开，换一个文件名另存为 .xlsx")
    case .cellTextMissing:
      Sentence("该单元格引用的文字在文件中不存在", "请用备份恢复该文件，或重新填写该单元格")
    case .tooManyMerges(let limit):
      Sentence("该工作表的合并单元格超过 \(limit) 处", "请取消不需要的合并单元格")
    case .fileTooLarge(let limit):
      Sentence("超过 \(limit >> 20) MiB", "请按方案拆分台账")
    case .fileChanged:
      Sentence("读取期间文件发生了变化", "请在其他程序中关闭该文件后重新运行")
    case .fileEmpty:
      Sentence("是空文件：没有表头行", "没有内容的表也要保留表头行；不需要的表请删除文件")
    case .unknownFile(let near, let known):
      Sentence(
        "不是台账中的任何一张表",
        meant(near.map { [$0] } ?? []) + "可用文件名：\(list(known))；其他文件请移到别处")
    case .registerTwice(let register, let other):
      Sentence("“\(register.heading)”有两个文件，另一个是 \(other)", "请只保留一个")
    case .registerMissing(let register):
      Sentence(
        "缺少“\(register.heading)”", "请添加 \(register.heading).csv 或 \(register.rawValue).csv")

    case .severalWorkbooks(let other):
      Sentence("与\(other)同在一个文件夹，是第二个工作簿", "请只保留一个工作簿，或直接指定要读取的工作簿")

    // MARK: Workbooks and mappings
    case .workbookNeedsMapping:
      Sentence(
        "是自有格式的工作簿，尚无对应表（mapping.yaml）",
        "请用该文件运行 `jibao check --suggest`，生成 mapping.yaml 后核对")
    case .sheetNotFound(let near, let known):
      Sentence(
        "没有\(quoted)工作表", meant(near.map { [$0] } ?? []) + "现有工作表：\(list(known))")
    case .headingsNotFound(let row):
      Sentence(
        "\(quoted)中没有像台账表头的行" + (row.map { "，最接近的是第 \($0) 行" } ?? ""),
        "请在 mapping.yaml 中用 `headings:` 写明表头所在行；不是台账的工作表请写 `register: none`")
    case .mappedHeadingMissing(let column, let line, let near):
      Sentence(
        "缺少表头\(quoted)" + (column.isEmpty ? "" : "（对应“\(column)”）"),
        meant(near.map { [$0] } ?? [])
          + (line.map { "请更正 mapping.yaml 第 \($0) 行" } ?? "请在 mapping.yaml 中写明"))
    case .mappedHeadingTwice(let columns):
      Sentence(
        "表头\(quoted)对应多列：\(list(columns))", "请在 mapping.yaml 中写列标字母，或写“上级表头/下级表头”")
    case .headingsDiffer(let expected):
      Sentence(
        "重复出现的表头与前面不同：此处为\(quoted)，前面为“\(expected)”",
        "请统一表头；如是另一张表，请在 mapping.yaml 中单列一项")
    case .formulaWithoutValue:
      Sentence("“\(heading)”是公式，但工作簿中没有计算结果", "请用 Excel 或 WPS 打开后重新保存")
    case .taskOverSeveralRows:
      Sentence(
        "一项任务合并了多行", "请在 mapping.yaml 中用 `rows_of_a_task:` 写明这些行是节点、指标还是分工")
    case .sheetLeftOut(let rows, let isHidden):
      Sentence(
        "\(isHidden ? "隐藏的" : "")工作表\(quoted)（\(rows) 行）未读取",
        "如属台账，请写入 mapping.yaml；否则写 `register: none`")
    case .rowsHidden(let count):
      Sentence("自此处起有 \(count) 个隐藏行，已读取", "")
    case .columnsHidden(let names):
      Sentence("隐藏列已读取：\(list(names))", "")
    case .rowsNumberedAhead(let count):
      Sentence("自此处起有 \(count) 行只有预填的编号，不作为任务", "")
    case .barsUnread(let count):
      Sentence(
        "自此处起有 \(count) 个横向合并的行未读取",
        "如写的是分类或牵头领导，请在 mapping.yaml 中写 `bars: section` 或 `bars: leaders`")
    case .rowsBelowTable(let count):
      Sentence("自此处起，表格下方有 \(count) 行未读取", "")
    case .cellsBesideTable(let count):
      Sentence(
        "自此处起，表格旁边有 \(count) 个单元格未读取", "如属本表，请在 mapping.yaml 中写明所在列")
    case .totalDiffers(let said, let rows):
      Sentence("合计写的是 \(said)，上方实有 \(rows) 行", "请核对是否有遗漏")
    case .commentsKept(let count):
      Sentence("自此处起有 \(count) 条批注，已记入备注", "")
    case .coloursNotRead(let count):
      Sentence("自此处起有 \(count) 个单元格有底色：颜色不作为内容读取", "颜色表示的意思请写成文字")
    case .formulasRead(let count):
      Sentence("自此处起有 \(count) 个公式，按保存的结果读取", "")
    case .timesLeftOut(let count):
      Sentence("自此处起有 \(count) 个日期带有时刻，只读取日期", "")
    case .unitsTakenFromText(let count):
      Sentence("自此处起有 \(count) 项任务的单位取自文字末尾的括号，如\(quoted)；任务名称中不再保留", "")
    case .furtherValuesLeftOut(let count):
      Sentence(
        "自此处起，任务后续行中有 \(count) 个值未读取", "一项任务在该列只有一个值，请写在第一行")
    case .dueOfLastMilestone(let count):
      Sentence("自此处起有 \(count) 项任务以最后一个节点的时限为完成时限", "")
    case .quantitiesExpanded(let count):
      Sentence("自此处起有 \(count) 个以万、亿为单位的数已换算", "")

    // MARK: Encoding
    case .utf16:
      Sentence("是 UTF-16 编码（“Unicode 文本”）", "请另存为“CSV UTF-8”格式")
    case .invalidEncoding(let offset):
      Sentence(
        "第 \(offset) 字节（\(value)）既不是 UTF-8 也不是 GB18030", "请另存为“CSV UTF-8”格式")
    case .mixedEncodings(let offset):
      Sentence(
        "混用了两种编码：部分为 UTF-8，自第 \(offset) 字节起有 GB18030",
        "请把各部分合并到同一工作表后另存为“CSV UTF-8”")
    case .nulByte(let offset):
      Sentence(
        "第 \(offset) 字节为空字节，像是断电时没有写完的文件",
        "请用备份恢复该文件，或从原表重新另存")
    case .lostCharacter:
      Sentence("含有 U+FFFD：保存时已有字符丢失", "请从原始文件恢复该处文字")
    case .controlCharacter(let code):
      Sentence("含有控制字符 \(ShownText.codePoint(code))", "请删除该字符")

    // MARK: CSV
    case .loneCarriageReturn:
      Sentence("回车符（CR）后没有换行符（LF）", "请以 Windows 或 Unix 换行格式保存")
    case .unclosedQuote:
      Sentence("此处的双引号没有闭合", "请补上结尾双引号；作为文字的双引号请写两个")
    case .textAfterQuote(let line):
      Sentence(
        "第 \(line) 行开始的字段在双引号闭合后还有文字", "作为文字的双引号请写两个")
    case .bareQuote:
      Sentence(
        "未加引号的字段中出现双引号",
        "请把整个字段用双引号括起并把其中的双引号写两个，或改用“”")
    case .fieldCount(let expected, let found):
      Sentence(
        "本行有 \(found) 个字段，表头有 \(expected) 个",
        "请检查是否有作为文字的逗号（该字段须加双引号）或缺少逗号")
    case .wrongSeparator(let separator):
      Sentence(
        "字段分隔符是\(separator == "\t" ? "制表符" : "“\(separator)”")",
        "请以逗号分隔（“CSV UTF-8”）保存")
    case .separatorLine:
      Sentence("首行是 \(value)", "请删除该行；字段以逗号分隔")
    case .fieldTooLarge(let limit):
      Sentence("字段超过 \(limit) 字节", "请缩短文字，或检查是否漏了双引号")
    case .cellTooLong(let limit, let found):
      Sentence("单元格有 \(found) 个字符，工作簿单元格最多 \(limit) 个", "请缩短文字")

    // MARK: Headings
    case .headingMissing(let id, let near):
      Sentence(
        "缺少“\(value)”列（\(id)）",
        near.map { "“\($0)”是否即该列？请改为“\(value)”" } ?? "请添加表头为“\(value)”的列")
    case .headingTwice(let other):
      Sentence("\(quoted)列重复，另一列是第 \(other) 列", "请删除或改名其中一列")
    case .headingRepeated(let line):
      Sentence("第 \(line) 行的表头重复出现", "请删除本行")
    case .headingNear(let known):
      Sentence("\(quoted)按自有列保留", "如即“\(known)”列，请改正表头")
    case .headingEmpty:
      Sentence("\(quoted)所在列没有表头", "请为该列加表头，或清空该列")
    case .ownColumns(let limit, let found):
      Sentence("自有列有 \(found) 列，一张表最多 \(limit) 列", "请删去不需要的列")
    case .columnLacking(_, let isHeaded):
      Sentence(
        isHeaded ? "\(quoted)一列没有一行填写" : "没有\(quoted)一列",
        "有关指标将无法计算；如系改名，请改回\(quoted)")

    // MARK: Cells
    case .cellEmpty:
      Sentence("“\(heading)”为空", "请填写")
    case .statusContradictory:
      Sentence("\(quoted)前后矛盾", "请只写一个状态")
    case .statusProgressDiffers:
      Sentence("\(quoted)与本行填写的进度不一致", "请改为一致")
    case .statusOverFull:
      Sentence("\(quoted)超过 100%，是指标的完成情况，不计入任务的状态和进度", "请另写任务的状态；指标请填入量化指标表")
    case .quantityForm:
      Sentence(
        "\(quoted)不是一个确定的数量", "请写 1300人、1.5亿元、≥95%、不少于20家、100公里以上等；不能写范围或“左右”")
    case .unknownWord(_, let near, let known):
      Sentence(
        "“\(heading)”中的\(quoted)不是可用的词",
        meant(near.map { [$0] } ?? []) + "可用词：\(list(known))；也可在 vocabulary.yaml 中添加")
    case .identifierCharacter(let code):
      Sentence("\(quoted)含有不可见字符 \(ShownText.codePoint(code))", "请重新输入该单元格")
    case .identifierNormalised(let normal):
      Sentence("\(quoted)按 \(normal) 读取", "请改写为 \(normal)")
    case .ownTextTooLong(let limit, let found):
      Sentence("本行自有列共 \(found) 字节，最多 \(limit) 字节", "请缩短文字")
    case .dayForm(let suggestion):
      Sentence(
        "\(quoted)不是 2023-09-25 这样的日期",
        suggestion.map { "如即该日，请写 \($0)" } ?? "请按“年-月-日”填写")
    case .deadlineForm(let suggestion):
      Sentence(
        "\(quoted)不是能识别的时限",
        suggestion.map { "如即该日，请写 \($0)" }
          ?? "请写 2023-09-25、9月25日、9月底前、9月上旬、1-8月、三季度末、上半年、年底前、每季度末、长期坚持、立行立改等")
    case .deadlineYear(let years):
      Sentence(
        "\(quoted)没有年份，"
          + (years.isEmpty ? "方案也没有年份" : "方案有\(years.map(String.init).joined(separator: "、"))年"),
        years.isEmpty ? "请在方案的 plan.yaml 里写 years，或在该处写上年份" : "请在该处写上年份")
    case .deadlineAtOnce:
      Sentence("\(quoted)应以发现之日为时限，本行未写发现之日；按没有时限读取", "请填写时限")
    case .dayNotInCalendar:
      Sentence("不存在\(quoted)这一天", "请核对月和日")
    case .dayOutOfRange:
      Sentence(
        "\(quoted)不在 \(Day.years.lowerBound)—\(Day.years.upperBound) 年之间", "请核对年份")
    case .numberForm(let form, let suggestion):
      Sentence(
        "\(quoted)不是\(number(form))", suggestion.map { "请写 \($0)" } ?? "请只写半角数字")
    case .numberTooLarge:
      Sentence("\(quoted)过大", "请核对数值")
    case .numberDecimals(let limit):
      Sentence("\(quoted)的小数超过 \(limit) 位", "请四舍五入")
    case .numberNegative:
      Sentence("\(quoted)小于零", "请核对数值")
    case .numberNotPositive:
      Sentence("\(quoted)不大于零", "计一次的可不填；不计的请删去该行")
    case .percentRange:
      Sentence("\(quoted)不在 0—100% 之间", "请填写完成的百分比，如 45%")

    // MARK: Whole columns
    case .deadlinesInferred(let inference, let count, let first):
      Sentence(
        "“\(heading)”有 \(count) 个时限\(inferred(inference))；\(quoted)"
          + (first.map { "按 \($0) 读取" } ?? "没有到期日"),
        "如无误，可不处理；如有误，请写明日期")
    case .statusesRead(let count):
      Sentence(
        "“\(heading)”有 \(count) 格不止写了状态，或写了进度，如\(quoted)；状态和进度由此读取",
        "如无误，可不处理；如有误，请分别填写状态和进度")
    case .dayFormsRead(let count, let first):
      Sentence(
        "“\(heading)”有 \(count) 个日期不是 2023-09-25 的写法；\(quoted)按 \(first) 读取",
        "如无误，可不处理；如有误，请更正日期")
    case .progressAtMostOne(let count):
      Sentence(
        "“\(heading)”的 \(count) 个数值都不大于 1，如\(quoted)；已按 1% 及以下读取",
        "如 0.45 意为 45%、1 意为 100%，请写 45%、100%")
    case .errorWords(let count):
      Sentence(
        "“\(heading)”有 \(count) 个单元格是表格软件的错误提示，如\(quoted)",
        "请在原表中修正公式后重新另存")
    case .valuesConverted(let form, let count):
      Sentence(
        "“\(heading)”有 \(count) 个单元格\(converted(form))，如\(quoted)，像是被表格软件转换过",
        "请在原表中将该列设为文本格式，重新输入这些单元格后另存")
    case .gapsBelow(let count, let column):
      Sentence(
        "“\(heading)”有 \(count) 个空单元格位于已填单元格之下，像是合并单元格另存所致",
        "如原为合并单元格，请在 jibao.yaml 写 fill_down: [\(column)]；如本应为空，可不处理")
    case .filledDown(let count):
      Sentence(
        "“\(heading)”有 \(count) 个空单元格按 fill_down 取其上方的内容，首个为\(quoted)",
        "如无误，可不处理")

    // MARK: Keys and references
    case .duplicateKey(let others):
      Sentence("\(quoted)与\(places(others))重复", "请只保留一行，或更正编号")
    case .taskKeyMissing:
      Sentence(
        "任务既无序号也无任务编号，而同一方案的其他任务有", "请至少填写其一；如确有部分任务没有编号，请在 plan.yaml 里写 numbers: partial")
    case .tasksWithoutNumber(let count):
      Sentence(
        "\(count)项任务没有编号，只能以所在行称呼，不与以往的台账比较：原定时限、变化和以往的红灯都不追溯",
        "如需追溯，请填写序号，并在下次接收台账时确认编号")
    case .taskNumberReserved:
      Sentence("\(quoted)以“~”开头，是没有编号的任务专用的", "请换一个编号")
    case .unknownTask(let plan, let near):
      Sentence(
        (plan.map { "方案“\($0)”中" } ?? "") + "没有任务\(quoted)",
        meant(near) + "请填写台账中任务的序号或任务编号")
    case .ambiguousTask(let names):
      Sentence("\(quoted)对应多项任务：\(list(names))", "请填写方案，或使用任务编号")
    case .referenceCircle(let way):
      Sentence(
        "“\(heading)”形成循环：\(way.joined(separator: " → "))", "请去掉其中一处引用")
    case .nestedTooDeep(let levels):
      Sentence("“\(heading)”层层相套达\(levels)层，过深，无法统计", "请直接填写最上一级")
    case .tooManyExtensions(let limit):
      Sentence("任务\(quoted)的延期超过\(limit)次", "请只保留有效的延期")
    case .unknownPlan(let near, let known):
      Sentence(
        "没有方案\(quoted)",
        meant(near.map { [$0] } ?? [])
          + "已有方案：\(list(known))；新方案需要 plans/<编号>/plan.yaml")
    case .planSetAside(let others, let rows, let near, let known):
      Sentence(
        "没有方案\(quoted)：该方案共\(rows)行未予收取（\(places(others))）",
        meant(near.map { [$0] } ?? [])
          + "已有方案：\(list(known))；新方案需要 plans/<编号>/plan.yaml")
    case .planNotInLedger(let known):
      Sentence("任务台账中没有方案\(quoted)的任务", "台账中的方案：\(list(known))")
    case .planNeeded(let known):
      Sentence("本行未注明所属方案", "请填写方案：\(list(known))")
    case .unknownTarget(let near):
      Sentence("没有指标\(quoted)", meant(near) + "请填写本方案指标的编号")
    case .ambiguousTarget(let names):
      Sentence("\(quoted)对应多个指标：\(list(names))", "请改写为其中之一")
    case .targetMeasuresDiffer(let measure, let other, let place):
      Sentence(
        "计量单位“\(measure)”与同源指标\(quoted)的“\(other)”不一致（\(places([place]))）", "请统一计量单位及数值")
    case .targetValuesDiffer(let other, let place):
      Sentence(
        "\(quoted)与\(places([place]))同源指标的 \(other) 不一致", "请只在一处填写正确数值，另一处留空")
    case .unknownPeriod(let near, let known):
      Sentence(
        "方案的报送日历中没有期别\(quoted)",
        meant(near.map { [$0] } ?? []) + "可用期别：\(list(known))")

    // MARK: Units
    case .unknownUnit(let near):
      Sentence("\(quoted)不在单位名录中", meant(near) + "请使用名录中的名称，或将其加为别名")
    case .unitNotInForce(let from, let to, let successor, _):
      Sentence(
        "\(quoted)仅在\(span(from, to))存续，台账当日不存在",
        successor.map { "其继任单位是\($0)" } ?? "请填写现单位，或更正名录中的起止日期")
    case .unitRepeated:
      Sentence("单元格中\(quoted)重复", "只计一次；请删除重复项")
    case .unitsJoined(let names):
      Sentence("\(quoted)按\(list(names))读取", "请用顿号分隔各单位")
    case .collectiveWithoutMembers:
      Sentence("集体\(quoted)的成员未知", "请在单位名录“成员”列填写成员编号")
    case .nameTaken(let units, let others):
      Sentence(
        "\(quoted)同时是 \(list(units)) 的名称（\(places(others))）",
        "同一时期一个名称只能对应一个单位：请改名，或填写起止日期")
    case .unknownMember(let near):
      Sentence("成员\(quoted)不在单位名录中", meant(near) + "请填写单位编号，以“;”分隔")
    case .unknownSuccessor(let near):
      Sentence("继任单位\(quoted)不在单位名录中", meant(near) + "请填写单位编号")
    case .noLeadUnit:
      Sentence("任务没有牵头单位", "除非方案另有规定，不计入任何单位；如系合并单元格所致，请在 jibao.yaml 写明 fill_down: [牵头单位]")
    case .noLeadUnits(let tasks):
      Sentence(
        "\(tasks) 项任务均无牵头单位", "请在 plan.yaml 设置 lead_policy，或填写牵头单位")

    // MARK: What a row says
    case .dayBefore(let other, let day, let cell):
      Sentence(
        "“\(heading)”\(quoted)早于“\(other)”\(day)" + (cell.map { "（\($0)）" } ?? ""),
        "请更正有误的一处")
    case .dayInFuture(let day):
      Sentence(
        "“\(heading)”\(quoted)晚于台账日期 \(day)",
        "自该日起方计入；预计的日期请填入“预计完成日期”")
    case .titleTwice(let others):
      Sentence("任务名称与\(places(others))相同", "如为同一任务，请只保留一行")
    case .wordNear(let other):
      Sentence("\(quoted)与“\(other)”相近", "如指同一内容，请统一写法")
    case .levelNear(let level):
      Sentence("\(quoted)不在计数的级别之列，与“\(level)”相近", "请统一写法，或在方案文件中增列该级别")
    case .ruleWordNear(let word):
      Sentence("计分规则中没有\(quoted)，与“\(word)”相近", "请统一写法，或在规则中增列")
    case .planWordUnmatched(let near, let known):
      Sentence("台账的“\(heading)”中没有\(quoted)；现有：\(list(known))", meant(near.map { [$0] } ?? []))
    case .numberNotChanged:
      Sentence("台账对编号\(quoted)没有这样的变动", "请删除该文件后重新运行，文件将重新生成")
    case .numberOfOther(let title):
      Sentence("任务名称为“\(title)”，而非\(quoted)", "请删除该文件后重新运行，文件将重新生成")
    case .numberTwice(let line):
      Sentence("第\(line)行也对编号\(quoted)作了处理", "请只保留一行")
    case .unknownDecision(let known):
      Sentence("\(quoted)不是可用的处理方式", "请填写：\(list(known))")
    case .columnNeeded(_, let rows):
      Sentence("没有\(quoted)一列，而有\(rows)行需要", "如系改名，请改回\(quoted)；否则请补上该列")
    case .completionDayMissing:
      Sentence("已完成，但“完成日期”为空", "请填写完成日期")
    case .titlesMissing(let count):
      Sentence("有\(count)项任务没有填写任务内容，以所在行称呼", "请填写任务内容")
    case .completionDaysInferred(let count):
      Sentence(
        "有\(count)项任务已完成，但台账没有完成日期列：以首次显示已完成的台账日期为完成日期", "请在台账中增加“完成日期”列")
    case .completionDayUnexpected(let status, _):
      Sentence(
        "有完成日期，但状态为“\(status.map(word) ?? "空")”", "请更正状态，或删除该日期")
    case .acceptanceDayMissing:
      Sentence("已销号，但“销号日期”为空", "请填写销号日期")
    case .acceptanceWithoutCompletion:
      Sentence("有销号日期而无完成日期", "请填写完成日期，或删除销号日期")
    case .progressFullNotCompleted:
      Sentence("进度为 100%，但任务未完成", "如已完成，请更新状态和完成日期")
    case .completedBelowFull:
      Sentence("已完成，但进度为\(quoted)", "请将进度改为 100%，或更正状态")
    }
  }

  private func converted(_ form: InputProblem.ConvertedForm) -> String {
    switch form {
    case .scientific: "是科学记数法"
    case .date: "是日期"
    case .serial: "是日期的序列值，与其他编号不同"
    case .digitsLost: "第 15 位以后全是 0"
    }
  }

  private func inferred(_ inference: InputProblem.DeadlineInference) -> String {
    switch inference {
    case .lastDay: "只写到月份或更长时间，取其最后一天"
    case .firstDay: "只写到月份或更长时间，取其第一天"
    case .yearOfPlan: "没有年份，取方案的年份"
    case .dayBefore: "写某月 1 日前，取上月最后一天"
    case .timeDropped: "写有钟点，只取日期"
    case .endOfRange: "写了起止或多个时间，取最后一个"
    case .mayBeOctober: "写作 2016.1，电子表格也会把 2016.10 显示成这样"
    case .recurring: "要重复完成，取最后一次"
    case .ongoing: "要长期坚持"
    case .atOnce: "要立行立改，以发现之日为时限"
    }
  }

  private func number(_ form: InputProblem.NumberForm) -> String {
    switch form {
    case .integer: "整数"
    case .percent: " 45% 或 53.3 这样的百分比"
    case .quantity: " 1234 或 3.5 这样的数"
    }
  }

  private func word(_ status: TaskStatus) -> String {
    switch status {
    case .notStarted: "未启动"
    case .inProgress: "推进中"
    case .completed: "已完成"
    case .accepted: "已销号"
    case .suspended: "暂缓"
    case .cancelled: "已取消"
    case .transferred: "已转办"
    case .ongoing: "长期坚持"
    }
  }

  private func places(_ places: [OtherPlace]) -> String {
    if case .line = places.first {
      "第 \(list(places.map { $0.description })) 行"
    } else {
      " \(list(places.map { $0.description })) "
    }
  }

  private func span(_ from: Day?, _ to: Day?) -> String {
    switch (from, to) {
    case (let from?, let to?): " \(from) 至 \(to) "
    case (let from?, nil): " \(from) 起"
    case (nil, let to?): " \(to) 前"
    case (nil, nil): "其他时间"
    }
  }
}
