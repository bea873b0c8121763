import Definitions
import Domain

/// Turns the cells of a row into the values of a table.
final class RowConverter {
  /// A column of the register that the file holds.
  private struct Part {
    let field: Int
    let column: RegisterColumn
    /// The number of the table's column, −1 if the store has none.
    let target: Int
  }

  let cursor: RegisterCursor
  let table: LedgerTable
  /// One for each of the table's columns.
  private(set) var values: [Value] = []
  /// The days among the values.
  private(set) var days: [Day?] = []
  /// The columns whose cells were refused: their values are null, but not because the cell is empty.
  private(set) var refused: Set<Int> = []
  /// The units of the cells that list them.
  private(set) var unitLists: [(role: Role, units: [Int])] = []
  private let reading: LedgerReading
  private let parts: [Part]
  private let columns: [LedgerTable.Column]
  private let extraTarget: Int
  private let numberText: Int?
  private let numberOrder: Int?

  init(_ reading: LedgerReading, _ cursor: RegisterCursor) {
    self.reading = reading
    self.cursor = cursor
    let register = cursor.text.register
    let table = LedgerTable.of(register)
    let columns = table.columns
    self.table = table
    self.columns = columns
    numberText = columns.firstIndex { $0.name == RegisterColumn.numberText }
    numberOrder = columns.firstIndex { $0.name == RegisterColumn.numberOrder }
    extraTarget = columns.firstIndex(of: LedgerTable.extra) ?? -1
    parts = register.columns.indices.compactMap { index in
      guard let field = cursor.headings.fields[index] else { return nil }
      let column = register.columns[index]
      let target = columns.firstIndex { $0.name == column.stored } ?? -1
      return Part(field: field, column: column, target: target)
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
    for part in parts where part.column.kind != .plan {
      let bytes = cursor.bytes(part.field)
      if bytes.isEmpty {
        if part.column.isRequired { refuse(.cellEmpty, part) }
      } else {
        let value = value(bytes, part)
        if part.target >= 0 { values[part.target] = value }
        if part.column.kind == .number { setNumber(part) }
      }
    }
    convertOwn()
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
    return LedgerRow(table: table, plan: plan, values: values, line: cursor.record.line)
  }

  private func refuse(_ problem: InputProblem, _ part: Part) {
    refused.insert(part.target)
    cursor.report(problem, part.field)
  }

  private func value(_ bytes: UnsafeBufferPointer<UInt8>, _ part: Part) -> Value {
    switch part.column.kind {
    case .text, .leaders, .members: return .text(String(decoding: bytes, as: UTF8.self))
    case .identifier, .number, .task, .plan: return identifier(bytes, part)
    case .integer: return take(NumberCell.integer(bytes), part)
    case .percent: return take(NumberCell.percent(bytes), part)
    case .quantity: return take(NumberCell.quantity(bytes), part)
    case .amount: return take(NumberCell.amount(bytes), part)
    case .word(let kind): return word(bytes, kind, part)
    case .unit: return unit(bytes, part)
    case .units(let role): return units(bytes, role, part)
    case .day:
      switch DayCell.read(bytes) {
      case .value(let day):
        days[part.target] = day
        return .text(String(decoding: bytes, as: UTF8.self))
      case .refused(let problem):
        refuse(problem, part)
        return .null
      }
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
      if reading.isNormalised {
        cursor.report(.identifierNormalised(reading.text), part.field)
      }
      return .text(reading.text)
    case .refused(let problem):
      refuse(problem, part)
      return .null
    }
  }

  private func word(
    _ bytes: UnsafeBufferPointer<UInt8>, _ kind: WordKind, _ part: Part
  ) -> Value {
    let word = String(decoding: bytes, as: UTF8.self)
    let vocabulary = reading.reader.vocabulary
    guard let code = vocabulary.code(word, kind) else {
      let known = vocabulary.words(for: kind)
      let nearest = Nearest.candidates(word, among: known, limit: 1).first
      refuse(.unknownWord(kind, nearest: nearest, known: known), part)
      return .null
    }
    return kind == .flag ? .integer(code == "1" ? 1 : 0) : .text(code)
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
      if !extra.isEmpty { extra += "\u{1E}" }
      extra += cursor.headings.names[field] + "\u{1F}"
      extra += String(decoding: bytes, as: UTF8.self)
    }
    values[extraTarget] = .nonEmpty(extra)
  }

  // MARK: Units

  private func unit(_ bytes: UnsafeBufferPointer<UInt8>, _ part: Part) -> Value {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let unit = UnitCellParser.whole(text, reading.units) else {
      if reading.units.isComplete {
        refuse(.unknownUnit(nearest: reading.units.nearest(text)), part)
      }
      refused.insert(part.target)
      return .null
    }
    let isState = table.register == .assignments || table.register == .milestones
    check(unit, part, named: text, refusesOld: isState)
    return .text(reading.units.units[unit].id)
  }

  private func units(
    _ bytes: UnsafeBufferPointer<UInt8>, _ role: Role, _ part: Part
  ) -> Value {
    let text = String(decoding: bytes, as: UTF8.self)
    let cell = reading.unitList(text)
    for (problem, name) in cell.problems {
      if problem.severity == .error {
        refused.insert(part.target)
        if !reading.units.isComplete { continue }
      }
      cursor.report(problem, part.field, value: name)
    }
    for unit in cell.units {
      check(unit, part, named: nil, refusesOld: true)
    }
    unitLists.append((role, cell.units))
    return .text(text)
  }

  /// Whether a unit exists on the ledger's day, and whether a collective is known.
  private func check(_ index: Int, _ part: Part, named name: String?, refusesOld: Bool) {
    guard reading.units.needsRemark(index) else { return }
    let unit = reading.units.units[index]
    if !reading.units.isInForce(index) {
      let successor = reading.units.unit(id: unit.successor).map { reading.units.units[$0].name }
      cursor.report(
        .unitNotInForce(from: unit.from, to: unit.to, successor: successor, refused: refusesOld),
        part.field, value: name ?? unit.name)
    }
    if unit.isGroup, unit.members.isEmpty, reading.warnedCollectives.insert(index).inserted {
      cursor.report(.collectiveWithoutMembers, part.field, value: name ?? unit.name)
    }
  }
}
