import Definitions
import Domain

/// Turns the cells of a row into the values of a table.
final class RowConverter {
  /// How many bytes the office's own columns of a row may hold together.
  static let ownTextLimit = 16_384

  let cursor: RegisterCursor
  let table: LedgerTable
  /// One for each of the table's columns.
  private(set) var values: [Value] = []
  /// The days among the values.
  private(set) var days: [Day?] = []
  /// The columns whose cells were refused: their values are null, but not because the cell is empty.
  var refused: Set<Int> = []
  /// The units of the cells that list them.
  var unitLists: [(role: Role, units: [Int])] = []
  let reading: LedgerReading
  private let parts: [Part]
  private let columns: [LedgerTable.Column]
  private let extraTarget: Int
  private let numberText: Int?
  private let numberOrder: Int?
  var notes = ColumnNotes()
  /// What cells of the present row say of other columns.
  var said = Said()
  /// Whether the present row is done, and no column of the ledger says when.
  var lacksDay = (completed: false, accepted: false)
  private var gaps: [GapWatch]
  /// Which of the table's columns any row fills.
  private var isFilled: [Bool]

  init(_ reading: LedgerReading, _ cursor: RegisterCursor) {
    self.reading = reading
    self.cursor = cursor
    let register = cursor.register
    let table = LedgerTable.of(register)
    let columns = table.columns
    self.table = table
    self.columns = columns
    numberText = columns.firstIndex { $0.name == RegisterColumn.numberText }
    numberOrder = columns.firstIndex { $0.name == RegisterColumn.numberOrder }
    isFilled = [Bool](repeating: false, count: columns.count)
    extraTarget = columns.firstIndex(of: LedgerTable.extra) ?? -1
    parts = register.columns.indices.compactMap { index in
      guard let field = cursor.headings.fields[index] else { return nil }
      let column = register.columns[index]
      let target = columns.firstIndex { $0.name == column.stored } ?? -1
      let group = WordGroup.allCases.first { $0.column == (register, column.id) }
      return Part(
        field: field, column: column, target: target, group: group == .leader ? nil : group)
    }
    gaps = Self.watches(parts, reading, register)
  }

  private static func watches(
    _ parts: [Part], _ reading: LedgerReading, _ register: Register
  ) -> [GapWatch] {
    let watched = GapWatch.columns(of: register)
    return parts.compactMap { part in
      guard watched.contains(part.column.id) else { return nil }
      let heading = part.column.heading
      let name = register == .ledger ? heading : "\(register.heading).\(heading)"
      switch part.column.id {
      case "group": return GapWatch(field: part.field, column: name, habit: .byGroup)
      case "due_on" where register == .ledger:
        return GapWatch(field: part.field, column: name, habit: .sparse)
      // A plan may say who leads.
      case "lead_units":
        return reading.reader.leadsByPolicy.isEmpty
          ? GapWatch(field: part.field, column: name, habit: .mostly) : nil
      default: return GapWatch(field: part.field, column: name)
      }
    }
  }

  /// The number of a table's column.
  func target(_ stored: String) -> Int? { columns.firstIndex { $0.name == stored } }

  /// The field that holds a stored column, nil if the file has none.
  func field(_ target: Int?) -> Int? {
    parts.first { $0.target == target && target != nil }?.field
  }

  /// The field of the plan.
  var planField: Int? { parts.first { $0.column.kind == .plan }?.field }

  /// Reads the row at the cursor.
  func convert() {
    values = [Value](repeating: .null, count: columns.count)
    days = [Day?](repeating: nil, count: columns.count)
    if !refused.isEmpty { refused = [] }
    if !unitLists.isEmpty { unitLists = [] }
    said = Said()
    lacksDay = (false, false)
    for part in parts where part.column.kind != .plan {
      let bytes = cursor.bytes(part.field)
      if bytes.isEmpty {
        if part.column.isRequired, !mayBeUntitled(part) { refuse(.cellEmpty, part) }
      } else {
        let value = value(bytes, part)
        if part.target >= 0 {
          values[part.target] = value
          isFilled[part.target] = true
        }
        if let group = part.group { note(value, group, part.field) }
        if part.column.kind == .number { setNumber(part) }
        if cursor.isFilledDown(part.field) { notes.noteFilledDown(part.field, cursor) }
      }
    }
    if !said.isNothing { settle() }
    if !isCollective { for index in gaps.indices { gaps[index].note(cursor) } }
    convertOwn()
  }

  /// Notes a word that groups.
  func note(_ word: Value, _ group: WordGroup, _ field: Int) {
    guard let text = word.text else { return }
    reading.words.note(text, group, heading: cursor.headings.names[field]) {
      cursor.place(of: field)
    }
  }

  /// Whether the row is a unit that stands for others: it has no group of its own.
  private var isCollective: Bool {
    guard table == .unit, let column = target("is_group") else { return false }
    return values[column].integer == 1
  }

  /// The first of the gaps in a column that look as if merged cells had left them.
  func firstGap(_ target: Int?) -> CellMark? {
    gaps.first { $0.field == field(target) && $0.looksMerged }?.gaps.mark
  }

  /// Says what was seen in whole columns.
  func finish() {
    notes.report(to: cursor)
    for gap in gaps where gap.looksMerged {
      guard let mark = gap.gaps.mark else { continue }
      cursor.report(.gapsBelow(count: gap.gaps.count, column: gap.column), mark)
    }
  }

  /// Reports the columns that are not there and that figures miss. One that is there and empty may
  /// be so early in the year, unless every task must have it.
  func reportLacking() {
    for (index, column) in table.register.columns.enumerated() where column.care == .expected {
      let field = cursor.headings.fields[index]
      guard let target = target(column.stored), !isFilled[target] else { continue }
      let isOfEveryTask = table == .task && ["due_on", "status"].contains(column.id)
      if field == nil || isOfEveryTask { cursor.reportLacking(column, field: field) }
    }
  }

  /// The heading's part of a stored column, nil if the file has none.
  func part(_ stored: String) -> Part? { parts.first { $0.column.stored == stored } }

  /// Sets the day of a column.
  func set(_ target: Int?, _ day: Day) {
    guard let target else { return }
    days[target] = day
    values[target] = .day(day)
  }

  /// Reports a column that is not there and that rows need.
  func reportNeeded(_ target: Int, rows: Int) {
    guard let column = table.register.columns.first(where: { $0.stored == columns[target].name })
    else { return }
    cursor.reportNeeded(column, rows: rows)
  }

  /// Sets what the program works out, such as keys.
  func set(_ target: Int?, _ value: Value) {
    if let target { values[target] = value }
  }

  /// The finished row.
  ///
  /// A key column cannot be null in the store: an empty text or date is '' there, an empty integer
  /// (`verified`, `quantity`) 0.
  func row(plan: String) -> LedgerRow {
    for index in table.keys.indices where values[index] == .null {
      values[index] = columns[index].kind == .integer ? .integer(0) : .text("")
    }
    return LedgerRow(
      table: table, plan: plan, values: values, line: cursor.record.line, place: cursor.rowPlace)
  }

  func refuse(_ problem: InputProblem, _ part: Part) {
    refused.insert(part.target)
    report(problem, part)
  }

  /// Reports what is wrong with a cell. What is wrong with one that took what stands above was
  /// reported there.
  func report(_ problem: InputProblem, _ part: Part, value: String? = nil) {
    guard !cursor.isFilledDown(part.field) else { return }
    cursor.report(problem, part.field, value: value)
  }

  private func value(_ bytes: UnsafeBufferPointer<UInt8>, _ part: Part) -> Value {
    switch part.column.kind {
    case .text, .leaders, .members:
      notes.noteText(bytes.span, part.field, isIdentity: part.isIdentity, cursor)
      return .text(String(decoding: bytes, as: UTF8.self))
    case .identifier, .number, .task, .plan: return identifier(bytes, part)
    case .integer: return take(NumberCell.integer(bytes), part)
    case .percent:
      let value = take(NumberCell.percent(bytes), part)
      if case .integer(let share) = value {
        notes.notePercent(share, hasSign: bytes.last == 0x25, part.field, cursor)
      }
      return value
    case .quantity: return take(NumberCell.quantity(bytes), part)
    case .amount: return take(NumberCell.amount(bytes), part)
    case .word(let kind): return word(bytes, kind, part)
    case .unit: return unit(bytes, part)
    case .units(let role): return units(bytes, role, part)
    case .day: return day(bytes, part)
    }
  }

  private func day(_ bytes: UnsafeBufferPointer<UInt8>, _ part: Part) -> Value {
    switch DayCell.read(bytes.span) {
    case .value(let reading):
      days[part.target] = reading.day
      if reading.isUsual { return .text(String(decoding: bytes, as: UTF8.self)) }
      notes.noteDay(reading.day, part.field, cursor)
      return .day(reading.day)
    case .refused(let problem):
      guard let edge = part.edge, case .dayForm = problem else {
        refuse(problem, part)
        return .null
      }
      guard let day = deadline(bytes, edge, part) else { return .null }
      days[part.target] = day
      return .day(day)
    }
  }

  /// Stores a number as it is written, with its order, and as an integer where it is a whole one.
  private func setNumber(_ part: Part) {
    guard let text = values[part.target].text else { return }
    values[part.target] = Int64(text).map(Value.integer) ?? .null
    set(numberText, .text(text))
    set(numberOrder, .text(NaturalOrder.key(of: text)))
  }

  private func take(_ reading: CellReading<Int64>, _ part: Part) -> Value {
    switch reading {
    case .value(let value): return .integer(value)
    case .refused(let problem):
      refuse(problem, part)
      return .null
    }
  }

  private func identifier(_ bytes: UnsafeBufferPointer<UInt8>, _ part: Part) -> Value {
    switch IdentifierCell.read(bytes) {
    case .value(let reading):
      if reading.isNormalised { report(.identifierNormalised(reading.text), part) }
      notes.noteText(bytes.span, part.field, isIdentity: part.isIdentity, cursor)
      return .text(reading.text)
    case .refused(let problem):
      refuse(problem, part)
      return .null
    }
  }

  /// The office's own columns, as `LedgerTable.extra` keeps them.
  private func convertOwn() {
    for field in cursor.headings.unheaded where !cursor.bytes(field).isEmpty {
      cursor.report(.headingEmpty, field)
    }
    var extra = ""
    for field in cursor.headings.own {
      let bytes = cursor.bytes(field)
      if bytes.isEmpty { continue }
      notes.noteText(bytes.span, field, isIdentity: false, cursor)
      if !extra.isEmpty { extra += "\u{1E}" }
      extra += cursor.headings.names[field] + "\u{1F}"
      extra += String(decoding: bytes, as: UTF8.self)
    }
    let size = extra.utf8.count
    if size > Self.ownTextLimit {
      cursor.report(
        .ownTextTooLong(limit: Self.ownTextLimit, found: size), cursor.headings.own.first,
        value: "")
    }
    values[extraTarget] = .nonEmpty(extra)
  }
}
