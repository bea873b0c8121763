extension QueryDefinition {
  /// What the header says of a column: the sentences that name it in backticks; nil if none does.
  public func meaning(of column: String) -> String? {
    let sentences = description.replacing("\n", with: " ").replacing("。", with: "。\n")
      .replacing(". ", with: ".\n").split(separator: "\n")
    let found = sentences.filter { $0.contains("`\(column)`") }.map(\.trimmed)
    return found.isEmpty ? nil : found.joined(separator: " ").replacing("`", with: "")
  }
}
