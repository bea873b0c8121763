/// What Excel takes as the name of a sheet. What looks like an escape of OOXML (`_x0041_`) would be
/// read as another name.
public enum SheetName {
  /// The most UTF-16 units.
  public static let limit = 31

  public static func isValid(_ name: String) -> Bool {
    !name.allSatisfy(\.isWhitespace) && name.utf16.count <= limit
      && !name.contains { "[]:*?/\\".contains($0) } && !name.hasPrefix("'") && !name.hasSuffix("'")
      && name.lowercased() != "history"
      && !(name.contains("_") && name.contains(/_x[0-9A-Fa-f]{4}_/))
      && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value & 0xFFFE != 0xFFFE }
  }

  /// The name with a number behind it, short enough together.
  public static func numbered(_ name: String, _ number: Int) -> String {
    let mark = "(\(number))"
    var name = name
    while name.utf16.count + mark.utf16.count > limit { name.removeLast() }
    return name + mark
  }
}
