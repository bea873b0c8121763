/// A cell, from which its place is found when a fault needs it.
struct CellMark {
  let spot: CellSpot
  /// The field's heading.
  let heading: String
  /// The cell whose content it took, if it was filled down.
  var source: CellSpot?
}
