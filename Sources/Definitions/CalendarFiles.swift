public import Domain

extension WorkingCalendar {
  /// Reads the calendars of several years: `date,is_working,name`, one deviating day a line.
  /// - Throws: `DefinitionFault` for a line of another form, a day of another year, or a year
  ///   missing between two others (working days could not be counted across it).
  public init(_ files: [DefinitionFile]) throws {
    var years: Set<Int> = []
    var exceptions: [Day: Bool] = [:]
    for file in files {
      let place = SourcePlace(file: file.path, line: 1)
      guard let year = Int(file.id), Day.years.contains(year) else {
        throw DefinitionFault(place: place, problem: .expected(.calendarFileName))
      }
      years.insert(year)
      let lines = file.text.split(omittingEmptySubsequences: false) { $0.isNewline }
      for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        guard fields.count >= 2, let day = Day(fields[0]), day.year == year,
          ["0", "1"].contains(fields[1])
        else {
          throw DefinitionFault(
            place: SourcePlace(file: file.path, line: index + 1),
            problem: .expected(.calendarLine(year: year)))
        }
        exceptions[day] = fields[1] == "1"
      }
    }
    if let first = years.min(), let last = years.max(),
      let gap = (first...last).first(where: { !years.contains($0) })
    {
      throw DefinitionFault(
        place: SourcePlace(file: "calendars"), problem: .missingCalendar(year: gap))
    }
    self.init(years: years, exceptions: exceptions)
  }
}
