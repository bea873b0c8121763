/// How much room text takes in cells, where a Chinese character is as wide as two digits.
enum TextMeasure {
  /// Width in characters.
  static func width(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2000 ? 1 : 2) }
  }

  /// How many lines wrapped text fills in a cell of `width` characters of `size` points.
  static func lines(_ text: String, width: Int, size: Double) -> Int {
    // A column's width is counted in digits of 7 pixels; a Chinese character of 10.5 pt has 14.
    // One more stays free for punctuation that must not begin a line.
    let capacity = max(2, Int(Double(width) * 10.5 / size) - 1)
    return text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
      $0 + max(1, (Self.width(Substring($1)) + capacity - 1) / capacity)
    }
  }

  /// Height in points of a row with so many lines; Excel takes no more than 409.5.
  static func height(lines: Int, size: Double) -> Double {
    min(409.5, (Double(lines) * size * 1.45 + 3).rounded())
  }
}
