import Domain
import Foundation
import Packages

/// Takes the cells of a sheet while its part is read.
struct CellCollector {
  private(set) var builder = SheetBuilder()
  /// Cells with a colour, empty ones among them.
  private(set) var coloured = 0
  private let styles: CellStyles
  private let texts: SharedTexts
  private let is1904: Bool
  private let report: (InputProblem, CellAddress) -> Void

  private var row = 0
  private var isRowHidden = false
  private var column = 0
  private var isUnsorted = false
  private var lastRow = 0
  private var areRowsUnsorted = false
  /// Whether the row has a number that can be one.
  private var isPlaced = false
  private var (isInRow, isInCell) = (false, false)

  private var type = CellType.number
  private var style = 0
  private var hasFormula = false
  private var hasValue = false
  private var isInValue = false
  private var text = RichText()

  private enum CellType { case number, shared, formulaText, inline, boolean, error, day }

  init(
    styles: CellStyles, texts: SharedTexts, is1904: Bool, bytes: Int,
    report: @escaping (InputProblem, CellAddress) -> Void
  ) {
    builder.reserve(bytes: bytes)
    self.styles = styles
    self.texts = texts
    self.is1904 = is1904
    self.report = report
  }

  // MARK: What the part says

  /// A row within a row is none; what that had so far is ended, so that no row holds another's cells.
  mutating func startRow(_ attributes: XMLAttributes) {
    if isInRow {
      endRow()
      misplaced(attributes.text("r") ?? "")
    }
    isInRow = true
    let number = attributes["r"].map { Self.number($0) } ?? row + 1
    isPlaced = (1...CellAddress.lastRow).contains(number)
    if !isPlaced {
      report(.cellMisplaced(attributes.text("r") ?? ""), CellAddress(row: row + 1, column: 1))
    }
    row = isPlaced ? number : row
    column = 0
    isRowHidden =
      attributes.isTrue("hidden") || attributes.text("ht").flatMap(Double.init) == 0
    if row <= lastRow { areRowsUnsorted = true }
  }

  mutating func endRow() {
    if isUnsorted, let twice = builder.sortRow() {
      report(.cellTwice, CellAddress(row: row, column: Int(twice)))
    }
    builder.endRow(row, isHidden: isRowHidden)
    isUnsorted = false
    lastRow = max(lastRow, row)
    (isInRow, isPlaced) = (false, false)
  }

  /// A cell stands in a row, and in no other cell.
  mutating func startCell(_ attributes: XMLAttributes) {
    if isInCell || !isInRow { misplaced(attributes.text("r") ?? "") }
    isInCell = true
    let last = column
    column += 1
    type = .number
    style = 0
    (hasFormula, hasValue, isInValue) = (false, false, false)
    text.clear()
    var place = 0
    while let name = attributes.name(place), let value = attributes.value(place) {
      place += 1
      guard name[1] == 0 else { continue }
      switch UInt8(bitPattern: name[0]) {
      case UInt8(ascii: "r"): address(value)
      case UInt8(ascii: "s"): style = max(0, Self.number(value))
      case UInt8(ascii: "t"): type = Self.type(value)
      default: break
      }
    }
    if column > CellAddress.lastColumn { misplaced(CellAddress.letters(of: column)) }
    if column <= last { isUnsorted = true }
    if styles[style].isColoured { coloured += 1 }
  }

  mutating func startValue() { (isInValue, hasValue) = (true, true) }
  mutating func endValue() { isInValue = false }
  mutating func startFormula() { hasFormula = true }

  mutating func startText(_ name: XMLName, _ attributes: XMLAttributes) {
    text.begin(name, attributes)
  }

  mutating func endText(_ name: XMLName) { text.end(name) }

  mutating func text(_ bytes: UnsafeRawBufferPointer) {
    if isInValue {
      if type != .inline { text.add(bytes) }
    } else if type == .inline {
      text.text(bytes)
    }
  }

  mutating func endCell() {
    isInCell = false
    guard isPlaced, column <= CellAddress.lastColumn else { return }
    if text.isTooLong {
      report(.fieldTooLarge(limit: RichText.limit), CellAddress(row: row, column: column))
      return
    }
    switch type {
    case .number: addNumber()
    case .shared: addShared()
    case .formulaText, .inline:
      text.finish()
      if hasFormula && !hasValue && text.bytes.isEmpty { addMissing() } else { add(.text) }
    case .boolean: add(text.bytes.first == UInt8(ascii: "1") ? "TRUE" : "FALSE", .boolean)
    case .error: add(.error)
    case .day: addDay()
    }
  }

  /// Puts rows in order that came in another; false if all were in order.
  mutating func finish() -> Bool {
    guard areRowsUnsorted else { return false }
    for twice in builder.sortRows() { report(.cellTwice, twice) }
    return true
  }

  // MARK: Addresses

  private mutating func address(_ text: UnsafePointer<CChar>) {
    var place = 0
    var column = 0
    while place < 4, case let byte = UInt8(bitPattern: text[place]) & 0xDF,
      (0x41...0x5A).contains(byte)
    {
      column = column * 26 + Int(byte) - 0x40
      place += 1
    }
    guard column > 0, place < 4, Self.number(text + place) == row else {
      return misplaced(String(cString: text))
    }
    self.column = column
  }

  private mutating func misplaced(_ address: String) {
    report(.cellMisplaced(address), CellAddress(row: max(1, row), column: 1))
  }

  /// A whole number without a sign; -1 for any other text.
  private static func number(_ text: UnsafePointer<CChar>) -> Int {
    var number = 0
    var place = 0
    while text[place] != 0 {
      let digit = Int(text[place]) - 0x30
      guard (0...9).contains(digit), place < 10 else { return -1 }
      number = number * 10 + digit
      place += 1
    }
    return place > 0 ? number : -1
  }

  private static func type(_ text: UnsafePointer<CChar>) -> CellType {
    switch UInt8(bitPattern: text[0]) {
    case UInt8(ascii: "s"): text[1] == 0 ? .shared : .formulaText
    case UInt8(ascii: "i"): .inline
    case UInt8(ascii: "b"): .boolean
    case UInt8(ascii: "e"): .error
    case UInt8(ascii: "d"): .day
    default: .number
    }
  }

  // MARK: Values

  private var flags: SheetCell.Flags {
    var flags: SheetCell.Flags = hasFormula ? .formula : []
    if styles[style].isColoured { flags.insert(.coloured) }
    return flags
  }

  private mutating func add(_ text: String, _ kind: SheetCell.Kind, time: String = "") {
    builder.add(text, kind: kind, row: row, column: column, flags: flags, time: time)
  }

  /// The text as it was read; nothing if it is empty.
  private mutating func add(_ kind: SheetCell.Kind) {
    guard !text.bytes.isEmpty else { return }
    text.bytes.withUnsafeBufferPointer {
      builder.add($0, kind: kind, row: row, column: column, flags: flags)
    }
  }

  private mutating func addMissing() { add("", .formulaWithoutValue) }

  private mutating func addShared() {
    let index = text.bytes.isEmpty ? nil : Int(String(decoding: text.bytes, as: UTF8.self))
    guard hasValue else { return hasFormula ? addMissing() : () }
    guard let index, let range = texts.range(index) else {
      return report(.cellTextMissing, CellAddress(row: row, column: column))
    }
    guard range.start < range.end else { return }
    builder.add(
      SheetCell(
        row: UInt32(row), column: UInt16(column), kind: .text, flags: flags.union(.shared),
        start: range.start, end: range.end))
  }

  private mutating func addNumber() {
    guard !text.bytes.isEmpty else { return hasFormula ? addMissing() : () }
    let format = styles[style].format
    if format == .number, text.bytes.withUnsafeBufferPointer(NumberText.isPlain) {
      return add(.number)
    }
    guard var number = NumberText(text.bytes) else { return add(.text) }
    switch format {
    case .number: add(number.text, .number)
    case .percent:
      number.takePercent()
      add(number.text + "%", .number)
    case .padded(let width): add(number.padded(to: width) ?? number.text, .number)
    case .day, .dayAndTime, .time, .month: addSerial(number, format)
    }
  }

  private mutating func addSerial(_ number: NumberText, _ format: NumberFormat) {
    guard let value = Double(String(decoding: text.bytes, as: UTF8.self)),
      let serial = SerialDay(value, is1904: is1904)
    else { return add(number.text, .number) }
    if serial.isTime {
      return format == .time || serial.seconds > 0
        ? add(serial.time, .time) : add(number.text, .number)
    }
    // Where no day is shown, the first of a month stands for the month.
    if format == .month, serial.dayOfMonth == 1, serial.seconds == 0 {
      return add("\(serial.year)年\(serial.month)月", .month)
    }
    if serial.seconds == 0 {
      add(serial.day, .date)
    } else {
      add(serial.day, .dateTime, time: serial.time)
    }
  }

  /// A day in the form of ISO 8601, as strict workbooks hold it.
  private mutating func addDay() {
    guard !text.bytes.isEmpty else { return hasFormula ? addMissing() : () }
    let written = String(decoding: text.bytes, as: UTF8.self)
    let time = written.dropFirst(10)
    guard let day = Day(written.prefix(10)),
      time.isEmpty || time.wholeMatch(of: /T([0-9]{2}:[0-9]{2}:[0-9]{2})(\.[0-9]+)?Z?/) != nil
    else { return add(.text) }
    let clock = String(time.dropFirst().prefix(8))
    if clock.isEmpty || clock == "00:00:00" {
      add(day.description, .date)
    } else {
      add(day.description, .dateTime, time: clock)
    }
  }
}
