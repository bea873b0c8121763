import CXlsxWriter
import Domain
import Pages

/// What helps to fill a sheet in.
extension Worksheet {
  /// Unlocks nothing by itself: what is not unlocked by its format cannot be changed any more, and the
  /// first column does not show.
  func protect() throws {
    worksheet_protect(sheet, nil, nil)
    var hidden = lxw_row_col_options()
    hidden.hidden = 1
    try workbook.check(
      worksheet_set_column_opt(sheet, 0, 0, 1, nil, &hidden), "worksheet_set_column")
  }

  /// Has no program show the sheet.
  func conceal() {
    worksheet_hide(sheet)
    workbook.concealsSheets = true
  }

  /// Drop-downs, checks and hints of the columns that are filled in.
  func setEntries(
    of columns: [PageTable.Column], heading: Int, rows: ClosedRange<Int>
  ) throws {
    for (index, column) in columns.enumerated() {
      guard let entry = column.entry else { continue }
      if !entry.hint.isEmpty { try comment(entry.hint, row: heading, column: index) }
      guard let check = entry.check else { continue }
      try expect(check, column: index, rows: rows) { _ in nil }
    }
  }

  /// What may be entered into some cells.
  /// - Parameter range: Where words of a drop-down stand; nil where they are few enough to stand in
  ///   the rule.
  func expect(
    _ check: EntryCheck, column: Int, rows: ClosedRange<Int>, range: ([String]) -> String?
  ) throws {
    switch check {
    case .words(let words):
      if let place = range(words) {
        try offer(place, column: column, rows: rows, isStrict: true)
      } else {
        try offer(words, column: column, rows: rows)
      }
    case .names(let name, let list):
      let place = Self.range(name, column: list, rows: 2...5_000)
      try offer(place, column: column, rows: rows, isStrict: false)
    case .day: try expectDay(column: column, rows: rows, isStrict: true)
    case .deadline: try expectDay(column: column, rows: rows, isStrict: false)
    case .percent: try expectNumber(0...100, column: column, rows: rows)
    case .wholeNumber: try expectNumber(0...1_000_000, column: column, rows: rows)
    case .quantity: try expectNumber(-1e12...1e12, column: column, rows: rows)
    }
  }

  static func range(_ sheet: String, column: Int, rows: ClosedRange<Int>) -> String {
    let letters = CellAddress.letters(of: column + 1)
    return
      "=\(FormulaText.sheet(sheet))!$\(letters)$\(rows.lowerBound + 1):$\(letters)$\(rows.upperBound + 1)"
  }

  /// A drop-down of a few words, none of which has a comma. The library takes no more than 85 Chinese
  /// characters.
  private func offer(_ words: [String], column: Int, rows: ClosedRange<Int>) throws {
    let list = words.joined(separator: ",")
    guard !list.isEmpty, list.utf16.count <= 80, !words.contains(where: { $0.contains(",") })
    else { return }
    try ("\"" + list + "\"").withCString { list in
      var rule = lxw_data_validation()
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      rule.value_formula = UnsafeMutablePointer(mutating: list)
      try validate(&rule, column: column, rows: rows)
    }
  }

  /// A note at a cell.
  func comment(_ text: String, row: Int, column: Int) throws {
    let text = try workbook.checked(text, CellText.checked)
    var options = lxw_comment_options()
    options.x_scale = 1.6
    options.y_scale = 1.4
    try workbook.check(
      worksheet_write_comment_opt(sheet, UInt32(row), UInt16(column), text, &options),
      "worksheet_write_comment")
  }

  /// Width and format of a column's empty cells.
  func setColumn(_ column: Int, width: Int, format: CellFormat) throws {
    let column = UInt16(column)
    try workbook.check(
      worksheet_set_column(sheet, column, column, Double(width), format.pointer),
      "worksheet_set_column")
  }

  /// Keeps the first row in sight.
  func freezeHeadings() { worksheet_freeze_panes(sheet, 1, 0) }

  /// A drop-down of the cells of a range.
  /// - Parameter isStrict: Whether nothing else may be typed.
  func offer(_ range: String, column: Int, rows: ClosedRange<Int>, isStrict: Bool) throws {
    try range.withCString { range in
      var rule = lxw_data_validation()
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      rule.value_formula = UnsafeMutablePointer(mutating: range)
      rule.show_error = UInt8((isStrict ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF).rawValue)
      try validate(&rule, column: column, rows: rows)
    }
  }

  /// A day from 1900 to 2199.
  /// - Parameter isStrict: Whether nothing else may be typed; else Excel asks.
  func expectDay(column: Int, rows: ClosedRange<Int>, isStrict: Bool) throws {
    var rule = lxw_data_validation()
    rule.validate = UInt8(LXW_VALIDATION_TYPE_DATE.rawValue)
    rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    rule.minimum_datetime = lxw_datetime(year: 1900, month: 1, day: 1, hour: 0, min: 0, sec: 0)
    rule.maximum_datetime = lxw_datetime(year: 2199, month: 12, day: 31, hour: 0, min: 0, sec: 0)
    let type = isStrict ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_INFORMATION
    rule.error_type = UInt8(type.rawValue)
    try validate(&rule, column: column, rows: rows)
  }

  func expectNumber(_ range: ClosedRange<Double>, column: Int, rows: ClosedRange<Int>) throws {
    var rule = lxw_data_validation()
    rule.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
    rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    (rule.minimum_number, rule.maximum_number) = (range.lowerBound, range.upperBound)
    try validate(&rule, column: column, rows: rows)
  }

  private func validate(
    _ rule: inout lxw_data_validation, column: Int, rows: ClosedRange<Int>
  ) throws {
    let code = worksheet_data_validation_range(
      sheet, UInt32(rows.lowerBound), UInt16(column), UInt32(rows.upperBound), UInt16(column),
      &rule)
    try workbook.check(code, "worksheet_data_validation_range")
  }
}
