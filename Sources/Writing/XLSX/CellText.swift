import Pages

/// What text must be before libxlsxwriter gets it.
enum CellText {
  /// The text as it is to be written: line ends as LF, and what looks like an escape of OOXML
  /// (`_x0041_`) escaped, for it would be read back as another character.
  static func checked(_ text: String) throws(Refusal) -> String {
    var text = text
    let scan = text.withUTF8 { Scan($0) }
    if let character = scan.refused { throw Refusal(problem: .character(character)) }
    if scan.hasCarriageReturn {
      text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }
    if scan.mayHoldEscape { text = escaped(text) }
    if scan.length > Cell.textLimit, text.utf16.count > Cell.textLimit {
      throw Refusal(problem: .tooLong(units: text.utf16.count))
    }
    return text
  }

  /// The text, if XML can carry it.
  static func plain(_ text: String) throws(Refusal) -> String {
    var text = text
    if let character = text.withUTF8({ Scan($0).refused }) {
      throw Refusal(problem: .character(character))
    }
    return text
  }

  /// A refusal; the sheet adds the place.
  struct Refusal: Error {
    let problem: CellFault.Problem
  }

  private static func escaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for index in bytes.indices {
      if isEscape(bytes[index...]) { result += Array("_x005F".utf8) }
      result.append(bytes[index])
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether `_xHHHH_` begins here.
  private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
    let form = Array(bytes.prefix(7))
    return form.count == 7 && form[0] == UInt8(ascii: "_") && form[1] == UInt8(ascii: "x")
      && form[6] == UInt8(ascii: "_")
      && form[2..<6].allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
  }

  /// One look over the bytes that settles nearly every text.
  private struct Scan {
    var refused: UInt32?
    var hasCarriageReturn = false
    var mayHoldEscape = false
    let length: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
      length = bytes.count
      // All that is looked for has one of these bytes; nearly every text has none.
      guard bytes.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "_") || $0 == 0xBF }) else {
        return
      }
      var previous: UInt8 = 0
      for (index, byte) in bytes.enumerated() {
        if byte < 0x20 {
          if byte == 0x0D {
            hasCarriageReturn = true
          } else if byte != 0x0A, byte != 0x09 {
            refused = UInt32(byte)
          }
        } else if byte == UInt8(ascii: "x"), previous == UInt8(ascii: "_") {
          mayHoldEscape = true
        } else if byte >= 0xBE, previous == 0xBF, index >= 2, bytes[index - 2] == 0xEF {
          refused = 0xFF40 + UInt32(byte)
        }
        previous = byte
      }
    }
  }
}
