import Database
import Definitions
import Domain

/// The rows of a query written as the CSV text that an office would hand in: headings, then a
/// line for each row, ended by LF; NULL is empty; a cell with a separator, a quote or a line break
/// stands in quotes, its line breaks as CRLF. The same rows in the same order are the same bytes.
struct QueryRows {
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
      add(cell.utf8)
    }
    text.append(UInt8(ascii: "\n"))
  }

  private mutating func add(_ cell: String.UTF8View) {
    guard cell.contains(where: Self.needsQuotes) else { return text += cell }
    text.append(UInt8(ascii: "\""))
    for byte in cell {
      if byte == UInt8(ascii: "\"") { text.append(byte) }
      if byte == UInt8(ascii: "\n"), text.last != UInt8(ascii: "\r") {
        text.append(UInt8(ascii: "\r"))
      }
      text.append(byte)
    }
    text.append(UInt8(ascii: "\""))
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
    default: false
    }
  }
}
