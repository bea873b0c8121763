import Domain
import Foundation
import Packages

/// Finds cells in the part of a sheet by their bytes, so that they can be changed and all else stays
/// as it is.
///
/// Cells and rows that are not there get the place where they belong.
final class SheetSplice: XMLHandler {
  /// A cell that is there.
  struct Found {
    let tag: XMLTag
    /// With all that it holds.
    let range: Range<Int>
    let hasFormula: Bool
    let isEmpty: Bool
  }

  let content: [UInt8]
  private(set) var found: [CellAddress: Found] = [:]
  /// For cells that are not there: where they go, and whether their row is to be made, too.
  private(set) var missing: [CellAddress: Place] = [:]
  /// The prefix of the sheet's elements with its colon.
  private(set) var prefix = ""
  /// The tags of rows and of the rows' frame that are their own ends, by where they end.
  private(set) var emptyTags: [Int: (tag: XMLTag, name: String)] = [:]
  /// Where what follows pictures stands, or the end of the sheet.
  private(set) var tail: Int?
  private(set) var root: XMLTag?
  /// The id of the relationship to the drawing of the comments.
  private(set) var legacyDrawing: String?

  struct Place {
    let offset: Int
    let needsRow: Bool
  }

  private weak var reader: XMLReader?
  private let wanted: [Int: [Int]]
  private let rows: [Int]
  private var nextRow = 0
  private var depth = 0
  private var row = 0
  private var rowTag: XMLTag?
  private var pending: [Int] = []
  private var column = 0
  private var cell: (tag: XMLTag, hasFormula: Bool, isEmpty: Bool)?
  private var isInRows = false

  /// What may stand behind the drawing of comments in a sheet.
  private static let behind: Set = [
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
    "tableParts", "extLst", "AlternateContent",
  ]

  init(_ content: [UInt8], part: String, cells: Set<CellAddress>) throws {
    self.content = content
    wanted = Dictionary(grouping: cells, by: \.row).mapValues { $0.map(\.column).sorted() }
    rows = wanted.keys.sorted()
    try XMLOutline.checkEncoding(content, part: part)
    let reader = try XMLReader(part: part, handler: self)
    self.reader = reader
    try content.withUnsafeBytes(reader.add)
    try reader.finish()
    for cell in found.keys { missing[cell] = nil }
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard let reader else { return }
    depth += 1
    let range = reader.offset..<(reader.offset + reader.count)
    if depth == 1 {
      prefix = name.prefix
      root = XMLTag(range, of: content)
    }
    let name = name.local
    if isInRows {
      switch name {
      case "row": startRow(XMLTag(range, of: content), attributes)
      case "c": startCell(XMLTag(range, of: content), attributes)
      case "f": cell?.hasFormula = true
      case "v", "is": cell?.isEmpty = false
      default: break
      }
    } else if name == "sheetData" {
      isInRows = true
      note(XMLTag(range, of: content), "sheetData")
    } else if depth == 2 {
      if name == "legacyDrawing" {
        legacyDrawing = attributes[local: "id"].map { String(cString: $0) }
      }
      if Self.behind.contains(String(cString: name.bytes)) { tail = tail ?? range.lowerBound }
    }
  }

  func end(_ name: XMLName) {
    guard let reader else { return }
    depth -= 1
    let (start, end) = (reader.offset, reader.offset + reader.count)
    if depth == 0 { tail = tail ?? start }
    guard isInRows else { return }
    switch name.local {
    case "c": endCell(end)
    case "row": endRow(start)
    case "sheetData":
      while nextRow < rows.count { makeRow(at: start) }
      isInRows = false
    default: break
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {}

  // MARK: Rows

  private func startRow(_ tag: XMLTag, _ attributes: XMLAttributes) {
    row = attributes.integer("r") ?? row + 1
    (rowTag, column) = (tag, 0)
    while nextRow < rows.count, rows[nextRow] < row { makeRow(at: tag.range.lowerBound) }
    if nextRow < rows.count, rows[nextRow] == row { nextRow += 1 }
    pending = wanted[row] ?? []
    if !pending.isEmpty { note(tag, "row") }
  }

  private func endRow(_ offset: Int) {
    for column in pending { miss(column, at: offset, needsRow: false) }
    pending = []
  }

  /// The next row that is wanted is not there: its cells get their place.
  private func makeRow(at offset: Int) {
    let number = rows[nextRow]
    nextRow += 1
    for column in wanted[number] ?? [] {
      let address = CellAddress(row: number, column: column)
      if missing[address] == nil { missing[address] = Place(offset: offset, needsRow: true) }
    }
  }

  private func note(_ tag: XMLTag, _ name: String) {
    if tag.isEmpty { emptyTags[tag.range.upperBound] = (tag, name) }
  }

  // MARK: Cells

  private func startCell(_ tag: XMLTag, _ attributes: XMLAttributes) {
    let address = attributes.text("r").flatMap { CellAddress($0) }
    column = address?.column ?? column + 1
    cell = (tag, false, true)
    while let first = pending.first, first < column {
      miss(first, at: tag.range.lowerBound, needsRow: false)
      pending.removeFirst()
    }
    if pending.first == column { pending.removeFirst() }
  }

  private func miss(_ column: Int, at offset: Int, needsRow: Bool) {
    missing[CellAddress(row: row, column: column)] = Place(offset: offset, needsRow: needsRow)
  }

  private func endCell(_ end: Int) {
    guard let cell else { return }
    if wanted[row]?.contains(column) == true {
      found[CellAddress(row: row, column: column)] = Found(
        tag: cell.tag, range: cell.tag.range.lowerBound..<end, hasFormula: cell.hasFormula,
        isEmpty: cell.isEmpty && !cell.hasFormula)
    }
    self.cell = nil
  }
}
