/// Cells that list things.
enum ListCell {
  /// The parts of a text, trimmed, without empty ones.
  static func parts(_ text: String, separators: String) -> [String] {
    guard !text.isEmpty else { return [] }
    let signs = Set(separators.unicodeScalars)
    return text.unicodeScalars.split { signs.contains($0) }.compactMap { part in
      let words = Substring(part).utf8
      let trimmed = Array(words).withUnsafeBufferPointer {
        String(decoding: Blanks.trim($0), as: UTF8.self)
      }
      return trimmed.isEmpty ? nil : trimmed
    }
  }
}
