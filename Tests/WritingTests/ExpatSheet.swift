import Foundation
import Packages

@testable import Writing

/// Counts what stands on a sheet by way of expat: the measure of `SheetScanner`.
final class ExpatSheet: XMLHandler {
  private(set) var tally = SheetTally()
  /// Which of the shared strings its cells hold.
  private(set) var strings: [Int32] = []
  private var content = Content.none

  private enum Content {
    case none
    /// A number, or nothing that is counted.
    case value
    /// Characters that are counted.
    case text
    /// The digits of a shared string's number.
    case string(Int32)
  }

  /// What the values of the cell are.
  private var cell = Content.value

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "c":
      tally.cells += 1
      cell =
        switch attributes["t"].map({ $0[0] }) {
        case CChar(UInt8(ascii: "s")) where attributes["t"]?[1] == 0: .string(0)
        case nil: .value
        default: .text
        }
    case "v": content = cell
    case "t", "f": content = .text
    case "row": tally.rows += 1
    case "mergeCell": tally.mergedCells += 1
    case "cfRule": tally.rules += 1
    case "hyperlink": tally.links += 1
    default: break
    }
  }

  func end(_ name: XMLName) {
    if case .string(let number) = content { strings.append(number) }
    content = .none
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    switch content {
    case .text: tally.bytes += bytes.count
    case .string(let number):
      content = .string(bytes.reduce(number) { $0 &* 10 &+ Int32($1) &- 48 })
    case .none, .value: break
    }
  }
}
