import Definitions
import Domain

/// Where a cell stands in its source: as small as it can be, for there is one for each key.
struct CellSpot: Hashable, Comparable {
  /// In a text the offset where the field begins, its opening quote included; in a sheet the column.
  var start: UInt32
  /// In a text the offset where its content ends; in a sheet the column.
  var end: UInt32
  /// The line, or the row of a sheet or of a query's result.
  var line: UInt32
  /// The number of the sheet among those of its workbook, from 1; 0 for what is none.
  var tab: UInt16 = 0

  /// In the order of sheets and rows.
  static func < (left: CellSpot, right: CellSpot) -> Bool {
    (left.tab, left.line, left.start) < (right.tab, right.line, right.start)
  }
}

/// A field of a record.
struct RowField {
  /// The content, without quotes, valid until its source is read anew.
  var bytes: UnsafeBufferPointer<UInt8>
  var spot: CellSpot
  /// Whether the content holds doubled quotes or carriage returns, as a text has them.
  var isEscaped = false

  static var empty: UnsafeBufferPointer<UInt8> { .init(start: nil, count: 0) }
}

/// A record of a source: its headings, or a row below them.
struct RowRecord {
  /// The fields that are kept.
  var fields: [RowField] = []
  /// How many fields there are.
  var count = 0
  /// Where it begins.
  var spot = CellSpot(start: 0, end: 0, line: 0)
  /// How many bytes it takes.
  var size = 0
  /// Whether its form was at fault, so that its fields mean nothing.
  var isDamaged = false
  /// The fields that took the content of another cell, with the cell that they are.
  var filled: [Int: CellSpot] = [:]

  var line: Int { Int(spot.line) }
}

/// Rows with places: of a CSV file, of a query, of the sheets of a workbook.
///
/// It is read more than once, always from the beginning. The bytes that it hands out stay where they
/// are until then.
protocol RowSource: AnyObject {
  /// The path of the file or of the query, as messages show it.
  var path: String { get }
  /// Of the file's bytes, or of the query's rows.
  var hash: ContentHash { get }
  /// For each of the register's columns the number of its field, where something else than the
  /// headings says so; nil where they do.
  var stated: [Int?]? { get }
  /// The names of the sheets that it is read from; none for what is no workbook.
  var sheets: [String] { get }
  /// Begins anew. What is wrong with the form of the records goes to `faults`.
  func rewind(_ faults: FaultList)
  /// Reads the next record, false at the end; the first one are the headings.
  func next(_ record: inout RowRecord) -> Bool
  func place(of spot: CellSpot) -> SourcePlace
  /// What stands in a cell, cut to what a message can show.
  func excerpt(_ spot: CellSpot) -> String
}

extension RowSource {
  var stated: [Int?]? { nil }
  var sheets: [String] { [] }
}
