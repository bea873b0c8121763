import CPostgres
public import Domain
import Database

extension PostgresConnection {
  /// The fixed beginning of COPY's binary form: a signature, no flags, no extension.
  private static let header =
    Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00] + [UInt8](repeating: 0, count: 8)
  private static let bufferSize = 1 << 18

  /// Inserts rows by COPY. `next` must not use this connection.
  public func insert(
    into table: String, columns: [String], next: () throws -> [Value]?
  ) throws {
    let names = columns.joined(separator: ", ")
    let statement = "COPY \(table) (\(names)) FROM STDIN (FORMAT binary)"
    library.clear(try run(statement, [:]))
    do {
      var buffer = Self.header
      while let row = try next() {
        buffer += WireFormat.bigEndian(Int16(row.count))
        for value in row { Self.append(value, to: &buffer) }
        if buffer.count > Self.bufferSize { try put(&buffer, statement) }
      }
      buffer += WireFormat.bigEndian(Int16(-1))
      try put(&buffer, statement)
    } catch {
      endCopy(error: "stopped")
      throw error
    }
    endCopy(error: nil)
    var failed: (any Error)?
    while let result = library.nextResult(handle) {
      defer { library.clear(result) }
      do { try check(result, statement) } catch { failed = failed ?? error }
    }
    if let failed { throw failed }
  }

  private static func append(_ value: Value, to buffer: inout [UInt8]) {
    switch value {
    case .null: buffer += WireFormat.bigEndian(Int32(-1))
    case .integer(let integer):
      buffer += WireFormat.bigEndian(Int32(8))
      buffer += WireFormat.bigEndian(integer)
    case .text(let text):
      buffer += WireFormat.bigEndian(Int32(text.utf8.count))
      buffer += text.utf8
    case .blob(let bytes):
      buffer += WireFormat.bigEndian(Int32(bytes.count))
      buffer += bytes
    }
  }

  private func put(_ buffer: inout [UInt8], _ statement: String) throws {
    let sent = buffer.withUnsafeBytes { bytes in
      library.putCopyData(
        handle, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count))
    }
    guard sent == 1 else { throw lost(statement) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Ends the data; with a message the server drops what it got.
  private func endCopy(error: String?) {
    _ = library.putCopyEnd(handle, error)
    guard error != nil else { return }
    while let result = library.nextResult(handle) { library.clear(result) }
  }
}
