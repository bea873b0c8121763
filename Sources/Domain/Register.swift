/// One of the files or sheets of a ledger.
public enum Register: String, CaseIterable, Sendable {
  case units, ledger, assignments, milestones, targets, extensions, submissions, publications
  case rectifications, events

  /// The name that an office gives the file or sheet.
  public var heading: String {
    switch self {
    case .units: "单位名录"
    case .ledger: "任务台账"
    case .assignments: "任务分工"
    case .milestones: "阶段目标"
    case .targets: "量化指标"
    case .extensions: "延期"
    case .submissions: "报送"
    case .publications: "信息刊发"
    case .rectifications: "整改"
    case .events: "考核事项"
    }
  }

  /// Whether a ledger without it is refused.
  public var isRequired: Bool { self == .units || self == .ledger }
}

/// A column of a register: how it is headed, what its cells mean, how it is stored.
public struct RegisterColumn: Hashable, Sendable {
  /// What a cell of the column holds.
  public enum Kind: Hashable, Sendable {
    /// Free text; line breaks are kept.
    case text
    /// An identifier: no control, zero-width or bidirectional characters; full-width digits and
    /// decomposed letters are normalised.
    case identifier
    case integer
    /// The number of a task as the office writes it (7, 1.2, 民生-1, （一）); stored as written, with
    /// the text by which it sorts, and as an integer where it is a whole number.
    case number
    case day
    /// A percentage from 0 to 100 with or without the sign, in millionths of the whole.
    case percent
    /// A decimal quantity, in millionths.
    case quantity
    /// One above zero.
    case amount
    case word(WordKind)
    /// The name of one unit; stored as the unit's id.
    case unit
    /// The names of units as the office wrote them; stored as written, and in `task_unit`.
    case units(Role)
    /// The leaders as the office wrote them; stored as written, and in `task_leader`.
    case leaders
    /// The ids of the members of a collective, parted by `;`; stored as written, and in
    /// `unit_member`.
    case members
    /// The number or id of a task of the same plan.
    case task
    /// The id of a plan.
    case plan
  }

  /// The English heading.
  public let id: String
  /// The Chinese heading.
  public let heading: String
  public let kind: Kind
  /// Whether every row must fill it.
  public let isRequired: Bool
  /// The column of the store; differs from `id` where that is a word of SQL.
  public let stored: String
  /// How a ledger is taken that has lost the column's values.
  public let care: Care

  /// What a column's values are to the figures.
  public enum Care: Sendable {
    /// They come and go; that a column is empty all of a sudden is said.
    case plain
    /// A figure reads them, and they only grow or stay: their loss stops a ledger.
    case guarded
    /// Guarded, and missed in a first ledger, too.
    case expected
  }

  init(
    _ id: String, _ heading: String, _ kind: Kind = .text, _ care: Care = .plain,
    required: Bool = false, stored: String? = nil
  ) {
    self.id = id
    self.heading = heading
    self.kind = kind
    self.isRequired = required
    self.stored = stored ?? id
    self.care = care
  }

  /// Whether a value may go with a status that is set back.
  public var goesWithStatus: Bool { ["progress", "completed_on", "accepted_on"].contains(id) }
}

extension Register {
  /// The register that a file, a sheet or a setting calls by its id or its Chinese name.
  public static func named(_ name: String) -> Register? {
    let lowercased = name.lowercased()
    return allCases.first { $0.rawValue == lowercased || $0.heading == name }
  }

  /// The column that a heading or a setting calls by its id or its Chinese heading.
  public func column(named name: String) -> RegisterColumn? {
    let lowercased = name.lowercased()
    return columns.first { $0.heading == name || $0.id == lowercased }
  }

  /// The columns in the order in which a template shows them. Source: design.md §5.
  public var columns: [RegisterColumn] {
    switch self {
    case .units: Self.unitColumns
    case .ledger: Self.taskColumns
    case .assignments: Self.assignmentColumns
    case .milestones: Self.milestoneColumns
    case .targets: Self.targetColumns
    case .extensions: Self.extensionColumns
    case .submissions: Self.submissionColumns
    case .publications: Self.publicationColumns
    case .rectifications: Self.rectificationColumns
    case .events: Self.eventColumns
    }
  }

  private static let plan = RegisterColumn("plan", "方案", .plan)
  private static let task = RegisterColumn("task", "任务", .task, required: true)
  private static let unit = RegisterColumn("unit", "单位", .unit, required: true)
  private static let note = RegisterColumn("note", "备注")

  private static let unitColumns: [RegisterColumn] = [
    .init("unit", "编号", .identifier, required: true),
    .init("name", "名称", .text, .guarded, required: true),
    .init("aliases", "别名", .text, .guarded),
    .init("kind", "性质", .text, .guarded),
    .init("group", "考核分组", .text, .guarded, stored: "ranking_group"),
    .init("order", "排序", .integer, .guarded, stored: "official_order"),
    .init("valid_from", "起", .day, .guarded),
    .init("valid_to", "止", .day, .guarded),
    .init("successor", "继任", .identifier, .guarded),
    .init("is_group", "集体", .word(.flag), .guarded),
    .init("members", "成员", .members, .guarded),
  ]

  private static let taskColumns: [RegisterColumn] = [
    plan,
    .init("task_id", "任务编号", .identifier),
    .init("number", "序号", .number),
    .init("parent", "上级任务", .task, .guarded),
    .init("section", "分类", .text, .guarded),
    .init("title", "任务", required: true),
    .init("leaders", "牵头领导", .leaders, .guarded),
    .init("lead_units", "牵头单位", .units(.lead), .guarded),
    .init("collect_units", "汇总单位", .units(.collect), .guarded),
    .init("responsible_units", "责任单位", .units(.responsible), .guarded),
    .init("support_units", "配合单位", .units(.support), .guarded),
    .init("owner", "责任人"),
    .init("phone", "联系电话"),
    .init("key_task", "重难点", .word(.flag), .guarded),
    .init("starts_on", "开始日期", .day, .guarded),
    .init("due_on", "完成时限", .day, .expected),
    .init("status", "状态", .word(.status), .expected),
    .init("progress", "进度", .percent, .expected),
    .init("completed_on", "完成日期", .day, .guarded),
    .init("accepted_on", "销号日期", .day, .guarded),
    .init("expected_on", "预计完成日期", .day),
    .init("outlook", "完成预期", .word(.outlook)),
    .init("progress_note", "进展情况"),
    .init("delay_reason", "滞后原因"),
    .init("reason_kind", "原因性质", .word(.reasonKind)),
    .init("next_step", "下一步措施"),
    .init("needs_coordination", "需协调事项"),
    .init("escalate_to", "提请层级"),
    .init("chase_by", "盯办时限", .day),
    .init("evidence", "佐证材料"),
    .init("change_basis", "变更依据"),
    note,
  ]

  private static let assignmentColumns: [RegisterColumn] = [
    plan, task, unit,
    .init("role", "角色", .word(.role), required: true),
    .init("status", "状态", .word(.status), .expected),
    .init("progress", "进度", .percent, .guarded),
    .init("completed_on", "完成日期", .day, .guarded),
    .init("progress_note", "进展情况"),
    .init("reported_on", "填报日期", .day),
  ]

  private static let milestoneColumns: [RegisterColumn] = [
    plan, task,
    .init("milestone", "节点", .identifier, required: true),
    .init("unit", "单位", .unit, .guarded),
    .init("due_on", "时限", .day, .guarded, required: true),
    .init("completed_on", "完成日期", .day, .expected),
  ]

  private static let targetColumns: [RegisterColumn] = [
    plan,
    .init("target", "编号", .identifier, required: true),
    .init("task", "任务", .task, required: true),
    .init("unit", "单位", .unit, .guarded),
    .init("indicator", "指标", .text, .guarded, required: true),
    .init("operator", "口径", .word(.comparison), required: true, stored: "comparison"),
    .init("value", "目标值", .quantity, .guarded, required: true, stored: "target_value"),
    .init("unit_of_measure", "计量单位"),
    .init("kind", "类型", .word(.targetKind), .guarded),
    .init("nature", "性质", .word(.targetNature), .guarded),
    .init("due_on", "时限", .day, .guarded),
    .init("base", "基数", .quantity, .guarded),
    .init("actual", "完成值", .quantity, .expected),
    .init("observed_on", "统计日期", .day, .guarded),
    .init("same_as", "同源指标", .identifier, .guarded),
    note,
  ]

  private static let extensionColumns: [RegisterColumn] = [
    plan, task,
    .init("requested_on", "申请日期", .day, required: true),
    .init("approved_on", "批准日期", .day, .expected),
    .init("new_due_on", "新时限", .day, .guarded, required: true),
  ]

  private static let submissionColumns: [RegisterColumn] = [
    plan, unit,
    .init("period", "期别", .identifier, required: true),
    .init("submitted_on", "报送日期", .day, .expected),
    .init("quality", "质量", .text, .guarded),
    .init("returned", "退回次数", .integer, .guarded),
    note,
  ]

  private static let publicationColumns: [RegisterColumn] = [
    plan, unit,
    .init("submitted_on", "报送日期", .day, .guarded),
    .init("published_on", "刊发日期", .day, .expected),
    .init("outlet", "媒体", .text, .guarded),
    .init("level", "级别", .text, .guarded),
    .init("title", "标题", required: true),
    .init("verified", "核实", .word(.flag), .expected),
  ]

  private static let rectificationColumns: [RegisterColumn] = [
    plan,
    .init("id", "编号", .identifier, required: true, stored: "rectification"),
    .init("task", "任务", .task, .guarded),
    .init("unit", "单位", .unit, required: true),
    .init("source", "来源", stored: "found_by"),
    .init("problem", "问题", .text, .guarded, required: true),
    .init("measure", "措施"),
    .init("owner", "责任人"),
    .init("found_on", "发现日期", .day, .guarded),
    .init("due_on", "时限", .day, .expected),
    .init("completed_on", "完成日期", .day, .expected),
    .init("accepted_on", "销号日期", .day, .guarded),
  ]

  private static let eventColumns: [RegisterColumn] = [
    plan, unit,
    .init("task", "任务", .task, .guarded),
    .init("on", "日期", .day, required: true, stored: "occurred_on"),
    .init("kind", "类别", required: true),
    .init("quantity", "数量", .amount, .guarded),
    .init("basis", "依据"),
    note,
  ]
}
