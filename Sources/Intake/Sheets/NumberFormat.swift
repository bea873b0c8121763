/// What a number format makes of a number.
enum NumberFormat: Equatable {
  /// A number, shown as such.
  case number
  case percent
  /// Nothing but noughts, as many: 7 is shown as `007`.
  case padded(width: Int)
  case day
  case dayAndTime
  /// A time of day, or a day with one where the number says so.
  case time
  /// A year and a month without a day.
  case month

  /// The formats that have numbers and no text in a workbook, some of them as Excel and WPS in
  /// Chinese mean them (ECMA-376, part 1, 18.8.30).
  init(builtIn id: Int) {
    self =
      switch id {
      case 9, 10: .percent
      case 17, 27, 36, 50, 52, 57: .month
      case 14...16, 28...31, 51, 53, 54, 58: .day
      case 22: .dayAndTime
      case 18...21, 32...35, 45...47, 55, 56: .time
      default: .number
      }
  }

  /// A format by its text, the first section of it: `yyyy"年"m"月"d"日";@`.
  init(code: String) {
    let letters = Self.letters(of: code)
    if letters.isEmpty || letters == "general" { self = .number; return }
    if letters.count > 1, letters.count <= 15, letters.allSatisfy({ $0 == "0" }) {
      self = .padded(width: letters.count)
      return
    }
    let hasTime = letters.contains { "hs".contains($0) }
    let hasDay = letters.contains("d") || letters.contains("aaa")
    let hasYear = letters.contains { "yeg".contains($0) }
    let hasMonth = letters.contains("m")
    let isNumber = letters.contains { "0#?".contains($0) }
    if hasTime {
      self = hasYear || hasDay || letters.contains("mmm") ? .dayAndTime : .time
    } else if isNumber && !hasDay && !letters.contains("yy") {
      self = letters.contains("%") ? .percent : .number
    } else if hasDay {
      self = .day
    } else if hasMonth {
      self = .month
    } else {
      self = hasYear ? .month : letters.contains("%") ? .percent : .number
    }
  }

  /// What is left of the first section without quoted and escaped text, colours and conditions, in
  /// small letters; the hours, minutes and seconds in brackets stay.
  private static func letters(of code: String) -> String {
    var letters = ""
    var rest = Substring(code)
    while let character = rest.popFirst() {
      switch character {
      case ";": return letters
      case "\"": rest = rest.firstIndex(of: "\"").map { rest[rest.index(after: $0)...] } ?? ""
      case "\\", "_", "*": _ = rest.popFirst()
      case "[":
        let end = rest.firstIndex(of: "]") ?? rest.endIndex
        let inside = rest[..<end].lowercased()
        if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) {
          letters += inside
        }
        rest = end < rest.endIndex ? rest[rest.index(after: end)...] : ""
      default: if character.isASCII { letters += character.lowercased() }
      }
    }
    return letters
  }
}
