import Definitions
import Domain

/// The rows of a register put together from tables that mappings describe, under our columns.
final class ShapedRows: RowSource {
  let path: String
  let hash: ContentHash
  let parts: [any RowPart]
  private let places: any PlaceFinder
  /// The columns of all parts: ours in the order of the register, then the office's own.
  private let columns: [PartColumn]
  /// For each part and each of its columns the number of the field.
  private let fields: [[Int]]
  let stated: [Int?]?
  private var part = 0
  private var rows = 0
  private var isBelowHeadings = false
  private var row = PartRow()

  init(
    _ register: Register, _ parts: [any RowPart], path: String, hash: ContentHash,
    places: any PlaceFinder
  ) {
    (self.path, self.hash) = (path, hash)
    (self.parts, self.places) = (parts, places)
    let all = parts.flatMap(\.columns)
    var columns = register.columns.compactMap { ours in all.first { $0.id == ours.id } }
    var numbers = Dictionary(
      uniqueKeysWithValues: columns.enumerated().map { (Self.key($1), $0) })
    for column in all where numbers[Self.key(column)] == nil {
      numbers[Self.key(column)] = columns.count
      columns.append(column)
    }
    self.columns = columns
    fields = parts.map { part in part.columns.map { numbers[Self.key($0)] ?? 0 } }
    stated = register.columns.map { ours in columns.firstIndex { $0.id == ours.id } }
  }

  var sheets: [String] {
    var names: [String] = []
    for name in parts.compactMap(\.sheetName) where !names.contains(name) { names.append(name) }
    return names
  }

  private static func key(_ column: PartColumn) -> String {
    column.id.map { "\u{1}" + $0 } ?? column.name
  }

  func rewind(_ faults: FaultList) {
    (part, rows, isBelowHeadings) = (0, 0, false)
    for part in parts {
      part.firstRow = 0
      part.rewind(faults)
    }
  }

  func next(_ record: inout RowRecord) -> Bool {
    if !record.filled.isEmpty { record.filled = [:] }
    record.isDamaged = false
    guard isBelowHeadings else {
      isBelowHeadings = true
      headings(&record)
      return true
    }
    while part < parts.count {
      if parts[part].next(&row) {
        take(&record)
        rows += 1
        return true
      }
      part += 1
      if part < parts.count { parts[part].firstRow = rows }
    }
    return false
  }

  private func headings(_ record: inout RowRecord) {
    record.fields = columns.map {
      RowField(bytes: names.keep($0.name), spot: $0.spot)
    }
    record.count = columns.count
    record.spot = columns.map(\.spot).min() ?? CellSpot(start: 0, end: 0, line: 0)
    record.size = 0
  }

  private let names = ByteArena()

  private func take(_ record: inout RowRecord) {
    record.spot = row.spot
    let isWhole = fields[part].count == columns.count
    if record.fields.count != columns.count || !isWhole {
      record.fields = [RowField](
        repeating: RowField(bytes: RowField.empty, spot: row.spot), count: columns.count)
    }
    record.size = 0
    for (index, field) in fields[part].enumerated() {
      record.fields[field] = row.fields[index]
      record.size += row.fields[index].bytes.count
    }
    for (index, spot) in row.filled { record.filled[fields[part][index]] = spot }
    record.count = columns.count
  }

  func place(of spot: CellSpot) -> SourcePlace { places.place(of: spot) }

  func excerpt(_ spot: CellSpot) -> String { places.excerpt(spot) }
}

/// Finds places in the sheets of a workbook, or in a text.
protocol PlaceFinder: AnyObject {
  func place(of spot: CellSpot) -> SourcePlace
  func excerpt(_ spot: CellSpot) -> String
}

extension CSVRows: PlaceFinder {}

extension Workbook: PlaceFinder {
  func rows(_ tab: Int) -> SheetRows? {
    sheets.indices.contains(tab - 1) ? SheetRows(sheets[tab - 1], tab: tab, of: self) : nil
  }

  func place(of spot: CellSpot) -> SourcePlace {
    rows(Int(spot.tab))?.place(of: spot) ?? SourcePlace(file: path)
  }

  func excerpt(_ spot: CellSpot) -> String { rows(Int(spot.tab))?.excerpt(spot) ?? "" }
}
