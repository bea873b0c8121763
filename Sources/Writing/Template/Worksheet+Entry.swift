import CXlsxWriter

/// What helps to fill a sheet in.
extension Worksheet {
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
