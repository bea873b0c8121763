import Domain

/// Rows of a made-up task list; bare_xlsxwriter.c has the same cells.
enum TaskRows {
  static func stream(_ count: Int, unit: @escaping (_ row: Int) -> Value) -> ResultStream {
    ResultStream(columns: columns, count: count) { body in
      for row in 0..<count { try body(values(row) + [unit(row)]) }
    }
  }

  /// The columns as a report's file lists them.
  static var shownColumns: String {
    let shown = definitions.map {
      "{column: \($0.name), heading: \($0.heading), format: \($0.format)}"
    }
    return "[" + shown.joined(separator: ", ") + "]"
  }

  private static let definitions = [
    ("number", "序号", "integer"), ("title", "任务", "text"), ("section", "分类", "text"),
    ("leaders", "牵头领导", "text"), ("lead_units", "牵头单位", "text"),
    ("responsible_units", "责任单位", "text"), ("key_task", "重难点", "text"),
    ("starts_on", "开始日期", "date"), ("due", "完成时限", "date"), ("status", "状态", "text"),
    ("progress", "进度", "percent"), ("scheduled", "序时进度", "percent"),
    ("gap", "序时差", "points"), ("light", "灯", "text"), ("days", "逾期天数", "integer"),
    ("progress_note", "进展情况", "text"), ("next_step", "下一步措施", "text"),
    ("task", "任务编号", "text"),
  ].map { (name: $0.0, heading: $0.1, format: $0.2) }

  private static let columns =
    definitions.map { column in
      let kind: ResultColumn.Kind =
        switch column.format {
        case "text": .text
        case "date": .date
        default: .integer
        }
      return ResultColumn(name: column.name, kind: kind)
    } + [ResultColumn(name: "unit", kind: .text)]

  private static func values(_ row: Int) -> [Value] {
    let number = row + 1
    let firstDay = Day(number: 19_358)
    return [
      .integer(Int64(number)), .text("加快建设重点项目审批服务平台（第\(number)项）"),
      .text("第\(row % 20)类"), .text("副市长\(row % 9)"), .text("第\(row % 3_000)局"),
      .text("第\(row % 2_999)局、第\(row % 2_998)局"), .text(row % 20 == 0 ? "是" : ""),
      .text(firstDay.adding(days: row % 120).description),
      .text(firstDay.adding(days: 120 + row % 240).description),
      .text(row % 3 == 0 ? "已完成" : "推进中"), .integer(Int64(row * 37 % 1_001) * 1_000),
      .integer(Int64(row * 53 % 1_001) * 1_000), .integer(Int64(row * 71 % 401 - 200) * 1_000),
      .text(row % 7 == 0 ? "红灯" : "绿灯"), row % 7 == 0 ? .integer(Int64(row % 90)) : .null,
      .text("项目主体已完工，正在组织验收（\(row % 97)）"), .text("倒排工期，挂图作战，按周通报（\(row % 89)）"),
      .text("bench-\(number)"),
    ]
  }
}
