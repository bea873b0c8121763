import Definitions
import Domain
import Pages
import TestSupport
import Testing

@testable import Layout

/// What stands together on a printed page, and when a sheet is made smaller to spare one.
@Suite struct PrintedPageTests {
  @Test func tablesThatFitAPageStandOnOne() {
    var page = PrintedPage(pixels: 1_000, isUpright: false, size: 12)
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
    #expect(page(830).isUpright, "10.5 points at 86 % are 9")
    #expect(!page(850).isUpright && page(850).paper == .a4)
    #expect(!PrintedPage(pixels: 500, isUpright: false, size: 10.5).isUpright)
  }

  private func page(_ pixels: Int) -> PrintedPage {
    PrintedPage(pixels: pixels, isUpright: true, size: 10.5)
  }

  /// No cell is under 9 points: what is too wide for A4 goes on A3, and beyond that beside each other.
  @Test func nothingIsPrintedTooSmallToRead() {
    #expect((page(1_215).paper, page(1_215).pagesWide) == (.a4, 1))
    #expect((page(1_230).paper, page(1_230).pagesWide) == (.a3, 1))
    #expect((page(1_900).paper, page(1_900).pagesWide) == (.a3, 2))
    for pixels in stride(from: 100, to: 9_000, by: 50) {
      #expect(page(pixels).scale * 10.5 >= 9, "\(pixels)")
    }
    let one = PrintedPage.onePage(pixels: 700, height: 800, size: 10)
    #expect(one?.paper == .a4 && one?.scale == 0.93)
    #expect(PrintedPage.onePage(pixels: 700, height: 900, size: 10)?.paper == .a3)
    #expect(PrintedPage.onePage(pixels: 700, height: 2_000, size: 10) == nil)
  }

  @Test func aLastPageOfFewRowsIsSpared() {
    var page = PrintedPage(pixels: 1_000, isUpright: false, size: 12)
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

  /// The first sheet of a report.
  private func sheet(_ yaml: String, rows: Int = 0) throws -> String {
    try withFolder { folder in
      let report = try Sample.report(yaml)
      _ = try ReportLayout(report: report, context: Sample.context).write(into: folder) { query in
        let row = Sample.rows[query]?.first ?? []
        return ResultStream(columns: Sample.columns[query] ?? [], count: rows) { body in
          for _ in 0..<rows { try body(row) }
        }
      }
      let name = try report.fileName.filled(with: Sample.context.texts)
      return try part("worksheets/sheet1.xml", of: "\(folder)/\(name)")
    }
  }

  /// A document of so many paragraphs of a line and what comes then; its title takes a row.
  private func document(paragraphs: Int, then block: String) throws -> String {
    let lines = repeatElement("某项工作", count: paragraphs).joined(separator: ", ")
    return try sheet(
      """
      workbook: "通报.xlsx"
      sheets:
        - name: 通报
          title: 通报
          upright: true
          blocks:
            - text: {style: paragraph, lines: [\(lines)]}
      \(block)
      """)
  }

  /// The numbers of an attribute of some elements.
  private func numbers(_ attribute: String, of element: String, in xml: String) -> [Int] {
    xml.split(separator: "<").filter { $0.hasPrefix(element + " ") }.map { tag in
      let said = tag.split(separator: " \(attribute)=\"").dropFirst().first ?? "1"
      return Int(said.prefix { $0 != "\"" }) ?? -1
    }
  }

  /// How many pages high a sheet is made; 0 for as many as it takes.
  private func pagesHigh(_ xml: String) -> Int? {
    numbers("fitToHeight", of: "pageSetup", in: xml).first
  }

  /// How many rows stand before each page break.
  private func breaks(_ xml: String) -> [Int] { numbers("id", of: "brk", in: xml) }

  @Test func aSignatureDoesNotStandAlone() throws {
    // A page takes about 20 rows with what stands above and below them, a further one 25.
    let pages = try [10, 17, 18, 22, 24, 43, 44, 52, 53].map { rows in
      pagesHigh(try sheet(Sample.yaml, rows: rows))
    }
    #expect(pages == [0, 0, 1, 1, 0, 0, 2, 2, 0])
  }

  @Test func aDocumentKeepsItsSizeAndItsSignatureTheLinesAboveIt() throws {
    let signature = "      - text: {style: signature, lines: [某办, 某日]}"
    let documents = try (20...30).map { try document(paragraphs: $0, then: signature) }
    #expect(documents.allSatisfy { pagesHigh($0) == 0 })
    // Four rows go along, also where a page is all but full and might run over in a program.
    let expected = repeatElement([], count: 2) + (19...27).map { [$0] }
    #expect(documents.map(breaks) == expected)
  }

  /// On A3, if it would be too small on A4.
  @Test func whatStandsOnOnePageIsUprightWhereOthersLie() throws {
    func isUpright(_ setting: String) throws -> Bool {
      try sheet(
        """
        workbook: "宽.xlsx"
        sheets:
          - {name: 宽, title: 宽, \(setting): true, widths: [60, 60], blocks: [{text: [宽]}]}
        """
      ).contains("orientation=\"portrait\"")
    }
    #expect(try isUpright("one_page"))
    #expect(try !isUpright("upright"))
  }

  @Test func aHeadingStandsOnThePageOfItsText() throws {
    let section = """
            - text: {style: heading, lines: [二、报送]}
            - text: {style: paragraph, lines: [一句话, 又一句话]}
      """
    // Rows before the heading: the title and the paragraphs. Below 28 rows it is on the next page.
    let documents = try (24...28).map { try document(paragraphs: $0, then: section) }
    #expect(documents.map(breaks) == [[], [26], [27], [28], []])
  }
}
