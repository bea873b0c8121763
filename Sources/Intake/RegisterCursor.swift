import Domain

/// Walks over the rows of a register's file. What it hands out is well-formed; what is not, it
/// reports and skips.
final class RegisterCursor {
  /// The longest field, in bytes.
  static let fieldLimit = 1_000_000
  /// The longest text that a workbook's cell can hold, in UTF-16 units.
  static let cellLimit = 32_767

  let register: Register
  let source: any RowSource
  let headings: HeadingRow
  private let faults: FaultList
  private(set) var record = RowRecord()
  /// Whether the present row has an error.
  private(set) var hasError = false
  /// Whether every row so far could be read.
  private(set) var isComplete = true
  private var scratch = ByteBuffer(count: 4_096)
  /// The fields whose empty cells take what stands above.
  private let filledDown: [Int]
  /// The last filled cell of each of these fields.
  private var above: [Int: RowField] = [:]

  /// Reads the headings; nil if they are refused, which `faults` then say.
  /// - Parameter fillDown: The ids of the columns whose empty cells take what stands above.
  init?(
    _ source: any RowSource, _ register: Register, fillDown: Set<String> = [], faults: FaultList
  ) {
    source.rewind(faults)
    guard let headings = HeadingRow(source, register, faults: faults) else { return nil }
    self.source = source
    self.register = register
    self.faults = faults
    self.headings = headings
    let columns = register.columns
    filledDown = columns.indices.compactMap { index in
      fillDown.contains(columns[index].id) ? headings.fields[index] : nil
    }
  }

  /// Goes to the next row that is not blank; false at the end.
  func next() -> Bool {
    while source.next(&record) {
      hasError = false
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
        record.filled[field] = record.fields[field].spot
        record.fields[field] = cell
      }
    }
  }

  /// Whether the field of the present row took what stands above. What is wrong with that was
  /// reported there.
  func isFilledDown(_ field: Int) -> Bool { record.filled[field] != nil }

  /// The content of a field without the blanks around it. Valid until the next call.
  func bytes(_ field: Int) -> UnsafeBufferPointer<UInt8> {
    let field = record.fields[field]
    return Blanks.trim(field.isEscaped ? unescape(field.bytes) : field.bytes)
  }

  /// The field as text, trimmed.
  func string(_ field: Int) -> String {
    String(decoding: bytes(field), as: UTF8.self)
  }

  /// Where a field stands.
  func mark(_ field: Int) -> CellMark {
    let spot = record.fields[field].spot
    guard !record.filled.isEmpty, let own = record.filled[field] else {
      return CellMark(spot: spot, heading: headings.names[field])
    }
    return CellMark(spot: own, heading: headings.names[field], source: spot)
  }

  /// Where a field stands, for a fault that is reported later.
  func place(of field: Int) -> SourcePlace { source.place(of: mark(field).spot) }

  /// Where the row begins.
  var rowMark: CellMark { CellMark(spot: record.spot, heading: "") }

  /// Where the row begins, as the store keeps it; nil for its line.
  var rowPlace: String? {
    record.spot.tab == 0 ? nil : source.place(of: record.spot).within
  }

  /// Where marks stand, for the faults of others.
  func others(_ marks: some Sequence<CellMark>) -> [OtherPlace] {
    marks.map { OtherPlace(source.place(of: $0.spot)) }
  }

  /// Reports a fault of the present row.
  func report(_ problem: InputProblem, _ field: Int?, value: String? = nil) {
    report(problem, field.map { mark($0) } ?? rowMark, value: value)
    if problem.severity == .error { hasError = true }
  }

  /// Reports a fault of any row.
  func report(_ problem: InputProblem, _ mark: CellMark, value: String? = nil) {
    faults.add(problem.severity, in: source.path) {
      InputFault(
        place: source.place(of: mark.spot), problem: problem, value: value ?? content(of: mark),
        heading: mark.heading)
    }
  }

  /// What a message shows of a cell.
  func content(of mark: CellMark) -> String { source.excerpt(mark.source ?? mark.spot) }

  /// Reports a column that no row fills: beside its heading, if it has one.
  func reportLacking(_ column: RegisterColumn, field: Int?) {
    let place =
      field.map { source.place(of: headings.spots[$0]) } ?? headings.place(in: source)
    faults.add(
      InputFault(
        place: place, problem: .columnLacking(id: column.id, isHeaded: field != nil),
        value: column.heading))
  }

  /// Reports a column that is not there and that so many rows need.
  func reportNeeded(_ column: RegisterColumn, rows: Int) {
    faults.add(
      InputFault(
        place: headings.place(in: source), problem: .columnNeeded(id: column.id, rows: rows),
        value: column.heading))
  }

  private var isBlank: Bool {
    record.count == record.fields.count
      && record.fields.allSatisfy {
        $0.bytes.isEmpty || Blanks.trim($0.bytes).isEmpty
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
    if isSame { report(.headingRepeated(firstLine: Int(headings.spot.line)), nil) }
    return isSame
  }

  private func hasRightLengths() -> Bool {
    guard record.size > Self.cellLimit / 2 else { return true }
    for index in record.fields.indices {
      let size = record.fields[index].bytes.count
      if size > Self.fieldLimit {
        report(.fieldTooLarge(limit: Self.fieldLimit), index)
      } else if size > Self.cellLimit / 2 {
        let units = WorkbookText.units(of: string(index))
        if units > Self.cellLimit {
          report(.cellTooLong(limit: Self.cellLimit, found: units), index)
        }
      }
    }
    if hasError { isComplete = false }
    return !hasError
  }

  private func unescape(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    if scratch.bytes.count < bytes.count { scratch = ByteBuffer(count: bytes.count) }
    return CSVEscapes.remove(bytes, into: scratch.bytes)
  }
}
