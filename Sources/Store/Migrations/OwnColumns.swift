import Domain

/// The own columns of a target whose headings became columns of the register in version 3.
///
/// A row of before keeps them among its own columns, as its hash of then says, and has them as
/// values of the register beside: so a ledger that did not change still says the same.
enum OwnColumns {
  /// The register's columns, each with the headings under which an office had it of its own.
  static let taken = [
    ("unit", ["单位", "unit"]), ("due_on", ["时限", "due_on"]), ("note", ["备注", "note"]),
  ]

  /// The own columns without those that a row has as values of the register.
  /// - Parameter values: What the row has in the register's columns, by their names.
  static func left(in extra: Value, besides values: [String: Value]) -> Value {
    guard let text = extra.text else { return extra }
    let taken = headings(in: extra, besides: values)
    let left = parts(text).filter { !taken.contains($0.name) }
    return .nonEmpty(left.map { "\($0.name)\u{1F}\($0.text)" }.joined(separator: "\u{1E}"))
  }

  /// The headings of the own columns that a row has as values of the register. One that stands there
  /// twice, in Chinese and English, was taken once.
  static func headings(in extra: Value, besides values: [String: Value]) -> [String] {
    let parts = parts(extra.text ?? "")
    return taken.filter { values[$0.0, default: .null] != .null }.compactMap { _, headings in
      parts.first { headings.contains($0.name.lowercased()) }?.name
    }
  }

  /// What the register's columns have, by their names, of the own columns of a target.
  /// - Parameter units: The unit of a name; nil if there is none, or more than one.
  static func values(of extra: Value, units: (String) -> String?) -> [String: Value] {
    let parts = parts(extra.text ?? "")
    var values: [String: Value] = [:]
    for (column, headings) in taken {
      guard let text = parts.first(where: { headings.contains($0.name.lowercased()) })?.text else {
        continue
      }
      switch column {
      case "unit": values[column] = units(text).map(Value.text)
      case "due_on": values[column] = Day(text).map { .day($0) }
      default: values[column] = .text(text)
      }
    }
    return values
  }

  private static func parts(_ extra: String) -> [(name: String, text: String)] {
    extra.split(separator: "\u{1E}").compactMap { part in
      let pair = part.split(separator: "\u{1F}", maxSplits: 1)
      return pair.count == 2 ? (String(pair[0]), String(pair[1])) : nil
    }
  }
}
