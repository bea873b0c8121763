/// A value as it stands in a ledger, in the store and in a result.
///
/// Dates are ISO text; quantities are integers in a fixed unit (progress and targets in
/// millionths); flags are 0 and 1. There are no floating-point values.
public enum Value: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)
  case blob([UInt8])

  /// The text, if this is one.
  public var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The integer, if this is one.
  public var integer: Int64? { if case .integer(let integer) = self { integer } else { nil } }

  /// The bytes, if these are any.
  public var bytes: [UInt8]? { if case .blob(let bytes) = self { bytes } else { nil } }

  /// The day, if this is the ISO text of one.
  public var day: Day? { text.flatMap { Day($0) } }

  /// Text, where the empty one is null: '' and NULL are the same to us, as in Oracle-like modes.
  public static func nonEmpty(_ text: String?) -> Value {
    guard let text, !text.isEmpty else { return .null }
    return .text(text)
  }

  /// The ISO text of a day, or null.
  public static func day(_ day: Day?) -> Value { day.map { .text($0.description) } ?? .null }
}
