import Domain
import Foundation
import Packages
import Pages
import Testing
import Writing

@Suite struct DocumentWriterTests {
  private func sample(_ form: Document.Form = .notice, header: String = "") throws -> Document {
    Document(
      title: "关于<进展>的通报", author: "某市人民政府办公室",
      created: try #require(Day(year: 2023, month: 9, dayOfMonth: 25)), form: form, header: header,
      sections: [
        Document.Section(blocks: [
          .paragraph(Document.Paragraph(.masthead, "某市人民政府办公室")),
          .rule(.red),
          .paragraph(Document.Paragraph(.title, "关于前三季度\n落实情况的通报")),
          .paragraph(
            Document.Paragraph(
              .body, [Document.Run("（一）任务。", .lead), Document.Run("A<B&“引号”\u{1}")])),
        ]),
        Document.Section(
          isLandscape: true,
          blocks: [
            .paragraph(Document.Paragraph(.annexTitle, "清单")),
            .table(
              Document.Table(
                widths: [1, 2, 1], heading: [.init("序号"), .init("任务"), .init("灯")],
                rows: [
                  [.init("1", isCentred: true), .init("一\n二"), .init("")],
                  [.init("其余1项", span: 3)],
                ])),
          ]),
      ])
  }

  @Test func theSameDocumentIsTheSameBytes() throws {
    #expect(try sample().packed().bytes == sample().packed().bytes)
  }

  @Test func stylesCarryTheForm() throws {
    let styles = try sample().packed().part("word/styles.xml")
    let body = #"<w:name w:val="公文正文"/>"#
    let style = try #require(
      styles.components(separatedBy: "<w:style ").first { $0.contains(body) })
    #expect(style.contains(#"w:eastAsia="仿宋_GB2312""#))
    #expect(style.contains(#"<w:sz w:val="32"/>"#))
    #expect(style.contains(#"w:line="560" w:lineRule="exact""#))
    #expect(style.contains(#"w:firstLineChars="200""#))
    let document = try sample().packed().part("word/document.xml")
    #expect(!document.contains("w:rFonts") && !document.contains("<w:sz "))
  }

  @Test func pagesHaveTheMarginsOfTheStandard() throws {
    let document = try sample().packed().part("word/document.xml")
    #expect(document.contains(#"w:top="2098" w:right="1474" w:bottom="1984" w:left="1587""#))
    #expect(document.contains(#"<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>"#))
    #expect(document.components(separatedBy: "<w:sectPr>").count == 3)
  }

  @Test func headingRowsRepeatAndRowsStayWhole() throws {
    let document = try sample().packed().part("word/document.xml")
    #expect(document.components(separatedBy: "<w:tblHeader/>").count == 2)
    #expect(document.components(separatedBy: "<w:cantSplit/>").count == 4)
    #expect(document.contains(#"<w:gridSpan w:val="3"/>"#))
  }

  @Test func textIsEscapedAndLinesAreBroken() throws {
    let document = try sample().packed().part("word/document.xml")
    #expect(document.contains("A&lt;B&amp;“引号”\u{FFFD}"))
    #expect(document.contains("关于前三季度</w:t><w:br/><w:t xml:space=\"preserve\">落实情况"))
    #expect(document.contains(#"<w:rStyle w:val="GwLead"/>"#))
  }

  @Test func pageNumbersStandAtTheOuterSide() throws {
    let file = try sample().packed()
    #expect(try file.part("word/settings.xml").contains("<w:evenAndOddHeaders/>"))
    #expect(try file.part("word/footer1.xml").contains("PAGE"))
    let styles = try file.part("word/styles.xml").components(separatedBy: "<w:style ")
    for (name, side) in [("公文页码", "right"), ("公文双页页码", "left")] {
      let style = try #require(styles.first { $0.contains(#"w:val="\#(name)""#) })
      #expect(
        style.contains(#"<w:jc w:val="\#(side)"/>"#) && style.contains(#"<w:sz w:val="28"/>"#))
    }
  }

  @Test func aHeaderStandsOnEveryPage() throws {
    let file = try sample(header: "草稿　请勿外传").packed()
    #expect(try file.part("word/header1.xml").contains("草稿　请勿外传"))
    let document = try file.part("word/document.xml")
    #expect(document.components(separatedBy: "w:headerReference").count == 5)
  }

  @Test func aDocumentPrintsItself() throws {
    #expect(
      try sample().printed == """
        document notice: 关于<进展>的通报

        section
        masthead: 某市人民政府办公室
        ----- red line
        title: 关于前三季度↵落实情况的通报
        body: _（一）任务。_A<B&“引号”\u{1}

        section, landscape
        annex_title: 清单
        table: 1, 2, 1
          head | 序号 | 任务 | 灯
          row | 1 | 一↵二 | 
          row | 其余1项 (3 columns)

        """)
  }
}
