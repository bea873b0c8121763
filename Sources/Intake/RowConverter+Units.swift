import Definitions
import Domain

/// Cells that name units.
extension RowConverter {
  func unit(_ bytes: UnsafeBufferPointer<UInt8>, _ part: Part) -> Value {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let unit = UnitCellParser.whole(text, reading.units) else {
      if reading.units.isComplete {
        let nearest = reading.faults.keepsErrors ? reading.units.nearest(text) : []
        refuse(.unknownUnit(nearest: nearest), part)
      }
      refused.insert(part.target)
      return .null
    }
    let isState = table.register == .assignments || table.register == .milestones
    check(unit, part, named: text, refusesOld: isState)
    return .text(reading.units.units[unit].id)
  }

  func units(
    _ bytes: UnsafeBufferPointer<UInt8>, _ role: Role, _ part: Part
  ) -> Value {
    let text = String(decoding: bytes, as: UTF8.self)
    let cell = reading.unitList(text)
    for (problem, name) in cell.problems {
      if problem.severity == .error {
        refused.insert(part.target)
        if !reading.units.isComplete { continue }
      }
      report(problem, part, value: name)
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
      report(
        .unitNotInForce(from: unit.from, to: unit.to, successor: successor, refused: refusesOld),
        part, value: name ?? unit.name)
    }
    if unit.isGroup, unit.members.isEmpty, reading.warnedCollectives.insert(index).inserted {
      report(.collectiveWithoutMembers, part, value: name ?? unit.name)
    }
  }
}
