import Definitions
import Domain
import Testing

@testable import Intake

/// Workbooks as offices lay them out, and what is made of them, as short lines.
enum SuggestedBooks {
  static func suggestion(_ sheets: Sheet..., file: String = "台账.xlsx") throws -> WorkbookSuggestion
  {
    let today = try #require(Day("2026-11-28"))
    let book = Workbook(path: "/ledgers/\(file)", hash: ContentHash(of: ""), sheets: sheets)
    return WorkbookSuggester(book, today: today).suggestion()
  }

  /// `title=C1 lead_units=D1/words status=E1/status_and_progress`, what is offered in brackets.
  static func columns(_ sheet: SuggestedSheet) -> String {
    sheet.columns.map { column in
      let how = [column.mapping.roles?.rawValue, column.mapping.take?.rawValue].compactMap { $0 }
      let text = ([column.mapping.column + "=\(column.cell)"] + how).joined(separator: "/")
      return column.isOffered ? "[\(text)]" : text
    }.joined(separator: " ")
  }

  static func sheet(
    _ name: String, _ rows: [[String?]], merges: [String] = [], hidden: Set<Int> = [],
    lists: [ListValidation] = []
  ) -> Sheet {
    var details = Sheet.Details()
    details.merges = merges.compactMap { CellRange($0) }
    details.hiddenColumns = hidden
    details.lists = lists
    return Sheet(name: name, rows: rows, details: details)
  }
}
