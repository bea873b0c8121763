import CXlsxWriter
import Foundation

/// Reads a workbook back: libxlsxwriter reports success on one that a full disk cut off.
///
/// Each part must be there, unpack to its size and checksum, and close its root element; each
/// sheet must end with the row that was written last.
struct WorkbookCheck {
  let path: String
  private let archive: ZipArchive

  /// Opens a workbook.
  init(path: String) throws {
    self.path = path
    archive = try ZipArchive(path: path)
  }

  /// - Parameter lastRows: number of the last row of each sheet, in order; 0 if it has none.
  /// - Throws: `OutputFault` that names the damaged part.
  func verify(lastRows: [Int]) throws {
    let sheets = lastRows.indices.map { "xl/worksheets/sheet\($0 + 1).xml" }
    let needed = ["[Content_Types].xml", "xl/workbook.xml", "xl/styles.xml"] + sheets
    for name in needed where !archive.entries.contains(where: { $0.name == name }) {
      throw damaged(name, .missing)
    }
    for entry in archive.entries {
      let part = try archive.scan(entry)
      guard part.isClosed else { throw damaged(entry.name, .cutOff) }
      if let index = sheets.firstIndex(of: entry.name), part.lastRow != lastRows[index] {
        throw damaged(entry.name, .rows(last: part.lastRow, expected: lastRows[index]))
      }
    }
  }

  private func damaged(_ part: String, _ damage: OutputFault.Damage) -> OutputFault {
    OutputFault(path: path, problem: .damaged(part: part, damage))
  }
}

/// What a look through the XML of a part finds.
struct XMLPart {
  /// Number of the last row.
  private(set) var lastRow = 0
  private var root: [UInt8] = []
  private var tail: [UInt8] = []

  /// Whether the part ends with the end of its root element.
  var isClosed: Bool {
    var end = tail[...]
    while let last = end.last, last <= 0x20 { end = end.dropLast() }
    return !root.isEmpty && end.suffix(root.count + 3) == Array("</".utf8) + root + Array(">".utf8)
  }

  /// Takes the next bytes of the part.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    if root.isEmpty { root = Self.rootName(bytes) }
    // What a boundary between two pieces would cut is found in the bytes around it.
    let seam = tail + bytes.prefix(64)
    if let row = seam.withUnsafeBufferPointer(Self.lastRow) { lastRow = row }
    if let row = Self.lastRow(bytes) { lastRow = row }
    tail = (tail + bytes.suffix(64)).suffix(64)
  }

  private static func rootName(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    for index in bytes.indices.dropLast()
    where bytes[index] == UInt8(ascii: "<") && bytes[index + 1] != UInt8(ascii: "?") {
      return Array(bytes[(index + 1)...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") })
    }
    return []
  }

  /// The number in the last `<row r="…"`, if there is one.
  private static func lastRow(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let form = Array("<row r=\"".utf8)
    var index = bytes.count - form.count
    while index >= 0 {
      if bytes[index] == form[0], bytes[index + 1] == form[1],
        bytes[index..<(index + form.count)].elementsEqual(form)
      {
        let digits = bytes[(index + form.count)...].prefix { (0x30...0x39).contains($0) }
        if index + form.count + digits.count < bytes.count {
          return Int(String(decoding: digits, as: UTF8.self))
        }
      }
      index -= 1
    }
    return nil
  }
}
