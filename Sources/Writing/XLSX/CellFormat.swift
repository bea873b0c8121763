import CXlsxWriter
import Pages

/// A format of one workbook.
///
/// A class, since every cell is handed over with one.
final class CellFormat {
  let pointer: UnsafeMutablePointer<lxw_format>
  let style: CellStyle
  /// Its number in the workbook; the library gives one to each format that something has.
  private(set) lazy var number = lxw_format_get_xf_index(pointer)

  init(pointer: UnsafeMutablePointer<lxw_format>, style: CellStyle) {
    (self.pointer, self.style) = (pointer, style)
  }

  func apply() {
    format_set_font_name(pointer, style.font)
    format_set_font_size(pointer, style.size)
    let vertical = style.isAtTop ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER
    format_set_align(pointer, UInt8(vertical.rawValue))
    format_set_align(pointer, UInt8(Self.alignment(style.alignment).rawValue))
    if style.indent > 0 { format_set_indent(pointer, UInt8(style.indent)) }
    if style.isBold { format_set_bold(pointer) }
    if style.wraps { format_set_text_wrap(pointer) }
    if style.hasBorder { format_set_border(pointer, UInt8(LXW_BORDER_THIN.rawValue)) }
    if !style.numberFormat.isEmpty { format_set_num_format(pointer, style.numberFormat) }
    if let colour = style.colour { format_set_font_color(pointer, colour) }
    if style.isLink { format_set_underline(pointer, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
    if let fill = style.fill {
      format_set_pattern(pointer, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_fg_color(pointer, fill)
    }
  }

  private static func alignment(_ alignment: CellStyle.Alignment) -> lxw_format_alignments {
    switch alignment {
    case .left: LXW_ALIGN_LEFT
    case .center: LXW_ALIGN_CENTER
    case .right: LXW_ALIGN_RIGHT
    }
  }
}
