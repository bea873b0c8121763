import Definitions
import Domain
import Pages

/// A table of a sheet bound to its result.
struct BoundTable {
  let definition: ReportDefinition.Table
  let stream: ResultStream
  let layout: TableLayout
  /// The size of the matrix in whose place the table is a list; nil where it is none.
  var matrix: MatrixSize?

  /// Whether it would be a matrix of more cells than anyone reads.
  var isTooWide: Bool { layout.columns.isEmpty }
}

extension ReportLayout {
  /// The tables of a sheet with their results, in order.
  /// - Parameter keys: what live sums go by; nil where there are none.
  func bind(
    _ sheet: ReportDefinition.Sheet, tables: SheetLayout.Tables, keys: LineKeys?
  ) throws -> [BoundTable] {
    try sheet.tables.map { table in
      if let stream = try longOther(table, tables) {
        // The query is not even run.
        return Self.notDrawn(table, stream)
      }
      let stream = try tables(table.query)
      guard table.columns.contains(where: \.isDerived) else {
        return try bind(table, PreparedResult(stream: stream), tables, keys)
      }
      let isLong = stream.count > options.largeTable
      let held = isLong ? nil : try stream.held()
      let rows = held.map { ResultStream($0) } ?? stream
      if let matrix = try table.matrix(of: rows, most: options.largeTable),
        isLong || isTooLarge(matrix.size)
      {
        return try listed(table, matrix, of: stream, tables, keys)
      }
      guard let held else { return Self.notDrawn(table, stream) }
      return try bind(table, table.prepared(held), tables, keys)
    }
  }

  private func isTooLarge(_ matrix: MatrixSize) -> Bool {
    matrix.columns > options.matrixColumns
      || matrix.rows * matrix.columns > options.matrixCells
  }

  /// A list in the place of a matrix, if it is not too long.
  private func listed(
    _ table: ReportDefinition.Table, _ matrix: MatrixRows, of stream: ResultStream,
    _ tables: SheetLayout.Tables, _ keys: LineKeys?
  ) throws -> BoundTable {
    guard matrix.filled.rows.count <= options.largeTable else {
      return Self.notDrawn(table, stream)
    }
    var bound = try bind(
      table.listed, table.prepared(matrix.filled, isListed: true), tables, keys)
    bound.matrix = matrix.size
    return bound
  }

  private static func notDrawn(
    _ table: ReportDefinition.Table, _ stream: ResultStream
  ) -> BoundTable {
    BoundTable(definition: table, stream: stream, layout: TableLayout(columns: []))
  }

  private func bind(
    _ table: ReportDefinition.Table, _ result: PreparedResult, _ tables: SheetLayout.Tables,
    _ keys: LineKeys?
  ) throws -> BoundTable {
    let sums = try keys.map { keys in
      try table.sums.compactMap { try shown($0, own: table, tables: tables, keys: keys) }
    }
    let layout = try TableLayout(
      table, result: result.stream.columns, captions: result.captions,
      ownColumns: context.ownColumns, sums: sums ?? [], earlier: context.earlier)
    return BoundTable(definition: table, stream: result.stream, layout: layout)
  }

  /// The result of the table for whose length this one is not drawn; nil if it is drawn.
  func longOther(
    _ table: ReportDefinition.Table, _ tables: SheetLayout.Tables
  ) throws -> ResultStream? {
    guard let other = table.unlessLong.flatMap(report.source)?.table else { return nil }
    let stream = try tables(other.query)
    return isLong(other, stream) ? stream : nil
  }

  /// Hands over the CSV files of sheets, also of those that are left out: whoever reads them finds
  /// them every time. Those of long tables go with their companions.
  func addData(
    of sheets: [ReportDefinition.Sheet], to files: LaidOutFiles, tables: SheetLayout.Tables
  ) throws {
    for sheet in sheets {
      for bound in try bind(sheet, tables: tables, keys: nil)
      where !bound.isTooWide && !isLong(bound.definition, bound.stream) {
        guard let data = try dataFile(bound.definition, bound.layout, files) else { continue }
        try files.add(
          .data(
            name: data.name, data, bound.stream,
            rows: [bound.definition.query: bound.stream.count]))
      }
    }
  }
}
