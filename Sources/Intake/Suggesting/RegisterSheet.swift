import Definitions
import Domain

/// A sheet with our own headings, or a list of units.
struct RegisterSheet {
  let suggestion: SuggestedSheet

  /// The register whose headings a sheet has: all that it needs, by our names. A list of units is
  /// one with names beside groups or ids, in a sheet called so.
  static func register(of sheet: Sheet) -> Register? {
    let grid = SheetGrid(sheet)
    for row in sheet.rows.prefix(8) {
      let headings = grid.cells(row).map { $0.text.lowercased() }
      guard headings.count >= 2 else { continue }
      for register in Register.allCases where register != .ledger {
        let found = register.columns.filter {
          headings.contains($0.heading) || headings.contains($0.id)
        }
        let lacks = register.columns.contains { column in
          column.isRequired && !found.contains(column)
        }
        if !lacks, found.count * 2 >= headings.count { return register }
      }
    }
    return nil
  }

  init(_ sheet: Sheet, _ register: Register) {
    let grid = SheetGrid(sheet)
    let row = sheet.rows.prefix(8).first { row in
      let headings = grid.cells(row).map { $0.text.lowercased() }
      return register.columns.filter(\.isRequired).allSatisfy {
        headings.contains($0.heading) || headings.contains($0.id)
      }
    }
    let number = row?.number ?? 1
    var suggestion = SuggestedSheet(
      name: sheet.name, kind: .register(register), headings: number...number,
      headingTexts: row.map { grid.cells($0).map(\.text) } ?? [])
    let cells = row.map { grid.cells($0) } ?? []
    for (cell, text) in cells {
      guard
        let column = register.columns.first(where: {
          [$0.heading, $0.id].contains(text.lowercased())
        })
      else {
        suggestion.ownColumns.append(text)
        continue
      }
      suggestion.columns.append(
        SuggestedColumn(
          mapping: ColumnMapping(column: column.id, from: [text]), cell: cell.address,
          heading: text, reason: .heading))
    }
    suggestion.rows = sheet.rows.count { $0.number > number }
    self.suggestion = suggestion
  }
}
