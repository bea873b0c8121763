import Domain
import Pages

/// Lengths of a form, in twentieths of a point (twips).
struct FormMeasures {
  /// A4, upright.
  static let paper = (width: 11_906, height: 16_838)

  let top: Int
  let bottom: Int
  let left: Int
  let right: Int
  /// From the edge of the paper to the page number.
  let footer: Int
  /// Lines from one to the next.
  let pitch: Int
  /// Size of the text, in half points.
  let size: Int
  /// Size of letters in tables, in half points.
  let cellSize: Int

  init(_ form: Document.Form) {
    switch form {
    // GB/T 9704: margins of 37, 35, 28 and 26 mm, 三号, 28 points a line; tables in 五号.
    case .notice:
      (top, bottom, left, right, footer) = (2_098, 1_984, 1_587, 1_474, 1_588)
      (pitch, size, cellSize) = (560, 32, 21)
    // 小四 on 19 points a line, so that one page takes what a leader needs.
    case .page:
      (top, bottom, left, right, footer) = (1_304, 1_134, 1_361, 1_361, 680)
      (pitch, size, cellSize) = (380, 24, 20)
    }
  }

  /// The width of the text.
  func width(isLandscape: Bool) -> Int {
    isLandscape ? Self.paper.height - top - bottom : Self.paper.width - left - right
  }

  /// What says how the pages of a section are. Turned, its margins turn with it.
  func section(isLandscape: Bool) -> String {
    let (width, height) = Self.paper
    let size =
      isLandscape
      ? #"<w:pgSz w:w="\#(height)" w:h="\#(width)" w:orient="landscape"/>"#
      : #"<w:pgSz w:w="\#(width)" w:h="\#(height)"/>"#
    let sides = isLandscape ? (left, right, bottom, top) : (top, bottom, left, right)
    return size
      + #"<w:pgMar w:top="\#(sides.0)" w:right="\#(sides.3)" w:bottom="\#(sides.1)""#
      + #" w:left="\#(sides.2)" w:header="851" w:footer="\#(footer)" w:gutter="0"/>"#
  }
}
