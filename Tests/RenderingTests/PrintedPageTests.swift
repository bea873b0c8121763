import Definitions
import Domain
import Testing

@testable import Rendering

/// What stands together on a printed page, and when a sheet is made smaller to spare one.
@Suite struct PrintedPageTests {
  @Test func tablesThatFitAPageStandOnOne() {
    var page = PrintedPage(pixels: 1_000, isUpright: false)
    #expect(page.capacity.rounded() == 502)
    #expect(!page.shouldEnd(before: 600), "a page that has only its title is not left")
    page.add(200)
    #expect(!page.shouldEnd(before: 300))
    #expect(page.shouldEnd(before: 400))
    #expect(!page.shouldEnd(before: 600), "what is longer than a page begins where it is")
    page.add(200)
    #expect(page.shouldEnd(before: 600), "unless little of it would stand there")
    page.add(200)
    #expect(page.filled == 200, "the next page")
  }

  @Test func whatIsTooWideForAnUprightPageLies() {
    #expect(PrintedPage(pixels: 1_190, isUpright: true).isUpright, "at 60 %")
    #expect(!PrintedPage(pixels: 1_200, isUpright: true).isUpright)
    #expect(!PrintedPage(pixels: 500, isUpright: false).isUpright)
  }

  @Test func aLastPageOfFewRowsIsSpared() {
    var page = PrintedPage(pixels: 1_000, isUpright: false)
    page.repeated = 50
    func fill(_ rows: Int) { for _ in 0..<rows { page.add(20) } }
    fill(20)
    #expect(page.scaledPages == nil, "a page with room to spare")
    fill(5)
    #expect((page.pages, page.scaledPages) == (1, 1), "all but full: it shall not run over")
    fill(4)
    #expect((page.pages, page.scaledPages) == (2, 1), "a sixth of a page more")
    fill(1)
    #expect(page.scaledPages == nil)
    fill(20)
    #expect((page.pages, page.scaledPages) == (3, 2), "pages shrink less the more there are")
    fill(4)
    #expect(page.scaledPages == nil)
  }

  /// How many pages high a sheet is made; nil for as many as it takes.
  private func pagesHigh(_ yaml: String, rows: Int = 0) throws -> Int? {
    try withFolder { folder in
      let report = try Sample.report(yaml)
      _ = try ReportWriter(report: report, context: Sample.context).write(into: folder) { query in
        let row = Sample.rows[query]?.first ?? []
        return ResultStream(columns: Sample.columns[query] ?? [], count: rows) { body in
          for _ in 0..<rows { try body(row) }
        }
      }
      let name = try report.workbook.filled(with: Sample.context.texts)
      let sheet = try part("worksheets/sheet1.xml", of: "\(folder)/\(name)")
      let setup = try #require(sheet.split(separator: "<").first { $0.hasPrefix("pageSetup") })
      guard let said = setup.split(separator: "fitToHeight=\"").dropFirst().first else { return 1 }
      let pages = said.prefix { $0 != "\"" }
      return pages == "0" ? nil : Int(pages)
    }
  }

  @Test func aSignatureDoesNotStandAlone() throws {
    // A page takes about 20 rows with what stands above and below them, a further one 25.
    let pages = try [10, 17, 18, 23, 24, 43, 44, 52, 53].map {
      try pagesHigh(Sample.yaml, rows: $0)
    }
    #expect(pages == [nil, nil, 1, 1, nil, nil, 2, 2, nil])
  }

  @Test(arguments: [5, 20, 25, 28, 30, 32, 60]) func textsKeepTheirSize(lines: Int) throws {
    let paragraphs = repeatElement("            - 某项工作", count: lines).joined(separator: "\n")
    let pages = try pagesHigh(
      """
      workbook: "通报.xlsx"
      sheets:
        - name: 通报
          title: 通报
          upright: true
          blocks:
            - text:
                style: paragraph
                lines:
      \(paragraphs)
      """)
    #expect(pages == nil)
  }
}
