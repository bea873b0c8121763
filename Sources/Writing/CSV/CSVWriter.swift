import Delimited
import Domain
import Pages

/// Writes RFC 4180: commas, CRLF, quotes where they are needed.
///
/// Text that a spreadsheet would take for a formula gets a leading apostrophe, unless that is off.
final class CSVWriter: PieceWriter {
  private let file: OutputFile
  private let data: DataFile
  /// The columns of the table.
  private let columns: Range<Int>
  /// The stamp as it stands at the end of each row.
  private let stampBytes: [UInt8]
  private let converter: GB18030?
  private var buffer: [UInt8] = []
  private var row = 0

  init(_ data: DataFile, path: String) throws {
    file = try OutputFile(path: path)
    self.data = data
    columns = data.headings.indices
    converter = data.encoding == .gb18030 ? try GB18030(path: path) : nil
    stampBytes = data.stamp.map(\.text).reduce(into: []) { bytes, text in
      bytes.append(UInt8(ascii: ","))
      var text = text
      text.withUTF8 { CSVField.append($0, to: &bytes) }
    }
    buffer.reserveCapacity(Self.bufferSize + 65_536)
    if data.encoding == .utf8 { buffer += [0xEF, 0xBB, 0xBF] }
    try append(data.allHeadings.map { ($0, true) })
  }

  /// Writes a row of the result.
  func write(_ values: [Value]) throws {
    if converter == nil {
      // The common way, without an array of fields.
      append(values, to: &buffer)
      try endRow()
    } else {
      let reasons = data.reason.map { [($0(values), true)] } ?? []
      try append(
        columns.map { data.field($0, values) } + reasons + data.stamp.map { ($0.text, true) })
    }
  }

  /// Writes what is left and closes the file.
  func finish() throws -> FileSummary {
    try file.write(buffer)
    buffer = []
    return FileSummary(sha256: file.finish(), bytes: file.byteCount)
  }

  private static let bufferSize = 1 << 18

  private func append(_ fields: [(text: String, isText: Bool)]) throws {
    for (index, field) in fields.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      let start = buffer.count
      append(field.text, isText: field.isText, to: &buffer)
      if let converter {
        guard let bytes = converter.convert(buffer[start...]) else {
          throw CellFault(
            sheet: data.name, row: row + 1, column: index + 1, problem: .encoding("GB18030"))
        }
        buffer.replaceSubrange(start..., with: bytes)
      }
    }
    try endRow()
  }

  private func endRow() throws {
    buffer.append(0x0D)
    buffer.append(0x0A)
    row += 1
    guard buffer.count >= Self.bufferSize else { return }
    try file.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Appends the fields of a row, with one access to the buffer for all of them.
  private func append(_ values: [Value], to buffer: inout [UInt8]) {
    for index in columns {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      let field = data.field(index, values)
      append(field.text, isText: field.isText, to: &buffer)
    }
    if let reason = data.reason {
      buffer.append(UInt8(ascii: ","))
      append(reason(values), isText: true, to: &buffer)
    }
    buffer.append(contentsOf: stampBytes)
  }

  private func append(_ text: String, isText: Bool, to buffer: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      CSVField.append(
        bytes, isGuarded: isText && data.guardsFormulas && FormulaGuard.isNeeded(bytes), to: &buffer
      )
    }
  }
}
