import Definitions
import Foundation

/// A CSV file of an edition, read back to be compared. Reads what `CSVWriter` writes.
struct CSVTable {
  let headings: [String]
  let rows: [[String]]

  /// The cells of a column, with the reason in the place of a figure that is missing: there older
  /// editions have it.
  func cells(_ heading: String) -> [String] {
    guard let column = headings.firstIndex(of: heading) else { return rows.map { _ in "" } }
    let reasons = headings.firstIndex(of: CSVReasons.heading)
    return rows.map { row in
      let cell = row.indices.contains(column) ? row[column] : ""
      guard cell.isEmpty, let reasons, row.indices.contains(reasons) else {
        return cell == EarlierTable.nothing ? "" : cell
      }
      return CSVReasons.reason(of: heading, in: row[reasons]) ?? ""
    }
  }

  /// Reads a file, with a byte order mark as UTF-8, else as GB18030; nil if there is none.
  /// - Throws: `DefinitionFault` if it cannot be read, `OutputFault` if it is in neither encoding.
  init?(path: String) throws {
    guard let data = try DiskFiles.contents(of: path, limit: .max) else { return nil }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text =
      data.starts(with: mark)
      ? Array(data.dropFirst(mark.count))
      : try GB18030(path: path, isReading: true).convert(ArraySlice(data))
    guard let text else {
      throw OutputFault(path: path, problem: .system(call: "iconv", code: EILSEQ))
    }
    let records = Self.records(text)
    headings = records.first ?? []
    rows = Array(records.dropFirst())
  }

  /// Takes the text apart at commas and CRLF outside quotes.
  private static func records(_ bytes: [UInt8]) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x22:
        // The second of two quotes stands for one; the state flips back on it.
        if !isQuoted, index > 0, bytes[index - 1] == 0x22, !field.isEmpty || index > 1 {
          field.append(byte)
        }
        isQuoted.toggle()
      case 0x2C where !isQuoted, 0x0A where !isQuoted:
        record.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
        if byte == 0x0A {
          records.append(record)
          record = []
        }
      case 0x0D where !isQuoted: break
      default: field.append(byte)
      }
    }
    return records
  }
}
