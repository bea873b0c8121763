import Domain
import Pages

/// Reckons how much of a page a document takes.
///
/// No font is needed for that: Chinese letters are as wide as they are high. What is reckoned is never
/// less than what a program needs, as long as it has the lines of the form.
struct LineBudget {
  /// A line of text, in twentieths of a point, and how many full-width characters it takes.
  private static let line = 380
  private static let characters = 37
  /// The lines of a page, but for one that is left free.
  private static let lines = 36

  /// Whether a document of the form `page` is on one page.
  static func fits(_ document: Document) -> Bool {
    let blocks = document.sections.flatMap(\.blocks)
    return blocks.reduce(0) { $0 + height($1) } <= lines * line
  }

  private static func height(_ block: Document.Block) -> Int {
    switch block {
    case .rule: line / 4
    case .paragraph(let paragraph): height(paragraph)
    case .table(let table): height(table)
    }
  }

  private static func height(_ paragraph: Document.Paragraph) -> Int {
    let pieces = paragraph.text.split(separator: "\n", omittingEmptySubsequences: false)
    func lines(_ characters: Int, indent: Int) -> Int {
      pieces.enumerated().reduce(0) { sum, piece in
        let width = LineWidth.of(String(piece.element)) + (piece.offset == 0 ? 2 * indent : 0)
        return sum + max(1, (width + 2 * characters - 1) / (2 * characters))
      }
    }
    return switch paragraph.role {
    case .masthead: lines(24, indent: 0) * 480
    case .title: lines(27, indent: 0) * 440
    default: lines(characters, indent: 2) * line
    }
  }

  /// A row is as high as its highest cell: lines of 13 points of 10-point letters.
  private static func height(_ table: Document.Table) -> Int {
    let total = max(1, table.widths.reduce(0, +))
    func height(_ cells: [Document.Cell]) -> Int {
      var place = 0
      let lines = cells.map { cell -> Int in
        let end = min(table.widths.count, place + max(1, cell.span))
        defer { place = end }
        let share = table.widths[place..<end].reduce(0, +)
        // 45 letters of 10 points on a line, less what the margins of a cell take.
        let room = max(2, 90 * share / total - 2)
        return cell.text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
          $0 + max(1, (LineWidth.of(String($1)) + room - 1) / room)
        }
      }
      return (lines.max() ?? 1) * 260 + 10
    }
    return ([table.heading] + table.rows).filter { !$0.isEmpty }.reduce(0) { $0 + height($1) }
  }
}
