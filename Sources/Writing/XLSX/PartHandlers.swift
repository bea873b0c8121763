import Foundation
import Packages

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
