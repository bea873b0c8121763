/// Everything the program says, in both languages. Errors carry data; the sentences stand here
/// and in this folder's other files, a topic each.
enum Wording {
  /// The one of two wordings that is of the process's language.
  static func say(_ english: String, _ chinese: String) -> String {
    Language.current == .chinese ? chinese : english
  }

  /// A list of names for a sentence.
  static func list(_ names: some Sequence<String>) -> String {
    let names = Array(names)
    guard !names.isEmpty else { return say("none", "无") }
    let shown = names.prefix(12).joined(separator: say(", ", "、"))
    return names.count > 12 ? shown + say(", …", "等") : shown
  }
}
