/// A statement with named parameters as PostgreSQL takes it: `:name` becomes `$n`.
///
/// Strings, quoted names, comments and `::` are left alone. A name that stands several times has
/// one number.
struct NamedParameters {
  /// The statement with `$n`.
  let statement: String
  /// The names in the order of their numbers.
  let names: [String]

  init(_ statement: String) {
    var scanner = Scanner(bytes: Array(statement.utf8))
    scanner.rewrite()
    self.statement = String(decoding: scanner.output, as: UTF8.self)
    names = scanner.names
  }

  /// Copies a statement byte by byte: all signs of SQL are ASCII.
  private struct Scanner {
    let bytes: [UInt8]
    var output: [UInt8] = []
    var names: [String] = []
    private var position = 0

    init(bytes: [UInt8]) {
      self.bytes = bytes
      output.reserveCapacity(bytes.count)
    }

    mutating func rewrite() {
      while let byte = peek() {
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "\""): copy(through: byte)
        case UInt8(ascii: "-") where peek(1) == byte: copy(through: UInt8(ascii: "\n"))
        case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"): copyBlockComment()
        case UInt8(ascii: ":") where peek(1) == byte: copy(2)
        case UInt8(ascii: ":") where peek(1).map(Self.beginsName) == true: replaceName()
        default: copy(1)
        }
      }
    }

    private func peek(_ offset: Int = 0) -> UInt8? {
      position + offset < bytes.count ? bytes[position + offset] : nil
    }

    private mutating func copy(_ count: Int) {
      let end = min(position + count, bytes.count)
      output += bytes[position..<end]
      position = end
    }

    /// Copies the sign at hand and all up to the next `end`, or the rest where there is none.
    private mutating func copy(through end: UInt8) {
      let found = bytes[(position + 1)...].firstIndex(of: end)
      copy((found ?? bytes.count) + 1 - position)
    }

    /// Comments of this kind nest in PostgreSQL.
    private mutating func copyBlockComment() {
      var depth = 0
      repeat {
        switch (peek(), peek(1)) {
        case (UInt8(ascii: "/"), UInt8(ascii: "*")):
          depth += 1
          copy(2)
        case (UInt8(ascii: "*"), UInt8(ascii: "/")):
          depth -= 1
          copy(2)
        default: copy(1)
        }
      } while depth > 0 && peek() != nil
    }

    private mutating func replaceName() {
      let name = bytes[(position + 1)...].prefix(while: Self.continuesName)
      position += 1 + name.count
      let text = String(decoding: name, as: UTF8.self)
      let number = names.firstIndex(of: text) ?? names.count
      if number == names.count { names.append(text) }
      output += "$\(number + 1)".utf8
    }

    private static func beginsName(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "_"):
        true
      default: false
      }
    }

    private static func continuesName(_ byte: UInt8) -> Bool {
      beginsName(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
  }
}
