/// Names that output files may have, on any system that an office uses.
enum FileName {
  /// The most bytes of UTF-8.
  static let limit = 255

  /// The name, if it is one.
  /// - Throws: `OutputFault` if it is empty, longer than 255 bytes, begins with a dot or a blank,
  ///   or holds a separator, a control character or one that Windows refuses.
  static func checked(_ name: String) throws -> String {
    let refused = name.unicodeScalars.contains {
      $0.properties.generalCategory == .control || $0.properties.generalCategory == .format
        || "/\\:*?\"<>|".unicodeScalars.contains($0)
    }
    guard !refused, !name.isEmpty, name.utf8.count <= limit, !name.hasPrefix("."),
      !name.hasPrefix(" "), !name.hasSuffix(" "), !name.hasSuffix(".")
    else { throw OutputFault(path: name, problem: .fileName) }
    return name
  }

  /// A text of a ledger as part of a name: what no name may hold becomes full-width or an underscore.
  static func part(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Character in
      if let wide = wide[scalar] { return wide }
      let category = scalar.properties.generalCategory
      return category == .control || category == .format ? "_" : Character(scalar)
    }
    return String(scalars).trimmingPrefix { " .".contains($0) }.trimmedSuffix
  }

  /// The name with a mark before its ending, shortened until both fit.
  static func marked(_ name: String, _ mark: String) -> String {
    let ending = name.lastIndex(of: ".").map { name[$0...] } ?? ""
    var stem = name.dropLast(ending.count)
    while !stem.isEmpty, stem.utf8.count + mark.utf8.count + ending.utf8.count > limit {
      stem.removeLast()
    }
    return stem + mark + ending
  }

  private static let wide: [Unicode.Scalar: Character] = [
    "/": "／", "\\": "＼", ":": "：", "*": "＊", "?": "？", "\"": "＂", "<": "＜", ">": "＞", "|": "｜",
  ]
}

extension Substring {
  /// Without blanks and full stops at the end.
  fileprivate var trimmedSuffix: String {
    var rest = self
    while let last = rest.last, " .".contains(last) { rest.removeLast() }
    return String(rest)
  }
}
