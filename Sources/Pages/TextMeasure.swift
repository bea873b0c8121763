/// How much room text takes in cells, where a Chinese character is as wide as two digits.
public enum TextMeasure {
  /// Width in characters.
  public static func width(_ text: String) -> Int { text.utf8.reduce(0) { $0 + width(of: $1) } }

  /// What a byte of UTF-8 adds: a character's first all of it. E2 begins those from U+2000 on.
  private static func width(of byte: UInt8) -> Int {
    byte < 0x80 ? 1 : byte < 0xC0 ? 0 : byte < 0xE2 ? 1 : 2
  }

  /// How many lines wrapped text fills in a cell of `width` characters of `size` points.
  public static func lines(_ text: String, width: Int, size: Double) -> Int {
    lines(text, capacity: capacity(width: width, size: size))
  }

  /// How wide a line may be in a cell of `width` characters of `size` points.
  public static func capacity(width: Int, size: Double) -> Int {
    // A column's width is counted in digits of 7 pixels; a Chinese character of 10.5 pt has 14.
    // One more stays free for punctuation that must not begin a line.
    max(2, Int(Double(width) * 10.5 / size) - 1)
  }

  /// How many lines wrapped text fills where a line may be as wide as `capacity`.
  public static func lines(_ text: String, capacity: Int) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      // Nothing is wider than it has bytes.
      if bytes.count <= capacity, !bytes.contains(UInt8(ascii: "\n")) { return 1 }
      var (lines, width) = (0, 0)
      for byte in bytes {
        if byte == UInt8(ascii: "\n") {
          lines += self.lines(width, capacity)
          width = 0
        } else {
          width += self.width(of: byte)
        }
      }
      return lines + self.lines(width, capacity)
    }
  }

  private static func lines(_ width: Int, _ capacity: Int) -> Int {
    max(1, (width + capacity - 1) / capacity)
  }

  /// Height in points of a row with so many lines; Excel takes no more than 409.5.
  public static func height(lines: Int, size: Double) -> Double {
    min(highest, (Double(lines) * size * 1.45 + 3).rounded())
  }

  private static let highest = 409.5

  /// Whether a row shows so many lines.
  public static func fits(lines: Int, size: Double) -> Bool {
    (Double(lines) * size * 1.45 + 3).rounded() <= highest
  }

  /// A text in pieces of which each fits into a row.
  public static func pieces(_ text: String, width: Int, size: Double) -> [String] {
    let capacity = capacity(width: width, size: size)
    guard !fits(lines: lines(text, capacity: capacity), size: size) else { return [text] }
    let most = Int((highest - 3) / (size * 1.45))
    var (pieces, piece, lines, line) = ([String](), "", 1, 0)
    for character in text {
      let wide = Self.width(String(character))
      if character == "\n" || line + wide > capacity {
        (lines, line) = (lines + 1, 0)
        if lines > most {
          pieces.append(piece)
          (piece, lines) = ("", 1)
        }
      }
      if character != "\n" { line += wide }
      if character != "\n" || !piece.isEmpty { piece.append(character) }
    }
    return pieces + [piece]
  }
}
