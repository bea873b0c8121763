import Domain
import Foundation
import Packages

/// Reads the part of a sheet in one pass: its cells, and what the sheet says beside them.
///
/// No dimension and no count is believed; rows and cells may lack their addresses, and come in any
/// order.
final class SheetHandler: XMLHandler {
  private(set) var cells: CellCollector
  private(set) var tail = SheetTail()
  private(set) var hasFilter = false
  private(set) var hiddenColumns = HiddenColumns()
  /// The prefix of the sheet's own elements with its colon; nil before the first element.
  private var prefix: String?
  private var prefixLength = 0
  private var isInRows = false

  init(cells: CellCollector) { self.cells = cells }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    let name = own(name)
    if isInRows {
      startInRows(name, attributes)
    } else if name == "sheetData" {
      isInRows = true
    } else {
      startOutside(name, attributes)
    }
  }

  func end(_ name: XMLName) {
    let name = own(name)
    guard isInRows else { return tail.end(name.local) }
    switch name.bytes[0] {
    case CChar(UInt8(ascii: "c")) where name.bytes[1] == 0: cells.endCell()
    case CChar(UInt8(ascii: "v")) where name.bytes[1] == 0: cells.endValue()
    case CChar(UInt8(ascii: "t")), CChar(UInt8(ascii: "r")):
      if name == "row" { cells.endRow() } else { cells.endText(name) }
    case CChar(UInt8(ascii: "s")):
      if name == "sheetData" { (isInRows, _) = (false, cells.finish()) }
    default: break
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    if isInRows { cells.text(bytes) } else { tail.text(bytes) }
  }

  private func startInRows(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name.bytes[0] {
    case CChar(UInt8(ascii: "c")) where name.bytes[1] == 0: cells.startCell(attributes)
    case CChar(UInt8(ascii: "v")) where name.bytes[1] == 0: cells.startValue()
    case CChar(UInt8(ascii: "f")) where name.bytes[1] == 0: cells.startFormula()
    case CChar(UInt8(ascii: "t")), CChar(UInt8(ascii: "r")):
      if name == "row" { cells.startRow(attributes) } else { cells.startText(name, attributes) }
    default: break
    }
  }

  private func startOutside(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name.local {
    case "col": hiddenColumns.add(attributes)
    case "autoFilter": hasFilter = true
    default: tail.start(name.local, attributes)
    }
  }

  /// The name without the prefix of the sheet's own elements; those of extensions keep theirs.
  private func own(_ name: XMLName) -> XMLName {
    if prefix == nil {
      let found = name.prefix
      (prefix, prefixLength) = (found, found.utf8.count)
    }
    guard prefixLength > 0, let prefix, strncmp(name.bytes, prefix, prefixLength) == 0 else {
      return name
    }
    return XMLName(bytes: name.bytes + prefixLength)
  }
}

/// Columns that do not show, by the widths of a sheet.
struct HiddenColumns {
  private var ranges: [ClosedRange<Int>] = []

  /// Takes the widths of some columns.
  mutating func add(_ attributes: XMLAttributes) {
    guard ranges.count < CellAddress.lastColumn, let first = attributes.integer("min"),
      let last = attributes.integer("max"), first >= 1, first <= last,
      first <= CellAddress.lastColumn,
      attributes.isTrue("hidden") || attributes.text("width").flatMap(Double.init) == 0
    else { return }
    ranges.append(first...min(last, CellAddress.lastColumn))
  }

  /// The numbers of all of them, from 1.
  var columns: Set<Int> {
    var columns: Set<Int> = []
    var next = 1
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound >= next
    {
      columns.formUnion(max(next, range.lowerBound)...range.upperBound)
      next = range.upperBound + 1
    }
    return columns
  }
}
