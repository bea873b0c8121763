import Domain

/// The notes at the headings of the template.
extension Wording {
  /// What a kind of column takes.
  static func templateHint(_ kind: RegisterColumn.Kind) -> String {
    switch kind {
    case .text: say("Free text; line breaks are kept.", "文字，可分行。")
    case .identifier: say("A name or number that stays the same, on one line.", "固定不变的编号或名称，不分行。")
    case .integer: say("A whole number.", "整数。")
    case .number:
      say("The task's number, as in the notice: 7, 1.2, （一）.", "任务编号，按文件原样填写：7、1.2、（一）。")
    case .day:
      say("A day: 2027-09-30, 2027/9/30 or 2027年9月30日.", "日期：2027-09-30、2027/9/30 或 2027年9月30日。")
    case .percent: say("A percentage from 0 to 100: 60 or 60%.", "百分比，0 至 100：60 或 60%。")
    case .quantity: say("A number.", "数值。")
    case .amount: say("A number above zero.", "大于零的数。")
    case .word:
      say("One of the words offered; more by vocabulary.yaml.", "从下拉选项中选；其他说法可写入 vocabulary.yaml。")
    case .unit: say("The name or an alias of one unit of 单位名录.", "一个单位，写名称或别名，须在单位名录中。")
    case .units: say("Units of 单位名录, parted by 、.", "一个或几个单位，用顿号分开，须在单位名录中。")
    case .leaders:
      say(
        "One or more, parted by 、; 协助 in brackets for one who assists.", "一人或几人，用顿号分开；协助的加“（协助）”。")
    case .members: say("The ids of the members, parted by ;", "成员单位的编号，用分号分开。")
    case .task: say("The number of the task as in 任务台账.", "任务台账中的编号。")
    case .plan: say("The id of the plan; empty for the workspace's only one.", "方案编号；只有一个方案的可不填。")
    }
  }

  /// What is to be said of a column in particular.
  static func templateHint(_ column: RegisterColumn, _ register: Register) -> String? {
    switch (register, column.id) {
    case (.units, "unit"): say("A short id that never changes: fgw.", "单位编号，固定不变，如 fgw。")
    case (.units, "aliases"): say("Other spellings in the ledger, parted by ;", "台账中的其他写法，用分号分开。")
    case (.units, "group"): say("Units are ranked within their group.", "考核分组，同组内排名。")
    case (.units, "order"): say("The official order in lists.", "列表中的排列顺序。")
    case (.units, "is_group"): say("是 for a collective such as 各县区政府.", "“各县区政府”等集体名称填“是”。")
    case (.ledger, "title"): say("The task as in the notice.", "任务内容，按文件原文。")
    case (.ledger, "section"): say("The heading that the task stands under.", "任务所在的章节或类别。")
    case (.ledger, "due_on"):
      say("A day, or in words: 9月底前, 三季度, 长期坚持.", "日期，或 9月底前、三季度、长期坚持 等。")
    case (.ledger, "status"): say("As of the day of the ledger.", "截至填报日的状态，从下拉选项中选。")
    case (.ledger, "completed_on"): say("Needed once the task is done.", "已完成的必填：实际完成日期。")
    case (.ledger, "accepted_on"): say("Needed once it is struck off.", "已销号的必填。")
    case (.milestones, "milestone"): say("The name of the stage.", "阶段目标名称。")
    case (.targets, "value"):
      say("The number alone; its unit stands beside it.", "只填数值，单位填在“计量单位”。")
    case (.submissions, "period"): say("The id of the period: 2027-Q3.", "期别编号，如 2027-Q3。")
    default: nil
    }
  }
}
