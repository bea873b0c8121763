/// Names that output files may have, on any system that an office uses.
public enum FileName {
  /// The most bytes of UTF-8.
  public static let limit = 255
  /// What names are shortened to: a file under way bears a longer one.
  public static let room = 240

  /// Whether a text is a name: neither empty nor longer than 255 bytes, without separators, line
  /// breaks, characters that do not show and those that Windows refuses, and none that it keeps
  /// for devices; no dot or blank at the beginning, none at the end.
  public static func isValid(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= limit && cleaned(name) == name
  }

  /// A template filled as a name: every text is cleaned, and the whole shortened and cleaned.
  /// - Throws: `DefinitionFault` for an unknown placeholder.
  public static func filled(
    _ template: Template, with texts: [String: String]
  ) throws -> String {
    try fitting(template.filled(known: texts.keys.sorted()) { texts[$0].map(part) })
  }

  /// A text as a name: what no name may hold becomes full-width or an underscore, and the stem is
  /// cut where it is too long.
  public static func fitting(_ text: String) -> String {
    marked(cleaned(text), "")
  }

  /// A text of a ledger or plan as part of a name.
  public static func part(_ text: String) -> String { trimmed(replaced(text)) }

  /// The name with a mark before its ending, shortened until both fit.
  public static func marked(_ name: String, _ mark: String) -> String {
    let (stem, ending) = parted(name)
    var short = stem[...]
    while !short.isEmpty, short.utf8.count + mark.utf8.count + ending.utf8.count > room {
      short.removeLast()
    }
    return trimmed(String(short)) + mark + ending
  }

  private static func cleaned(_ text: String) -> String {
    let (stem, ending) = parted(trimmed(replaced(text)))
    let name = trimmed(stem)
    return (name.isEmpty ? "_" : isDevice(name) ? "_" + name : name) + ending
  }

  /// The name without its ending, and the ending with its dot. A dot in a sentence begins none.
  private static func parted(_ name: String) -> (stem: String, ending: String) {
    guard let dot = name.lastIndex(of: ".") else { return (name, "") }
    let ending = name[dot...].dropFirst().utf8
    guard (1...8).contains(ending.count), ending.allSatisfy(isLetterOrDigit) else {
      return (name, "")
    }
    return (String(name[..<dot]), String(name[dot...]))
  }

  private static func replaced(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          if let wide = wide[scalar] { return wide }
          switch scalar.properties.generalCategory {
          case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned:
            return "_"
          default: return scalar
          }
        }))
  }

  /// Without blanks and full stops at both ends.
  private static func trimmed(_ text: String) -> String {
    var rest = text.drop { " .\u{3000}".contains($0) }
    while let last = rest.last, " .\u{3000}".contains(last) { rest.removeLast() }
    return String(rest)
  }

  /// Whether Windows keeps a name for a device, whatever its ending.
  private static func isDevice(_ stem: String) -> Bool {
    var name = stem.prefix { $0 != "." }.drop { $0 == " " }
    while name.last == " " { name.removeLast() }
    guard (3...7).contains(name.count) else { return false }
    let device = name.uppercased()
    if devices.contains(device) { return true }
    return device.count == 4 && ["COM", "LPT"].contains(device.prefix(3))
      && "0123456789¹²³".contains(device.suffix(1))
  }

  private static let devices: Set = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"]

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }

  private static let wide: [Unicode.Scalar: Unicode.Scalar] = [
    "/": "／", "\\": "＼", ":": "：", "*": "＊", "?": "？", "\"": "＂", "<": "＜", ">": "＞", "|": "｜",
  ]
}
