import Domain

/// A field of a record: the range of its content, without quotes.
struct CSVField {
  var start: Int
  var end: Int
  /// The physical line on which it begins.
  var line: Int32
  var isQuoted = false
  /// Whether the content holds doubled quotes or carriage returns.
  var isEscaped = false
}

/// A record of a CSV file.
struct CSVRecord {
  /// The fields, the first `fieldLimit` of them.
  var fields: [CSVField] = []
  /// How many fields there are.
  var count = 0
  var start = 0
  var end = 0
  /// The physical line on which it begins, from 1.
  var line = 0
  /// Whether its form was at fault, so that its fields mean nothing.
  var isDamaged = false

  /// How many fields are kept: as many as a sheet has columns.
  static let fieldLimit = 16_384

  mutating func append(_ field: CSVField) {
    count += 1
    if fields.count < Self.fieldLimit { fields.append(field) }
  }
}

/// Reads records by RFC 4180 from a contiguous text, byte by byte.
///
/// Stricter than most: a quote in an unquoted field, text after a closing quote, an open quote at
/// the end, control characters, and a carriage return without a line feed outside quotes are faults.
/// Within quotes it is a line break of the cell, but ends no line of the file.
struct CSVScanner {
  let text: SourceText
  private let faults: FaultList
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position: Int
  private var line: Int

  init(_ text: SourceText, faults: FaultList) {
    self.text = text
    self.faults = faults
    bytes = text.bytes
    position = text.start
    line = text.firstLine
  }

  /// Reads the next record into `record`, false at the end of the text.
  mutating func next(_ record: inout CSVRecord) -> Bool {
    guard position < bytes.count else { return false }
    text.pass(position)
    record.fields.removeAll(keepingCapacity: true)
    record.count = 0
    record.start = position
    record.line = line
    record.isDamaged = false
    repeat { scanField(&record) } while isSeparator()
    record.end = position
    Steps.add(record.end - record.start + 1)
    if position < bytes.count {
      position += bytes[position] == 0x0D ? 2 : 1
      line += 1
    }
    return true
  }

  /// Steps over a comma; false at the end of the record.
  private mutating func isSeparator() -> Bool {
    guard position < bytes.count, bytes[position] == 0x2C else { return false }
    position += 1
    return true
  }

  private mutating func scanField(_ record: inout CSVRecord) {
    if position < bytes.count, bytes[position] == 0x22 {
      scanQuoted(&record)
    } else {
      let start = position
      scanUnquoted(&record)
      record.append(CSVField(start: start, end: position, line: Int32(line)))
    }
  }

  /// Goes on to the comma, line end or end of the text that ends an unquoted field.
  private mutating func scanUnquoted(_ record: inout CSVRecord) {
    let start = position
    var hasQuote = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte > 0x2C && byte != 0x7F {
        position += 1
        continue
      }
      switch byte {
      case 0x2C, 0x0A: return
      case 0x0D:
        if isLineEnd(position) { return }
        report(.loneCarriageReturn, at: position, in: &record)
      case 0x22:
        if !hasQuote { report(.bareQuote, at: position, field: start, in: &record) }
        hasQuote = true
      case 0x09, 0x20...0x2B: break
      default: report(.controlCharacter(UInt32(byte)), at: position, in: &record)
      }
      position += 1
    }
  }

  private mutating func scanQuoted(_ record: inout CSVRecord) {
    let (opening, openingLine) = (position, line)
    var field = CSVField(
      start: position + 1, end: position + 1, line: Int32(line), isQuoted: true)
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x22 {
        guard position + 1 < bytes.count, bytes[position + 1] == 0x22 else {
          close(&field, openedOnLine: openingLine, in: &record)
          return
        }
        field.isEscaped = true
        position += 1
      } else if byte < 0x20 || byte == 0x7F {
        checkControl(byte, field: &field, in: &record)
      }
      position += 1
    }
    add(.unclosedQuote, at: opening, line: openingLine, in: &record) {
      text.excerpt(opening, bytes[opening...].firstIndex(of: 0x0A) ?? bytes.count)
    }
    field.end = position
    record.append(field)
  }

  /// A control character within quotes: line ends and tabs are text there.
  private mutating func checkControl(
    _ byte: UInt8, field: inout CSVField, in record: inout CSVRecord
  ) {
    switch byte {
    case 0x0A: if text.endsLine(position) { line += 1 }
    case 0x0D: field.isEscaped = true
    case 0x09: break
    default: report(.controlCharacter(UInt32(byte)), at: position, in: &record)
    }
  }

  /// Ends a quoted field at its closing quote; what follows up to the comma is a fault.
  private mutating func close(
    _ field: inout CSVField, openedOnLine: Int, in record: inout CSVRecord
  ) {
    field.end = position
    position += 1
    record.append(field)
    guard position < bytes.count, bytes[position] != 0x2C, bytes[position] != 0x0A,
      !isLineEnd(position)
    else { return }
    report(
      .textAfterQuote(openedOnLine: openedOnLine), at: position, field: field.start - 1,
      in: &record)
    while position < bytes.count, bytes[position] != 0x2C, bytes[position] != 0x0A,
      !isLineEnd(position)
    {
      position += 1
    }
  }

  /// Whether CR and LF stand at an offset.
  private func isLineEnd(_ offset: Int) -> Bool {
    bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
  }

  private func report(
    _ problem: InputProblem, at offset: Int, field: Int? = nil, in record: inout CSVRecord
  ) {
    let from = field ?? offset
    add(problem, at: offset, line: line, in: &record) {
      let shown = bytes[offset..<max(offset, min(bytes.count, from + SourceText.excerptLimit + 1))]
      let end = shown.firstIndex { $0 == 0x2C || $0 == 0x0A || $0 == 0x0D } ?? shown.endIndex
      Steps.add(end - offset)
      return text.excerpt(from, max(end, from))
    }
  }

  private func add(
    _ problem: InputProblem, at offset: Int, line: Int, in record: inout CSVRecord,
    value: () -> String
  ) {
    record.isDamaged = true
    faults.add(.error, in: text.path) {
      InputFault(place: text.place(of: offset, line: line), problem: problem, value: value())
    }
  }
}
