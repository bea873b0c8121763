/// What may be entered into cells that are filled in.
public enum EntryCheck: Hashable, Sendable {
  /// One of some words.
  case words([String])
  /// A name of a sheet's column; several may be typed into one cell.
  case names(sheet: String, column: Int)
  case day
  /// As `day`, but a deadline in words may be typed, too.
  case deadline
  /// From 0 to 100, without a sign.
  case percent
  case wholeNumber
  case quantity
}

/// The cells of a form's column that a unit fills in.
public struct Entry: Hashable, Sendable {
  /// What they are, such as `ledger.progress`.
  public let name: String
  /// Nil where any text may be entered.
  public let check: EntryCheck?
  /// What is said of them beside their heading; empty for nothing.
  public let hint: String

  public init(name: String, check: EntryCheck?, hint: String) {
    self.name = name
    self.check = check
    self.hint = hint
  }
}
