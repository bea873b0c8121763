import Definitions
import Domain
import Pages

extension DocumentLayout {
  /// What no annex shows more of; the workbook has all.
  private static let mostRows = 500

  /// The annexes, each on pages of its own.
  func annexes() throws -> [Document.Section] {
    try report.annexes.map { annex in
      let sheets = report.sheets.filter { $0.annex == annex.id }
      let head: [Document.Block] = [
        .paragraph(Document.Paragraph(.annexNumber, annex.label)),
        .paragraph(
          Document.Paragraph(
            .annexTitle,
            TitleLines.broken(try book.filled(annex.title), limit: 24).joined(separator: "\n"))),
      ]
      return Document.Section(
        isLandscape: !sheets.allSatisfy(\.isUpright),
        blocks: try head + sheets.flatMap(blocks))
    }
  }

  private func blocks(of sheet: ReportDefinition.Sheet) throws -> [Document.Block] {
    let headings = try sheet.headings.map(book.filled).filter { !$0.isEmpty }
    return try headings.map { .paragraph(Document.Paragraph(.note, $0)) }
      + bind(sheet).flatMap { try blocks(of: $0, on: sheet) }
  }

  private func blocks(
    of bound: BoundTable, on sheet: ReportDefinition.Sheet
  ) throws -> [Document.Block] {
    let columns = Array(bound.layout.columns.prefix(sheet.printedColumns ?? .max))
    guard bound.stream.count > 0, !columns.isEmpty else { return [] }
    let most = min(bound.definition.most ?? .max, Self.mostRows)
    var rows: [[Document.Cell]] = []
    try bound.stream.forEach { row in
      guard rows.count < most else { return }
      rows.append(
        columns.map {
          Document.Cell($0.shown(row, in: context.cutoff), isCentred: $0.isCentredInDocument)
        })
    }
    if bound.definition.total != nil { rows.append(try total(of: bound, columns)) }
    let title = try bound.definition.title.map { title in
      try title.filled(known: []) { $0 == "rows" ? String(bound.stream.count) : try book.text($0) }
    }
    let table = Document.Table(
      widths: columns.map(\.width), heading: columns.map { Document.Cell($0.heading) }, rows: rows)
    return [title].compactMap(\.self).map { .paragraph(Document.Paragraph(.note, $0)) }
      + [.table(table)] + (try others(of: bound, shown: most))
  }

  /// What is said of rows that are not shown.
  private func others(of bound: BoundTable, shown most: Int) throws -> [Document.Block] {
    guard bound.stream.count > most else { return [] }
    let text =
      try bound.definition.more.map { more in
        try more.filled(known: []) {
          $0 == "rows" ? String(bound.stream.count) : try book.text($0)
        }
      } ?? "共\(bound.stream.count)行，本附件列前\(most)行，全部各行见\(try workbookName())。"
    return [.paragraph(Document.Paragraph(.note, text))]
  }

  /// Where all rows of an annex are.
  private func workbookName() throws -> String {
    guard let workbook = report.workbook else { return "CSV文件" }
    return "工作簿“\(try book.filled(workbook))”"
  }

  /// The row of sums: of what is added up, and of ratios whose two numbers are.
  private func total(of bound: BoundTable, _ columns: [ShownColumn]) throws -> [Document.Cell] {
    var sums = [Int64](repeating: 0, count: bound.stream.columns.count)
    try bound.stream.forEach { row in
      for index in sums.indices {
        sums[index] = sums[index].addingReportingOverflow(row[index].integer ?? 0).partialValue
      }
    }
    let row = sums.map(Value.integer)
    let summed = Set(columns.filter(\.isSummed).map(\.name))
    return columns.enumerated().map { index, column in
      if index == 0 { return Document.Cell(bound.definition.total?.label ?? "", isCentred: true) }
      let isSum =
        switch column.source {
        case .value: column.isSummed
        case .ratio(let ratio):
          [ratio.numerator.value, ratio.denominator.value].allSatisfy {
            summed.contains(bound.stream.columns[$0].name)
          }
        case .own, .compared: false
        }
      return Document.Cell(isSum ? column.shown(row, in: context.cutoff) : "", isCentred: true)
    }
  }
}
