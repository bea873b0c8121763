import Domain
import Pages

/// The styles of a form.
struct DocumentStyles {
  let form: Document.Form
  private let measures: FormMeasures

  init(_ form: Document.Form) {
    self.form = form
    measures = FormMeasures(form)
  }

  /// All styles of paragraphs: those of roles, rules, page numbers and headers.
  var paragraphs: [DocumentStyle] {
    Document.Role.allCases.map(style) + Document.Rule.allCases.map(style) + [
      Self.plain(id: "GwPageNumber", name: "公文页码", font: .pageNumber, size: 28, .right, sides: 100),
      Self.plain(
        id: "GwEvenPageNumber", name: "公文双页页码", font: .pageNumber, size: 28, .left, sides: 100),
      Self.plain(id: "GwHeader", name: "公文页眉", font: .text, size: 21, .center, sides: 0),
    ]
  }

  /// The styles of runs: id, name, font.
  static let runs: [(emphasis: Document.Emphasis, id: String, name: String, font: DocumentFont)] = [
    (.lead, "GwLead", "公文二级标题", .lead), (.strong, "GwStrong", "公文强调", .heading),
  ]

  private static func plain(
    id: String, name: String, font: DocumentFont, size: Int, _ alignment: DocumentStyle.Alignment,
    sides: Int
  ) -> DocumentStyle {
    var style = DocumentStyle(id: id, name: name, font: font, size: size, pitch: 240)
    (style.isPitchLeast, style.alignment, style.left, style.right) = (true, alignment, sides, sides)
    return style
  }

  func style(_ rule: Document.Rule) -> DocumentStyle {
    let (id, name) = rule == .red ? ("GwRedLine", "公文红线") : ("GwLine", "公文分隔线")
    var style = DocumentStyle(id: id, name: name, size: 2, pitch: 100)
    style.after = rule == .red ? measures.pitch / 2 : 0
    return style
  }

  func style(_ role: Document.Role) -> DocumentStyle {
    let (id, name) = Self.name(role)
    var style = DocumentStyle(id: id, name: name, size: measures.size, pitch: measures.pitch)
    switch role {
    case .masthead, .kind, .number, .title, .remark, .notice: head(role, &style)
    case .addressees: style.alignment = .left
    case .body: style.firstLine = 200
    case .heading:
      (style.firstLine, style.font, style.keepsNext, style.outline) = (200, .heading, true, 0)
    case .annexes: (style.before, style.left, style.hanging) = (measures.pitch, 600, 400)
    case .nextAnnex: (style.left, style.hanging) = (600, 100)
    case .office:
      (style.before, style.alignment, style.right, style.keepsNext) = (
        2 * measures.pitch, .right, 400, true
      )
    case .date: (style.alignment, style.right) = (.right, 400)
    case .contact: style.firstLine = 200
    case .copies, .issued: foot(role, &style)
    case .annexNumber:
      (style.font, style.alignment, style.keepsNext) = (.heading, .left, true)
    case .annexTitle: annexTitle(&style)
    case .note: (style.size, style.pitch, style.keepsNext) = (measures.cellSize, 320, true)
    case .columnHeading, .cell, .centredCell: cell(role, &style)
    }
    return style
  }

  private func head(_ role: Document.Role, _ style: inout DocumentStyle) {
    let isPage = form == .page
    style.alignment = .center
    style.keepsNext = true
    switch role {
    case .masthead:
      (style.font, style.size, style.color) = (.title, isPage ? 36 : 72, "FF0000")
      (style.pitch, style.isPitchLeast) = (isPage ? 480 : 1_000, true)
      style.before = isPage ? 0 : measures.pitch
    case .kind: (style.font, style.size) = (.title, isPage ? 28 : 36)
    case .number:
      (style.alignment, style.hasEnds, style.left, style.right) = (.left, true, 100, 100)
    case .title:
      (style.font, style.size) = (.title, isPage ? 32 : 44)
      (style.pitch, style.isPitchLeast) = (isPage ? 440 : 640, true)
      style.before = isPage ? 0 : measures.pitch
    case .remark:
      style.font = .lead
      style.after = isPage ? 0 : measures.pitch / 2
    default: (style.font, style.color) = (.heading, "FF0000")
    }
  }

  /// 抄送 and 印发 stand between lines, in 四号.
  private func foot(_ role: Document.Role, _ style: inout DocumentStyle) {
    style.size = min(28, measures.size)
    (style.left, style.right, style.hasEnds) = (100, 100, role == .issued)
    style.lines = role == .issued ? [.top, .bottom] : [.top]
    if role == .copies { (style.left, style.hanging, style.keepsNext) = (400, 300, true) }
  }

  private func annexTitle(_ style: inout DocumentStyle) {
    (style.font, style.size, style.alignment) = (.title, 36, .center)
    (style.pitch, style.isPitchLeast, style.keepsNext) = (560, true, true)
    style.after = measures.pitch / 4
  }

  private func cell(_ role: Document.Role, _ style: inout DocumentStyle) {
    style.size = measures.cellSize
    (style.pitch, style.isPitchLeast) = (measures.cellSize * 13, true)
    style.alignment = role == .cell ? .left : .center
    if role == .columnHeading { (style.font, style.keepsNext) = (.heading, true) }
  }

  /// Ids are ours alone, so that they meet none of a template; names are what a clerk sees.
  private static func name(_ role: Document.Role) -> (id: String, name: String) {
    switch role {
    case .masthead: ("GwMasthead", "公文发文机关标志")
    case .kind: ("GwKind", "公文文种")
    case .number: ("GwNumber", "公文期号")
    case .title: ("GwTitle", "公文标题")
    case .remark: ("GwRemark", "公文题注")
    case .notice: ("GwNotice", "公文提示")
    case .addressees: ("GwAddressees", "公文主送机关")
    case .body: ("GwBody", "公文正文")
    case .heading: ("GwHeading", "公文一级标题")
    case .annexes: ("GwAnnexes", "公文附件说明")
    case .nextAnnex: ("GwNextAnnex", "公文附件说明续")
    case .office: ("GwOffice", "公文署名")
    case .date: ("GwDate", "公文成文日期")
    case .contact: ("GwContact", "公文联系人")
    case .copies: ("GwCopies", "公文抄送")
    case .issued: ("GwIssued", "公文印发")
    case .annexNumber: ("GwAnnexNumber", "公文附件序号")
    case .annexTitle: ("GwAnnexTitle", "公文附件标题")
    case .note: ("GwNote", "公文表注")
    case .columnHeading: ("GwColumnHeading", "公文表头")
    case .cell: ("GwCell", "公文表格文字")
    case .centredCell: ("GwCentredCell", "公文表格居中")
    }
  }
}
