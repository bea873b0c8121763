public import Definitions
public import Domain

/// A returned form held against the one that was given out.
public struct FormReading: Sendable {
  /// What the unit changed.
  public private(set) var values: [FormValue] = []
  /// What is wrong with the form, in the order of its cells.
  public private(set) var faults: [FormFault] = []
  /// The day on which it says that it was filled in.
  public private(set) var filledOn: Day?

  private let given: FormFile
  private let returned: FormFile
  private let vocabulary: Vocabulary
  private let today: Day

  /// - Parameter today: The day on which it is read: nothing was done later.
  public init(_ returned: FormFile, against given: FormFile, vocabulary: Vocabulary, today: Day) {
    (self.given, self.returned) = (given, returned)
    (self.vocabulary, self.today) = (vocabulary, today)
    for sheet in given.sheets {
      guard let columns = given.entries[sheet.name] else { continue }
      read(sheet, columns)
    }
    faults.sort { $0.place < $1.place }
  }

  /// Finds the sheet under its name, or under another by the keys of its rows.
  private mutating func read(_ sheet: FormFile.Sheet, _ columns: [String: [Int: String]]) {
    let keys = Set(sheet.rows.map { $0.text(1) }.filter { $0.contains("|") })
    func holds(_ other: FormFile.Sheet) -> Bool {
      other.rows.contains { row in row.cells.values.contains { keys.contains($0.text) } }
    }
    let named = returned.sheets.first { $0.name == sheet.name }
    guard let found = named ?? returned.sheets.first(where: holds) else {
      if !returned.isText { add(.sheetMissing(sheet.name), SourcePlace(file: returned.path)) }
      return
    }
    // A text is named by its file, and holds one of the sheets.
    if returned.isText, !holds(found) { return }
    if named == nil, !returned.isText {
      add(.sheetRenamed(from: sheet.name), found.place(returned.path, nil), value: found.name)
    }
    if !found.isProtected, sheet.isProtected {
      add(.unprotected, found.place(returned.path, nil))
    }
    var comparison = SheetComparison(
      given: sheet, returned: found, columns: columns, path: returned.path, keys: keys)
    comparison.compare(isText: returned.isText)
    faults += comparison.faults
    for pair in comparison.rows { read(pair, sheet, found, columns) }
  }

  private mutating func add(_ problem: FormProblem, _ place: SourcePlace, value: String = "") {
    faults.append(FormFault(place: place, problem: problem, value: value))
  }

  // MARK: Values

  private mutating func read(
    _ pair: SheetComparison.Pair, _ sheet: FormFile.Sheet, _ found: FormFile.Sheet,
    _ columns: [String: [Int: String]]
  ) {
    let key = pair.given.text(1)
    let table = String(key.prefix { $0 != "|" })
    var row = FormRow(register: Register(rawValue: table))
    for (number, id) in (columns[table] ?? [:]).sorted(by: { $0.key < $1.key }) {
      let cell = CellAddress(row: pair.returned.number, column: number)
      let place = found.place(returned.path, cell)
      let heading = (pair.headings[number] ?? "").replacing("\n", with: "")
      let old = FormFile.Cell(text: pair.given.text(number), isFormula: false)
      let new = pair.returned.cells[number] ?? FormFile.Cell(text: "", isFormula: false)
      func fault(_ problem: FormProblem) -> FormFault {
        FormFault(place: place, problem: problem, value: new.text, heading: heading)
      }
      if new.isFormula {
        faults.append(fault(.formula))
        continue
      }
      let column = row.register?.columns.first { $0.id == id }
      let kind = column?.kind ?? (id.hasSuffix("_on") ? .day : .text)
      let before = (try? FormCell.read(old.text, kind, vocabulary).get()) ?? nil
      guard SheetComparison.differs(old.text, new.text) else {
        row.take(id, before, place, heading, isNew: false)
        continue
      }
      let given = CellAddress(row: pair.given.number, column: number)
      let words = sheet.offered(given)
      if let words, !new.text.trimmingBlanks.isEmpty, !words.contains(new.text.trimmingBlanks) {
        faults.append(fault(.notOffered(words)))
        continue
      }
      switch FormCell.read(new.text, kind, vocabulary) {
      case .failure(let refusal): faults.append(fault(.value(refusal.problem)))
      case .success(let after):
        row.take(id, after, place, heading, isNew: after != before)
        if after == nil, before != nil, let column, column.care != .plain {
          faults.append(fault(.emptied(given: old.text)))
        } else if after != before {
          if id == "filled_on" { filledOn = after.flatMap { Day($0) } }
          values.append(
            FormValue(
              key: key, column: id, old: before ?? "", new: after ?? "", place: place,
              heading: heading))
        }
        if kind == .day, after != before, id != "expected_on", let after,
          after > today.description
        {
          faults.append(fault(.dayToCome))
        }
      }
    }
    faults += row.contradictions
  }
}

/// The cells of a row of a form that belong together.
private struct FormRow {
  let register: Register?
  private var cells: [String: (value: String?, place: SourcePlace, heading: String)] = [:]
  private var isChanged = false

  init(register: Register?) { self.register = register }

  mutating func take(
    _ column: String, _ value: String?, _ place: SourcePlace, _ heading: String, isNew: Bool
  ) {
    cells[column] = (value, place, heading)
    isChanged = isChanged || isNew
  }

  /// What is completed was so on a day, and whole.
  var contradictions: [FormFault] {
    guard isChanged, register == .ledger || register == .assignments, let status = cells["status"],
      status.value == TaskStatus.completed.rawValue
    else { return [] }
    var faults: [FormFault] = []
    if let day = cells["completed_on"], day.value == nil {
      faults.append(
        FormFault(place: day.place, problem: .completedWithoutDay, heading: day.heading))
    }
    if let progress = cells["progress"], progress.value != "100" {
      faults.append(
        FormFault(
          place: progress.place, problem: .completedBelowFull, value: progress.value ?? "",
          heading: progress.heading))
    }
    return faults
  }
}
