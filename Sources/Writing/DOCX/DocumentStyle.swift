import Domain

import Pages

/// A style of a form: the one place that says how a part of a document looks.
struct DocumentStyle {
  enum Alignment: String {
    case both, left, center, right
  }
  enum Line: String {
    case top, bottom
  }

  /// The id in the file, and the name that Word shows and templates go by.
  let id: String
  let name: String
  var font = DocumentFont.text
  /// In half points.
  var size: Int
  /// Lines from one to the next, in twips; the least one, where letters may be higher.
  var pitch: Int
  var isPitchLeast = false
  var alignment = Alignment.both
  /// Indents in hundredths of a character: of the first line, of all lines, from the right.
  var firstLine = 0
  var left = 0
  var hanging = 0
  var right = 0
  /// Space before and after, in twips.
  var before = 0
  var after = 0
  var color: String?
  /// Whether it stays on the page of what follows.
  var keepsNext = false
  /// Where a line is drawn.
  var lines: [Line] = []
  /// The level in the outline, from 0.
  var outline: Int?
  /// Whether a tab goes to the right end.
  var hasEnds = false

  /// The style's element.
  /// - Parameter width: Of the text, for what stands at its right end.
  func element(width: Int) -> String {
    #"<w:style w:type="paragraph" w:customStyle="1" w:styleId="\#(id)"><w:name w:val="\#(name)"/>"#
      + "<w:qFormat/><w:pPr>\(keeping)\(borders)\(tabs(width))\(spacing)\(indents)"
      + #"<w:jc w:val="\#(alignment.rawValue)"/>"#
      + (outline.map { #"<w:outlineLvl w:val="\#($0)"/>"# } ?? "")
      + "</w:pPr><w:rPr>\(font.element)" + (color.map { #"<w:color w:val="\#($0)"/>"# } ?? "")
      + #"<w:sz w:val="\#(size)"/><w:szCs w:val="\#(size)"/></w:rPr></w:style>"#
  }

  private var keeping: String {
    (keepsNext ? "<w:keepNext/><w:keepLines/>" : "") + #"<w:widowControl w:val="0"/>"#
  }

  private var borders: String {
    guard !lines.isEmpty else { return "" }
    return "<w:pBdr>"
      + lines.map { #"<w:\#($0.rawValue) w:val="single" w:sz="6" w:space="1" w:color="000000"/>"# }
      .joined() + "</w:pBdr>"
  }

  private func tabs(_ width: Int) -> String {
    // The indents count in characters of this style.
    let end = width - right * size / 10
    return hasEnds ? #"<w:tabs><w:tab w:val="right" w:pos="\#(end)"/></w:tabs>"# : ""
  }

  private var spacing: String {
    #"<w:spacing w:before="\#(before)" w:after="\#(after)" w:line="\#(pitch)""#
      + #" w:lineRule="\#(isPitchLeast ? "atLeast" : "exact")"/>"#
  }

  /// In characters, as Word keeps them, and in twips for programs that know no characters.
  private var indents: String {
    let values = [("left", left), ("right", right), ("hanging", hanging), ("firstLine", firstLine)]
      .filter { $0.1 != 0 }
    guard !values.isEmpty else { return "" }
    let attributes = values.map { name, hundredths in
      #" w:\#(name)Chars="\#(hundredths)" w:\#(name)="\#(hundredths * size / 10)""#
    }
    return "<w:ind\(attributes.joined())/>"
  }
}

/// A typeface, and what stands for it where it is not installed.
enum DocumentFont: String, CaseIterable {
  case text = "仿宋_GB2312"
  case lead = "楷体_GB2312"
  case heading = "黑体"
  case title = "方正小标宋简体"
  case pageNumber = "宋体"

  /// The name under which other systems have it, or one that is like it.
  var other: String {
    switch self {
    case .text: "仿宋"
    case .lead: "楷体"
    case .heading: "SimHei"
    case .title: "华文中宋"
    case .pageNumber: "SimSun"
    }
  }

  var element: String {
    #"<w:rFonts w:ascii="\#(rawValue)" w:hAnsi="\#(rawValue)" w:eastAsia="\#(rawValue)""#
      + #" w:cs="\#(rawValue)"/>"#
  }
}
