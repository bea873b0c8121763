import Definitions
import Domain

/// Cells of tasks that hold milestones or targets whole.
enum WholeCells {
  /// What is made of such a cell.
  static func columns(of register: Register, _ heading: TableHeadings.Column?) -> [PartColumn] {
    let ids =
      register == .targets
      ? ["indicator", "operator", "value", "unit_of_measure"] : ["milestone", "due_on"]
    let spot = heading?.cell.spot ?? CellSpot(start: 0, end: 0, line: 0)
    return ids.map { PartColumn(id: $0, name: heading?.name ?? "", spot: spot) }
  }
}

extension TableReader {
  /// Takes the cells of the row that hold milestones or targets whole, and a deadline that comes again.
  func addWholes(task: Int) {
    for whole in shape.wholes where whole.register != mapping.rowsOfATask {
      let cell = cell(whole.column).field
      guard !FieldText.isBlank(cell) else { continue }
      switch whole.register {
      case .targets: addTargets(cell, whole.column, task)
      default: addMilestones(cell, whole.column, task)
      }
    }
    addRecurring(task)
  }

  private func addMilestones(_ cell: RowField, _ column: Int, _ task: Int) {
    let read = MilestoneText.read(FieldText.string(cell), context.years)
    for milestone in read.milestones {
      add([milestone.name, "\(milestone.day)"], .milestones, cell.spot, task)
      milestoneDays.append(milestone.day)
      for inference in milestone.inferred {
        notes.inferred[inference, default: .init()].add(
          place(column), text: milestone.written,
          heading: shape.headings.column(column)?.name ?? "", day: milestone.day)
      }
    }
    goesOn = goesOn || read.isOngoing
    for refused in read.refused { refuse(refused.problem, refused.line, column) }
  }

  private func addTargets(_ cell: RowField, _ column: Int, _ task: Int) {
    let parts = FieldText.string(cell).split { $0.isNewline || $0 == "；" || $0 == ";" }
    for part in parts where !part.allSatisfy(\.isWhitespace) {
      switch QuantityText.read(String(part)) {
      case .refused(let problem): refuse(problem, String(part), column)
      case .value(let quantity):
        let name =
          quantity.indicator.isEmpty
          ? shape.headings.column(column)?.name ?? "" : quantity.indicator
        add(
          [name, quantity.comparison ?? ">=", Self.decimal(quantity.value), quantity.unit],
          .targets, cell.spot, task)
        if !quantity.expanded.isEmpty { notes.expanded.add(place(column)) }
      }
    }
  }

  /// 每季度末 and the like are milestones, too.
  private func addRecurring(_ task: Int) {
    guard register == .ledger, let due = shape.due, mapping.rowsOfATask != .milestones,
      !shape.wholes.contains(where: { $0.register == .milestones })
    else { return }
    let cell = cell(due).field
    // 每
    guard cell.bytes.count > 6, cell.bytes.contains(0xE6) else { return }
    let text = FieldText.string(cell)
    guard text.contains("每"), case .value(let deadline) = DeadlineText.read(text, context.years)
    else { return }
    for occurrence in deadline.recurring {
      add([occurrence.label, "\(occurrence.day)"], .milestones, cell.spot, task)
    }
  }

  private func add(_ values: [String], _ register: Register, _ spot: CellSpot, _ task: Int) {
    var row = PartRow()
    row.spot = spot
    row.fields = values.map { RowField(bytes: texts.keep($0), spot: spot) }
    derived[register]?.add(row, task: task)
  }

  private func refuse(_ problem: InputProblem, _ value: String, _ column: Int) {
    faults.add(problem.severity, in: source.path) {
      InputFault(
        place: place(column), problem: problem, value: value,
        heading: shape.headings.column(column)?.name ?? "")
    }
  }
}
