import Foundation
import Packages

/// Counts what stands on a sheet.
final class SheetHandler: XMLHandler {
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

  /// Adds the bytes of the strings that the cells hold.
  /// - Returns: false if one of them is not there.
  func resolve(_ lengths: [Int]) -> Bool {
    for string in strings {
      guard lengths.indices.contains(Int(string)) else { return false }
      tally.bytes += lengths[Int(string)]
    }
    return true
  }
}

/// Counts the children of elements that say how many they have; of strings, their bytes.
final class CountHandler: XMLHandler {
  /// The first count that is not what the part says.
  private(set) var difference: (of: String, found: Int, meant: Int)?
  /// The bytes of each shared string.
  private(set) var lengths: [Int] = []
  /// The elements that are open: how many children they have, and say that they have.
  private var open: [(children: Int, said: Int?)] = []
  private var isText = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if !open.isEmpty { open[open.count - 1].children += 1 }
    open.append((0, attributes.integer("uniqueCount") ?? attributes.integer("count")))
    if name == "si" { lengths.append(0) }
    isText = name == "t"
  }

  func end(_ name: XMLName) {
    isText = false
    guard let (children, said) = open.popLast(), let said, said != children, difference == nil
    else { return }
    difference = (String(cString: name.bytes), children, said)
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    if isText, !lengths.isEmpty { lengths[lengths.count - 1] += bytes.count }
  }
}
