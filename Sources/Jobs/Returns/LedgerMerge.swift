import Definitions
import Domain
import Editions
import Foundation
import Intake
import Pages
import Store
import Writing

/// Values of forms on their way into the office's own ledger: its workbook by splicing cells, its CSV
/// files by their fields.
struct LedgerMerge {
  /// A value and where it belongs.
  struct Change {
    let value: FormValue
    let column: RegisterColumn

    /// The same in the row of a target that repeats this one, where a value stands there.
    func mirrored(at key: String, _ cells: LedgerCells) -> Change? {
      guard cells.text(key, column)?.isEmpty == false,
        ["actual", "observed_on"].contains(column.id)
      else { return nil }
      return Change(
        value: FormValue(
          key: key, column: value.column, old: value.old, new: value.new, place: value.place,
          heading: value.heading), column: column)
    }
  }

  /// A value that has no cell of its own in the ledger, or may not be written: somebody enters it.
  struct NotWritten: Hashable, Sendable {
    public let file: String
    /// Where in the ledger, as far as that is known.
    public let place: String
    public let register: Register
    public let key: String
    public let heading: String
    public let old: String
    public let new: String
    public let unit: String
  }

  let workspace: Workspace
  let cells: LedgerCells
  let plan: String
  let path: String
  private(set) var notWritten: [NotWritten] = []
  private(set) var written: [FormValue] = []
  /// The files that are written again, each with the file that takes its place.
  private(set) var files: [(path: String, new: String)] = []
  private var workbooks: [String: Workbook] = [:]
  private var texts: [String: CSVEditor] = [:]
  private let folder: String

  /// What is to be written into a workbook.
  private struct Workbook {
    let editor: WorkbookEditor
    let before: FormFile
    /// The cells that are written, by sheet.
    var targets: [String: Set<CellAddress>] = [:]
  }

  /// - Parameter folder: Where files are made before they take the places of the ledger's.
  init(_ workspace: Workspace, _ cells: LedgerCells, plan: String, folder: String) {
    (self.workspace, self.cells, self.plan, self.folder) = (workspace, cells, plan, folder)
    if case .files(let path) = workspace.source { self.path = path } else { path = "" }
  }

  private var isDatabase: Bool { path.isEmpty }

  // MARK: Values

  /// Writes values of one row.
  mutating func write(_ changes: [Change], of key: String, unit: String) throws {
    guard let first = changes.first, let register = first.value.register,
      let row = cells.rows[key]
    else { return }
    for change in changes {
      let isDone = try write(change, register, row, beside: changes)
      if isDone { written.append(change.value) } else { leave(change, register, row, unit) }
    }
  }

  private mutating func leave(
    _ change: Change, _ register: Register, _ row: LedgerCells.Row, _ unit: String
  ) {
    notWritten.append(
      NotWritten(
        file: cells.file(of: register), place: row.place, register: register, key: change.value.key,
        heading: change.column.heading, old: shown(change.value.old, change.column),
        new: shown(change.value.new, change.column), unit: unit))
  }

  /// The path of the file that holds a register.
  private func path(of register: Register) throws -> String {
    try DiskFiles.isFolder(path) ? "\(path)/\(cells.file(of: register))" : path
  }

  /// As the office writes it.
  private func shown(_ text: String, _ column: RegisterColumn) -> String {
    guard case .word(let kind) = column.kind, !text.isEmpty else { return text }
    return Vocabulary.standard.label(text, kind)
  }

  private mutating func write(
    _ change: Change, _ register: Register, _ row: LedgerCells.Row, beside: [Change]
  ) throws -> Bool {
    guard !isDatabase else { return false }
    let path = try path(of: register)
    let text = shown(change.value.new, change.column)
    guard row.place.contains("!") else {
      return try write(text, change.column, register, row, into: path)
    }
    guard let split = row.place.range(of: "!", options: .backwards) else { return false }
    let sheet = String(row.place[..<split.lowerBound])
    let table = cells.summary.notes.tables.first { $0.sheet == sheet && $0.register == register }
    guard let table, var number = table.cells[change.column.id] ?? combined(change.column, table)
    else { return false }
    var value = text
    let isStatus = change.column.id == "status"
    if table.statusSaysProgress,
      isStatus || change.column.id == "progress" && table.cells["progress"] == nil
    {
      guard let status = table.cells["status"], let both = combined(change, beside, row) else {
        return false
      }
      (number, value) = (status, both)
    }
    return try write(
      value, change.column, at: CellAddress(row: row.line, column: number), in: sheet, of: path)
  }

  private func combined(_ column: RegisterColumn, _ table: ReadingNotes.Table) -> Int? {
    table.statusSaysProgress && column.id == "progress" ? table.cells["status"] : nil
  }

  /// 已完成, or 推进中80%: a status with its progress; nil where no cell says both.
  private func combined(
    _ change: Change, _ beside: [Change], _ row: LedgerCells.Row
  ) -> String? {
    func text(_ id: String) -> String {
      if let new = beside.first(where: { $0.column.id == id })?.value.new { return new }
      return Register.ledger.column(id).flatMap { cells.text(change.value.key, $0) } ?? ""
    }
    let status = Vocabulary.standard.label(text("status"), .status)
    if text("status") == TaskStatus.completed.rawValue || text("progress").isEmpty {
      return status
    }
    let isOpen = text("status") == TaskStatus.inProgress.rawValue
    return isOpen ? "\(status)\(text("progress"))%" : nil
  }

  // MARK: CSV files

  private mutating func editor(_ path: String) throws -> CSVEditor {
    if let editor = texts[path] { return editor }
    let editor = try CSVEditor(path: path)
    texts[path] = editor
    return editor
  }

  private mutating func write(
    _ text: String, _ column: RegisterColumn, _ register: Register, _ row: LedgerCells.Row,
    into path: String
  ) throws -> Bool {
    let editor = try editor(path)
    let table = cells.summary.notes.tables.first { $0.register == register }
    let index =
      table.map { $0.cells[column.id].map { $0 - 1 } }
      ?? editor.headings.firstIndex { register.column(named: $0)?.id == column.id }
    guard let index else { return false }
    let isShare = column.kind == .percent && !text.isEmpty && editor.showsPercent(index)
    return editor.set(line: row.line, column: index, to: isShare ? text + "%" : text)
  }

  // MARK: Workbooks

  private mutating func write(
    _ text: String, _ column: RegisterColumn, at cell: CellAddress, in sheet: String,
    of path: String
  ) throws -> Bool {
    guard path.lowercased().hasSuffix(".xlsx") || path.lowercased().hasSuffix(".xlsm") else {
      return false
    }
    if workbooks[path] == nil {
      workbooks[path] = Workbook(
        editor: try WorkbookEditor(path: path),
        before: try FormFile(path: path, converter: nil))
    }
    guard let workbook = workbooks[path], !workbook.editor.isSigned,
      let before = workbook.before.sheets.first(where: { $0.name == sheet }), !before.isProtected,
      try workbook.editor.obstacles(to: [cell], in: sheet).isEmpty
    else { return false }
    let model = workbook.before.model(of: cell, in: sheet, column.kind)
    workbook.editor.set(
      Self.value(text, column.kind, model), at: cell, in: sheet, like: model?.cell)
    workbooks[path]?.targets[sheet, default: []].insert(cell)
    return true
  }

  /// What goes into a cell: numbers and days as such where the column has such.
  private static func value(
    _ text: String, _ kind: RegisterColumn.Kind, _ model: FormFile.Model?
  ) -> CellEdit.Value {
    guard !text.isEmpty else { return .empty }
    switch (kind, model?.form) {
    case (.day, .day?):
      guard let day = Day(text), let is1904 = model?.is1904 else { return .text(text) }
      return .number(String(day.number + (is1904 ? 24_107 : 25_569)))
    case (.percent, .percentage?):
      guard let number = Decimal(string: text) else { return .text(text) }
      return .number("\(number / 100)")
    case (.percent, .number?), (.quantity, .number?), (.integer, .number?), (.amount, .number?):
      return .number(text)
    default: return .text(text)
    }
  }

  // MARK: Reports handed in

  /// Enters that units reported, where the register has no day.
  mutating func enter(_ unit: String, period: String, plan: String, on day: Day) throws {
    guard let register = Register(rawValue: "submissions"),
      let column = register.column("submitted_on")
    else { return }
    let key = "submissions|\(unit)|\(period)"
    let value = FormValue(
      key: key, column: column.id, old: "", new: day.description, place: SourcePlace(file: ""),
      heading: column.heading)
    if cells.rows[key] != nil {
      guard cells.text(key, column) == "" else { return }
      return try write([Change(value: value, column: column)], of: key, unit: unit)
    }
    let isText = cells.lastRows[register].map { !$0.place.contains("!") }
    if isText == true, !isDatabase,
      cells.summary.notes.tables.allSatisfy({ $0.register != register })
    {
      let editor = try editor(path(of: register))
      let row = ["plan": plan, "unit": unit, "period": period, "submitted_on": day.description]
      let named = editor.headings.reduce(into: [String: String]()) { named, heading in
        guard let id = register.column(named: heading)?.id, let text = row[id] else { return }
        named[heading] = id == "unit" ? cells.unitNames[unit] ?? unit : text
      }
      if named.count >= 3 { return editor.add(named) }
    }
    notWritten.append(
      NotWritten(
        file: cells.file(of: register), place: "", register: register, key: key,
        heading: column.heading, old: "", new: day.description,
        unit: cells.unitNames[unit] ?? unit))
  }

  // MARK: Files

  /// Writes the files anew beside the ledger's and holds workbooks against those of before.
  mutating func finish() throws {
    for (path, editor) in texts.sorted(by: { $0.key < $1.key }) {
      let new = "\(folder)/\(files.count)-\((path as NSString).lastPathComponent)"
      try editor.write(to: new)
      files.append((path, new))
    }
    for (path, workbook) in workbooks.sorted(by: { $0.key < $1.key })
    where !workbook.targets.isEmpty {
      let new = "\(folder)/\(files.count)-\((path as NSString).lastPathComponent)"
      try workbook.editor.write(to: new, author: "jibao")
      let after = try FormFile(path: new, converter: nil)
      guard workbook.before.isSame(as: after, butFor: workbook.targets) else {
        throw OutputFault(path: path, problem: .system(call: "verify", code: EIO))
      }
      files.append((path, new))
    }
  }
}
