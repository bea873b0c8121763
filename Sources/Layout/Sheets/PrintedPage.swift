import Pages

/// How full the printed page is on which the next row of a sheet will stand.
struct PrintedPage {
  let paper: Paper
  /// Portrait rather than landscape.
  let isUpright: Bool
  /// How many pages its columns take beside each other.
  let pagesWide: Int
  /// To which share of its size all is made smaller.
  let scale: Double
  /// How many points of rows a page takes.
  let capacity: Double
  /// In points, the size of most cells.
  private let size: Double
  /// How many pages were begun.
  private(set) var pages = 1
  private(set) var filled = 0.0
  /// How much of every further page its repeated headings take.
  var repeated = 0.0

  /// - Parameters:
  ///   - pixels: width of the printed columns, which are made smaller to fit.
  ///   - isUpright: whether it shall be portrait; columns that would be too small to read lie all
  ///     the same, on A3 if they must, and beside each other if even that is too narrow.
  ///   - size: of most cells, in points.
  init(pixels: Int, isUpright: Bool, size: Double) {
    let choices = (isUpright ? [(Paper.a4, true)] : []) + [(.a4, false), (.a3, false)]
    let fitting = choices.first { paper, isUpright in
      Self.isReadable(size, Self.scale(pixels, across: isUpright ? paper.short : paper.long))
    }
    self.size = size
    (paper, self.isUpright) = fitting ?? (.a3, false)
    let across = self.isUpright ? paper.short : paper.long
    var pagesWide = 1
    var scale = Self.scale(pixels, across: across)
    // Beside each other until they can be read, or have their full size.
    while scale < 1, !Self.isReadable(size, scale) {
      pagesWide += 1
      scale = Self.scale(pixels / pagesWide, across: across)
    }
    (self.pagesWide, self.scale) = (pagesWide, scale)
    capacity = ((self.isUpright ? paper.long : paper.short) - Self.margins.down) / scale
  }

  /// The paper and the scale of a sheet that stands on one upright page; nil if it would be too
  /// small to read.
  static func onePage(
    pixels: Int, height: Double, size: Double
  ) -> (paper: Paper, scale: Double)? {
    for paper in [Paper.a4, .a3] {
      let down = min(1, (paper.long - margins.down) / max(height, 1))
      let scale = min(scale(pixels, across: paper.short), (down * 100).rounded(.down) / 100)
      if isReadable(size, scale) { return (paper, scale) }
    }
    return nil
  }

  /// Programs scale by whole percentages.
  private static func scale(_ pixels: Int, across: Double) -> Double {
    (min(1, (across - margins.across) / (Double(pixels) * 0.75)) * 100).rounded(.down) / 100
  }

  private static func isReadable(_ size: Double, _ scale: Double) -> Bool {
    size * scale >= smallest
  }

  /// In points, the smallest print that is read without trouble.
  private static let smallest = 9.0
  /// What `Worksheet.setPage` leaves free on both sides together, in points.
  private static let margins = (across: 57.6, down: 93.6)

  mutating func add(_ height: Double) {
    if own > 0, isTooFull(for: height) { end() }
    filled += height
  }

  /// Whether what needs so much height had better begin on the next page.
  ///
  /// A page that has hardly begun is not left; what is higher than a page begins on this one
  /// unless too little of it would stand there.
  func shouldEnd(before height: Double) -> Bool {
    guard filled > capacity / 4, isTooFull(for: height) else { return false }
    return height <= capacity || filled > capacity * 3 / 4
  }

  /// Whether what needs so much height does not fit on the page any more.
  func isTooFull(for height: Double) -> Bool { filled + height > capacity }

  /// What stands on the page without the headings that are repeated there.
  var own: Double { filled - repeated }

  /// Whether what stands here so far may stand on the page before in a program that gets a little
  /// more on a page.
  var hasJustBegun: Bool { pages > 1 && own <= capacity / 5 }

  mutating func end() {
    filled = repeated
    pages += 1
  }

  /// Whether the page ends elsewhere in a program that gets a little less on a page.
  var isAllButFull: Bool { filled > capacity * 0.9 }

  /// Whether what stands on this page had better stand on those before, a little smaller, than
  /// alone.
  var isSpared: Bool {
    pages > 1 && own <= capacity / (pages == 2 ? 6 : 4) && Self.isReadable(size, sparingScale)
  }

  /// The scale at which the pages before take the last one in, too.
  private var sparingScale: Double {
    let before = capacity * Double(pages - 1)
    return scale * before / (before + own) * 0.98
  }

  /// To how many pages the sheet is scaled down; nil for as many as it takes.
  ///
  /// A last page of few rows is spared. And as programs and their fonts differ a little, a page that
  /// is all but full is kept from running over.
  var scaledPages: Int? {
    if isSpared { return pages - 1 }
    return isAllButFull && Self.isReadable(size, scale * 0.98) ? pages : nil
  }

  /// The scale that comes of it.
  var finalScale: Double { isSpared ? sparingScale : scale }
}
