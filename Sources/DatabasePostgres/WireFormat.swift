import Domain

/// Values in PostgreSQL's binary form, as parameters, results and COPY carry them.
enum WireFormat {
  /// The object ids of the types that are used; they are fixed.
  enum ObjectID {
    static let bool: UInt32 = 16
    static let bytea: UInt32 = 17
    static let int8: UInt32 = 20
    static let int2: UInt32 = 21
    static let int4: UInt32 = 23
    static let text: UInt32 = 25
    static let numeric: UInt32 = 1700
    /// Left to the server to infer.
    static let unknown: UInt32 = 0
  }

  /// The type that a value is sent as.
  static func type(of value: Value) -> UInt32 {
    switch value {
    case .null: ObjectID.unknown
    case .integer: ObjectID.int8
    case .text: ObjectID.text
    case .blob: ObjectID.bytea
    }
  }

  /// The bytes of a value; nil for null.
  static func bytes(of value: Value) -> [UInt8]? {
    switch value {
    case .null: nil
    case .integer(let integer): bigEndian(integer)
    case .text(let text): Array(text.utf8)
    case .blob(let bytes): bytes
    }
  }

  /// Reads a value of a result.
  /// - Returns: nil for a type, or a fraction, that results never have.
  static func value(_ bytes: UnsafeRawBufferPointer, type: UInt32) -> Value? {
    switch type {
    case ObjectID.int8, ObjectID.int4, ObjectID.int2, ObjectID.bool: .integer(integer(bytes))
    case ObjectID.numeric: numeric(bytes).map(Value.integer)
    case ObjectID.bytea: .blob(Array(bytes))
    default: .text(String(decoding: bytes, as: UTF8.self))
    }
  }

  static func bigEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }

  private static func integer(_ bytes: some Collection<UInt8>) -> Int64 {
    let sign: Int64 =
      bytes.count < 8 && bytes.count > 1 && bytes.first.map { $0 > 127 } == true
      ? -1 : 0
    return bytes.reduce(sign) { $0 << 8 | Int64($1) }
  }

  /// A whole number that fits: what the sum of bigint is. Four 16-bit fields (count of digits,
  /// weight of the first, sign, scale), then digits of base 10,000.
  private static func numeric(_ bytes: UnsafeRawBufferPointer) -> Int64? {
    let fields = stride(from: 0, to: bytes.count, by: 2).map { integer(bytes[$0..<($0 + 2)]) }
    guard fields.count >= 4, fields[2] == 0 || fields[2] == 0x4000 else { return nil }
    var result: Int64 = 0
    for place in 0...max(fields[1], 0) {
      let digit = place < fields[0] ? fields[4 + Int(place)] : 0
      let (scaled, overflow) = result.multipliedReportingOverflow(by: 10_000)
      let (sum, carry) = scaled.addingReportingOverflow(digit)
      if overflow || carry { return nil }
      result = sum
    }
    guard fields[0] <= fields[1] + 1 else { return nil }
    return fields[2] == 0 ? result : -result
  }
}
