import Domain

/// Walks over the rows of a register's file. What it hands out is well-formed; what is not, it
/// reports and skips.
final class RegisterCursor {
  /// The longest field, in bytes.
  static let fieldLimit = 1_000_000
  /// The longest text that a workbook's cell can hold, in UTF-16 units.
  static let cellLimit = 32_767

  let text: SourceText
  let headings: HeadingRow
  private let faults: FaultList
  private var scanner: CSVScanner
  private(set) var record = CSVRecord()
  /// Whether the present row has an error.
  private(set) var hasError = false
  /// Whether every row so far could be read.
  private(set) var isComplete = true
  private var scratch = ByteBuffer(count: 4_096)
  /// The fields whose empty cells take what stands above.
  private let filledDown: [Int]
  /// The last filled cell of each of these fields.
  private var above: [Int: CSVField] = [:]
  /// The empty cells of the present row that took what stands above.
  private var emptyCells: [Int: CSVField] = [:]

  /// Reads the headings; nil if they are refused, which `faults` then say.
  /// - Parameter fillDown: The ids of the columns whose empty cells take what stands above.
  init?(_ text: SourceText, fillDown: Set<String> = [], faults: FaultList) {
    var scanner = CSVScanner(text, faults: faults)
    guard let headings = HeadingRow(&scanner, faults: faults) else { return nil }
    self.text = text
    self.faults = faults
    self.scanner = scanner
    self.headings = headings
    let columns = text.register.columns
    filledDown = columns.indices.compactMap { index in
      fillDown.contains(columns[index].id) ? headings.fields[index] : nil
    }
  }

  /// Goes to the next row that is not blank; false at the end.
  func next() -> Bool {
    while scanner.next(&record) {
      hasError = false
      if !emptyCells.isEmpty { emptyCells = [:] }
      if record.isDamaged {
        isComplete = false
      } else if !isBlank && hasRightCount() && !isHeadingAgain() && hasRightLengths() {
        if !filledDown.isEmpty { fillDown() }
        return true
      }
    }
    return false
  }

  /// Gives empty cells the content of the cell above.
  private func fillDown() {
    for field in filledDown {
      if !bytes(field).isEmpty {
        above[field] = record.fields[field]
      } else if let cell = above[field] {
        emptyCells[field] = record.fields[field]
        record.fields[field] = cell
      }
    }
  }

  /// Whether the field of the present row took what stands above. What is wrong with that was
  /// reported there.
  func isFilledDown(_ field: Int) -> Bool { emptyCells[field] != nil }

  /// The content of a field without the blanks around it. Valid until the next call.
  func bytes(_ field: Int) -> UnsafeBufferPointer<UInt8> {
    let field = record.fields[field]
    guard field.isEscaped else {
      return Blanks.trim(UnsafeBufferPointer(rebasing: text.bytes[field.start..<field.end]))
    }
    return Blanks.trim(unescape(field))
  }

  /// The field as text, trimmed.
  func string(_ field: Int) -> String {
    String(decoding: bytes(field), as: UTF8.self)
  }

  /// Where a field stands.
  func mark(_ field: Int) -> CellMark {
    let content = record.fields[field]
    let cell = emptyCells[field] ?? content
    return CellMark(
      start: cell.isQuoted ? cell.start - 1 : cell.start, end: cell.end, line: Int(cell.line),
      heading: headings.names[field],
      source: emptyCells.isEmpty || emptyCells[field] == nil ? nil : content.start..<content.end)
  }

  /// Where a field stands, for a fault that is reported later.
  func place(of field: Int) -> SourcePlace {
    let mark = mark(field)
    return text.place(of: mark.start, line: mark.line)
  }

  /// Where the row begins.
  var rowMark: CellMark {
    CellMark(start: record.start, end: record.end, line: record.line, heading: "")
  }

  /// Reports a fault of the present row.
  func report(_ problem: InputProblem, _ field: Int?, value: String? = nil) {
    report(problem, field.map { mark($0) } ?? rowMark, value: value)
    if problem.severity == .error { hasError = true }
  }

  /// Reports a fault of any row.
  func report(_ problem: InputProblem, _ mark: CellMark, value: String? = nil) {
    faults.add(problem.severity, in: text.path) {
      InputFault(
        place: text.place(of: mark.start, line: mark.line), problem: problem,
        value: value ?? content(of: mark), heading: mark.heading)
    }
  }

  /// What a message shows of a cell.
  func content(of mark: CellMark) -> String {
    if let source = mark.source { return text.excerpt(source.lowerBound, source.upperBound) }
    return Self.unquoted(text.excerpt(mark.start, mark.end))
  }

  /// Reports a column that no row fills: beside its heading, if it has one.
  func reportLacking(_ column: RegisterColumn, field: Int?) {
    let place =
      field.map { text.place(of: headings.starts[$0], line: headings.line) }
      ?? SourcePlace(file: text.path, line: headings.line)
    faults.add(
      InputFault(
        place: place, problem: .columnLacking(id: column.id, isHeaded: field != nil),
        value: column.heading))
  }

  private static func unquoted(_ excerpt: String) -> String {
    excerpt.hasPrefix("\"") ? String(excerpt.dropFirst()) : excerpt
  }

  private var isBlank: Bool {
    record.count == record.fields.count
      && record.fields.allSatisfy {
        $0.start == $0.end
          || Blanks.trim(UnsafeBufferPointer(rebasing: text.bytes[$0.start..<$0.end])).isEmpty
      }
  }

  private func hasRightCount() -> Bool {
    let expected = headings.names.count
    guard record.count != expected else { return true }
    isComplete = false
    report(.fieldCount(expected: expected, found: record.count), nil)
    return false
  }

  private func isHeadingAgain() -> Bool {
    let isSame = record.fields.indices.allSatisfy {
      bytes($0).elementsEqual(headings.names[$0].utf8)
    }
    if isSame { report(.headingRepeated(firstLine: headings.line), nil) }
    return isSame
  }

  private func hasRightLengths() -> Bool {
    guard record.end - record.start > Self.cellLimit / 2 else { return true }
    for index in record.fields.indices {
      let field = record.fields[index]
      if field.end - field.start > Self.fieldLimit {
        report(.fieldTooLarge(limit: Self.fieldLimit), index)
      } else if field.end - field.start > Self.cellLimit / 2 {
        let units = WorkbookText.units(of: string(index))
        if units > Self.cellLimit {
          report(.cellTooLong(limit: Self.cellLimit, found: units), index)
        }
      }
    }
    if hasError { isComplete = false }
    return !hasError
  }

  /// Doubled quotes become one, CRLF and CR become LF.
  private func unescape(_ field: CSVField) -> UnsafeBufferPointer<UInt8> {
    if scratch.bytes.count < field.end - field.start {
      scratch = ByteBuffer(count: field.end - field.start)
    }
    var (index, count) = (field.start, 0)
    while index < field.end {
      var byte = text.bytes[index]
      if byte == 0x22 { index += 1 }
      index += 1
      if byte == 0x0D {
        if index < field.end, text.bytes[index] == 0x0A { continue }
        byte = 0x0A
      }
      scratch.bytes[count] = byte
      count += 1
    }
    return UnsafeBufferPointer(rebasing: scratch.bytes[..<count])
  }
}

/// The blanks that are dropped around a cell: space, tab, line ends, U+00A0 and U+3000.
enum Blanks {
  static func trim(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, bytes.count)
    while start < end {
      let width = leading(bytes, start, end)
      if width == 0 { break }
      start += width
    }
    while end > start {
      let width = trailing(bytes, start, end)
      if width == 0 { break }
      end -= width
    }
    if end - start == bytes.count { return bytes }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  @inline(__always)
  private static func leading(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    switch bytes[start] {
    case 0x20, 0x09, 0x0A, 0x0D: 1
    case 0xC2 where end - start >= 2 && bytes[start + 1] == 0xA0: 2
    case 0xE3 where end - start >= 3 && bytes[start + 1] == 0x80 && bytes[start + 2] == 0x80: 3
    default: 0
    }
  }

  @inline(__always)
  private static func trailing(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    switch bytes[end - 1] {
    case 0x20, 0x09, 0x0A, 0x0D: 1
    case 0xA0 where end - start >= 2 && bytes[end - 2] == 0xC2: 2
    case 0x80 where end - start >= 3 && bytes[end - 2] == 0x80 && bytes[end - 3] == 0xE3: 3
    default: 0
    }
  }
}
