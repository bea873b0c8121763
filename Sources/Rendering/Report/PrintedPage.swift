/// How full the printed page is on which the next row of a sheet will stand.
struct PrintedPage {
  /// How many points of rows a page takes.
  let capacity: Double
  private(set) var filled = 0.0
  /// How much of every further page its repeated headings take.
  var repeated = 0.0

  /// - Parameters:
  ///   - pixels: width of the printed columns, which are scaled down to one page.
  ///   - isUpright: portrait rather than landscape.
  init(pixels: Int, isUpright: Bool) {
    let (short, long) = (Self.paper.short, Self.paper.long)
    let (across, down) = isUpright ? (short, long) : (long, short)
    let exact = min(1, (across - Self.margins.across) / (Double(pixels) * 0.75))
    // Programs scale by whole percentages.
    let scale = (exact * 100).rounded(.down) / 100
    capacity = (down - Self.margins.down) / scale
  }

  /// A4, in points.
  private static let paper = (short: 595.3, long: 841.9)
  /// What `Worksheet.setPage` leaves free on both sides together, in points.
  private static let margins = (across: 57.6, down: 93.6)

  mutating func add(_ height: Double) {
    filled = (isTooFull(for: height) ? repeated : filled) + height
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

  mutating func end() { filled = repeated }
}
