import Delimited
public import Domain

extension WorkingCalendar {
  /// Reads the calendars of several years: `date,is_working,name`, one deviating day a line.
  /// - Throws: `DefinitionFault` for a line of another form, a day of another year, a day twice,
  ///   other headings, or a year missing between two others (working days could not be counted across it).
  public init(_ files: [DefinitionFile]) throws {
    var years: Set<Int> = []
    var exceptions: [Day: Bool] = [:]
    for file in files {
      let place = SourcePlace(file: file.path, line: 1)
      guard let year = Int(file.id), Day.years.contains(year) else {
        throw DefinitionFault(place: place, problem: .expected(.calendarFileName))
      }
      years.insert(year)
      exceptions.merge(try Self.exceptions(file, of: year)) { first, _ in first }
    }
    if let first = years.min(), let last = years.max(),
      let gap = (first...last).first(where: { !years.contains($0) })
    {
      throw DefinitionFault(
        place: SourcePlace(file: "calendars"), problem: .missingCalendar(year: gap))
    }
    self.init(years: years, exceptions: exceptions)
  }

  /// What the first line of a calendar says.
  private static let headings = ["date", "is_working", "name"]

  /// The days of a year that deviate from Monday to Friday.
  private static func exceptions(_ file: DefinitionFile, of year: Int) throws -> [Day: Bool] {
    var text = file.text
    return try text.withUTF8 { bytes in
      let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      return try exceptions(CSVScanner(bytes, from: start), bytes, file, of: year)
    }
  }

  private static func exceptions(
    _ scanner: CSVScanner, _ bytes: UnsafeBufferPointer<UInt8>, _ file: DefinitionFile,
    of year: Int
  ) throws -> [Day: Bool] {
    var (scanner, record) = (scanner, CSVRecord())
    func fault(_ problem: DefinitionFault.Problem) -> DefinitionFault {
      DefinitionFault(
        place: SourcePlace(file: file.path, line: max(record.line, 1)), problem: problem)
    }
    func cells() -> [String] {
      record.fields.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
    }
    guard scanner.next(&record), cells() == headings else {
      throw fault(.expected(.calendarHeadings))
    }
    var days: [Day: Bool] = [:]
    while scanner.next(&record) {
      let fields = cells()
      guard fields != [""] else { continue }
      guard !record.isDamaged, (2...3).contains(fields.count), let day = Day(fields[0]),
        day.year == year, ["0", "1"].contains(fields[1])
      else { throw fault(.expected(.calendarLine(year: year))) }
      guard days.updateValue(fields[1] == "1", forKey: day) == nil else {
        throw fault(.duplicateKey("\(day)"))
      }
    }
    return days
  }
}
