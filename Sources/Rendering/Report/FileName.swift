/// Names that output files may have, on any system that an office uses.
enum FileName {
  /// The name, if it is one.
  /// - Throws: `OutputFault` if it is empty, longer than 255 bytes, begins with a dot or a blank,
  ///   or holds a separator, a control character or one that Windows refuses.
  static func checked(_ name: String) throws -> String {
    let refused = name.unicodeScalars.contains {
      $0.properties.generalCategory == .control || $0.properties.generalCategory == .format
        || "/\\:*?\"<>|".unicodeScalars.contains($0)
    }
    guard !refused, !name.isEmpty, name.utf8.count <= 255, !name.hasPrefix("."),
      !name.hasPrefix(" "), !name.hasSuffix(" "), !name.hasSuffix(".")
    else { throw OutputFault(path: name, problem: .fileName) }
    return name
  }
}
