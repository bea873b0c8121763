import Definitions
import Domain

/// Live sums: where the lines stand that columns of a table add up.
extension ReportLayout {
  /// Where the lines of sums stand; nil if they are too many for this workbook, or none, or if Excel
  /// would not find just those.
  /// - Parameter own: the table whose rows have the keys.
  func shown(
    _ sums: ReportDefinition.Sums, own: ReportDefinition.Table?, tables: SheetLayout.Tables,
    keys lines: LineKeys
  ) throws -> ShownSum? {
    guard let (sheet, source) = report.source(sums.table), try longOther(source, tables) == nil
    else { return nil }
    let stream = try tables(sums.table)
    guard stream.count > 0, !isLong(source, stream) else { return nil }
    let theirs = columns(of: source)
    var shown: [Int: ShownColumn] = [:]
    for name in Set(sums.keys.keys).union(sums.codes.keys) {
      // Other programs may not read a date or a percentage as it is shown.
      guard let place = theirs[name], let column = source.wordColumn(name, of: stream) else {
        return nil
      }
      shown[place] = column
    }
    let keys = try lines.keys(
      of: shown, in: stream, query: sums.table,
      others: texts(around: source, rows: stream.count, on: sheet))
    guard let conditions = conditions(of: sums, source, own, theirs, keys) else { return nil }
    return ShownSum(
      table: sums.table, conditions: conditions, columns: sums.columns,
      theirs: Set(theirs.keys))
  }

  /// The conditions of a sum; nil if one of its codes would be found elsewhere too.
  private func conditions(
    of sums: ReportDefinition.Sums, _ source: ReportDefinition.Table,
    _ own: ReportDefinition.Table?, _ theirs: [String: Int], _ keys: [Int: CriteriaKeys]
  ) -> [ShownSum.Condition]? {
    var conditions: [ShownSum.Condition] = []
    let owns = own.map(columns) ?? [:]
    for (name, key) in sums.keys.sorted(by: <) {
      guard let their = theirs[name], let own = owns[key], let keys = keys[their] else {
        return nil
      }
      conditions.append(.key(their: name, own: own, keys: keys))
    }
    for (name, code) in sums.codes.sorted(by: <) {
      guard let position = source.position(of: name), let their = theirs[name],
        let keys = keys[their]
      else { return nil }
      let column = source.columns[position]
      let word = column.words[code] ?? code
      guard keys.areFound(by: word) else { return nil }
      if column.format == .integer, let number = Int64(code) {
        conditions.append(.number(their: name, number))
      } else {
        conditions.append(.text(their: name, word))
      }
    }
    return conditions
  }

  /// The texts above and below a table, which stand in columns of its sheet, too.
  private func texts(
    around table: ReportDefinition.Table, rows: Int, on sheet: ReportDefinition.Sheet
  ) throws -> [String] {
    let texts = context.texts.merging(["rows": String(rows)]) { $1 }
    let lines =
      try [sheet.title, table.title].compactMap { try $0?.filled(with: texts) }
      + lines(of: sheet) + report.footing.map(filled)
    return try lines + [notice(), table.total?.label, table.total?.once?.label].compactMap { $0 }
      + report.sheets.map(\.name)
  }

  /// The columns of the sheet that show columns of the result as they are, by name; of several,
  /// the last: an exact one stands behind a rounded one. Not those in which equal cells are one: all
  /// but the first are empty.
  private func columns(of table: ReportDefinition.Table) -> [String: Int] {
    var places: [String: Int] = [:]
    for (position, column) in table.columns.enumerated() {
      if case .column(let name) = column.content, column.shows(name) {
        places[name] = table.sheetColumn(position, ownColumns: context.ownColumns.count)
      }
    }
    return places
  }
}

extension ReportDefinition.Table {
  /// The column that shows a column of a result, if its cells hold words, or whole numbers as they
  /// are written.
  fileprivate func wordColumn(_ name: String, of stream: ResultStream) -> ShownColumn? {
    guard let position = columns.lastIndex(where: { $0.shows(name) }),
      let index = stream.columns.firstIndex(where: { $0.name == name })
    else { return nil }
    let column = columns[position]
    switch column.format {
    case .text, .light, .flag, .integer: break
    case .date, .change, .percent, .points, .exactPoints, .decimal, .quantity: return nil
    }
    return ShownColumn(
      source: .value(index), name: name, heading: column.heading, group: column.group,
      format: column.format, width: 0, words: column.words, isSummed: false)
  }
}

extension ReportDefinition.Column {
  /// Whether it shows a column of the result as it is, each row for itself.
  fileprivate func shows(_ name: String) -> Bool {
    if case .column(name) = content { !isMerged } else { false }
  }
}
