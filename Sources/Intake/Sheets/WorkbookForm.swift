import Domain
import Foundation

/// What a file is by its first bytes, whatever its name says.
enum WorkbookForm: Equatable {
  /// A ZIP container.
  case package
  /// BIFF in a compound file: .xls, and .et of WPS.
  case old
  case encrypted
  case other(InputProblem.FileKind)

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(bytes)
    if bytes.isEmpty {
      self = .other(.empty)
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .package
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = Self.compound(raw)
    } else {
      self = .other(Self.text(bytes))
    }
  }

  /// By the streams that a compound file lists: their names stand there in UTF-16.
  private static func compound(_ bytes: UnsafeRawBufferPointer) -> WorkbookForm {
    func has(_ stream: String) -> Bool {
      let units = Array(stream.utf16) + [0]
      let name: [UInt8] = units.reduce(into: []) { bytes, unit in
        bytes += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
      }
      return holds(bytes, name)
    }
    if has("EncryptedPackage") { return .encrypted }
    if has("Workbook") || has("Book") { return .old }
    return .other(has("WordDocument") ? .document : .other)
  }

  private static func holds(_ bytes: UnsafeRawBufferPointer, _ wanted: [UInt8]) -> Bool {
    var start = 0
    while start + wanted.count <= bytes.count, let from = bytes.baseAddress,
      let found = memchr(from + start, Int32(wanted[0]), bytes.count - wanted.count + 1 - start)
    {
      if memcmp(found, wanted, wanted.count) == 0 { return true }
      start = UnsafeRawPointer(found) - from + 1
    }
    return false
  }

  /// What text there is where a workbook should be.
  private static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> InputProblem.FileKind {
    let start = bytes.prefix(4_096)
    let text = String(decoding: start.filter { $0 != 0 }, as: UTF8.self).lowercased()
    if text.contains("urn:schemas-microsoft-com:office:spreadsheet") { return .oldXML }
    if ["<html", "<!doctype html", "<table", "<meta"].contains(where: text.contains) {
      return .html
    }
    let isText = start.allSatisfy { $0 >= 0x20 || (0x09...0x0D).contains($0) }
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let hasSeparator = start.contains { [0x2C, 0x3B, 0x09].contains($0) }
    return (isText || isWide) && hasSeparator ? .csv : .other
  }
}
