import Foundation

/// Data for the next program or the reader. A device that is full is a failure, not a silence.
enum StandardOutput {
  /// Standard output could not be written.
  enum Failed: Error {
    /// Its reader closed it: it has read enough.
    case closed
    /// The system's code.
    case unwritable(Int32)

    init(code: Int32) {
      self = code == EPIPE ? .closed : .unwritable(code)
    }
  }

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
    let shown = isTerminal ? visible(bytes) : bytes
    if let code = Descriptor.write(shown, to: 1, patience: -1) { throw Failed(code: code) }
  }

  /// Writes what belongs to a failure. That nobody takes it does not hide the failure.
  static func fail(_ failure: any Error, writing body: () throws -> Void) throws -> Never {
    do { try body() } catch { throw Failure.Several(failures: [failure, error]) }
    throw failure
  }

  private static let isTerminal = isatty(1) == 1

  /// What a title holds does not command the terminal.
  private static func visible(_ bytes: [UInt8]) -> [UInt8] {
    let lines = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    return Array(lines.escapingInvisible(except: ["\n", "\t"]).utf8)
  }
}

/// Messages for the person or the log. One that cannot be written is lost; what the program does
/// and the code it ends with stay the same.
enum StandardError {
  /// Writes a line; what it quotes can neither command a terminal nor forge lines of a log.
  static func writeLine(_ text: String) {
    write(text.escapingInvisible() + "\n")
  }

  /// Writes a message of several lines.
  static func writeLines(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      writeLine(String(line))
    }
  }

  /// Whether a person is looking.
  static let isTerminal = isatty(2) == 1

  /// Replaces the line that says what is being done; only on a terminal.
  static func progress(_ text: String) {
    guard isTerminal else { return }
    write("\r\u{1B}[K" + text.escapingInvisible())
  }

  private static func write(_ text: String) {
    _ = Descriptor.write(text.utf8, to: 2, patience: 1_000)
  }
}
