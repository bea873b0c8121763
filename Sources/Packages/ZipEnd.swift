import Domain
/// What the end of a container says, looked at before its directory is read: reading many entries,
/// or one directory through many records of an end, would take its time.
struct ZipEnd {
  private let bytes: UnsafeRawBufferPointer
  private let limits: ZipLimits

  /// How many records of an end may stand in the last bytes: packed bytes may look like one.
  private static let mostRecords = 4
  /// Bytes of the directory that an entry may take on average.
  private static let entryBytes = 1_024

  init(_ bytes: UnsafeRawBufferPointer, limits: ZipLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// - Throws: `PackageFault` unless one record ends the file, and all that might be one keep to the
  ///   limits.
  func check() throws {
    let last = bytes.count - 22
    guard last >= 0 else { throw PackageFault(part: "", problem: .cutOff) }
    var records = 0
    var isEnded = false
    // Nearly no byte needs a closer look.
    for place in stride(from: last, through: max(0, last - 0xFFFF), by: -1)
    where bytes[place] == 0x50 && number(at: place, size: 4) == 0x0605_4B50 {
      records += 1
      guard records <= Self.mostRecords else {
        throw PackageFault(part: "", problem: .inconsistent)
      }
      try checkRecord(at: place)
      if place + 22 + number(at: place + 20, size: 2) == bytes.count { isEnded = true }
    }
    guard isEnded else { throw PackageFault(part: "", problem: .cutOff) }
  }

  private func checkRecord(at place: Int) throws {
    let (entries, size) = (number(at: place + 10, size: 2), number(at: place + 12, size: 4))
    let locator = place - 20
    guard locator >= 0, number(at: locator, size: 4) == 0x0706_4B50 else {
      try check(entries: entries, size: size)
      // The directory ends where its end begins.
      guard number(at: place + 16, size: 4) + size == place else {
        throw PackageFault(part: "", problem: .inconsistent)
      }
      return
    }
    // The larger record of a container that needs more bits; what it holds is marked in the other.
    let record = number(at: locator + 8, size: 8)
    guard record >= 0, record <= bytes.count - 56, number(at: record, size: 4) == 0x0606_4B50
    else { throw PackageFault(part: "", problem: .inconsistent) }
    try check(
      entries: entries == 0xFFFF ? 0 : entries, size: size == 0xFFFF_FFFF ? 0 : size)
    try check(entries: number(at: record + 32, size: 8), size: number(at: record + 40, size: 8))
  }

  private func check(entries: Int, size: Int) throws {
    guard (0...limits.parts).contains(entries),
      (0...limits.parts * Self.entryBytes).contains(size)
    else { throw PackageFault(part: "", problem: .tooManyParts(limit: limits.parts)) }
  }

  /// A little-endian number; 0 outside of the file.
  private func number(at place: Int, size: Int) -> Int {
    guard place >= 0, place <= bytes.count - size else { return 0 }
    return (0..<size).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }
}
