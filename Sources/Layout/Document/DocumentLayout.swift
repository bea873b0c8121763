import Definitions
import Domain
import Pages

/// Makes a document of a report's definition, its texts and its results.
struct DocumentLayout {
  /// The report with the annexes that there are.
  let report: ReportDefinition
  let definition: ReportDefinition.Document
  let context: ReportContext
  let book: FigureBook
  /// The tables of a sheet, bound to their results.
  let bind: (ReportDefinition.Sheet) throws -> [BoundTable]
  let tables: (_ query: String) throws -> ResultStream

  /// The document; one of a single page is shortened until it is on it.
  /// - Throws: `BalanceFault` where parts do not add up to their whole.
  func document() throws -> Document {
    for balance in definition.balances { try check(balance) }
    var document = try made()
    guard let names = definition.shortened else { return document }
    for least in [1, 0] {
      for name in names {
        var count = try rows(name)
        while count > least, !LineBudget.fits(document) {
          count -= 1
          book.limit(name, to: count)
          document = try made()
        }
      }
    }
    return document
  }

  /// How many rows a figure or a table shows.
  private func rows(_ name: String) throws -> Int {
    if let limit = book.limits[name] { return limit }
    if report.figures[name] != nil { return try book.count(name) }
    let shown = definition.tables.filter { $0.query == name }
    return try shown.map { min(try count($0), $0.most ?? .max) }.max() ?? 0
  }

  private func check(_ balance: ReportDefinition.Document.Balance) throws {
    let whole = try sum(balance.whole)
    let parts = try balance.parts.map(sum)
    let total = parts.reduce(Int64(0)) { $0.addingReportingOverflow($1).partialValue }
    guard total == whole else {
      throw BalanceFault(place: balance.place, name: balance.name, whole: whole, parts: parts)
    }
  }

  private func sum(_ term: ReportDefinition.Document.Balance.Term) throws -> Int64 {
    let stream = try tables(term.query)
    let text = rowText(stream.columns)
    let column = term.column.flatMap { name in stream.columns.firstIndex { $0.name == name } }
    var sum = Int64(0)
    try stream.forEach { row in
      guard text.meets(term.conditions, row) else { return }
      sum = sum.addingReportingOverflow(column.map { row[$0].integer ?? 0 } ?? 1).partialValue
    }
    return sum
  }

  func rowText(
    _ columns: [ResultColumn], words: ReportDefinition.RowWords = [:]
  ) -> RowText {
    RowText(columns: columns, words: words, empty: "—", cutoff: context.cutoff, text: book.text)
  }

  private func made() throws -> Document {
    var sections = [Document.Section(blocks: try blocks())]
    for section in try annexes() {
      // Pages of one orientation are one section.
      if sections[sections.count - 1].isLandscape == section.isLandscape {
        sections[sections.count - 1].blocks += section.blocks.startingPage
      } else {
        sections.append(section)
      }
    }
    return Document(
      title: try book.filled(definition.title), author: context.texts["office"] ?? "",
      created: context.cutoff, form: definition.form,
      header: try definition.header.map(book.filled) ?? "", sections: sections)
  }

  private func blocks() throws -> [Document.Block] {
    var blocks: [Document.Block] = []
    var number = 0
    for block in definition.blocks where try isThere(block) {
      blocks += try self.blocks(of: block.content, number: &number)
    }
    return blocks.keepingSignature.map(\.withFullWidthMarks)
  }

  private func isThere(_ block: ReportDefinition.Document.Block) throws -> Bool {
    let isSaid = try block.when.map { try book.text($0)?.isEmpty == false } ?? true
    let isUnsaid = try block.unless.map { try book.text($0)?.isEmpty != false } ?? true
    return isSaid && isUnsaid
  }

  private func blocks(
    of content: ReportDefinition.Document.Block.Content, number: inout Int
  ) throws -> [Document.Block] {
    switch content {
    case .rule(let rule): return [.rule(rule)]
    case .text(let text):
      let lines = try text.lines.map(book.filled).filter { !$0.isEmpty }
      return lines.map { .paragraph(Document.Paragraph(text.role, broken($0, text.role))) }
    case .section(let section):
      let paragraphs = try self.paragraphs(of: section, number: number + 1)
      if section.isNumbered, !paragraphs.isEmpty { number += 1 }
      return paragraphs.map { .paragraph($0) }
    case .table(let table): return try self.table(table).map { [.table($0)] } ?? []
    case .beside(let left, let right): return try beside(left, right)
    case .annexes(let label): return try annexList(label)
    }
  }

  /// Titles are broken by sense.
  private func broken(_ text: String, _ role: DocumentRole) -> String {
    guard role == .title || role == .annexTitle else { return text }
    let limit = role == .annexTitle ? 24 : definition.form == .page ? 28 : 20
    return TitleLines.broken(text, limit: limit).joined(separator: "\n")
  }

  /// 附件：1.…, each with the very title that stands over it.
  private func annexList(_ label: Template) throws -> [Document.Block] {
    let annexes = report.annexes
    return try annexes.enumerated().map { index, annex in
      let number = annexes.count > 1 ? "\(index + 1)." : ""
      let head = index == 0 ? try book.filled(label) : ""
      return .paragraph(
        Document.Paragraph(
          index == 0 ? .annexes : .nextAnnex, head + number + (try book.filled(annex.title))))
    }
  }
}

extension Document.Block {
  /// The block, a paragraph's marks full-width among Chinese characters.
  fileprivate var withFullWidthMarks: Document.Block {
    guard case .paragraph(var paragraph) = self else { return self }
    for index in paragraph.runs.indices {
      paragraph.runs[index].text = Punctuation.fullWidth(paragraph.runs[index].text)
    }
    return .paragraph(paragraph)
  }
}

extension [Document.Block] {
  /// The blocks, the first paragraph on a new page.
  fileprivate var startingPage: [Document.Block] {
    guard case .paragraph(var paragraph) = first else { return self }
    paragraph.beginsPage = true
    return [.paragraph(paragraph)] + dropFirst()
  }

  /// The blocks, what stands before a signature on its page: a paragraph, or the list of annexes.
  fileprivate var keepingSignature: [Document.Block] {
    var blocks = self
    var isKept = false
    for index in blocks.indices.reversed() {
      if case .table(var table) = blocks[index] {
        table.keepsNext = index + 1 < blocks.count
        blocks[index] = .table(table)
      }
      guard case .paragraph(var paragraph) = blocks[index] else {
        isKept = false
        continue
      }
      paragraph.keepsNext = isKept
      blocks[index] = .paragraph(paragraph)
      let isAnnex = paragraph.role == .annexes || paragraph.role == .nextAnnex
      isKept = paragraph.role == .office || (isKept && isAnnex)
    }
    return blocks
  }
}
