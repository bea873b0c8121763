import Definitions
import Domain

/// Puts the rows of a task together.
extension TableReader {
  /// Whether number and title are merged over this row and the one above: what such rows are has to
  /// be said.
  var isRowOfMergedTask: Bool {
    guard register == .ledger, let title = shape.title, isMerged(title),
      shape.number.map({ isMerged($0) || isEmpty($0) }) ?? true
    else { return false }
    faults.add(.error, in: source.path) {
      InputFault(
        place: place(title), problem: .taskOverSeveralRows,
        value: FieldText.string(cell(title).field),
        heading: shape.headings.column(title)?.name ?? "")
    }
    return true
  }

  /// Whether the row belongs to the task above.
  var continuesTask: Bool {
    guard waiting != nil, let title = shape.title else { return false }
    guard isEmpty(title), shape.number.map(isEmpty) ?? true else { return false }
    return isMerged(title) || shape.number.map(isMerged) ?? false
      || shape.partFields.contains { field in
        if case .cell(let column) = field.rule { !isEmpty(column) } else { false }
      }
  }

  func begin() {
    var row = PartRow()
    build(&row)
    waiting = row
    (milestoneDays, goesOn) = ([], false)
    addWholes(task: firstRow + count)
    addPart(task: firstRow + count)
  }

  func take() -> PartRow? {
    guard var row = waiting else { return nil }
    waiting = nil
    finishDue(&row)
    count += 1
    sinceTotal += 1
    notes.rows += 1
    return row
  }

  func addFurtherRow() {
    notes.furtherRows.add(place(shape.extent.lowerBound))
    addPart(task: firstRow + count)
    join()
  }

  /// Puts what a further row says below what the task says.
  private func join() {
    guard var row = waiting else { return }
    let parts = Set(
      shape.partFields.compactMap { field in
        if case .cell(let column) = field.rule { column } else { nil }
      })
    for (index, field) in shape.fields.enumerated() {
      guard case .cell(let column) = field.rule, !isEmpty(column), !parts.contains(column),
        column != shape.title, column != shape.number
      else { continue }
      let text = FieldText.string(raw.fields[column - 1])
      let known = FieldText.string(row.fields[index])
      if text == known { continue }
      if known.isEmpty {
        row.fields[index] = raw.fields[column - 1]
      } else if field.isJoinable {
        row.fields[index].bytes = texts.keep(known + "\n" + text)
        row.fields[index].isEscaped = false
      } else {
        notes.valuesLeft.add(place(column))
      }
    }
    waiting = row
  }

  private func addPart(task: Int) {
    guard let part = mapping.rowsOfATask, let rows = derived[part] else { return }
    var row = PartRow()
    var isBlank = true
    for (index, field) in shape.partFields.enumerated() {
      let value = value(of: field)
      row.fields.append(value.field)
      if let spot = value.own { row.filled[index] = spot }
      if value.own == nil, !FieldText.isBlank(value.field) {
        if isBlank { row.spot = value.field.spot }
        isBlank = false
      }
      if part == .milestones, field.column.id == "due_on" { noteMilestone(value.field) }
    }
    if !isBlank { rows.add(row, task: task) }
  }

  private func noteMilestone(_ field: RowField) {
    guard !FieldText.isBlank(field) else { return }
    let text = FieldText.string(field)
    if case .value(let deadline) = DeadlineText.read(text, context.years) {
      if let day = deadline.day { milestoneDays.append(day) }
      goesOn = goesOn || deadline.isOngoing
    } else if let day = Day(text) {
      milestoneDays.append(day)
    }
  }

  /// Sets the due date of a task that has none but those of its milestones.
  func finishDue(_ row: inout PartRow) {
    defer { (milestoneDays, goesOn) = ([], false) }
    for (index, field) in shape.fields.enumerated() {
      guard case .lastMilestone = field.rule else { continue }
      let day = milestoneDays.max().map { "\($0)" }
      guard let text = day ?? (goesOn ? "长期坚持" : nil) else { continue }
      row.fields[index].bytes = texts.keep(text)
      notes.dueOfMilestones.add(source.place(of: row.fields[index].spot))
    }
  }
}
