import Definitions
import Domain
import Pages

extension ReportLayout {
  /// The same with the number of its edition, which forms bear.
  public func numbered(_ edition: Int) -> ReportLayout {
    var layout = self
    layout.context.texts["edition"] = String(edition)
    return layout
  }

  /// A form that bears where it comes from: in its properties, and on a page that nobody sees, with
  /// what its columns are.
  /// - Parameter file: Its name.
  func marked(_ book: Book, as file: String) throws -> Book {
    var content = ""
    var columns: [[String]] = []
    for page in book.pages {
      for table in page.tables {
        try table.forEachRow { row in
          content += row.cells.map(\.shown).joined(separator: "\u{1F}") + "\u{1E}"
        }
        for (index, column) in table.columns.enumerated() {
          guard let entry = column.entry else { continue }
          columns.append([FormMark.column, page.name, String(index + 1), entry.name])
        }
      }
    }
    var texts = context.texts
    texts[FormMark.file] = file
    texts[FormMark.hash] = ContentHash(of: content).description
    let values = FormMark.names.map { (name: $0, value: texts[$0] ?? "") }
    var page = Page(
      name: FormMark.sheet, widths: [12, 24, 8, 24],
      print: PrintSetUp(columns: 4, hasGridlines: true))
    page.isConcealed = true
    page.blocks = (values.map { [$0.name, $0.value] } + columns).map { cells in
      .row(
        PageRow(
          cells: cells.enumerated().map {
            PageCell(.text($0.element), style: CellStyle(), column: $0.offset)
          }, height: 15))
    }
    var marked = Book(
      title: book.title, author: book.author, created: book.created, pages: book.pages + [page])
    marked.properties = values.map { (FormMark.property($0.name), $0.value) }
    return marked
  }
}

extension Cell {
  /// What the cell shows, as text.
  fileprivate var shown: String { text ?? number.map { "\($0)" } ?? "" }
}

extension ReportDefinition.Column {
  /// What the cells of the column take; nil where they are not to be filled in.
  var entry: Entry? {
    fill.map { Entry(name: $0, check: check, hint: hint) }
  }

  private var check: EntryCheck? {
    guard words.isEmpty else {
      return .words((offer.isEmpty ? words.keys.sorted() : offer).compactMap { words[$0] })
    }
    switch format {
    case .date: return .day
    case .exactPoints, .percent, .points: return .percent
    case .decimal, .quantity: return .quantity
    case .integer, .change: return .wholeNumber
    case .text, .light, .flag: return nil
    }
  }
}

extension CellStyle {
  /// Has the cells look like such that are filled in; numbers show as they are typed, texts stay texts.
  mutating func take(_ entry: Entry, as format: ReportDefinition.Format) {
    (isUnlocked, fill, wraps) = (true, 0xFFF9DB, true)
    switch format {
    case .text, .light, .flag: numberFormat = "@"
    case .date: break
    case .integer, .change, .percent, .points, .exactPoints, .decimal, .quantity: numberFormat = ""
    }
  }
}
