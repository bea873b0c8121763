import Domain

extension DocumentStyles {
  /// The part that holds all styles.
  func part(width: Int) -> String {
    XMLText.declaration + #"<w:styles xmlns:w="\#(XMLText.word)">"# + Self.defaults
      + Self.standard + elements(width: width).map(\.element).joined() + "</w:styles>"
  }

  /// Every style of ours: its id, its name and its element.
  func elements(width: Int) -> [(id: String, name: String, element: String)] {
    paragraphs.map { ($0.id, $0.name, $0.element(width: width)) }
      + Self.runs.map { ($0.id, $0.name, Self.run($0.id, $0.name, $0.font)) }
      + [(DocumentBody.tableStyle, "公文表格", Self.table)]
  }

  private static func run(_ id: String, _ name: String, _ font: DocumentFont) -> String {
    #"<w:style w:type="character" w:customStyle="1" w:styleId="\#(id)"><w:name w:val="\#(name)"/>"#
      + "<w:qFormat/><w:rPr>\(font.element)</w:rPr></w:style>"
  }

  private static let defaults =
    "<w:docDefaults><w:rPrDefault><w:rPr>\(DocumentFont.text.element)"
    + #"<w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/>"#
    + #"<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>"#
    + "<w:pPrDefault/></w:docDefaults>"

  /// What Word takes for granted.
  private static let standard =
    #"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>"#
    + #"<w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr></w:style>"#
    + #"<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">"#
    + #"<w:name w:val="Default Paragraph Font"/></w:style>"#
    + #"<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>"#
    + #"<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/>"#
    + #"<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#

  private static let table =
    #"<w:style w:type="table" w:customStyle="1" w:styleId="\#(DocumentBody.tableStyle)">"#
    + #"<w:name w:val="公文表格"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>"#
    + ["top", "left", "bottom", "right", "insideH", "insideV"].map {
      #"<w:\#($0) w:val="single" w:sz="4" w:space="0" w:color="000000"/>"#
    }
    .joined()
    + #"</w:tblBorders><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/>"#
    + "</w:tblCellMar></w:tblPr></w:style>"
}
