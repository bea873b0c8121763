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
    let text = file.text.hasPrefix("\u{FEFF}") ? file.text.dropFirst() : file.text[...]
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    func fault(_ index: Int, _ problem: DefinitionFault.Problem) -> DefinitionFault {
      DefinitionFault(place: SourcePlace(file: file.path, line: index + 1), problem: problem)
    }
    guard lines.first?.split(separator: ",").map(String.init) == headings else {
      throw fault(0, .expected(.calendarHeadings))
    }
    return try lines.enumerated().dropFirst().reduce(into: [:]) { days, entry in
      let (index, line) = entry
      guard !line.isEmpty else { return }
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard (2...3).contains(fields.count), let day = Day(fields[0]), day.year == year,
        ["0", "1"].contains(fields[1])
      else { throw fault(index, .expected(.calendarLine(year: year))) }
      guard days.updateValue(fields[1] == "1", forKey: day) == nil else {
        throw fault(index, .duplicateKey("\(day)"))
      }
    }
  }
}
