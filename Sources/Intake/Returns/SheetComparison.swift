import Domain
import Foundation

/// A sheet of a returned form row by row against the one that was given out: rows are found by their
/// keys in the first column, which nobody sees.
struct SheetComparison {
  /// A row with a key, in both.
  struct Pair {
    let given: FormFile.Row
    let returned: FormFile.Row
    /// What stands over its columns.
    let headings: [Int: String]
  }

  private(set) var rows: [Pair] = []
  private(set) var faults: [FormFault] = []

  private let given: FormFile.Sheet
  private let returned: FormFile.Sheet
  private let columns: [String: [Int: String]]
  private let path: String
  private let keys: Set<String>
  /// The most cells of one sheet that are named as changed.
  private static let most = 50

  init(
    given: FormFile.Sheet, returned: FormFile.Sheet, columns: [String: [Int: String]], path: String,
    keys: Set<String>
  ) {
    self.given = given
    self.returned = returned
    self.columns = columns
    self.path = path
    self.keys = keys
  }

  mutating func compare(isText: Bool) {
    guard hasSameColumns else {
      return add(.columnsChanged, nil)
    }
    let found = returned.rows.filter { keys.contains($0.text(1)) }
    let byKey = Dictionary(grouping: found) { $0.text(1) }
    let wanted = given.rows.filter { keys.contains($0.text(1)) }
    if let twice = found.first(where: { (byKey[$0.text(1)]?.count ?? 0) > 1 }) {
      return add(.rowTwice, CellAddress(row: twice.number, column: 2))
    }
    let missing = wanted.filter { byKey[$0.text(1)] == nil }
    if !missing.isEmpty {
      return add(
        .rowsDeleted(missing.count), missing.first.map { CellAddress(row: $0.number, column: 2) })
    }
    if found.map({ $0.text(1) }) != wanted.map({ $0.text(1) }) {
      let moved = zip(found, wanted).first { $0.text(1) != $1.text(1) }
      return add(.rowsMoved, moved.map { CellAddress(row: $0.0.number, column: 2) })
    }
    if !isText, let shifted = zip(found, wanted).first(where: { $0.number != $1.number }) {
      let isLater = shifted.0.number > shifted.1.number
      return add(
        isLater ? .rowsAdded : .rowsDeleted(shifted.1.number - shifted.0.number),
        CellAddress(row: min(shifted.0.number, shifted.1.number), column: 2))
    }
    pair(found, wanted)
    compareLocked(isText: isText)
  }

  /// Whether keys and headings stand in the columns where they were.
  private var hasSameColumns: Bool {
    let returnedKeys = Set(returned.rows.map { $0.text(1) })
    guard !keys.isDisjoint(with: returnedKeys) || keys.isEmpty else { return false }
    let headings = given.rows.filter(isHeading).map(texts)
    let found = Set(returned.rows.filter(isHeading).map(texts))
    return headings.allSatisfy(found.contains)
  }

  private func texts(_ row: FormFile.Row) -> [Int: String] {
    row.cells.mapValues { Self.plain($0.text) }
  }

  /// The first cell over keys is their heading; no other row begins there but with a title.
  private func isHeading(_ row: FormFile.Row) -> Bool {
    row.cells.count > 1 && !row.text(1).isEmpty && !row.text(1).contains("|")
  }

  private mutating func pair(_ found: [FormFile.Row], _ wanted: [FormFile.Row]) {
    let headed = given.rows.filter(isHeading)
    rows = zip(wanted, found).map { given, returned in
      let heading = headed.last { $0.number < given.number }
      return Pair(
        given: given, returned: returned, headings: heading.map(texts) ?? [:])
    }
  }

  /// What is not to be filled in is as it was.
  private mutating func compareLocked(isText: Bool) {
    let isEntry = Set(rows.map(\.given.number))
    let returnedRows = Dictionary(
      rows.map { ($0.given.number, $0.returned) }, uniquingKeysWith: { first, _ in first })
    let others =
      isText
      ? [:]
      : Dictionary(returned.rows.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    let givenRows = Dictionary(
      given.rows.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    let numbers = isText ? Array(isEntry) : Array(Set(givenRows.keys).union(others.keys))
    for number in numbers.sorted() {
      let before = givenRows[number]
      let after = isEntry.contains(number) ? returnedRows[number] : others[number]
      guard before != nil else {
        if let after {
          add(.rowsAdded, CellAddress(row: after.number, column: after.cells.keys.min() ?? 1))
        }
        continue
      }
      let table = before.map { String($0.text(1).prefix { $0 != "|" }) } ?? ""
      let all = Set((before?.cells ?? [:]).keys).union((after?.cells ?? [:]).keys)
      for column in all.sorted() {
        if isEntry.contains(number), columns[table]?[column] != nil { continue }
        let (old, new) = (before?.text(column) ?? "", after?.text(column) ?? "")
        guard Self.differs(old, new) else { continue }
        guard faults.count < Self.most else { return }
        let isUnit = old.contains("填报单位：")
        add(
          isUnit ? .otherUnit(given: old) : .lockedCell(given: old),
          CellAddress(row: after?.number ?? number, column: column), value: new)
      }
    }
  }

  private mutating func add(_ problem: FormProblem, _ cell: CellAddress?, value: String = "") {
    faults.append(
      FormFault(place: returned.place(path, cell), problem: problem, value: value))
  }

  /// Programs keep numbers and line ends in their own ways.
  static func differs(_ one: String, _ other: String) -> Bool {
    if one == other { return false }
    let (one, other) = (plain(one), plain(other))
    if one == other { return false }
    guard let first = number(one), let second = number(other) else { return true }
    return abs(first - second) > 1e-9 * max(1, abs(first))
  }

  private static func number(_ text: String) -> Double? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D })
    else { return nil }
    return Double(text)
  }

  static func plain(_ text: String) -> String {
    text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").trimmingBlanks
  }
}
