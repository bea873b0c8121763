import Domain

/// A column of a table as it is headed.
struct TableHeading {
  /// From 1.
  let column: Int
  /// What the cell says; of two levels the lower one, or the upper one where there is no lower.
  let text: HeadingText
  /// The upper of two levels.
  let upper: HeadingText?
  let address: CellAddress
  /// Which columns of ours it may be, and how sure that is.
  let candidates: [String: Double]

  init(column: Int, text: String, upper: String? = nil, address: CellAddress) {
    self.column = column
    self.text = HeadingText(text)
    self.upper = upper.map(HeadingText.init)
    self.address = address
    var candidates = HeadingWords.candidates(self.text)
    if let upper = self.upper {
      for (id, score) in HeadingWords.candidates(HeadingText(upper.written + self.text.written)) {
        candidates[id] = max(candidates[id] ?? 0, score * 0.9)
      }
      for (id, score) in HeadingWords.candidates(upper) {
        candidates[id] = max(candidates[id] ?? 0, score * 0.4)
      }
    }
    self.candidates = candidates
  }

  /// As mapping.yaml names it.
  var name: String {
    upper.map { "\($0.written)/\(text.written)" } ?? text.written
  }
}
