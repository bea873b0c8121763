import Delimited
import Domain
import Pages
import Writing

/// A query's result on standard output.
enum QueryOutput {
  /// CSV after RFC 4180 with the columns' names; values exact, nothing guarded: for programs.
  static func csv(_ rows: ResultStream) throws {
    var buffer = Array((rows.columns.map(\.name).joined(separator: ",") + "\r\n").utf8)
    try rows.forEach { row in
      for (index, value) in row.enumerated() {
        if index > 0 { buffer.append(UInt8(ascii: ",")) }
        var text = text(value)
        text.withUTF8 { CSVField.append($0, to: &buffer) }
      }
      buffer += [0x0D, 0x0A]
      if buffer.count > 65_536 {
        try StandardOutput.write(buffer)
        buffer.removeAll(keepingCapacity: true)
      }
    }
    try StandardOutput.write(buffer)
  }

  /// A list of objects, a row each.
  static func json(_ rows: ResultStream) throws {
    try StandardOutput.write(json: objects(rows))
  }

  /// The rows as objects.
  static func objects(_ rows: ResultStream) throws -> [[String: JSONValue]] {
    var objects: [[String: JSONValue]] = []
    try rows.forEach { row in
      objects.append(
        Dictionary(
          uniqueKeysWithValues: zip(rows.columns.map(\.name), row.map(JSONValue.init))))
    }
    return objects
  }

  /// What only sorts rows; it says nothing to a reader.
  private static let sorting = "number_order"

  /// Columns for a reader.
  static func table(_ rows: ResultStream) throws {
    let shown = rows.columns.indices.filter { rows.columns[$0].name != sorting }
    var lines = [shown.map { rows.columns[$0].name }]
    try rows.forEach { row in lines.append(shown.map { text(row[$0]) }) }
    let numeric = shown.indices.filter { rows.columns[shown[$0]].kind == .integer }
    try StandardOutput.write(TextTable(rows: lines, numeric: Set(numeric)).text)
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .null: ""
    case .integer(let integer): String(integer)
    case .text(let text): text
    case .blob(let bytes): "\(bytes.count) bytes"
    }
  }
}

/// A value as JSON.
struct JSONValue: Encodable {
  let value: Value

  init(_ value: Value) {
    self.value = value
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch value {
    case .null, .blob: try container.encodeNil()
    case .integer(let integer): try container.encode(integer)
    case .text(let text): try container.encode(text)
    }
  }
}
