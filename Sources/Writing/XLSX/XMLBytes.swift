/// What the rows and texts of a workbook are written with, as XML in UTF-8.
extension [UInt8] {
  mutating func add(_ text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }

  mutating func add(decimal number: Int) {
    guard number >= 10 else {
      guard number >= 0 else { return append(contentsOf: String(number).utf8) }
      return append(UInt8(ascii: "0") + UInt8(number))
    }
    add(decimal: number / 10)
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// A finite number, as short as it can be read back: 0.94, where the library prints 16 digits.
  mutating func add(finite number: Double) {
    if let integer = Int(exactly: number) {
      add(decimal: integer)
    } else {
      append(contentsOf: number.description.utf8)
    }
  }

  mutating func add(escaped text: String) {
    var text = text
    text.withUTF8 { characters in
      if !characters.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E }) {
        return append(contentsOf: characters)
      }
      for character in characters {
        switch character {
        case UInt8(ascii: "&"): add("&amp;")
        case UInt8(ascii: "<"): add("&lt;")
        case UInt8(ascii: ">"): add("&gt;")
        default: append(character)
        }
      }
    }
  }

  /// The text of a cell, `<t>…</t>`. Blanks at its ends are lost unless it says that they matter.
  mutating func add(textElement text: String) {
    func isBlank(_ byte: UInt8?) -> Bool {
      byte.map { $0 == 0x20 || (9...13).contains($0) } ?? false
    }
    add(isBlank(text.utf8.first) || isBlank(text.utf8.last) ? "<t xml:space=\"preserve\">" : "<t>")
    add(escaped: text)
    add("</t>")
  }
}
