import Definitions
import Domain
import Intake

/// `mapping.yaml` of a workbook never seen: each guess with its reason and cell.
struct MappingText {
  private let suggestion: WorkbookSuggestion
  private let units: String?
  private var file = SuggestedFile()

  /// - Parameter units: The file that lists the units where the workbook does not.
  init(_ suggestion: WorkbookSuggestion, units: String?) {
    self.suggestion = suggestion
    self.units = suggestion.hasUnits ? nil : units
  }

  var text: String {
    var copy = self
    copy.write()
    return copy.file.text
  }

  private mutating func write() {
    file.comment(Wording.mappingHead(suggestion.file))
    for (index, question) in suggestion.questions.enumerated() {
      file.assume(Wording.question(question, number: index + 1))
    }
    if let units {
      file.add("units: \(SuggestedFile.scalar(units))", because: Wording.unitsDrafted)
    }
    file.add("sheets:")
    for sheet in suggestion.sheets { add(sheet) }
  }

  private mutating func add(_ sheet: SuggestedSheet) {
    guard let mapping = sheet.mapping else { return }
    file.add("  - sheet: \(SuggestedFile.scalar(sheet.name))")
    guard let register = mapping.register else {
      file.add("    register: none", because: Wording.leftOut(sheet))
      return
    }
    let isOurs =
      register != .ledger
      && sheet.columns.allSatisfy { column in
        let own = register.column(named: column.mapping.column)
        return [own?.heading, own?.id].contains(column.heading.lowercased())
      }
    file.add("    register: \(register.rawValue)", because: isOurs ? nil : Wording.taken(sheet))
    if let rows = sheet.headings {
      let text = rows.count == 1 ? "\(rows.lowerBound)" : "\(rows.lowerBound)-\(rows.upperBound)"
      file.add("    headings: \(text)", because: isOurs ? nil : Wording.headingsFound(sheet))
    }
    file.add("    columns:")
    for column in sheet.columns where !column.isOffered {
      file.add(
        "      \(column.mapping.column): \(Self.source(column.mapping))",
        because: isOurs ? nil : Wording.reason(column))
    }
    for column in sheet.columns where column.isOffered {
      file.comment(
        "      \(column.mapping.column): \(Self.source(column.mapping))   \(Wording.offered(column))"
      )
    }
    addShape(sheet)
    addNotes(sheet)
  }

  private static func source(_ column: ColumnMapping) -> String {
    let names = column.from.map(SuggestedFile.scalar)
    let from = names.count == 1 ? names[0] : "[\(names.joined(separator: ", "))]"
    let roles = column.roles.map { ", roles: \($0.rawValue)" } ?? ""
    let take = column.take.map { ", take: \($0.rawValue)" } ?? ""
    return roles.isEmpty && take.isEmpty ? from : "{from: \(from)\(roles)\(take)}"
  }

  private mutating func addShape(_ sheet: SuggestedSheet) {
    if !sheet.fillDown.isEmpty {
      let columns = sheet.fillDown.map(\.column).joined(separator: ", ")
      let reasons = sheet.fillDown.map {
        Wording.filledDown($0.column, $0.cell, $0.count, $0.isMerged)
      }
      file.add(
        "    fill_down: [\(columns)]", because: reasons.joined(separator: Wording.say("; ", "；")))
    }
    if let bars = sheet.bars {
      file.add("    bars: \(bars.column)", because: Wording.bars(bars.cell, bars.count))
    }
    if let rows = sheet.rowsOfATask {
      file.add(
        "    rows_of_a_task: \(rows.register.rawValue)", because: Wording.rowsOfATask(rows.cell))
    }
  }

  private mutating func addNotes(_ sheet: SuggestedSheet) {
    if !sheet.ownColumns.isEmpty {
      file.comment("    " + Wording.ownColumns(sheet.ownColumns))
    }
    for note in sheet.notes { file.comment("    " + Wording.note(note)) }
  }
}
