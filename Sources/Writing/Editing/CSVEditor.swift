import Delimited
import Domain
import Foundation
import Packages
import Pages

/// Writes a CSV file again with some fields changed and rows added, in its own encoding; all else as
/// it was, byte for byte.
public final class CSVEditor {
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private let path: String
  private let isGB18030: Bool
  private let text: [UInt8]
  /// Records by the lines on which they begin.
  private var records: [Int: CSVRecord] = [:]
  private var edits = XMLEdits()
  private var added: [UInt8] = []
  /// The headings, without blanks around them.
  public private(set) var headings: [String] = []

  /// Reads a file that is a ledger's: its form was checked before.
  /// - Throws: `OutputFault` if it is in no encoding that it could be written in again.
  public init(path: String) throws {
    self.path = path
    guard let data = FileManager.default.contents(atPath: path) else {
      throw OutputFault.system("open", path)
    }
    let bytes = Array(data)
    isGB18030 = String(validating: bytes, as: UTF8.self) == nil
    if isGB18030 {
      guard let text = try GB18030(path: path, isReading: true).convert(bytes[...]),
        try GB18030(path: path).convert(text[...]) == bytes
      else { throw OutputFault(path: path, problem: .system(call: "iconv", code: EILSEQ)) }
      self.text = text
    } else {
      text = bytes
    }
    text.withUnsafeBufferPointer { buffer in
      var scanner = CSVScanner(buffer, from: text.starts(with: Self.mark) ? Self.mark.count : 0)
      var record = CSVRecord()
      while scanner.next(&record) {
        records[record.line] = record
        if headings.isEmpty { headings = record.fields.map(content) }
      }
    }
  }

  private func content(_ field: CSVField) -> String {
    String(decoding: text[field.start..<field.end], as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Changes a field.
  /// - Parameters:
  ///   - line: On which its record begins.
  ///   - column: From 0.
  /// - Returns: Whether there is such a field.
  public func set(line: Int, column: Int, to value: String) -> Bool {
    guard let record = records[line], record.fields.indices.contains(column) else { return false }
    let field = record.fields[column]
    var bytes: [UInt8] = []
    CSVField.append(value, to: &bytes)
    let range = field.opening..<(field.end + (field.isQuoted ? 1 : 0))
    edits.replace(range, String(decoding: bytes, as: UTF8.self))
    return true
  }

  /// Whether the values of a column, from 0, bear a per cent sign.
  public func showsPercent(_ column: Int) -> Bool {
    records.values.contains { record in
      guard record.fields.indices.contains(column) else { return false }
      return content(record.fields[column]).hasSuffix("%")
    }
  }

  /// Adds a row at the end, by the headings of its columns.
  public func add(_ row: [String: String]) {
    for (index, heading) in headings.enumerated() {
      if index > 0 { added.append(0x2C) }
      CSVField.append(row[heading] ?? "", to: &added)
    }
    added += lineEnd
  }

  private var lineEnd: [UInt8] {
    let first = text.firstIndex(of: 0x0A) ?? 0
    return first > 0 && text[first - 1] == 0x0D ? [0x0D, 0x0A] : [0x0A]
  }

  /// Writes the file to one that is not there yet.
  /// - Throws: `OutputFault`, also where a value has a character that its encoding lacks.
  public func write(to target: String) throws {
    var bytes = edits.applied(to: text)
    if !added.isEmpty {
      if bytes.last != 0x0A { bytes += lineEnd }
      bytes += added
    }
    if isGB18030 {
      guard let encoded = try GB18030(path: target).convert(bytes[...]) else {
        throw OutputFault(path: path, problem: .system(call: "iconv", code: EILSEQ))
      }
      bytes = encoded
    }
    let file = try OutputFile(path: target)
    try file.write(bytes)
    _ = file.finish()
  }
}
