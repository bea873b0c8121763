import Foundation
import Packages

/// Counts the children of elements that say how many they have.
final class CountHandler: XMLHandler {
  /// The first count that is not what the part says.
  private(set) var difference: (of: String, found: Int, meant: Int)?
  /// The elements that are open: how many children they have, and say that they have.
  private var open: [(children: Int, said: Int?)] = []

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if !open.isEmpty { open[open.count - 1].children += 1 }
    open.append((0, attributes.integer("uniqueCount") ?? attributes.integer("count")))
  }

  func end(_ name: XMLName) {
    guard let (children, said) = open.popLast(), let said, said != children, difference == nil
    else { return }
    difference = (String(cString: name.bytes), children, said)
  }

  func text(_ bytes: UnsafeRawBufferPointer) {}
}
