import Delimited
import Domain
import Foundation
import TestSupport

@testable import Intake

/// An example's ledger as an office would keep it: one workbook with title rows, merged cells, bars,
/// units within cells and deadlines in words; and the mapping that reads it.
struct OfficeWorkbook {
  /// How the office writes down what our registers keep in columns of their own.
  enum Style {
    /// Sections merged down; units by role words in one cell; deadlines in words.
    case mergedSections
    /// Sections as bars; milestones as rows of their tasks.
    case sectionBars
    /// Leaders as bars; units in brackets behind the text; progress in the status.
    case leaderBars
  }

  private(set) var sheets: [Sheet] = []
  private(set) var mapping = "sheets:\n"

  init(_ folder: String, _ style: Style) throws {
    let ledger = try Self.table("\(folder)/ledger.csv")
    let milestones = try Self.table("\(folder)/milestones.csv")
    var sheet = SheetOfTasks(ledger, milestones, style)
    sheet.build()
    sheets.append(sheet.sheet)
    mapping += sheet.mapping
    for register in Register.allCases where register != .ledger {
      if register == .milestones, style == .sectionBars { continue }
      let path = "\(folder)/\(register.rawValue).csv"
      guard FileManager.default.fileExists(atPath: path) else { continue }
      let rows = try Self.rows(path)
      sheets.append(Sheet(name: register.heading, rows: rows.map { $0.map(Optional.some) }))
    }
    sheets.append(Sheet(name: "Sheet3", rows: []))
  }

  /// The rows of a CSV file, headings first.
  static func rows(_ path: String) throws -> [[String]] {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    return bytes.withUnsafeBufferPointer { bytes in
      var scanner = CSVScanner(bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
      var record = CSVRecord()
      var rows: [[String]] = []
      while scanner.next(&record) {
        rows.append(
          record.fields.map {
            String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)
              .replacingOccurrences(of: "\"\"", with: "\"")
              .replacingOccurrences(of: "\r\n", with: "\n")
          })
      }
      return rows
    }
  }

  static func table(_ path: String) throws -> [[String: String]] {
    let rows = try rows(path)
    return rows.dropFirst().map { row in
      Dictionary(zip(rows[0], row), uniquingKeysWith: { first, _ in first })
    }
  }
}

/// The sheet of the tasks.
private struct SheetOfTasks {
  let tasks: [[String: String]]
  let milestones: [String: [[String: String]]]
  let style: OfficeWorkbook.Style
  private var rows: [[String?]] = []
  private var merges: [CellRange] = []
  /// Their heading, our heading, and the content of a task's cell.
  private var columns: [(heading: String, ours: String, text: ([String: String]) -> String)] = []
  private(set) var mapping = ""

  init(_ tasks: [[String: String]], _ milestones: [[String: String]], _ style: OfficeWorkbook.Style)
  {
    self.tasks = tasks
    self.milestones = Dictionary(grouping: milestones) { $0["任务"] ?? "" }
    self.style = style
  }

  var sheet: Sheet {
    Sheet(
      name: "重点任务", rows: rows, details: Sheet.Details(merges: merges))
  }

  mutating func build() {
    chooseColumns()
    rows = [["重点任务台账"], ["填报单位：政务服务科", nil, nil, "截至本期"], columns.map(\.heading)]
    if style == .sectionBars { rows[2] += ["节点名称", "节点时限", "节点单位", "节点完成"] }
    merge(row: 1, 1, rows[2].count)
    switch style {
    case .mergedSections: addRows(mergedDown: "分类")
    case .sectionBars: addRows(barsOf: "分类")
    case .leaderBars: addRows(barsOf: "牵头领导")
    }
    rows.append(["合计", "\(tasks.count)项"])
    rows.append(["填表人：张三"])
    mapping = "  - sheet: 重点任务\n    register: ledger\n    columns:\n"
    for column in columns where !column.ours.isEmpty {
      mapping += "      \(column.ours): \(Self.quoted(column.heading))\n"
    }
    mapping += special
  }

  /// What is not one column for one.
  private var special: String {
    switch style {
    case .mergedSections:
      "      lead_units: {from: 责任分工, roles: words}\n"
    case .sectionBars:
      """
            阶段目标.节点: 节点名称
            阶段目标.时限: 节点时限
            阶段目标.单位: 节点单位
            阶段目标.完成日期: 节点完成
          bars: section
          rows_of_a_task: milestones

      """
    case .leaderBars:
      """
            responsible_units: {from: 工作任务, take: units}
          bars: leaders

      """
    }
  }

  private static func quoted(_ heading: String) -> String {
    "\"\(heading.replacingOccurrences(of: "\n", with: ""))\""
  }

  private mutating func chooseColumns() {
    let names: Set<String> = Set(tasks.flatMap { $0.filter { !$0.value.isEmpty }.keys })
    if style == .mergedSections { columns.append(("工作类别", "分类", { _ in "" })) }
    columns.append(("序 号", "序号", { $0["序号"] ?? "" }))
    columns.append(
      (
        "工作任务", "任务",
        { [style] task in
          let units = task["责任单位"] ?? ""
          let title = task["任务"] ?? ""
          return style == .leaderBars && !units.isEmpty ? "\(title)（\(units)）" : title
        }
      ))
    if style == .mergedSections {
      columns.append(
        (
          "责任分工", "",
          { task in
            let lead = task["牵头单位"] ?? ""
            let others = task["责任单位"] ?? ""
            return "牵头单位：\(lead)" + (others.isEmpty ? "" : "\n责任单位：\(others)")
          }
        ))
    }
    let done: Set<String> =
      switch style {
      case .mergedSections: ["分类", "序号", "任务", "牵头单位", "责任单位"]
      case .sectionBars: ["分类", "序号", "任务"]
      case .leaderBars: ["牵头领导", "序号", "任务", "责任单位"]
      }
    let ours = Register.ledger.columns.map(\.heading)
    for name in ours where names.contains(name) && !done.contains(name) {
      let heading = name == "完成时限" ? "完成时限\n（截至）" : name + "（9月）"
      columns.append((heading, name, { [style] in Self.cell($0, name, style) }))
    }
    for name in names.sorted() where !ours.contains(name) {
      columns.append((name, "", { $0[name] ?? "" }))
    }
  }

  /// A cell as the office writes it.
  private static func cell(
    _ task: [String: String], _ name: String, _ style: OfficeWorkbook.Style
  ) -> String {
    let text = task[name] ?? ""
    if name == "完成时限", style != .leaderBars { return deadline(text) }
    guard style == .leaderBars, task["状态"] == "推进中" else { return text }
    switch name {
    case "状态": return (task["进度"] ?? "").isEmpty ? text : "已完成" + (task["进度"] ?? "")
    case "进度": return ""
    default: return text
    }
  }

  /// The last day of a month of the plan's year in words.
  private static func deadline(_ text: String) -> String {
    guard let day = Day(text), "\(day.adding(days: 1))".hasSuffix("-01") else { return text }
    let month = Int(text.dropFirst(5).prefix(2)) ?? 0
    return month == 12 ? "\(day.year)年底前" : "\(day.year)年\(month)月底前"
  }

  // MARK: Rows

  private mutating func addRows(mergedDown name: String) {
    var first = rows.count + 1
    for (index, task) in tasks.enumerated() {
      var cells = columns.map { $0.text(task) }
      if index == 0 || tasks[index - 1][name] != task[name] {
        close(first, column: 1)
        first = rows.count + 1
        cells[0] = task[name] ?? ""
      }
      rows.append(cells)
    }
    close(first, column: 1)
  }

  private mutating func addRows(barsOf name: String) {
    var last: String?
    for task in tasks {
      if task[name] != last {
        rows.append([task[name]])
        merge(row: rows.count, 1, rows[2].count)
        if last != nil, style == .leaderBars { rows.append(rows[2]) }
        last = task[name]
      }
      style == .sectionBars ? addWithMilestones(task) : rows.append(columns.map { $0.text(task) })
    }
  }

  private mutating func addWithMilestones(_ task: [String: String]) {
    let own = milestones[task["序号"] ?? ""] ?? []
    let first = rows.count + 1
    let cells: [String?] = columns.map { $0.text(task) }
    let blank = [String?](repeating: nil, count: columns.count)
    for (index, milestone) in own.enumerated() {
      let values = ["节点", "时限", "单位", "完成日期"].map { milestone[$0] }
      rows.append((index == 0 ? cells : blank) + values)
    }
    if own.isEmpty { rows.append(cells) }
    for column in 1...columns.count { close(first, column: column) }
  }

  /// Merges a column's cells from a row to the last one.
  private mutating func close(_ first: Int, column: Int) {
    guard rows.count > first else { return }
    merges.append(
      CellRange(
        CellAddress(row: first, column: column), CellAddress(row: rows.count, column: column)))
  }

  private mutating func merge(row: Int, _ first: Int, _ last: Int) {
    merges.append(
      CellRange(CellAddress(row: row, column: first), CellAddress(row: row, column: last)))
  }
}
