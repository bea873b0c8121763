import Definitions
import Domain

extension Chinese {
  func definition(_ problem: DefinitionFault.Problem) -> String {
    switch problem {
    case .unreadable(let code): "无法读取：\(system(code))"
    case .notUTF8: "无法按 UTF-8 文本读取"
    case .syntax(let syntax): "不是有效的 YAML：\(self.syntax(syntax))"
    case .unknownKey(let key, let known):
      "未知的键“\(key)”；可用的键：\(list(known))" + nearest(key, known)
    case .duplicateKey(let key): "“\(key)”重复"
    case .missingKey(let key): "缺少“\(key)”"
    case .expected(let form): "此处应为\(self.form(form))"
    case .character(let scalar): "含有无法显示的字符 \(ShownText.codePoint(scalar))，请删除"
    case .textTooLong(let limit): "文字超过\(limit)字，请缩短"
    case .unknownWord(let word, let known):
      "未知的词“\(word)”；可用的词：\(list(known))" + nearest(word, known)
    case .unknownReference(let name, let known):
      "“\(name)”不存在；现有：\(list(known))" + nearest(name, known)
    case .noHeading(let column, let known):
      "列“\(column)”没有表头：请在此处写明，或写入列目录 columns.yaml" + nearest(column, known)
    case .query(let rule): self.rule(rule)
    case .template(let problem): template(problem)
    case .layout(let rule): "工作簿无法这样编排：\(layout(rule))"
    case .engine(let refusal): "数据库不接受该查询：\(self.refusal(refusal))"
    case .notFound(let id, let known): "没有“\(id)”；现有：\(list(known))"
    case .notReadHere(let place): "此处的文件不会被读取；应放在 \(place)"
    case .missingCalendar(let year): "缺少\(year)年工作日历：请添加 calendars/\(year).csv"
    }
  }

  func form(_ form: DefinitionFault.Form) -> String {
    switch form {
    case .mapping: "“键: 值”形式的内容"
    case .list: "列表"
    case .text: "文字"
    case .wholeNumber: "整数"
    case .wholeNumberWithin(let least, let most): " \(least) 至 \(most) 的整数"
    case .flag: " true 或 false"
    case .day: " 2023-09-25 这样的日期"
    case .percentage: " 75 或 91.7 这样的百分比"
    case .percentageUpTo100: "不超过 100 的百分比"
    case .decimal: " 5 或 -0.25 这样的数"
    case .oneKeyOf(let keys): "以下各键之一：\(list(keys))"
    case .keyOnlyWith(let key, let owner): "“\(key)”与“\(owner)”一起使用"
    case .closingBrace: "与“{”成对的“}”"
    case .timeZone: " Asia/Shanghai 这样的时区"
    case .timeOfDay: " \"17:00\" 这样的时刻"
    case .calendarFileName: " 2027.csv 这样的文件名"
    case .calendarHeadings: "表头“date,is_working,name”"
    case .calendarLine(let year): "“\(year)-月-日,0或1,名称”"
    case .years: "写成 [2023] 这样列表的年份"
    case .onePeriod: "至少一个期别"
    case .periodInOrder: "不晚于止日的起日"
    case .cutoffsInOrder: "依次递增的截止日"
    case .periodID: "由字母、数字、“-”“_”组成的期别编号（不得只有数字，不得为“draft”或以“as-of-”开头）"
    case .groupOrRole: "“group”“role”二者之一"
    case .lastLightOtherwise: "以“when: otherwise”结尾的各灯"
    case .headingRows: "表头所在的行，如3；两级表头如3-4"
    case .columnOfUnits: "列出单位的列（角色只对这种列有意义）"
    case .anotherPlan: "不以本方案为后续的方案"
    case .issuedAfterCutoff: "不早于截止日的印发日"
    case .sharesInOrder: "由小到大的两个百分比，如[20, 50]"
    case .dateOfFileName: "与文件名一致的日期"
    case .pointsWithDecimals(let places): "不超过“places”所定 \(places) 位小数的分值"
    case .pointsNotZero: "不为 0 的分值"
    case .capNotBelowFloor: "不低于下限的上限"
    case .capNotBelowBase: "不低于基础分的上限"
    case .floorNotAboveBase: "不高于基础分的下限"
    case .capOfAddingRule: "加分规则上大于 0 的上限"
    case .floorOfDeductingRule: "扣分规则上小于 0 的下限"
    case .oneStep: "至少一档"
    case .stepsAscending: "由低到高排列的各档"
    case .factorAboveZero: "大于 0 的系数"
    case .oneRole: "至少一种分工"
    case .meaning: "该列的含义"
    case .queryOfRegister(let register): "读取“\(register.heading)”的查询"
    case .sheetName: " Excel 可用的工作表名"
    case .fileName: "可用的文件名"
    case .columnsAtMost(let limit): "不超过 \(limit) 列"
    case .columnOrRatio: "一列或一个比率"
    case .changeColumns: "一列，或分子、分母两列，且不另设格式"
    case .ratioColumns: "分子、分母两列"
    case .doughnutColumn: "环形图中的一列数值"
    case .noLargeWithEach: "不含“large”的表（报告按“each”分册）"
    case .keyOfTable: "报告中某一表的查询所含的“key”"
    case .rowForEach(let key): "每个“\(key)”一行，且均不为空"
    case .twoTables: "并排的表格，两张一组的列表"
    case .sheetWithoutScores: "没有评分规则的方案也能显示的工作表"
    }
  }

  func rule(_ rule: DefinitionFault.QueryRule) -> String {
    switch rule {
    case .notNameAndType(let field, let item): "\(field)：“\(item)”不是“列名 类型”的形式"
    case .parameterWithoutColon: "params：参数须以“:”开头"
    case .orderEndsInKey: "排序（order）须以主键（key）结尾"
    case .sourceParameter(let name):
      "读取业务数据库的查询只能有参数 :effective_on date，不能有 :\(name)"
    case .sourceOrder: "读取业务数据库的查询须有排序（order）：错误按行号指出"
    case .overrideDiffers(let path): "替换的查询须保持 \(path) 的参数和列"
    case .columnsDiffer(let header, let statement):
      "文件头所列的列是 \(header.joined(separator: "、"))，语句给出的是 "
        + statement.joined(separator: "、")
    case .wrongType(let column, let kind, let value):
      "列“\(column)”得出\(ShownText.quoted(value))，不是\(name(of: kind))"
    case .emptyKey(let column): "有的行主键列“\(column)”为空"
    case .repeatedKey([]): "有多行主键相同"
    case .repeatedKey(let values):
      "主键\(ShownText.quoted(values.joined(separator: "、")))有多行"
    case .severalRows: "文件头写明“key: -”（只有一行），结果却有多行"
    case .takenName(let name): "已有名为“\(name)”的表：请改用其他文件名"
    case .tableName(let name):
      "“\(name)”不能用作表名：请使用小写字母、数字和“_”，并以字母开头"
    case .beginsWithSelect: "查询须以 SELECT 或 WITH 开头"
    case .undeclared(let name): "\(name) 未在文件头的 params 中列出"
    case .unused(let name): "\(name) 已列出而未使用"
    case .word(let word, let reason): "\(word)：\(self.reason(reason))"
    case .noPriorTable(let name): "prior_\(name)：没有名为 \(name) 的状态表或事实表"
    case .circle(let names): "这些查询互相引用：\(list(names))"
    }
  }

  private func name(of kind: ResultColumn.Kind) -> String {
    switch kind {
    case .text: "文字"
    case .integer: "整数"
    case .date: "日期"
    }
  }

  private func reason(_ reason: DefinitionFault.QueryRule.Reason) -> String {
    switch reason {
    case .clock: "时钟由程序统一读取，查询中不得使用"
    case .joinDay: "请联接 day 表"
    case .rateOfTwo: "比率由分子、分母两列组成"
    case .rounding: "四舍五入由报告处理"
    case .integersOnly: "只能用整数"
    case .letterCase: "各数据库对大小写的处理不同"
    case .onlySQLite: "只有 SQLite 支持"
    case .onlyPostgres: "只有 PostgreSQL 支持"
    case .rowPerPair: "请一对一行，不要拼接"
    case .useCase: "只有一种数据库支持，请改用 CASE"
    case .useCoalesce: "只有 SQLite 支持，请改用 coalesce"
    case .useBars: "各数据库处理不同，请改用 ||"
    case .useSumOfCase: "请改用 sum(CASE …)"
    case .notProvable: "结果无法复核"
    case .nothingCutOff: "不得截去部分行"
    case .onlyReads: "查询只能读取"
    case .json: "各数据库对 JSON 的处理不同"
    case .useCast: "请改用 CAST"
    case .nameColumns: "请逐一写出列名"
    case .quotesDiffer: "双引号在各数据库中含义不同"
    case .oneStatement: "只能有一条语句，不带分号"
    case .onlyChangesSeeTwo: "只有 changes/ 中的查询能对比两个时点"
    }
  }

  func layout(_ rule: DefinitionFault.LayoutRule) -> String {
    switch rule {
    case .sumsOver(let table, .notAllRows): "对 \(table) 求和，而该表未显示全部行"
    case .sumsOver(let table, .ownSums): "对 \(table) 求和，而该表下已有合计"
    case .sumsOver(let table, .otherTables): "对 \(table) 求和，而同一工作表还有其他表"
    case .largeWithTotal: "大表（large）不设合计"
    case .largeOfAllRows: "含有由全部行得出的列的表不能作为大表（large）"
    case .largeWithEarlier: "大表（large）不显示往期数"
    case .matrixWithCSV: "矩阵表不输出 CSV"
    case .withoutSince(let query): "\(query) 所在工作表未设“since”，而另有工作表已设"
    case .figureCircle(let names): "这些文字互相引用：\(list(names))"
    case .noEarlier(let query): "\(query) 没有往期数"
    }
  }

  func refusal(_ refusal: StatementRefusal) -> String {
    switch refusal {
    case .unknownColumn(let name): "没有列“\(name)”"
    case .unknownTable(let name): "没有表“\(name)”"
    case .unknownFunction(let name): "没有函数“\(name)”"
    case .ambiguousColumn(let name): "有多个表含有列“\(name)”"
    case .syntax(""): "语句不完整"
    case .syntax(let words): "“\(words)”处不符合 SQL 语法"
    case .types: "数据类型不匹配"
    case .notGrouped: "有的列既未分组也未汇总"
    case .writes: "查询不得写入"
    case .endless: "运算量或结果行数过大，可能没有终止条件"
    case .other(let code, let words): "错误代码 \(code)，原文“\(words)”"
    }
  }

  func syntax(_ syntax: YAMLSyntax) -> String {
    switch syntax {
    case .blockEntry: "此处不能用“-”列表项"
    case .controlCharacter: "含有控制字符"
    case .colon: "缺少“:”"
    case .listEnd: "缺少“,”或“]”"
    case .mappingEnd: "缺少“,”或“}”"
    case .dash: "缺少列表项的“-”，请检查缩进"
    case .documentStart: "一个文件只能有一份内容"
    case .alphanumeric: "此处应为字母或数字"
    case .lineBreak: "此处应换行"
    case .hexadecimal: "此处应为十六进制数"
    case .key: "此处应为键，请检查缩进"
    case .content: "缺少值"
    case .blank: "此处应有空格或换行"
    case .tabIndentation, .tabForBlank: "缩进不能用制表符"
    case .token: "此处的字符须加引号"
    case .tag: "含有未定义的标签"
    case .unexpectedColon: "此处不应有“:”"
    case .documentMark: "此处不应有“---”或“...”"
    case .openQuote: "引号没有闭合"
    case .escape: "含有无效的转义符"
    case .keyPlace: "此处不能有键"
    case .valuePlace: "此处不能有值，请检查“:”和缩进"
    case .other: "无法解析"
    }
  }
}
