public import Crypto
public import Foundation

/// SHA-256 of a content: the identity of rows, snapshots and definitions.
public struct ContentHash: Hashable, Comparable, Sendable, CustomStringConvertible {
  // Four words, most significant byte first, so that comparing words compares bytes.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// The hash of some bytes.
  public init(of content: some DataProtocol) {
    self.init(SHA256.hash(data: content))
  }

  /// The hash of some bytes that come in pieces.
  public init(ofPieces pieces: some Sequence<UnsafeBufferPointer<UInt8>>) {
    var digest = SHA256()
    for piece in pieces { digest.update(bufferPointer: UnsafeRawBufferPointer(piece)) }
    self.init(digest.finalize())
  }

  /// The hash of text in UTF-8.
  public init(of text: String) {
    self.init(of: Array(text.utf8))
  }

  /// A hash computed before; nil if there are not 32 bytes.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    words = bytes.withUnsafeBytes(Self.words)
  }

  /// A hash as `description` writes it; nil for any other text.
  public init?(hexadecimal text: String) {
    let digits = text.utf8.map {
      UInt8(truncatingIfNeeded: Character(UnicodeScalar($0)).hexDigitValue ?? 255)
    }
    guard digits.count == 64, !digits.contains(255) else { return nil }
    self.init(bytes: (0..<32).map { digits[$0 * 2] << 4 | digits[$0 * 2 + 1] })
  }

  /// The end of a computation.
  public init(_ digest: SHA256.Digest) {
    words = digest.withUnsafeBytes(Self.words)
  }

  /// The 32 bytes.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    withBytes { bytes = Array($0) }
    return bytes
  }

  /// Hands over the 32 bytes for the time of a call.
  public func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
    let ordered = (
      words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian
    )
    withUnsafeBytes(of: ordered, body)
  }

  /// The first 64 bits, which are spread evenly.
  public var firstBits: UInt64 { words.0 }

  /// 64 hexadecimal digits.
  public var description: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  public static func == (left: ContentHash, right: ContentHash) -> Bool {
    left.words == right.words
  }

  public static func < (left: ContentHash, right: ContentHash) -> Bool {
    left.words < right.words
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
  }

  private static func words(_ bytes: UnsafeRawBufferPointer) -> (UInt64, UInt64, UInt64, UInt64) {
    func word(_ index: Int) -> UInt64 {
      UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
    }
    return (word(0), word(1), word(2), word(3))
  }
}
