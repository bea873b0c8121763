/// A part of a container, as its directory describes it.
public struct ZipEntry: Hashable, Sendable {
  /// Its place in the directory, from 0.
  public let index: Int
  public let name: String
  /// How it is packed: 8 for deflated, 0 for stored.
  public let method: Int
  /// CRC-32 of its content.
  public let checksum: Int
  public let packedSize: Int
  public let size: Int
}
