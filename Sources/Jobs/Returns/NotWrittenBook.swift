import Domain
import Pages
import Writing

/// 待录入.xlsx: the values that somebody has to enter into the ledger.
struct NotWrittenBook {
  static let name = "待录入.xlsx"
  private let values: [LedgerMerge.NotWritten]
  private let created: Day

  init(_ values: [LedgerMerge.NotWritten], created: Day) {
    (self.values, self.created) = (values, created)
  }

  func write(to path: String) throws {
    let headings = ["台账文件", "位置", "表", "行", "栏目", "原值", "新值", "填报单位"]
    let rows = values.map { value in
      [
        value.file, value.place, value.register.heading,
        value.key.split(separator: "|").dropFirst().joined(separator: " "), value.heading,
        value.old, value.new, value.unit,
      ].map(Value.text)
    }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    let widths = [20, 18, 12, 16, 16, 30, 30, 20]
    var page = Page(
      name: "待录入", widths: widths, print: PrintSetUp(columns: 8, hasGridlines: true))
    let table = PageTable(
      name: "not_written",
      columns: headings.map {
        PageTable.Column(name: "", heading: $0, style: CellStyle(wraps: true, hasBorder: true))
      }, headingStyle: .columnHeading(size: 10.5), headingHeights: [20], count: rows.count,
      merges: [], keys: []
    ) { body in
      for row in rows {
        try body(TableRow(cells: row.map { .text($0.text ?? "") }, height: 30))
      }
    }
    page.blocks = [.table(table)]
    page.headings = .list(frozenColumns: 0, hasFilter: true)
    let book = Book(title: "待录入", author: "jibao", created: created, pages: [page])
    _ = try FolderWriter.write(into: folder) { output in
      try output(.book(NamedBook(name: Self.name, book: book, rows: [:])))
    }
  }
}
