import Delimited
import Domain

/// What a CSV file is made of.
struct CSVPlan: Sendable {
  let path: String
  /// The name that faults show.
  let name: String
  let columns: [ShownColumn]
  let encoding: CSVEncoding
  let guardsFormulas: Bool
  /// What stands in every row behind its columns: of which report it is, so that files can be
  /// put one under another.
  var stamp: [(heading: String, text: String)] = []
  var form = CSVForm.current

  /// The columns of which a figure may be missing, for a reason that stands apart.
  var figures: [ShownColumn] {
    form == .reasonsInPlace ? [] : columns.filter(\.holdsFigures)
  }

  /// The heading of the column that says why figures are missing; nil where none can be.
  var reasonHeading: String? { figures.isEmpty ? nil : free(CSVReasons.heading) }

  /// The headings behind those of the columns.
  var headingsBehind: [String] {
    (reasonHeading.map { [$0] } ?? []) + stamp.map { free($0.heading) }
  }

  /// A heading that no column has.
  private func free(_ heading: String) -> String {
    var heading = heading
    while columns.contains(where: { $0.heading == heading }) { heading += "（报表）" }
    return heading
  }
}

/// The column in which a CSV file says why figures are missing in a row.
enum CSVReasons {
  static let heading = "无数值原因"

  static func entry(_ heading: String, _ reason: String) -> String { "\(heading)：\(reason)" }

  /// What a row says, of all its columns.
  static func text(_ entries: [String]) -> String { entries.joined(separator: "；") }

  /// The reason of one column.
  static func reason(of heading: String, in text: String) -> String? {
    text.split(separator: "；").first { $0.hasPrefix(entry(heading, "")) }
      .map { String($0.dropFirst(entry(heading, "").count)) }
  }
}

/// Writes RFC 4180: commas, CRLF, quotes where they are needed.
///
/// Text that a spreadsheet would take for a formula gets a leading apostrophe, unless that is off.
final class CSVWriter: PieceWriter {
  private let file: OutputFile
  private let name: String
  private let columns: [ShownColumn]
  private let guardsFormulas: Bool
  private let form: CSVForm
  private let figures: [ShownColumn]
  private let stamp: [String]
  /// The stamp as it stands at the end of each row.
  private let stampBytes: [UInt8]
  private let converter: GB18030?
  private var buffer: [UInt8] = []
  private var row = 0

  init(_ plan: CSVPlan) throws {
    file = try OutputFile(path: plan.path)
    name = plan.name
    columns = plan.columns
    guardsFormulas = plan.guardsFormulas
    converter = plan.encoding == .gb18030 ? try GB18030(path: plan.path) : nil
    form = plan.form
    figures = plan.figures
    stamp = plan.stamp.map(\.text)
    stampBytes = stamp.reduce(into: []) { bytes, text in
      bytes.append(UInt8(ascii: ","))
      var text = text
      text.withUTF8 { CSVField.append($0, to: &bytes) }
    }
    buffer.reserveCapacity(Self.bufferSize + 65_536)
    if plan.encoding == .utf8 { buffer += [0xEF, 0xBB, 0xBF] }
    try append((columns.map(\.heading) + plan.headingsBehind).map { ($0, true) })
  }

  /// Writes a row of the result.
  func write(_ values: [Value]) throws {
    if converter == nil {
      // The common way, without an array of fields.
      append(values, to: &buffer)
      try endRow()
    } else {
      let reasons = figures.isEmpty ? [] : [(reason(values), true)]
      try append(columns.map { $0.field(values, form) } + reasons + stamp.map { ($0, true) })
    }
  }

  /// Writes what is left and closes the file.
  func finish() throws -> FileSummary {
    try file.write(buffer)
    buffer = []
    return FileSummary(sha256: file.finish(), bytes: file.byteCount)
  }

  private static let bufferSize = 1 << 18

  private func append(_ fields: [(text: String, isText: Bool)]) throws {
    for (index, field) in fields.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      let start = buffer.count
      append(field.text, isText: field.isText, to: &buffer)
      if let converter {
        guard let bytes = converter.convert(buffer[start...]) else {
          throw CellFault(
            sheet: name, row: row + 1, column: index + 1, problem: .encoding("GB18030"))
        }
        buffer.replaceSubrange(start..., with: bytes)
      }
    }
    try endRow()
  }

  private func endRow() throws {
    buffer.append(0x0D)
    buffer.append(0x0A)
    row += 1
    guard buffer.count >= Self.bufferSize else { return }
    try file.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Appends the fields of a row, with one access to the buffer for all of them.
  private func append(_ values: [Value], to buffer: inout [UInt8]) {
    for index in columns.indices {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      let field = columns[index].field(values, form)
      append(field.text, isText: field.isText, to: &buffer)
    }
    if !figures.isEmpty {
      buffer.append(UInt8(ascii: ","))
      append(reason(values), isText: true, to: &buffer)
    }
    buffer.append(contentsOf: stampBytes)
  }

  /// Why figures of a row are missing.
  private func reason(_ values: [Value]) -> String {
    CSVReasons.text(figures.compactMap { $0.reason(values) })
  }

  private func append(_ text: String, isText: Bool, to buffer: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      CSVField.append(
        bytes, isGuarded: isText && guardsFormulas && FormulaGuard.isNeeded(bytes), to: &buffer)
    }
  }
}
