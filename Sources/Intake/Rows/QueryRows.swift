import Database
import Definitions
import Delimited
import Domain

/// The rows of a query, kept as the CSV text that an office would hand in: headings, then a line for
/// each row, ended by LF; NULL is empty; a cell with a separator, a quote or a line break stands in
/// quotes, its line breaks as CRLF. The same rows in the same order are the same bytes.
struct QueryText: Sendable {
  private(set) var text: [UInt8] = []

  /// Reads all rows of a source query.
  /// - Parameter effectiveOn: The day whose state the ledger shows.
  /// - Throws: `FileRefusal` if they are more than a file may hold; `DatabaseFailure`.
  init(_ query: QueryDefinition, _ connection: any Connection, effectiveOn: Day) throws {
    add(query.columns.map(\.name))
    try connection.forEachRow(of: query.sourceStatement, ["effective_on": .day(effectiveOn)]) {
      add($0.map { $0.text ?? "" })
      guard text.count <= InputFile.sizeLimit else {
        throw FileRefusal(problem: .fileTooLarge(limit: InputFile.sizeLimit))
      }
    }
  }

  private mutating func add(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      CSVField.append(Self.lineBreaks(cell), to: &text)
    }
    text.append(UInt8(ascii: "\n"))
  }

  /// The cell with CRLF for its line breaks.
  private static func lineBreaks(_ cell: String) -> String {
    guard cell.utf8.contains(0x0A) else { return cell }
    var bytes: [UInt8] = []
    for byte in cell.utf8 {
      if byte == 0x0A, bytes.last != 0x0D { bytes.append(0x0D) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The rows of a query: a place is a row of its result.
final class QueryRows: RowSource {
  let path: String
  let hash: ContentHash
  private let text: SourceText

  init(_ query: QueryText, path: String, faults: FaultList) {
    self.path = path
    let buffer = ByteBuffer(query.text)
    text = SourceText(buffer, path: path, countsRecords: true)
    hash = ContentHash(of: text.bytes)
    text.reportUnwanted(UTF8Check(buffer, from: 0), to: faults)
    text.rewind(faults)
  }

  func rewind(_ faults: FaultList) { text.rewind(faults) }

  func next(_ record: inout RowRecord) -> Bool { text.next(&record) }

  func place(of spot: CellSpot) -> SourcePlace { text.place(of: spot) }

  func excerpt(_ spot: CellSpot) -> String { text.excerpt(spot) }
}
