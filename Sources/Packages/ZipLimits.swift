import Domain
/// What a container may hold before it is refused.
public struct ZipLimits: Sendable {
  /// How many parts.
  public var parts: Int
  /// Bytes of a part, unpacked.
  public var partBytes: Int
  /// Bytes of all parts, unpacked.
  public var bytes: Int
  /// How many times its packed bytes a part may unpack to; nil for any number.
  public var ratio: Int?

  /// A part up to this size may be packed as tightly as it likes.
  static let smallPart = 1 << 20

  /// Of a file that came from elsewhere. Honest parts unpack to less than 35 times their bytes.
  public static let received = ZipLimits(
    parts: 1_000, partBytes: 1 << 30, bytes: 1 << 31, ratio: 100)

  /// Of a file that was just written here.
  public static let written = ZipLimits(
    parts: Int(UInt16.max), partBytes: Int(UInt32.max), bytes: Int.max, ratio: nil)

  public init(parts: Int, partBytes: Int, bytes: Int, ratio: Int?) {
    self.parts = parts
    self.partBytes = partBytes
    self.bytes = bytes
    self.ratio = ratio
  }

  /// Holds what the directory says against the limits.
  func check(_ entries: [ZipEntry]) throws {
    var total = 0
    for entry in entries {
      func refuse(_ problem: PackageFault.Problem) -> PackageFault {
        PackageFault(part: entry.name, problem: problem)
      }
      guard entry.size <= partBytes else { throw refuse(.tooManyBytes(limit: partBytes)) }
      if let ratio, entry.size > Self.smallPart, entry.size / ratio > entry.packedSize {
        throw refuse(.bomb(ratio: ratio))
      }
      let (sum, overflow) = total.addingReportingOverflow(entry.size)
      guard !overflow, sum <= bytes else {
        throw PackageFault(part: "", problem: .tooManyBytes(limit: bytes))
      }
      total = sum
    }
  }
}
