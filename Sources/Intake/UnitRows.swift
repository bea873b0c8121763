import Domain

/// Reads the register of units into the directory.
final class UnitRows: RegisterRows {
  private let reading: LedgerReading
  private let cursor: RegisterCursor
  let converter: RowConverter
  private let checks: RowChecks
  /// The row of each unit, to tell copies of an id.
  private var keys = KeyCopies()
  /// Whether every row is in the directory.
  private(set) var hasAllUnits = true

  init(_ reading: LedgerReading, _ cursor: RegisterCursor) {
    self.reading = reading
    self.cursor = cursor
    converter = RowConverter(reading, cursor)
    checks = RowChecks(converter, effectiveOn: reading.reader.effectiveOn)
  }

  func read(into sink: (LedgerRow) throws -> Void) throws {
    converter.convert()
    checks.check(converter)
    let unit = directoryUnit()
    if unit.id.isEmpty {
      hasAllUnits = false
    } else {
      keys.note(unit.id, mark("unit") ?? cursor.rowMark)
      reading.units.add(unit)
    }
    try sink(converter.row(plan: ""))
    for member in unit.members {
      try sink(
        LedgerRow(
          table: .unitMember, plan: "", values: [.text(unit.id), .text(member)],
          line: cursor.record.line, place: cursor.rowPlace))
    }
  }

  func finish(into sink: (LedgerRow) throws -> Void) {
    keys.report(to: cursor)
    checks.finish(converter)
    converter.finish()
    reading.units.isComplete = cursor.isComplete && hasAllUnits
    UnitChecks(reading.units, cursor, reading.faults).run()
  }

  private func directoryUnit() -> DirectoryUnit {
    DirectoryUnit(
      id: text("unit") ?? "", name: text("name") ?? "",
      aliases: ListCell.parts(text("aliases") ?? "", separators: ";；\n"),
      from: day("valid_from"), to: day("valid_to"), successor: text("successor") ?? "",
      isGroup: converter.target("is_group").flatMap { converter.values[$0].integer } == 1,
      members: members(), nameMark: mark("name") ?? cursor.rowMark, aliasMark: mark("aliases"),
      successorMark: mark("successor"), memberMark: mark("members"))
  }

  /// The ids of the members, each once.
  private func members() -> [String] {
    var members: [String] = []
    var known: Set<ByteText> = []
    for part in ListCell.parts(text("members") ?? "", separators: ";；\n") {
      let field = converter.field(converter.target("members"))
      var part = part
      let reading = part.withUTF8 { IdentifierCell.read($0) }
      switch reading {
      case .refused(let problem): cursor.report(problem, field, value: part)
      case .value(let identifier) where known.insert(ByteText(identifier.text)).inserted:
        members.append(identifier.text)
      case .value: cursor.report(.unitRepeated, field, value: part)
      }
    }
    return members
  }

  private func text(_ stored: String) -> String? {
    converter.target(stored).flatMap { converter.values[$0].text }
  }

  private func day(_ stored: String) -> Day? {
    converter.target(stored).flatMap { converter.days[$0] }
  }

  private func mark(_ stored: String) -> CellMark? {
    converter.field(converter.target(stored)).map { cursor.mark($0) }
  }
}
