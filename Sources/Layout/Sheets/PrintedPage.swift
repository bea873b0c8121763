/// How full the printed page is on which the next row of a sheet will stand.
struct PrintedPage {
  /// Portrait rather than landscape.
  let isUpright: Bool
  /// How many points of rows a page takes.
  let capacity: Double
  /// How many pages were begun.
  private(set) var pages = 1
  private(set) var filled = 0.0
  /// How much of every further page its repeated headings take.
  var repeated = 0.0

  /// - Parameters:
  ///   - pixels: width of the printed columns, which are scaled down to one page.
  ///   - isUpright: whether it shall be portrait; columns that would be too small to read lie all
  ///     the same.
  init(pixels: Int, isUpright: Bool) {
    let (short, long) = (Self.paper.short, Self.paper.long)
    self.isUpright = isUpright && Self.scale(pixels, on: short) >= Self.smallestUpright
    let (across, down) = self.isUpright ? (short, long) : (long, short)
    capacity = (down - Self.margins.down) / Self.scale(pixels, on: across)
  }

  /// Programs scale by whole percentages.
  private static func scale(_ pixels: Int, on across: Double) -> Double {
    (min(1, (across - margins.across) / (Double(pixels) * 0.75)) * 100).rounded(.down) / 100
  }

  private static let smallestUpright = 0.6

  /// A4, in points.
  private static let paper = (short: 595.3, long: 841.9)
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

  /// Whether what stands on this page had better stand on those before, a little smaller, than
  /// alone.
  var isSpared: Bool { pages > 1 && own <= capacity / (pages == 2 ? 6 : 4) }

  /// To how many pages the sheet is scaled down; nil for as many as it takes.
  ///
  /// A last page of few rows is spared. And as programs and their fonts differ a little, a page that
  /// is all but full is kept from running over.
  var scaledPages: Int? {
    isSpared ? pages - 1 : filled > capacity * 0.9 ? pages : nil
  }
}
