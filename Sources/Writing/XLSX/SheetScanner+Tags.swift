import Domain

/// The tags of a sheet's XML.
extension SheetScanner {
  /// - Returns: What follows the tag; nil if its end is not there yet.
  func tag(_ bytes: Span<UInt8>, _ start: Int) throws -> Int? {
    guard start + 1 < bytes.count else { return nil }
    switch bytes[start + 1] {
    case UInt8(ascii: "/"): return try endTag(bytes, start)
    case UInt8(ascii: "?"): return try declaration(bytes, start)
    default: return try startTag(bytes, start)
    }
  }

  /// `<?xml …?>`, at the very beginning.
  private func declaration(_ bytes: Span<UInt8>, _ start: Int) throws -> Int? {
    guard !hasBegun, start == 0 else { throw malformed(bytes, start) }
    var index = start + 2
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "?"), bytes[index + 1] == UInt8(ascii: ">") {
        guard Self.isDeclaration(bytes.extracting(start..<(index + 2))) else {
          throw malformed(bytes, start)
        }
        hasBegun = true
        return index + 2
      }
      index += 1
    }
    return nil
  }

  private static func isDeclaration(_ bytes: Span<UInt8>) -> Bool {
    let only = Array(#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#.utf8)
    return bytes.count == only.count && only.indices.allSatisfy { bytes[$0] == only[$0] }
  }

  private func endTag(_ bytes: Span<UInt8>, _ start: Int) throws -> Int? {
    guard let end = try nameEnd(bytes, start + 2) else { return nil }
    guard bytes[end] == UInt8(ascii: ">") else { throw malformed(bytes, end) }
    let length = end - start - 2
    guard let open = lengths.last, open == length else { throw malformed(bytes, start) }
    let first = names.count - length
    for index in 0..<length where names[first + index] != bytes[start + 2 + index] {
      throw malformed(bytes, start)
    }
    lengths.removeLast()
    names.removeLast(length)
    close()
    return end + 1
  }

  private func startTag(_ bytes: Span<UInt8>, _ start: Int) throws -> Int? {
    guard let end = try nameEnd(bytes, start + 1) else { return nil }
    attributes.removeAll(keepingCapacity: true)
    var (index, type) = (end, Range<Int>?.none)
    while true {
      var next = index
      while next < bytes.count, Self.isBlank(bytes[next]) { next += 1 }
      guard next < bytes.count else { return nil }
      let isEmpty = bytes[next] == UInt8(ascii: "/")
      if isEmpty || bytes[next] == UInt8(ascii: ">") {
        guard next + 1 < bytes.count || !isEmpty else { return nil }
        guard !isEmpty || bytes[next + 1] == UInt8(ascii: ">") else { throw malformed(bytes, next) }
        try open(bytes, (start + 1)..<end, type, isEmpty: isEmpty)
        return next + (isEmpty ? 2 : 1)
      }
      guard next > index else { throw malformed(bytes, next) }
      guard let (name, value) = try attribute(bytes, next) else { return nil }
      if name.count == 1, bytes[name.lowerBound] == UInt8(ascii: "t") { type = value }
      index = value.upperBound + 1
    }
  }

  /// - Returns: Where the name and the value of an attribute stand; nil if it has no end yet.
  private func attribute(
    _ bytes: Span<UInt8>, _ start: Int
  ) throws -> (name: Range<Int>, value: Range<Int>)? {
    guard let end = try nameEnd(bytes, start) else { return nil }
    guard bytes[end] == UInt8(ascii: "=") else { throw malformed(bytes, end) }
    guard end + 1 < bytes.count else { return nil }
    guard bytes[end + 1] == UInt8(ascii: "\"") else { throw malformed(bytes, end + 1) }
    let name = start..<end
    for other in attributes where other.count == name.count {
      let isSame = (0..<name.count).allSatisfy { bytes[other.lowerBound + $0] == bytes[start + $0] }
      if isSame { throw malformed(bytes, start) }
    }
    attributes.append(name)
    var (index, isPlain) = (end + 2, true)
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      switch bytes[index] {
      case UInt8(ascii: "&"):
        guard let (length, _) = try entity(bytes, index) else { return nil }
        index += length
        continue
      case UInt8(ascii: "<"), 0x00...0x08, 0x0B...0x1F: throw malformed(bytes, index)
      case 0x80...0xFF: isPlain = false
      default: break
      }
      index += 1
    }
    guard index < bytes.count else { return nil }
    if !isPlain { try checkCharacters(bytes, (end + 2)..<index) }
    return (name, (end + 2)..<index)
  }

  /// - Returns: What follows a name; nil if it is not there yet.
  private func nameEnd(_ bytes: Span<UInt8>, _ start: Int) throws -> Int? {
    var index = start
    while index < bytes.count, Self.isOfName(bytes[index], isFirst: index == start) { index += 1 }
    guard index < bytes.count else { return nil }
    guard index > start else { throw malformed(bytes, index) }
    return index
  }
}
