/// What stands on a sheet beside its rows, counted: when it is handed to libxlsxwriter, and again in
/// the XML that the library made of it.
struct SheetTally: Hashable {
  var mergedCells = 0
  /// Rules of conditional formats.
  var rules = 0
  var links = 0

  /// The first count that differs, for a message.
  func difference(from meant: SheetTally) -> (of: String, found: Int, meant: Int)? {
    let counts: [(String, KeyPath<SheetTally, Int>)] = [
      ("mergeCell", \.mergedCells), ("cfRule", \.rules), ("hyperlink", \.links),
    ]
    return counts.first { self[keyPath: $0.1] != meant[keyPath: $0.1] }
      .map { ($0.0, self[keyPath: $0.1], meant[keyPath: $0.1]) }
  }
}
