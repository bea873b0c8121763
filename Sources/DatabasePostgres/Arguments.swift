import Database
import Domain

/// The values of a statement's parameters in the form that libpq takes.
struct Arguments {
  let types: [UInt32]
  private let values: [[UInt8]?]

  /// - Throws: `DatabaseFailure` for a name without a value.
  init(_ names: [String], _ parameters: [String: Value], _ statement: String) throws {
    let bound = try names.map { name in
      guard let value = parameters[name] else {
        throw DatabaseFailure(
          kind: .statement, code: "parameter", detail: .noValue(":\(name)"), statement: statement)
      }
      return value
    }
    types = bound.map(WireFormat.type)
    values = bound.map(WireFormat.bytes)
  }

  /// Hands over count, types, values, lengths and formats, all binary, for the time of a call.
  func pass<Result>(
    _ body: (
      Int32, [UInt32], [UnsafePointer<CChar>?], [Int32], [Int32]
    ) -> Result
  ) -> Result {
    let lengths = values.map { Int32($0?.count ?? 0) }
    let formats = values.map { _ in Int32(1) }
    var all: [UInt8] = []
    // One byte more each, so that an empty text is not a null pointer.
    let offsets = values.map { value in
      defer { all += (value ?? []) + [0] }
      return all.count
    }
    return all.withUnsafeBytes { bytes in
      let base = bytes.bindMemory(to: CChar.self).baseAddress
      let pointers = zip(values, offsets).map { value, offset in
        value == nil ? nil : base.map { $0 + offset }
      }
      return body(Int32(values.count), types, pointers, lengths, formats)
    }
  }
}

/// Hands over C strings with a null pointer at the end, for the time of a call.
func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafePointer<CChar>?]) -> Result
) -> Result {
  let all = strings.flatMap { Array($0.utf8CString) }
  var offset = 0
  let offsets = strings.map { string in
    defer { offset += string.utf8.count + 1 }
    return offset
  }
  return all.withUnsafeBufferPointer { buffer in
    body(offsets.map { offset in buffer.baseAddress.map { $0 + offset } } + [nil])
  }
}
