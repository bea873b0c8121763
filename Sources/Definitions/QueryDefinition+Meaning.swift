extension QueryDefinition {
  /// What the header says, sentence by sentence.
  public var sentences: [String] {
    var sentences: [String] = []
    var sentence = String.UnicodeScalarView()
    func end() {
      let text = Substring(String(sentence)).trimmed
      if !text.isEmpty { sentences.append(text) }
      sentence = String.UnicodeScalarView()
    }
    for scalar in description.unicodeScalars {
      // A line goes on in the next one.
      let isBlank = scalar == "\n" || scalar == " "
      if isBlank, sentence.last == "." {
        end()
      } else {
        sentence.append(isBlank ? " " : scalar)
        if scalar == "。" { end() }
      }
    }
    end()
    return sentences
  }
}
