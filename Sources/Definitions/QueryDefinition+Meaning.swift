extension QueryDefinition {
  /// What the header says, sentence by sentence.
  public var sentences: [String] {
    description.replacing("\n", with: " ").replacing("。", with: "。\n")
      .replacing(". ", with: ".\n").split(separator: "\n").map(\.trimmed)
  }
}
