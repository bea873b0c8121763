import Domain

/// What the reading of a table needs to know of the ledger.
struct ShapingContext {
  /// The years of the plan that a table's tasks belong to.
  var years = DeadlineText.Years([])
  /// Whether a text is the name of a unit.
  var isUnit: (String) -> Bool = { _ in false }
}
