import Definitions
import Domain
import Writing

/// The workbook that `init` writes: what belongs below each heading, and a sample row.
enum WorkbookTemplate {
  static let fileName = "台账.xlsx"
  static let lists = "选项"

  static var template: LedgerTemplate {
    LedgerTemplate(
      sheets: order.map { LedgerTemplate.Sheet(name: $0.heading, columns: columns(of: $0)) },
      lists: lists)
  }

  /// The tasks first: it is they that the office fills in.
  private static let order: [Register] =
    [.ledger, .units] + Register.allCases.filter { ![.ledger, .units].contains($0) }

  private static func columns(of register: Register) -> [LedgerTemplate.Column] {
    register.columns.enumerated().map { index, column in
      let sample = Self.sample(register)[column.id] ?? ""
      return LedgerTemplate.Column(
        heading: column.heading, hint: hint(column, register), check: check(column),
        width: width(column), isRequired: column.isRequired,
        // What the first cell says marks the row as a sample.
        sample: index == 0 ? SampleRow.mark : sample)
    }
  }

  private static func check(_ column: RegisterColumn) -> LedgerTemplate.Check? {
    switch column.kind {
    case .word(let kind):
      let codes = kind.codes
      return .words(codes.map { Vocabulary.standard.label($0, kind) })
    case .unit, .units: return .names(sheet: Register.units.heading, column: 1)
    case .day: return ["due_on", "new_due_on", "starts_on"].contains(column.id) ? .deadline : .day
    case .percent: return .percent
    case .integer: return .wholeNumber
    default: return nil
    }
  }

  private static func width(_ column: RegisterColumn) -> Int {
    switch column.id {
    case "title", "progress_note", "problem", "measure": return 44
    case "next_step", "delay_reason", "needs_coordination", "note", "basis", "indicator": return 26
    default: break
    }
    switch column.kind {
    case .units, .leaders, .members: return 24
    case .unit, .text: return 16
    case .day: return 13
    default: return 11
    }
  }

  /// A specific hint, else what the kind of column takes.
  private static func hint(_ column: RegisterColumn, _ register: Register) -> String {
    let needed = column.isRequired ? Wording.say("Required. ", "必填。") : ""
    return needed + (Wording.templateHint(column, register) ?? Wording.templateHint(column.kind))
  }

  /// The sample row; the first cell says that it is one.
  private static func sample(_ register: Register) -> [String: String] {
    switch register {
    case .units:
      ["name": "市发展改革委", "aliases": "市发改委", "kind": "市直部门", "group": "市直部门", "order": "1"]
    case .ledger:
      [
        "number": "1", "section": "一、优化营商环境", "title": "出台优化营商环境若干措施", "leaders": "张某某",
        "lead_units": "市发展改革委", "support_units": "市司法局、市财政局", "due_on": "2027-09-30",
        "status": "推进中",
        "progress": "60", "progress_note": "已完成征求意见",
      ]
    case .assignments:
      ["task": "1", "unit": "市财政局", "role": "配合", "status": "推进中", "progress": "50"]
    case .milestones: ["task": "1", "milestone": "完成征求意见", "due_on": "2027-06-30"]
    case .targets:
      [
        "target": "1-1", "task": "1", "indicator": "办理时限压减", "operator": "≥", "value": "30",
        "unit_of_measure": "%", "kind": "水平", "due_on": "2027-09-30",
      ]
    case .extensions:
      [
        "task": "1", "requested_on": "2027-08-20", "approved_on": "2027-08-25",
        "new_due_on": "2027-12-31",
      ]
    case .submissions: ["unit": "市发展改革委", "period": "2027-Q3", "submitted_on": "2027-09-20"]
    case .publications:
      [
        "unit": "市发展改革委", "submitted_on": "2027-05-06", "published_on": "2027-05-10",
        "outlet": "某日报", "level": "省级", "title": "示例标题", "verified": "是",
      ]
    case .rectifications:
      [
        "id": "Z-1", "unit": "市发展改革委", "source": "专项督查", "problem": "示例问题",
        "found_on": "2027-03-01", "due_on": "2027-06-30",
      ]
    case .events: ["unit": "市发展改革委", "on": "2027-05-10", "kind": "通报表扬"]
    }
  }
}
