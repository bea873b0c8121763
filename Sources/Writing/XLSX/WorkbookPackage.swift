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

/// Reads the parts that libxlsxwriter makes, while they go where they are to stand.
///
/// The library reports success whatever became of them: so each is parsed to its end, and its rows,
/// cells and texts are held against what was handed over.
final class WorkbookPackage {
  private let output: any PartOutput
  private var name = ""
  private var reader: XMLReader?
  private var sheets: [String: SheetScanner] = [:]
  private var sheet: SheetScanner?
  private var counts: CountHandler?
  private var lengths: [Int] = []
  private var names: [String] = []
  private var failure: (any Error)?

  init(output: any PartOutput) { self.output = output }

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
  }

  /// Holds the parts against what was handed over.
  /// - Parameters:
  ///   - tallies: What stands on each sheet, in order.
  ///   - charts: How many there are.
  func verify(_ tallies: [SheetTally], charts: Int) throws {
    let sheetNames = tallies.indices.map { "xl/worksheets/sheet\($0 + 1).xml" }
    let needed = ["[Content_Types].xml", "xl/workbook.xml", "xl/styles.xml"] + sheetNames
    for name in needed where !names.contains(name) {
      throw PackageFault(part: name, problem: .missing)
    }
    let found = names.count { $0.hasPrefix("xl/charts/chart") }
    guard found == charts else { throw count("xl/charts", ("chart", found, charts)) }
    guard sheets.count == tallies.count else {
      throw count("xl/worksheets", ("sheet", sheets.count, tallies.count))
    }
    for (name, tally) in zip(sheetNames, tallies) {
      guard let sheet = sheets[name], sheet.resolve(lengths) else {
        throw PackageFault(part: "xl/sharedStrings.xml", problem: .cutOff)
      }
      if let difference = sheet.tally.difference(from: tally) { throw count(name, difference) }
    }
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> WorkbookPackage? {
    context.map { Unmanaged<WorkbookPackage>.fromOpaque($0).takeUnretainedValue() }
  }

  /// After a failure the rest is dropped.
  private func attempt(_ body: (WorkbookPackage) throws -> Void) {
    guard failure == nil else { return }
    do { try body(self) } catch { failure = error }
  }

  private func begin(_ name: String) throws {
    self.name = name
    names.append(name)
    if name.hasPrefix("xl/worksheets/sheet") {
      sheet = SheetScanner(part: name)
    } else {
      let handler = CountHandler()
      counts = handler
      reader = try XMLReader(part: name, handler: handler)
    }
    try output.begin(name)
  }

  private func add(_ bytes: UnsafeRawBufferPointer) throws {
    try sheet?.add(bytes)
    try reader?.add(bytes)
    try output.add(bytes)
  }

  private func end() throws {
    try sheet?.finish()
    try reader?.finish()
    reader = nil
    if let sheet { sheets[name] = sheet }
    if let difference = counts?.difference { throw count(name, difference) }
    if name == "xl/sharedStrings.xml", let counts { lengths = counts.lengths }
    (sheet, counts) = (nil, nil)
    try output.end()
  }

  private func count(_ part: String, _ counts: (of: String, found: Int, meant: Int)) -> PackageFault
  {
    PackageFault(
      part: part, problem: .count(of: counts.of, found: counts.found, meant: counts.meant))
  }
}
