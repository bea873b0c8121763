/// How a cell looks.
public struct CellStyle: Hashable, Sendable {
  public enum Alignment: Sendable { case left, center, right }

  public var font: String
  /// In points.
  public var size: Double
  public var isBold: Bool
  public var alignment: Alignment
  /// Whether text begins at the top of the cell, rather than in the middle.
  public var isAtTop: Bool
  public var wraps: Bool
  public var hasBorder: Bool
  /// As Excel writes it; empty for none.
  public var numberFormat: String
  /// RGB.
  public var colour: UInt32?
  public var fill: UInt32?
  public var isLink: Bool

  public init(
    font: String = Fonts.body, size: Double = 10.5, isBold: Bool = false,
    alignment: Alignment = .left, isAtTop: Bool = false, wraps: Bool = false,
    hasBorder: Bool = false, numberFormat: String = "", colour: UInt32? = nil,
    fill: UInt32? = nil, isLink: Bool = false
  ) {
    self.font = font
    self.size = size
    self.isBold = isBold
    self.alignment = alignment
    self.isAtTop = isAtTop
    self.wraps = wraps
    self.hasBorder = hasBorder
    self.numberFormat = numberFormat
    self.colour = colour
    self.fill = fill
    self.isLink = isLink
  }

  /// Has numbers above 0 show their sign, too.
  public mutating func showSign() {
    numberFormat = "+\(numberFormat);-\(numberFormat);\(numberFormat)"
  }

  /// How far text stands from the left border, in steps of Excel.
  public var indent: Int { alignment == .left && hasBorder ? 1 : 0 }
}

/// The fonts of official documents (GB/T 9704), by name; a program without them takes its own.
public enum Fonts {
  public static let title = "方正小标宋简体"
  public static let heading = "黑体"
  public static let body = "仿宋"
  public static let footer = "宋体"
}

extension CellStyle {
  /// The title of a page, lines under it, a warning, the heading of a table, and facts with their
  /// labels.
  public static let title = CellStyle(font: Fonts.title, size: 22, alignment: .center, wraps: true)
  public static let line = CellStyle(wraps: true)
  public static let notice = CellStyle(
    font: Fonts.heading, size: 14, isBold: true, alignment: .center, wraps: true, colour: 0xC00000)
  public static let caption = CellStyle(font: Fonts.heading, size: 12, wraps: true)
  public static let label = CellStyle(
    font: Fonts.heading, alignment: .left, wraps: true, hasBorder: true)
  public static let fact = CellStyle(wraps: true, hasBorder: true)

  /// A link beside the text.
  public static let link = CellStyle(colour: 0x0563C1, isLink: true)

  /// The heading of a column.
  public static func columnHeading(size: Double) -> CellStyle {
    CellStyle(
      font: Fonts.heading, size: size, alignment: .center, wraps: true, hasBorder: true,
      fill: 0xEDEDED)
  }

  /// A text that leads elsewhere in the workbook, in the colour of a link.
  public var leading: CellStyle {
    var style = self
    style.colour = Self.link.colour
    return style
  }
}
