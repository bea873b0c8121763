import Domain
import Pages

/// The body of a document: what goes between the tags of `w:body`.
struct DocumentBody {
  let styles: DocumentStyles
  /// The id of a style in the file: that of a template where it has one of the name.
  let style: (DocumentStyle) -> String
  /// The ids of the styles of runs.
  let runStyles: [Document.Emphasis: String]
  /// The id of the tables' style.
  var tableStyle = Self.tableStyle
  /// What says how the pages of a section are: its element's content.
  let section: (_ isLandscape: Bool) -> String
  /// The width of the text of a section.
  let width: (_ isLandscape: Bool) -> Int

  /// All sections. Each but the last ends with a paragraph that says how its pages are.
  /// - Parameter endsWithSection: Whether the last says it, too; a template's body does by itself.
  func content(of document: Document, endsWithSection: Bool) -> String {
    var xml = ""
    for (index, section) in document.sections.enumerated() {
      let isLast = index == document.sections.count - 1
      for (place, block) in section.blocks.enumerated() {
        let before = place > 0 ? section.blocks[place - 1] : nil
        // A table in a text has air over it and under it.
        if block.isTable && before?.isText == true || block.isText && before?.isTable == true {
          xml += emptyParagraph
        }
        xml += element(block, width(section.isLandscape))
      }
      if !isLast {
        xml += sectionEnd(isLandscape: section.isLandscape)
      } else if endsWithSection {
        // Word needs a paragraph behind a table.
        if case .table = section.blocks.last { xml += emptyParagraph }
        xml += properties(isLandscape: section.isLandscape)
      }
    }
    return xml
  }

  /// A paragraph that takes no room.
  var emptyParagraph: String { "<w:p><w:pPr>\(styled(Self.end))</w:pPr></w:p>" }

  /// The paragraph that ends a section, and says how its pages are.
  func sectionEnd(isLandscape: Bool) -> String {
    "<w:p><w:pPr>" + styled(Self.end) + properties(isLandscape: isLandscape) + "</w:pPr></w:p>"
  }

  private func properties(isLandscape: Bool) -> String {
    "<w:sectPr>\(section(isLandscape))</w:sectPr>"
  }

  /// The style of the paragraph that ends a section takes no room.
  private static let end = Document.Rule.thin

  private func styled(_ rule: Document.Rule) -> String {
    #"<w:pStyle w:val="\#(style(styles.style(rule)))"/>"#
  }

  private func element(_ block: Document.Block, _ width: Int) -> String {
    switch block {
    case .paragraph(let paragraph): element(paragraph)
    case .rule(let rule):
      #"<w:p><w:pPr>\#(styled(rule))<w:pBdr><w:bottom w:val="single" w:sz="\#(rule == .red ? 18 : 6)""#
        + #" w:space="1" w:color="\#(rule == .red ? "FF0000" : "000000")"/></w:pBdr></w:pPr></w:p>"#
    case .table(let table): element(table, width)
    }
  }

  private func element(_ paragraph: Document.Paragraph) -> String {
    let style = style(styles.style(paragraph.role))
    return #"<w:p><w:pPr><w:pStyle w:val="\#(style)"/>"#
      + (paragraph.keepsNext ? "<w:keepNext/>" : "")
      + (paragraph.beginsPage ? "<w:pageBreakBefore/>" : "") + "</w:pPr>"
      + paragraph.runs.map(element).joined() + "</w:p>"
  }

  private func element(_ run: Document.Run) -> String {
    guard !run.text.isEmpty else { return "" }
    let style = runStyles[run.emphasis].map { #"<w:rPr><w:rStyle w:val="\#($0)"/></w:rPr>"# } ?? ""
    return "<w:r>\(style)\(Self.text(run.text))</w:r>"
  }

  /// Text, with tabs and line breaks as elements.
  private static func text(_ text: String) -> String {
    var xml = ""
    var piece = ""
    func close() {
      guard !piece.isEmpty else { return }
      xml += #"<w:t xml:space="preserve">\#(XMLText.escaped(piece))</w:t>"#
      piece = ""
    }
    for character in text {
      switch character {
      case "\t":
        close()
        xml += "<w:tab/>"
      case "\n", "\r\n", "\r":
        close()
        xml += "<w:br/>"
      default: piece.append(character)
      }
    }
    close()
    return xml
  }

  private func element(_ table: Document.Table, _ width: Int) -> String {
    let total = max(1, table.widths.reduce(0, +))
    let widths = table.widths.map { $0 * width / total }
    let grid = widths.map { #"<w:gridCol w:w="\#($0)"/>"# }.joined()
    // The last rows stand on one page, with what follows where that is theirs.
    let kept = table.rows.count - Self.rowsTogether
    let rows = table.rows.enumerated().map { index, cells in
      let isLast = index == table.rows.count - 1
      return row(
        cells, table, widths, isHeading: false,
        keepsNext: index >= kept && (table.keepsNext || !isLast))
    }.joined()
    let heading =
      table.heading.isEmpty
      ? "" : row(table.heading, table, widths, isHeading: true, keepsNext: true)
    return #"<w:tbl><w:tblPr><w:tblStyle w:val="\#(tableStyle)"/>"#
      + #"<w:tblW w:w="\#(widths.reduce(0, +))" w:type="dxa"/><w:jc w:val="center"/>"#
      + #"<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>\#(grid)</w:tblGrid>"#
      + heading + rows + "</w:tbl>"
  }

  static let tableStyle = "GwTable"
  /// No page at the end of a list has fewer.
  private static let rowsTogether = 5

  private func row(
    _ cells: [Document.Cell], _ table: Document.Table, _ widths: [Int], isHeading: Bool,
    keepsNext: Bool
  ) -> String {
    var place = 0
    let content = cells.map { cell in
      let span = place..<min(widths.count, place + max(1, cell.span))
      defer { place = span.upperBound }
      let role: Document.Role =
        isHeading ? .columnHeading : cell.isCentred ? .centredCell : .cell
      let style = style(styles.style(role))
      return #"<w:tc><w:tcPr><w:tcW w:w="\#(widths[span].reduce(0, +))" w:type="dxa"/>"#
        + (span.count > 1 ? #"<w:gridSpan w:val="\#(span.count)"/>"# : "")
        + (table.gaps.isSuperset(of: span) ? Self.noLines : "") + #"<w:vAlign w:val="center"/>"#
        + #"</w:tcPr><w:p><w:pPr><w:pStyle w:val="\#(style)"/>"#
        + (keepsNext ? "<w:keepNext/>" : "") + "</w:pPr>"
        + (cell.text.isEmpty ? "" : "<w:r>\(Self.text(cell.text))</w:r>") + "</w:p></w:tc>"
    }
    return "<w:tr><w:trPr><w:cantSplit/>" + (isHeading ? "<w:tblHeader/>" : "") + "</w:trPr>"
      + content.joined() + "</w:tr>"
  }

  private static let noLines =
    #"<w:tcBorders><w:top w:val="nil"/><w:bottom w:val="nil"/></w:tcBorders>"#
}

extension Document.Block {
  fileprivate var isTable: Bool { if case .table = self { true } else { false } }

  fileprivate var isText: Bool {
    guard case .paragraph(let paragraph) = self else { return false }
    return paragraph.role == .body || paragraph.role == .heading
  }
}
