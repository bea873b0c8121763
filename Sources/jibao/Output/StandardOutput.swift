import Foundation

/// Data for the next program or the reader. A device that is full is a failure, not a silence.
enum StandardOutput {
  /// Standard output could not be written.
  struct Failed: Error {}

  static func write(_ text: String) throws {
    try write(Array(text.utf8))
  }

  static func writeLine(_ text: String) throws {
    try write(text + "\n")
  }

  /// Encodes a value as JSON with sorted keys, on lines of its own.
  static func write(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    try write(Array(try encoder.encode(value)) + [0x0A])
  }

  static func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(1, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw Failed()
      }
      rest = rest.dropFirst(count)
    }
  }
}

/// Messages for the person or the log.
enum StandardError {
  static func writeLine(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// Whether a person is looking.
  static var isTerminal: Bool { isatty(2) == 1 }

  /// Replaces the line that says what is being done; only on a terminal.
  static func progress(_ text: String) {
    guard isTerminal else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
  }
}
