import Domain
import Foundation
import Packages
import Pages
import Testing

@testable import Writing

@Suite struct DocumentTemplateTests {
  /// The parts of a small template.
  private static let parts = [
    "[Content_Types].xml": #"""
    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
    """#,
    "_rels/.rels": #"""
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
    """#,
    "word/_rels/document.xml.rels": #"""
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><!-- more --></Relationships>
    """#,
    "word/styles.xml": #"""
    <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="a7"><w:name w:val="公文正文"/></w:style><w:style w:type="paragraph" w:styleId="GwTitle"><w:name w:val="其他"/></w:style></w:styles>
    """#,
    "word/document.xml": #"""
    <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body><w:p><w:r><w:t>本办红头</w:t></w:r></w:p><w:p><w:r><w:t>{{正</w:t></w:r><w:r><w:t>文}}</w:t></w:r></w:p><w:sectPr><w:footerReference w:type="default" r:id="rId9"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2000" w:right="1400" w:bottom="1900" w:left="1500" w:header="800" w:footer="900" w:gutter="0"/><w:docGrid w:linePitch="312"/></w:sectPr></w:body></w:document>
    """#,
  ]

  /// The template with a text of a part replaced, and further parts.
  private func template(
    _ part: String = "", _ old: String = "", _ new: String = "", adding: [String: String] = [:]
  ) throws -> [UInt8] {
    var parts = Self.parts.merging(adding) { $1 }
    if !part.isEmpty {
      let content = try #require(parts[part])
      try #require(content.contains(old))
      parts[part] = content.replacingOccurrences(of: old, with: new)
    }
    let sink = HeldBytes()
    let archive = try ZipWriter(to: sink, level: 3)
    for (name, content) in parts.sorted(by: { $0.key < $1.key }) {
      try archive.begin(name)
      try Array(content.utf8).withUnsafeBytes(archive.add)
      try archive.end()
    }
    try archive.finish()
    return sink.bytes
  }

  private func document(landscape: Bool = true) throws -> Document {
    let table = Document.Table(widths: [1], heading: [.init("列")], rows: [[.init("格")]])
    return Document(
      title: "题", author: "某办", created: Day(number: 19_625), form: .notice,
      sections: [
        Document.Section(blocks: [
          .paragraph(Document.Paragraph(.masthead, "某办")), .rule(.red),
          .paragraph(Document.Paragraph(.title, "标题")),
          .paragraph(Document.Paragraph(.body, "正文")),
        ])
      ] + (landscape ? [Document.Section(isLandscape: true, blocks: [.table(table)])] : []))
  }

  private func packed(_ document: Document, _ template: [UInt8]) throws -> HeldBytes {
    let sink = HeldBytes()
    let archive = try ZipWriter(to: sink, level: 3)
    try DocumentWriter(document, template: DocumentTemplate(template)).write(into: archive)
    try archive.finish()
    return sink
  }

  @Test func theTextTakesTheLookOfTheTemplate() throws {
    let file = try packed(document(), template())
    let body = try file.part("word/document.xml")
    #expect(body.contains("本办红头") && !body.contains("{{正"))
    // Its own masthead stands there already.
    #expect(!body.contains("某办"))
    // A style of our name is theirs; one of another name keeps its id, and ours gets another.
    #expect(body.contains(#"<w:pStyle w:val="a7"/></w:pPr><w:r><w:t xml:space="preserve">正文"#))
    #expect(body.contains(#"<w:pStyle w:val="GwTitlex"/>"#))
    let styles = try file.part("word/styles.xml")
    #expect(styles.contains(#"w:styleId="GwTitlex"><w:name w:val="公文标题"/>"#))
    #expect(styles.components(separatedBy: #"<w:name w:val="公文正文"/>"#).count == 2)
    // The first section is the template's; the last is turned, its footer stays.
    #expect(
      body.contains(
        #"<w:footerReference w:type="default" r:id="rId9"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1500" w:right="2000" w:bottom="1400" w:left="1900" w:header="800" w:footer="900" w:gutter="0"/><w:docGrid w:linePitch="312"/></w:sectPr></w:body>"#
      ))
    #expect(body.components(separatedBy: "<w:sectPr>").count == 3)
  }

  @Test func whatStandsBehindTheTextStaysOnItsPages() throws {
    let source = try template(
      "word/document.xml", "<w:sectPr>", "<w:p><w:r><w:t>印发</w:t></w:r></w:p><w:sectPr>")
    let body = try packed(document(), source).part("word/document.xml")
    let parts = body.components(separatedBy: "<w:sectPr>")
    #expect(parts.count == 4)
    #expect(parts[2].contains("landscape") && parts[2].contains("印发"))
    #expect(!parts[3].contains("landscape"))
  }

  @Test func theSameBytesEveryTime() throws {
    #expect(try packed(document(), template()).bytes == packed(document(), template()).bytes)
  }

  private func problem(_ content: [UInt8]) -> TemplateProblem? {
    do { _ = try DocumentTemplate(content) } catch {
      return (error as? TemplateRefused)?.problem
    }
    return nil
  }

  @Test func whatDoesHarmIsRefused() throws {
    let main = "word/document.xml"
    let relations = "word/_rels/document.xml.rels"
    func relation(_ type: String, _ rest: String) throws -> [UInt8] {
      try template(
        relations, "<!-- more -->",
        #"<Relationship Id="rId7" Type="http://x/relationships/\#(type)" \#(rest)/>"#)
    }
    let run = "<w:t>本办红头</w:t>"
    func field(_ text: String) throws -> [UInt8] { try template(main, run, text) }
    let cases: [(TemplateProblem, [UInt8])] = [
      (.macros(part: "word/vbaProject.bin"), try template(adding: ["word/vbaProject.bin": "x"])),
      (.macros(part: relations), try relation("vbaProject", #"Target="p.bin""#)),
      (
        .macros(part: "[Content_Types].xml"),
        try template(
          "[Content_Types].xml",
          "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
          "vnd.ms-word.document.macroEnabled.main+xml")
      ),
      (
        .external(part: relations, target: "http://example.com/a.png"),
        try relation("image", #"Target="http://example.com/a.png" TargetMode="External""#)
      ),
      (
        .external(part: relations, target: "file:///x.dotm"),
        try relation("attachedTemplate", #"Target="file:///x.dotm" TargetMode="External""#)
      ),
      (.embedded(part: relations), try relation("oleObject", #"Target="e.bin""#)),
      (
        .embedded(part: "word/embeddings/a.xlsx"),
        try template(adding: ["word/embeddings/a.xlsx": "x"])
      ),
      (.embedded(part: "word/activeX/a.xml"), try template(adding: ["word/activeX/a.xml": "<x/>"])),
      (.otherDocument(part: relations), try relation("aFChunk", #"Target="a.html""#)),
      (
        .otherDocument(part: main),
        try template(main, "<w:sectPr>", #"<w:altChunk r:id="rId7"/><w:sectPr>"#)
      ),
      (
        .field(part: main, "INCLUDETEXT"),
        try field(
          #"<w:instrText> INCLUDE</w:instrText></w:r><w:r><w:instrText>TEXT x</w:instrText>"#)
      ),
      (
        .field(part: main, "DDEAUTO"),
        try field(#"<w:instrText>DDEAUTO c:\\cmd</w:instrText>"#)
      ),
      (.textPlaces(0), try template(main, "文}}", "文}")),
      (
        .textPlaces(2),
        try template(main, "<w:sectPr>", "<w:p><w:r><w:t>{{正文}}</w:t></w:r></w:p><w:sectPr>")
      ),
    ]
    for (meant, content) in cases { #expect(problem(content) == meant) }
    #expect(problem(try template(adding: ["[Content_Types].xml": "<Types/>"])) == .notADocument)
  }

  @Test func damagedFilesAreRefusedWhole() throws {
    let whole = try template()
    #expect(problem(whole) == nil)
    for length in stride(from: 0, to: whole.count, by: 97) {
      guard case .package = problem(Array(whole.prefix(length))) else {
        Issue.record("\(length)")
        continue
      }
    }
    guard case .package = problem(try template("word/document.xml", "</w:body>", "")) else {
      Issue.record("a body that is not closed")
      return
    }
    let doctype = try template(
      "word/styles.xml", "<w:styles ", "<!DOCTYPE w:styles [<!ENTITY a 'b'>]><w:styles ")
    #expect(problem(doctype) == .package(PackageFault(part: "word/styles.xml", problem: .doctype)))
  }
}
