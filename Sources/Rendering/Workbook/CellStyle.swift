import Definitions

/// How a cell looks.
struct CellStyle: Hashable, Sendable {
  enum Alignment: Sendable { case left, center, right }

  var font = Fonts.body
  var size = 10.5
  var isBold = false
  var alignment = Alignment.left
  /// Whether text begins at the top of the cell, rather than in the middle.
  var isAtTop = false
  var wraps = false
  var hasBorder = false
  var numberFormat = ""
  /// RGB.
  var colour: UInt32?
  var fill: UInt32?
  var isLink = false

  /// Has numbers above 0 show their sign, too.
  mutating func showSign() { numberFormat = "+\(numberFormat);-\(numberFormat);\(numberFormat)" }

  /// How far text stands from the left border, in steps of Excel.
  var indent: Int { alignment == .left && hasBorder ? 1 : 0 }
}

/// The fonts of official documents (GB/T 9704), by name; a program without them takes its own.
enum Fonts {
  static let title = "方正小标宋简体"
  static let heading = "黑体"
  static let body = "仿宋"
  static let footer = "宋体"
}

extension CellStyle {
  static let title = CellStyle(font: Fonts.title, size: 22, alignment: .center, wraps: true)
  static let line = CellStyle(wraps: true)
  static let notice = CellStyle(
    font: Fonts.heading, size: 14, isBold: true, alignment: .center, wraps: true, colour: 0xC00000)
  static let caption = CellStyle(font: Fonts.heading, size: 12, wraps: true)
  static let label = CellStyle(font: Fonts.heading, alignment: .left, wraps: true, hasBorder: true)
  static let fact = CellStyle(wraps: true, hasBorder: true)
  /// How a line of text is set.
  static func text(_ style: ReportDefinition.TextStyle) -> CellStyle {
    switch style {
    case .note: CellStyle(wraps: true)
    case .masthead:
      CellStyle(font: Fonts.title, size: 30, alignment: .center, wraps: true, colour: 0xC00000)
    case .document: CellStyle(size: 16, alignment: .center, wraps: true)
    case .title: .title
    case .heading: CellStyle(font: Fonts.heading, size: 16, wraps: true)
    case .paragraph: CellStyle(size: 16, wraps: true)
    case .signature: CellStyle(size: 16, alignment: .right, wraps: true)
    }
  }

  static let link = CellStyle(colour: 0x0563C1, isLink: true)

  static func columnHeading(size: Double) -> CellStyle {
    CellStyle(
      font: Fonts.heading, size: size, alignment: .center, wraps: true, hasBorder: true,
      fill: 0xEDEDED)
  }
}
