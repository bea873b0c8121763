import Domain

/// The first line of a register's file: which field holds which column.
struct HeadingRow {
  /// How many columns of the office's own a register may have: they come back in a sheet.
  static let ownLimit = 200

  /// The headings as they stand in the file, trimmed.
  let names: [String]
  /// Where they stand.
  let spots: [CellSpot]
  /// Where the line begins.
  let spot: CellSpot
  /// For each of the register's columns the number of its field, from 0.
  let fields: [Int?]
  /// The fields of the office's own columns.
  let own: [Int]
  /// The fields without a heading.
  let unheaded: [Int]

  /// Reads the headings; nil if the rows below them cannot be read, which `faults` then say.
  init?(_ source: any RowSource, _ register: Register, faults: FaultList) {
    var record = RowRecord()
    var headings = Headings(source: source, register: register, faults: faults)
    repeat {
      guard source.next(&record) else {
        headings.report(.fileEmpty, nil, value: "")
        return nil
      }
      headings.take(record)
    } while headings.isBlank && !record.isDamaged && !headings.isCut
    guard !record.isDamaged else { return nil }
    if let stated = source.stated {
      headings.take(stated)
      guard !headings.hasTooManyOwn() else { return nil }
    } else {
      guard !headings.hasWrongSeparator() else { return nil }
      headings.match()
      guard !headings.hasTooManyOwn() else { return nil }
      headings.warnOfNearNames()
      guard !headings.lacksRequired() else { return nil }
    }
    names = headings.names
    spots = headings.spots
    spot = record.spot
    fields = headings.fields
    own = headings.own
    unheaded = headings.names.indices.filter { headings.names[$0].isEmpty }
  }

  /// The place of the line as a whole.
  func place(in source: any RowSource) -> SourcePlace {
    let place = source.place(of: spot)
    return place.sheet == nil ? SourcePlace(file: place.file, line: place.line) : place
  }

  /// The field of a column.
  func field(_ id: String, in register: Register) -> Int? {
    register.columns.firstIndex { $0.id == id }.flatMap { fields[$0] }
  }
}

/// Works the headings out.
private struct Headings {
  let source: any RowSource
  let register: Register
  let faults: FaultList
  var names: [String] = []
  var spots: [CellSpot] = []
  /// Where the line begins; nil before there is one.
  var spot: CellSpot?
  /// How many fields the line has, those included that are not kept.
  var count = 0
  var fields: [Int?] = []
  var own: [Int] = []

  init(source: any RowSource, register: Register, faults: FaultList) {
    self.source = source
    self.register = register
    self.faults = faults
  }

  mutating func take(_ record: RowRecord) {
    spot = record.spot
    count = record.count
    spots = record.fields.map(\.spot)
    names = record.fields.map { String(decoding: Blanks.trim($0.bytes), as: UTF8.self) }
  }

  /// Takes what a mapping says.
  mutating func take(_ stated: [Int?]) {
    fields = stated
    let taken = Set(stated.compactMap { $0 })
    own = names.indices.filter { !taken.contains($0) && !names[$0].isEmpty }
  }

  var isBlank: Bool { names.allSatisfy(\.isEmpty) }

  /// Whether there are more fields than are kept.
  var isCut: Bool { count > names.count }

  func report(_ problem: InputProblem, _ field: Int?, value: String? = nil) {
    let name = field.map { names[$0] } ?? ""
    faults.add(problem.severity, in: source.path) {
      let spot = field.map { spots[$0] } ?? spot
      let place = spot.map { source.place(of: $0) } ?? SourcePlace(file: source.path)
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
    let columns = register.columns
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
    let columns = register.columns
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
    var missing = register.columns.indices.filter {
      register.columns[$0].isRequired && fields[$0] == nil
    }
    // A ledger may have no numbers at all; but not one that has them under nearly our heading.
    if register == .ledger, let id = index("task_id"), let number = index("number"),
      fields[id] == nil, fields[number] == nil
    {
      missing += [number, id].filter { nearest(to: register.columns[$0]) != nil }.prefix(1)
    }
    for index in missing {
      let column = register.columns[index]
      report(
        .headingMissing(id: column.id, nearest: nearest(to: column)), nil, value: column.heading)
    }
    return !missing.isEmpty
  }

  /// The heading of the office's own columns that is most like a column's.
  private func nearest(to column: RegisterColumn) -> String? {
    let ownNames = own.map { names[$0] }
    // 顺序号 and 项目编号 are numbers, too.
    if ["number", "task_id"].contains(column.id), register == .ledger,
      let name = ownNames.first(where: { $0.hasSuffix("序号") || $0.hasSuffix("编号") })
    {
      return name
    }
    return Nearest.candidates(column.heading, among: ownNames, limit: 1).first
      ?? Nearest.candidates(column.id, among: ownNames, limit: 1).first
  }

  private func index(_ id: String) -> Int? {
    register.columns.firstIndex { $0.id == id }
  }

  /// The register's column that a heading names, in Chinese or English.
  private func column(_ name: String) -> Int? {
    let lowercased = name.lowercased()
    return register.columns.firstIndex { $0.heading == name || $0.id == lowercased }
  }
}
