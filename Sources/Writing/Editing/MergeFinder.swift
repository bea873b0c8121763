import Domain
import Packages

/// Finds which cells are covered by a merge, and the first cell of each such merge: what is written
/// into another one does not show.
final class MergeFinder: XMLHandler {
  /// By a covered cell the first of its merge.
  private(set) var first: [CellAddress: CellAddress] = [:]
  private let cells: [CellAddress]

  init(_ content: [UInt8], part: String, cells: Set<CellAddress>) throws {
    self.cells = Array(cells)
    let reader = try XMLReader(part: part, handler: self)
    try content.withUnsafeBytes(reader.add)
    try reader.finish()
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name.local == "mergeCell", let range = attributes.text("ref").flatMap({ CellRange($0) })
    else { return }
    for cell in cells where range.contains(cell) { first[cell] = range.first }
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeRawBufferPointer) {}
}
