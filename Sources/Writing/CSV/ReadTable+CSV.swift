import Foundation
public import Pages

extension ReadTable {
  /// Takes a file apart that `CSVWriter` wrote: with a byte order mark as UTF-8, else as GB18030.
  /// - Throws: `OutputFault` if it is in neither encoding.
  public init(_ bytes: [UInt8], path: String) throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text =
      bytes.starts(with: mark)
      ? Array(bytes.dropFirst(mark.count))
      : try GB18030(path: path, isReading: true).convert(ArraySlice(bytes))
    guard let text else {
      throw OutputFault(path: path, problem: .system(call: "iconv", code: EILSEQ))
    }
    let records = Self.records(text)
    self.init(headings: records.first ?? [], rows: Array(records.dropFirst()))
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
