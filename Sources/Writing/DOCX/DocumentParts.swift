import Domain
import Pages

/// The parts of a Word file beside its body and styles.
enum DocumentParts {
  static let main = "word/document.xml"

  private static let ooxml = "application/vnd.openxmlformats-officedocument"
  private static let wordML = "\(ooxml).wordprocessingml"

  static let contentTypes =
    XMLText.declaration + #"<Types xmlns="\#(XMLText.package)/content-types">"#
    + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
    + #"<Default Extension="xml" ContentType="application/xml"/>"#
    + [
      (main, "\(wordML).document.main"), ("word/styles.xml", "\(wordML).styles"),
      ("word/settings.xml", "\(wordML).settings"), ("word/numbering.xml", "\(wordML).numbering"),
      ("word/fontTable.xml", "\(wordML).fontTable"), ("word/footer1.xml", "\(wordML).footer"),
      ("word/footer2.xml", "\(wordML).footer"), ("word/header1.xml", "\(wordML).header"),
      ("docProps/app.xml", "\(ooxml).extended-properties"),
      ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties"),
    ]
    .map { #"<Override PartName="/\#($0)" ContentType="\#($1)+xml"/>"# }.joined() + "</Types>"

  static let packageRelationships = relationships([
    ("officeDocument", main), ("extended-properties", "docProps/app.xml"),
    ("core-properties", "docProps/core.xml"),
  ])

  /// What the body refers to; rId5 and rId6 are the footers, rId7 the header.
  static func relationships(of document: Document) -> String {
    relationships(
      [
        ("styles", "styles.xml"), ("settings", "settings.xml"), ("numbering", "numbering.xml"),
        ("fontTable", "fontTable.xml"), ("footer", "footer1.xml"), ("footer", "footer2.xml"),
      ] + (document.header.isEmpty ? [] : [("header", "header1.xml")]))
  }

  private static func relationships(_ targets: [(type: String, target: String)]) -> String {
    XMLText.declaration + #"<Relationships xmlns="\#(XMLText.package)/relationships">"#
      + targets.enumerated().map { index, part in
        let type =
          part.type == "core-properties"
          ? "\(XMLText.package)/relationships/metadata/core-properties"
          : "\(XMLText.relationships)/\(part.type)"
        return #"<Relationship Id="rId\#(index + 1)" Type="\#(type)" Target="\#(part.target)"/>"#
      }
      .joined() + "</Relationships>"
  }

  /// Headers and footers of a section, as the body names them.
  static func references(of document: Document) -> String {
    let headers = ["default", "even"].map { #"<w:headerReference w:type="\#($0)" r:id="rId7"/>"# }
    return (document.header.isEmpty ? "" : headers.joined())
      + #"<w:footerReference w:type="default" r:id="rId5"/>"#
      + #"<w:footerReference w:type="even" r:id="rId6"/>"#
  }

  static let application =
    XMLText.declaration
    + #"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">"#
    + "<Application>jibao</Application></Properties>"

  static func properties(of document: Document) -> String {
    let created = "\(document.created)T00:00:00Z"
    return XMLText.declaration
      + #"<cp:coreProperties xmlns:cp="\#(XMLText.package)/metadata/core-properties""#
      + #" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/""#
      + #" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">"#
      + "<dc:title>\(XMLText.escaped(document.title))</dc:title>"
      + "<dc:creator>\(XMLText.escaped(document.author))</dc:creator>"
      + ["created", "modified"].map {
        #"<dcterms:\#($0) xsi:type="dcterms:W3CDTF">\#(created)</dcterms:\#($0)>"#
      }
      .joined() + "</cp:coreProperties>"
  }

  /// Pages differ at the left and the right; East Asian rules for the ends of lines hold.
  static let settings =
    XMLText.declaration + #"<w:settings xmlns:w="\#(XMLText.word)"><w:zoom w:percent="100"/>"#
    + #"<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>"#
    + #"<w:drawingGridVerticalSpacing w:val="156"/>"#
    + #"<w:characterSpacingControl w:val="compressPunctuation"/>"#
    + #"<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>"#
    + "<w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>"
    + #"<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word""#
    + #" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>"#

  /// Numbers are text here: what is left out is known before, and nothing may renumber itself when a
  /// clerk deletes a line. The list is there for what a clerk adds.
  static let numbering =
    XMLText.declaration + #"<w:numbering xmlns:w="\#(XMLText.word)">"#
    + #"<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>"#
    + [
      ("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"),
      ("decimal", "%3."), ("decimal", "（%4）"),
    ]
    .enumerated().map { level, number in
      #"<w:lvl w:ilvl="\#(level)"><w:start w:val="1"/><w:numFmt w:val="\#(number.0)"/>"#
        + #"<w:suff w:val="nothing"/><w:lvlText w:val="\#(number.1)"/><w:lvlJc w:val="left"/>"#
        + #"<w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr></w:lvl>"#
    }
    .joined()
    + #"</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#

  static let fonts =
    XMLText.declaration + #"<w:fonts xmlns:w="\#(XMLText.word)">"#
    + DocumentFont.allCases.map {
      #"<w:font w:name="\#($0.rawValue)"><w:altName w:val="\#($0.other)"/><w:charset w:val="86"/>"#
        + #"<w:family w:val="auto"/><w:pitch w:val="default"/></w:font>"#
    }
    .joined() + "</w:fonts>"

  /// “— 1 —”.
  static func footer(style: String) -> String {
    XMLText.declaration
      + #"<w:ftr xmlns:w="\#(XMLText.word)"><w:p><w:pPr><w:pStyle w:val="\#(style)"/></w:pPr>"#
      + #"<w:r><w:t xml:space="preserve">— </w:t></w:r>"#
      + #"<w:r><w:fldChar w:fldCharType="begin"/></w:r>"#
      + #"<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>"#
      + #"<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>"#
      + #"<w:r><w:fldChar w:fldCharType="end"/></w:r>"#
      + #"<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>"#
  }

  static func header(of document: Document) -> String {
    XMLText.declaration
      + #"<w:hdr xmlns:w="\#(XMLText.word)"><w:p><w:pPr><w:pStyle w:val="GwHeader"/></w:pPr>"#
      + #"<w:r><w:t xml:space="preserve">\#(XMLText.escaped(document.header))</w:t></w:r></w:p></w:hdr>"#
  }
}
