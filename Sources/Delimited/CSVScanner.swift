import Domain

/// Reads records by RFC 4180 from a contiguous text, byte by byte.
///
/// Stricter than most: a quote in an unquoted field, text after a closing quote, an open quote at
/// the end, control characters, and a carriage return without a line feed outside quotes are faults.
/// Within quotes it is a line break of the cell, but ends no line of the file.
public struct CSVScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where the next record begins.
  public private(set) var position: Int
  private var line = 1

  /// - Parameters:
  ///   - bytes: UTF-8, which outlives the scanner.
  ///   - start: Where the first record begins.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) {
    self.bytes = bytes
    position = start
  }

  /// Reads the next record into `record`, false at the end of the text.
  public mutating func next(_ record: inout CSVRecord) -> Bool {
    guard position < bytes.count else { return false }
    record.begin(at: position, line: line)
    repeat { scanField(&record) } while isSeparator()
    record.end = position
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
    record.append(
      CSVProblem(
        problem: .unclosedQuote, offset: opening, line: openingLine, shownFrom: opening,
        showsLine: true))
    field.end = position
    record.append(field)
  }

  /// A control character within quotes: line ends and tabs are text there.
  private mutating func checkControl(
    _ byte: UInt8, field: inout CSVField, in record: inout CSVRecord
  ) {
    switch byte {
    case 0x0A: line += 1
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
    record.append(
      CSVProblem(
        problem: problem, offset: offset, line: line, shownFrom: field ?? offset,
        showsLine: false))
  }
}
