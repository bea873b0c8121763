import CPackaging
import Domain
import Foundation
import Packages

/// Takes the parts of a workbook: into a file, or to be taken apart.
protocol PartOutput: AnyObject {
  func begin(_ name: String) throws
  func add(_ bytes: UnsafeRawBufferPointer) throws
  func end() throws
}

extension ZipWriter: PartOutput {}

/// The parts of a workbook in memory.
final class HeldParts: PartOutput {
  private(set) var parts: [(name: String, content: [UInt8])] = []

  func begin(_ name: String) { parts.append((name, [])) }
  func add(_ bytes: UnsafeRawBufferPointer) { parts[parts.count - 1].content += bytes }
  func end() {}
}

/// Reads the parts that libxlsxwriter makes, while they go where they are to stand, and puts in what
/// is ours: the rows of the sheets, and their texts.
///
/// The library reports success whatever became of its parts: so each is parsed to its end, and what
/// stands in it is held against what was handed over.
final class WorkbookPackage {
  private let sheets: [Worksheet]
  private let charts: Int
  private let output: any PartOutput
  private let strings = SharedStrings()
  private var name = ""
  private var counts = CountHandler()
  private var reader: XMLReader?
  /// Of a sheet, what the library wrote so far.
  private var frame: [UInt8] = []
  private var names: [String] = []
  private var failure: (any Error)?

  private static let stringsName = "xl/sharedStrings.xml"

  /// - Parameter charts: How many there are.
  init(_ sheets: [Worksheet], charts: Int, output: any PartOutput) {
    self.sheets = sheets
    self.charts = charts
    self.output = output
  }

  /// Has the parts of a workbook that is closed meanwhile taken in.
  func receive(_ close: () throws -> Void) throws {
    let context = Unmanaged.passUnretained(self).toOpaque()
    var receiver = part_receiver(
      context: context,
      begin: { context, name in
        guard let name else { return }
        WorkbookPackage.of(context)?.attempt { try $0.begin(String(cString: name)) }
      },
      add: { context, bytes, count in
        let bytes = UnsafeRawBufferPointer(start: bytes, count: Int(count))
        WorkbookPackage.of(context)?.attempt { try $0.add(bytes) }
      },
      end: { context in WorkbookPackage.of(context)?.attempt { try $0.end() } })
    let result = withUnsafePointer(to: &receiver) { receiver in
      receive_parts(receiver)
      defer { receive_parts(nil) }
      return Result { try close() }
    }
    // What failed first says more than what the library makes of it.
    if let failure { throw failure }
    try result.get()
    try verify()
  }

  /// - Throws: `PackageFault` if a part is missing.
  private func verify() throws {
    let needed =
      ["[Content_Types].xml", "xl/workbook.xml", "xl/styles.xml", Self.stringsName]
      + sheets.indices.map { "xl/worksheets/sheet\($0 + 1).xml" }
    for name in needed where !names.contains(name) {
      throw PackageFault(part: name, problem: .missing)
    }
    let found = names.count { $0.hasPrefix("xl/charts/chart") }
    guard found == charts else { throw count("xl/charts", ("chart", found, charts)) }
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> WorkbookPackage? {
    context.map { Unmanaged<WorkbookPackage>.fromOpaque($0).takeUnretainedValue() }
  }

  /// After a failure the rest is dropped.
  private func attempt(_ body: (WorkbookPackage) throws -> Void) {
    guard failure == nil else { return }
    do { try body(self) } catch { failure = error }
  }

  /// The sheet whose part it is.
  private var sheet: Worksheet? {
    guard name.hasPrefix("xl/worksheets/sheet") else { return nil }
    return sheets.indices.first { name == "xl/worksheets/sheet\($0 + 1).xml" }.map { sheets[$0] }
  }

  private func begin(_ name: String) throws {
    self.name = name
    names.append(name)
    frame = []
    counts = CountHandler()
    reader = sheet == nil ? try XMLReader(part: name, handler: counts) : nil
    try output.begin(name)
  }

  private func add(_ bytes: UnsafeRawBufferPointer) throws {
    guard let reader else { return frame += bytes }
    try reader.add(bytes)
    if name != Self.stringsName { try output.add(bytes) }
  }

  private func end() throws {
    try reader?.finish()
    if let difference = counts.difference { throw count(name, difference) }
    if let sheet { try write(sheet) }
    if name == Self.stringsName { try strings.part.withUnsafeBytes(output.add) }
    try output.end()
  }

  /// Writes a sheet with its rows.
  private func write(_ sheet: Worksheet) throws {
    let frame = try SheetFrame(frame, part: name, dimension: sheet.cells.dimension)
    if let difference = frame.tally.difference(from: sheet.written) {
      throw count(name, difference)
    }
    try frame.head.withUnsafeBytes(output.add)
    try sheet.cells.write(strings: strings, to: output.add)
    try frame.tail.withUnsafeBytes(output.add)
    sheet.dropCells()
  }

  private func count(_ part: String, _ counts: (of: String, found: Int, meant: Int)) -> PackageFault
  {
    PackageFault(
      part: part, problem: .count(of: counts.of, found: counts.found, meant: counts.meant))
  }
}
