public import Definitions
public import Domain
import Foundation

/// A form as a file holds it: its cells by their places, and what it bears of its origin.
public struct FormFile: Sendable {
  public struct Cell: Hashable, Sendable {
    public let text: String
    public let isFormula: Bool
    public var form = CellForm.text
  }

  /// What a cell holds: the text of a percentage has its sign, that of a day is ISO text.
  public enum CellForm: Sendable { case text, number, percentage, day }

  /// A row with a cell that is not empty.
  public struct Row: Sendable {
    /// From 1.
    public let number: Int
    /// By their columns, from 1.
    public let cells: [Int: Cell]

    func text(_ column: Int) -> String { cells[column]?.text ?? "" }
  }

  public struct Sheet: Sendable {
    public let name: String
    /// From 1; 0 for a text.
    public let tab: Int
    public let isProtected: Bool
    public let rows: [Row]
    /// Words that drop-downs offer, with the cells that they are for.
    let lists: [ListValidation]
  }

  public let path: String
  public let hash: ContentHash
  /// Whether it is a text, of one sheet and without marks out of sight.
  public let isText: Bool
  /// Whether its days are counted from 1904 on.
  public let is1904: Bool
  public let sheets: [Sheet]
  /// By the names of `FormMark`.
  public let marks: [String: String]
  /// Whether two marks of its origin disagree.
  public let isMarkedTwice: Bool
  /// What its columns are: by sheet, register and number the id.
  let entries: [String: [String: [Int: String]]]

  /// Reads a file.
  /// - Parameter converter: Makes an .xlsx of a workbook of the old form.
  /// - Throws: `LedgerRefused` with why it cannot be read.
  public init(path: String, converter: WorkbookConverter?) throws {
    let faults = FaultList()
    if path.lowercased().hasSuffix(".csv") {
      guard let rows = CSVRows(path, faults: faults) else { throw faults.refusal() }
      self.init(path, rows)
    } else {
      guard let workbook = Workbook.read(path, converter: converter, faults: faults) else {
        throw faults.refusal()
      }
      self.init(path, workbook)
    }
  }

  private init(_ path: String, _ workbook: Workbook) {
    self.path = path
    hash = workbook.hash
    isText = false
    is1904 = workbook.is1904
    var concealed: [String: String] = [:]
    var entries: [String: [String: [Int: String]]] = [:]
    var sheets: [Sheet] = []
    for (index, sheet) in workbook.sheets.enumerated() {
      let read = Sheet(sheet, tab: index + 1)
      guard sheet.name == FormMark.sheet else {
        sheets.append(read)
        continue
      }
      for row in read.rows {
        if row.text(1) == FormMark.column, let column = Int(row.text(3)) {
          let parts = row.text(4).split(separator: ".", maxSplits: 1).map(String.init)
          guard parts.count == 2 else { continue }
          entries[row.text(2), default: [:]][parts[0], default: [:]][column] = parts[1]
        } else {
          concealed[row.text(1)] = row.text(2)
        }
      }
    }
    let properties = FormMark.names.reduce(into: [:]) { marks, name in
      marks[name] = workbook.properties[FormMark.property(name)]
    }
    self.sheets = sheets
    self.entries = entries
    isMarkedTwice = !concealed.isEmpty && properties.contains { concealed[$0.key] != $0.value }
    marks = concealed.isEmpty ? properties : concealed
  }

  private init(_ path: String, _ text: CSVRows) {
    self.path = path
    hash = text.hash
    (isText, is1904, isMarkedTwice, entries) = (true, false, false, [:])
    var rows: [Row] = []
    var record = RowRecord()
    var number = 0
    while text.next(&record) {
      number += 1
      let cells = record.fields.enumerated().reduce(into: [Int: Cell]()) { cells, field in
        let text = FieldText.string(field.element)
        if !text.isEmpty { cells[field.offset + 1] = Cell(text: text, isFormula: false) }
      }
      if !cells.isEmpty { rows.append(Row(number: number, cells: cells)) }
    }
    let sheet = Sheet(
      name: LedgerFolder.stem(LedgerTables.name(path)), tab: 0, isProtected: true, rows: rows,
      lists: [])
    sheets = [sheet]
    marks = sheet.code
  }
}

extension FormFile.Sheet {
  fileprivate init(_ sheet: Sheet, tab: Int) {
    self.init(
      name: sheet.name, tab: tab, isProtected: sheet.details.isProtected,
      rows: sheet.rows.map { row in
        FormFile.Row(
          number: row.number,
          cells: sheet.cells[row.cells].reduce(into: [:]) { cells, cell in
            let text = sheet.text(cell)
            cells[Int(cell.column)] = FormFile.Cell(
              text: text, isFormula: cell.isFormula, form: FormFile.CellForm(cell.kind, text))
          })
      }, lists: sheet.lists)
  }

  /// What the line with the number of the form says of its origin.
  fileprivate var code: [String: String] {
    for row in rows {
      for cell in row.cells.values {
        guard let start = cell.text.range(of: FormMark.code) else { continue }
        let code = cell.text[start.upperBound...].prefix { !$0.isWhitespace }
        let parts = code.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 4 else { continue }
        // Ids of units may hold the sign.
        return [
          "plan_id": parts[0], "period_id": parts[1],
          "unit": parts[2..<(parts.count - 1)].joined(separator: "/"),
          "edition": parts[parts.count - 1],
        ]
      }
    }
    return [:]
  }

  /// The words that a drop-down offers for a cell.
  func offered(_ cell: CellAddress) -> [String]? {
    lists.first { $0.ranges.contains { $0.contains(cell) } }?.words
  }

  func place(_ path: String, _ cell: CellAddress?) -> SourcePlace {
    tab == 0
      ? SourcePlace(file: path, line: cell?.row ?? 0, column: cell?.column ?? 0)
      : SourcePlace(file: path, sheet: name, tab: tab, cell: cell)
  }
}

extension FormFile.CellForm {
  fileprivate init(_ kind: SheetCell.Kind, _ text: String) {
    switch kind {
    case .number: self = text.hasSuffix("%") ? .percentage : .number
    case .date, .dateTime: self = .day
    case .text, .time, .month, .boolean, .error, .formulaWithoutValue: self = .text
    }
  }
}

/// Workbooks of the office, whose cells forms change.
extension FormFile {
  /// A cell of a column that shows what its cells look like.
  public struct Model: Sendable {
    public let cell: CellAddress
    public let form: CellForm
    public let is1904: Bool
  }

  /// The nearest cell of a column that holds what its kind is kept as: a day, or a number.
  public func model(
    of cell: CellAddress, in sheet: String, _ kind: RegisterColumn.Kind
  ) -> Model? {
    let wanted: Set<CellForm> =
      switch kind {
      case .day: [.day]
      case .percent, .quantity, .integer, .amount: [.number, .percentage]
      default: []
      }
    guard !wanted.isEmpty, let rows = sheets.first(where: { $0.name == sheet })?.rows else {
      return nil
    }
    let found = rows.filter { row in
      row.cells[cell.column].map { wanted.contains($0.form) && !$0.isFormula } ?? false
    }.min { abs($0.number - cell.row) < abs($1.number - cell.row) }
    return found.map { row in
      Model(
        cell: CellAddress(row: row.number, column: cell.column),
        form: row.cells[cell.column]?.form ?? .text, is1904: is1904)
    }
  }

  /// Whether another file holds the same but for some cells.
  public func isSame(as other: FormFile, butFor cells: [String: Set<CellAddress>]) -> Bool {
    guard sheets.map(\.name) == other.sheets.map(\.name) else { return false }
    return zip(sheets, other.sheets).allSatisfy { sheet, other in
      sheet.kept(but: cells[sheet.name] ?? []) == other.kept(but: cells[sheet.name] ?? [])
    }
  }
}

extension FormFile.Sheet {
  fileprivate func kept(but cells: Set<CellAddress>) -> [CellAddress: FormFile.Cell] {
    rows.reduce(into: [:]) { kept, row in
      for (column, cell) in row.cells {
        let address = CellAddress(row: row.number, column: column)
        if !cells.contains(address) { kept[address] = cell }
      }
    }
  }
}

extension FaultList {
  fileprivate func refusal() -> LedgerRefused { LedgerRefused(faults: sorted(errors)) }
}
