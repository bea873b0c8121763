import Domain

/// What makes headings the same, however they are typed: no blanks, no line breaks, any width; and
/// where that finds nothing, without brackets and dates: 完成情况（截至8月） is 完成情况.
struct HeadingKey: Hashable {
  /// Without blanks, in the usual width, in small letters.
  let exact: String
  /// Without brackets and dates as well; `exact` where nothing would be left.
  let bare: String

  init(_ written: String) {
    exact = WordKey(written).text.lowercased()
    let bare = Self.withoutDates(Self.withoutBrackets(exact))
    self.bare = bare.isEmpty ? exact : bare
  }

  private static func withoutBrackets(_ text: String) -> String {
    var (kept, depth) = ("", 0)
    for character in text {
      switch character {
      case "(", "[", "【", "〔": depth += 1
      case ")", "]", "】", "〕": depth = max(0, depth - 1)
      default: if depth == 0 { kept.append(character) }
      }
    }
    return kept
  }

  private static let dateSigns: Set<Character> = [
    "年", "月", "日", "号", "-", "~", "—", "–", "至", ".", "/", "、", "底", "末",
  ]

  /// Without runs of digits with 年, 月 or 日 among them, and without 截至 before them.
  private static func withoutDates(_ text: String) -> String {
    var kept = ""
    var run = ""
    func isDate(_ run: String) -> Bool {
      run.contains { $0.isASCII && $0.isNumber } && run.contains { "年月日号".contains($0) }
    }
    func end() {
      if isDate(run) {
        for word in ["截至", "截止到", "截止"] where kept.hasSuffix(word) {
          kept.removeLast(word.count)
          break
        }
      } else {
        kept += run
      }
      run = ""
    }
    for character in text {
      if character.isASCII && character.isNumber || dateSigns.contains(character) && !run.isEmpty {
        run.append(character)
      } else {
        end()
        kept.append(character)
      }
    }
    end()
    return kept
  }
}
