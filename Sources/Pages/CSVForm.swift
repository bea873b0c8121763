/// What CSV files of an edition look like; each is made again in its own form.
public enum CSVForm: Sendable {
  /// In the place of a figure that is missing stands why.
  case reasonsInPlace
  /// Columns of figures hold numbers or nothing, and every row says which report it is of.
  case stacking

  /// The form in which files are written now.
  public static let current = stacking
}
