import Domain
import Foundation
import Packages

/// The text of a cell or of a shared string while it is read: runs are joined, the readings of
/// characters dropped, blanks kept where the file says so, `_x000D_` taken for what it means.
struct RichText {
  private(set) var bytes: [UInt8] = []
  /// More than any cell of Excel can hold.
  static let limit = 1 << 20
  private(set) var isTooLong = false
  private var isOpen = false
  private var isReading = false
  private var isPreserved = false
  private var start = 0
  private var hasEscape = false

  /// Makes room for the next text.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    (isTooLong, isOpen, isReading, hasEscape) = (false, false, false, false)
  }

  /// A tag within the text begins.
  mutating func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "t":
      isOpen = !isReading
      isPreserved = attributes["xml:space"].map { strcmp($0, "preserve") == 0 } ?? false
      start = bytes.count
    case "rPh": isReading = true
    default: break
    }
  }

  /// A tag within the text ends.
  mutating func end(_ name: XMLName) {
    switch name {
    case "t":
      if isOpen, !isPreserved { trim() }
      isOpen = false
    case "rPh": isReading = false
    default: break
    }
  }

  mutating func text(_ piece: UnsafeRawBufferPointer) {
    if isOpen { add(piece) }
  }

  /// Adds bytes of a value that stands outside of `t`.
  mutating func add(_ piece: UnsafeRawBufferPointer) {
    guard bytes.count + piece.count <= Self.limit else { return isTooLong = true }
    bytes.append(contentsOf: piece)
  }

  /// Ends the text: after it, `bytes` is what the cell shows.
  mutating func finish() {
    guard bytes.contains(0x5F) else { return }
    bytes = EscapedText.decoded(bytes)
  }

  /// Blanks around a run that does not say that they are meant.
  private mutating func trim() {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    while bytes.count > start, let last = bytes.last, isBlank(last) { bytes.removeLast() }
    var first = start
    while first < bytes.count, isBlank(bytes[first]) { first += 1 }
    if first > start { bytes.removeSubrange(start..<first) }
  }
}

/// Characters that a workbook's XML writes as `_xHHHH_`.
enum EscapedText {
  /// The text with these characters in place; half of a pair becomes U+FFFD.
  static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard let unit = unit(in: bytes, at: index) else {
        result.append(bytes[index])
        index += 1
        continue
      }
      index += 7
      var units = [unit]
      if UTF16.isLeadSurrogate(unit), let next = self.unit(in: bytes, at: index),
        UTF16.isTrailSurrogate(next)
      {
        units.append(next)
        index += 7
      }
      result += String(decoding: units, as: UTF16.self).utf8
    }
    return result
  }

  /// The UTF-16 unit that `_xHHHH_` at a place means.
  private static func unit(in bytes: [UInt8], at index: Int) -> UInt16? {
    guard index + 6 < bytes.count, bytes[index] == 0x5F, bytes[index + 1] == 0x78,
      bytes[index + 6] == 0x5F
    else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[(index + 2)..<(index + 6)] {
      guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
