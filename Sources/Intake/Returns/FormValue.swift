public import Definitions
public import Domain

/// A value that a unit entered into a form.
public struct FormValue: Hashable, Sendable {
  /// The row of the ledger, such as `ledger|38`: the register, then what identifies it.
  public let key: String
  /// The column's id.
  public let column: String
  /// What the form was given out with, and what stands there now, as `FormCell` has them; empty for
  /// none.
  public let old: String
  public let new: String
  public let place: SourcePlace
  /// Of the column.
  public let heading: String

  public init(
    key: String, column: String, old: String, new: String, place: SourcePlace, heading: String
  ) {
    (self.key, self.column, self.old, self.new) = (key, column, old, new)
    (self.place, self.heading) = (place, heading)
  }

  /// The register's id; `form` and `objections` are none.
  public var table: String { String(key.prefix { $0 != "|" }) }
  public var register: Register? { Register(rawValue: table) }
}

/// Cells of forms, and values of the store, as one text that stands for both: days as ISO text,
/// percentages and quantities as decimals without a sign, words by their codes.
public enum FormCell {
  /// What a cell of a register's column says; nil for an empty one.
  public static func read(
    _ text: String, _ kind: RegisterColumn.Kind, _ vocabulary: Vocabulary
  ) -> Result<String?, FormCellRefusal> {
    var text = text.trimmingBlanks
    guard !text.isEmpty else { return .success(nil) }
    return text.withUTF8 { bytes in
      switch kind {
      case .percent: decimal(NumberCell.percent(bytes), 10_000)
      case .quantity: decimal(NumberCell.quantity(bytes), 1_000_000)
      case .amount: decimal(NumberCell.amount(bytes), 1_000_000)
      case .integer: decimal(NumberCell.integer(bytes), 1)
      case .day:
        switch DayCell.read(bytes.span) {
        case .value(let reading): .success(reading.day.description)
        case .refused(let problem): .failure(FormCellRefusal(problem: problem))
        }
      case .word(let kind): word(String(decoding: bytes, as: UTF8.self), kind, vocabulary)
      case .text, .identifier, .number, .unit, .units, .leaders, .members, .task, .plan:
        .success(String(decoding: bytes, as: UTF8.self))
      }
    }
  }

  /// What the store keeps of a register's column; nil for nothing.
  public static func text(_ value: Value, _ kind: RegisterColumn.Kind) -> String? {
    switch (value, kind) {
    case (.null, _), (.text(""), _), (.blob, _): nil
    case (.text(let text), _): text
    case (.integer(let integer), .percent): decimal(integer, 10_000)
    case (.integer(let integer), .quantity), (.integer(let integer), .amount):
      decimal(integer, 1_000_000)
    case (.integer(let integer), _): String(integer)
    }
  }

  /// An integer over a power of ten, with no more decimals than it has.
  static func decimal(_ value: Int64, _ unit: Int64) -> String {
    let (whole, rest) = value.magnitude.quotientAndRemainder(dividingBy: unit.magnitude)
    var decimals = rest == 0 ? "" : String(String(unit.magnitude + rest).dropFirst())
    while decimals.hasSuffix("0") { decimals.removeLast() }
    return (value < 0 ? "-" : "") + String(whole) + (decimals.isEmpty ? "" : "." + decimals)
  }

  private static func decimal(
    _ reading: CellReading<Int64>, _ unit: Int64
  ) -> Result<String?, FormCellRefusal> {
    switch reading {
    case .value(let value): .success(decimal(value, unit))
    case .refused(let problem): .failure(FormCellRefusal(problem: problem))
    }
  }

  private static func word(
    _ word: String, _ kind: WordKind, _ vocabulary: Vocabulary
  ) -> Result<String?, FormCellRefusal> {
    if let code = vocabulary.code(word, kind) { return .success(code) }
    let known = vocabulary.words(for: kind)
    return .failure(
      FormCellRefusal(
        problem: .unknownWord(
          kind, nearest: Nearest.candidates(word, among: known, limit: 1).first, known: known)))
  }
}

/// Why a cell of a form is refused.
public struct FormCellRefusal: Error { public let problem: InputProblem }
