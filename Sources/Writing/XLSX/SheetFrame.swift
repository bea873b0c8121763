import Domain
import Packages

/// A sheet, cut where rows are to stand.
struct SheetFrame {
  let head: [UInt8]
  let tail: [UInt8]
  let tally: SheetTally

  /// - Parameters:
  ///   - content: The part.
  ///   - dimension: Where the sheet begins and ends: `A1:L50`.
  ///   - keepsRows: Whether the rows that it has stay before those to come. Those that
  ///     libxlsxwriter writes do not: charts take their values from them, no more.
  /// - Throws: `PackageFault` unless it is a whole sheet.
  init(_ content: [UInt8], part: String, dimension: String, keepsRows: Bool = false) throws {
    let handler = FrameHandler()
    let reader = try XMLReader(part: part, handler: handler)
    handler.reader = reader
    try content.withUnsafeBytes(reader.add)
    try reader.finish()
    guard let place = handler.dimension, let rows = handler.rows else {
      throw PackageFault(part: part, problem: .cutOff)
    }
    var head = Array(content[..<place.lowerBound])
    head += "<dimension ref=\"\(dimension)\"/>".utf8
    head += content[place.upperBound..<rows.begin.lowerBound]
    head.add("<sheetData>")
    if keepsRows { head += content[rows.begin.upperBound..<rows.end.lowerBound] }
    self.head = head
    tail = Array("</sheetData>".utf8) + content[rows.end.upperBound...]
    tally = handler.tally
  }
}

/// Finds the places of a sheet's dimension and of its rows, and counts what stands beside them.
private final class FrameHandler: XMLHandler {
  weak var reader: XMLReader?
  private(set) var dimension: Range<Int>?
  /// The tags around the rows.
  private(set) var rows: (begin: Range<Int>, end: Range<Int>)?
  private(set) var tally = SheetTally()

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "dimension": dimension = tag
    case "sheetData": rows = tag.map { ($0, $0.upperBound..<$0.upperBound) }
    case "mergeCell": tally.mergedCells += 1
    case "cfRule": tally.rules += 1
    case "hyperlink": tally.links += 1
    default: break
    }
  }

  func end(_ name: XMLName) {
    if name == "sheetData", let tag, !tag.isEmpty { rows?.end = tag }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {}

  /// Where the tag that was just read stands; empty for the end of an element without content.
  private var tag: Range<Int>? { reader.map { $0.offset..<($0.offset + $0.count) } }
}
