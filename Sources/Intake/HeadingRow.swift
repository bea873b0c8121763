import Domain

/// The first line of a register's file: which field holds which column.
struct HeadingRow {
  /// How many columns of the office's own a register may have: they come back in a sheet.
  static let ownLimit = 200

  /// The headings as they stand in the file, trimmed.
  let names: [String]
  /// Where they begin.
  let starts: [Int]
  let line: Int
  /// For each of the register's columns the number of its field, from 0.
  let fields: [Int?]
  /// The fields of the office's own columns.
  let own: [Int]
  /// The fields without a heading.
  let unheaded: [Int]

  /// Reads the headings; nil if the rows below them cannot be read, which `faults` then say.
  init?(_ scanner: inout CSVScanner, faults: FaultList) {
    var record = CSVRecord()
    let text = scanner.text
    var headings = Headings(text: text, faults: faults)
    repeat {
      guard scanner.next(&record) else {
        headings.report(.fileEmpty, nil, value: "")
        return nil
      }
      headings.take(record)
    } while headings.isBlank && !record.isDamaged && !headings.isCut
    guard !record.isDamaged, !headings.hasWrongSeparator() else { return nil }
    headings.match()
    guard !headings.hasTooManyOwn() else { return nil }
    headings.warnOfNearNames()
    guard !headings.lacksRequired() else { return nil }
    names = headings.names
    starts = headings.starts
    line = record.line
    fields = headings.fields
    own = headings.own
    unheaded = headings.names.indices.filter { headings.names[$0].isEmpty }
  }

  /// The field of a column.
  func field(_ id: String, in register: Register) -> Int? {
    register.columns.firstIndex { $0.id == id }.flatMap { fields[$0] }
  }
}

/// Works the headings out.
private struct Headings {
  let text: SourceText
  let faults: FaultList
  var names: [String] = []
  var starts: [Int] = []
  var lines: [Int] = []
  var line = 0
  /// How many fields the line has, those included that are not kept.
  var count = 0
  var fields: [Int?] = []
  var own: [Int] = []

  init(text: SourceText, faults: FaultList) {
    self.text = text
    self.faults = faults
  }

  mutating func take(_ record: CSVRecord) {
    line = record.line
    count = record.count
    lines = record.fields.map { Int($0.line) }
    starts = record.fields.map { $0.isQuoted ? $0.start - 1 : $0.start }
    names = record.fields.map { field in
      let bytes = UnsafeBufferPointer(rebasing: text.bytes[field.start..<field.end])
      return String(decoding: Blanks.trim(bytes), as: UTF8.self)
    }
  }

  var isBlank: Bool { names.allSatisfy(\.isEmpty) }

  /// Whether there are more fields than are kept.
  var isCut: Bool { count > names.count }

  func report(_ problem: InputProblem, _ field: Int?, value: String? = nil) {
    let name = field.map { names[$0] } ?? ""
    faults.add(problem.severity, in: text.path) {
      let place =
        field.map { text.place(of: starts[$0], line: lines[$0]) }
        ?? SourcePlace(file: text.path, line: line, column: line == 0 ? 0 : 1)
      return InputFault(place: place, problem: problem, value: value ?? name, heading: name)
    }
  }

  /// What is too much for a report's sheet is refused here.
  func hasTooManyOwn() -> Bool {
    let found = isCut ? count - names.count + own.count : own.count
    guard isCut || found > HeadingRow.ownLimit else { return false }
    report(
      .ownColumns(limit: HeadingRow.ownLimit, found: found),
      own.count > HeadingRow.ownLimit ? own[HeadingRow.ownLimit] : nil)
    return true
  }

  /// `sep=;`, or one heading only that holds other separators.
  func hasWrongSeparator() -> Bool {
    if names[0].lowercased().hasPrefix("sep=") {
      report(.separatorLine, 0)
      return true
    }
    guard names.count == 1 || !names.contains(where: { column($0) != nil }) else { return false }
    let whole = names.joined(separator: ",")
    let separators: [Character] = [";", "\t", "；", "，", "|"]
    let separator = separators.first { separator in
      whole.split(separator: separator).contains { column(String($0)) != nil }
        && whole.contains(separator)
    }
    guard let separator else { return false }
    report(.wrongSeparator(String(separator)), 0)
    return true
  }

  mutating func match() {
    let columns = text.register.columns
    fields = columns.map { _ in nil }
    var seen: [ByteText: Int] = [:]
    for (field, name) in names.enumerated() where !name.isEmpty {
      if let column = column(name) {
        if let other = fields[column] {
          report(.headingTwice(otherField: other + 1), field)
        }
        fields[column] = fields[column] ?? field
      } else if let other = seen.updateValue(field, forKey: ByteText(name)) {
        report(.headingTwice(otherField: other + 1), field)
      } else {
        own.append(field)
      }
    }
  }

  func warnOfNearNames() {
    let columns = text.register.columns
    for field in own {
      let name = Array(names[field].lowercased().unicodeScalars)
      guard name.count <= Nearest.longestWord else { continue }
      let near = columns.indices.first { index in
        fields[index] == nil
          && [columns[index].heading, columns[index].id].contains { known in
            let known = Array(known.unicodeScalars)
            let distance = Nearest.distance(name, known)
            return distance == 1 || distance == 2 && min(name.count, known.count) >= 5
          }
      }
      if let near { report(.headingNear(columns[near].heading), field) }
    }
  }

  func lacksRequired() -> Bool {
    var missing = text.register.columns.indices.filter {
      text.register.columns[$0].isRequired && fields[$0] == nil
    }
    if text.register == .ledger, let id = index("task_id"), let number = index("number"),
      fields[id] == nil, fields[number] == nil
    {
      missing.append(number)
    }
    for index in missing {
      let column = text.register.columns[index]
      let ownNames = own.map { names[$0] }
      let nearest =
        Nearest.candidates(column.heading, among: ownNames, limit: 1).first
        ?? Nearest.candidates(column.id, among: ownNames, limit: 1).first
      report(.headingMissing(id: column.id, nearest: nearest), nil, value: column.heading)
    }
    return !missing.isEmpty
  }

  private func index(_ id: String) -> Int? {
    text.register.columns.firstIndex { $0.id == id }
  }

  /// The register's column that a heading names, in Chinese or English.
  private func column(_ name: String) -> Int? {
    let lowercased = name.lowercased()
    return text.register.columns.firstIndex { $0.heading == name || $0.id == lowercased }
  }
}
