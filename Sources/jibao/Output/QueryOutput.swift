import Domain

/// A query's result on standard output.
enum QueryOutput {
  /// CSV after RFC 4180 with the columns' names; values exact, nothing guarded: for programs.
  static func csv(_ rows: ResultStream) throws {
    var buffer = rows.columns.map(\.name).joined(separator: ",") + "\r\n"
    try rows.forEach { row in
      buffer += row.map { quoted(text($0)) }.joined(separator: ",") + "\r\n"
      if buffer.utf8.count > 65_536 {
        try StandardOutput.write(buffer)
        buffer = ""
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

  /// Columns for a reader.
  static func table(_ rows: ResultStream) throws {
    var lines = [rows.columns.map(\.name)]
    try rows.forEach { lines.append($0.map(text)) }
    let numeric = rows.columns.indices.filter { rows.columns[$0].kind == .integer }
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

  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
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
