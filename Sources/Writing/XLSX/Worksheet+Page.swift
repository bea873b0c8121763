import CXlsxWriter
import Pages

/// The heading rows of a list and the rows and columns under them.
struct ListArea {
  /// The row of the column headings; above it, where they are grouped, that of the groups.
  let headingRows: ClosedRange<Int>
  /// The last row of the list itself, without sums.
  let lastRow: Int
  let columns: Int

  /// The rows of the list.
  var rows: ClosedRange<Int> { (headingRows.upperBound + 1)...lastRow }
}

extension Worksheet {
  /// The paper, as a rule one page wide, page numbers as in official documents.
  /// - Parameter rows: how many are printed; nil for those that hold something so far.
  func setPage(_ print: PrintSetUp, rows: Int? = nil) throws {
    let rows = rows ?? cells.rowCount
    if print.isUpright { worksheet_set_portrait(sheet) } else { worksheet_set_landscape(sheet) }
    worksheet_set_paper(sheet, print.paper == .a4 ? 9 : 8)
    worksheet_fit_to_pages(sheet, UInt16(print.pagesWide), UInt16(print.pagesHigh ?? 0))
    worksheet_set_margins(sheet, 0.4, 0.4, 0.6, 0.7)
    worksheet_center_horizontally(sheet)
    if !print.hasGridlines { worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }
    // Programs scale it with the page.
    let size = Int((14 / print.scale).rounded())
    let footer = "&C&\"\(Fonts.footer),常规\"&\(size)— 第 &P 页 共 &N 页 —"
    try workbook.check(worksheet_set_footer(sheet, footer), "worksheet_set_footer")
    if rows > 0 {
      let code = worksheet_print_area(sheet, 0, 0, UInt32(rows - 1), UInt16(print.columns - 1))
      try workbook.check(code, "worksheet_print_area")
    }
    try setPageBreaks(print.breaks)
  }

  /// Height in points of the rows that have none of their own; said before they are written.
  func setUsualHeight(_ height: Double) {
    worksheet_set_default_row(sheet, height, UInt8(LXW_FALSE.rawValue))
  }

  /// Rows that begin a page, in order.
  private func setPageBreaks(_ rows: [Int]) throws {
    guard !rows.isEmpty else { return }
    // The list that the library takes ends with 0; it copies what it is given.
    var breaks = rows.map { UInt32($0) } + [0]
    try workbook.check(worksheet_set_h_pagebreaks(sheet, &breaks), "worksheet_set_h_pagebreaks")
  }

  /// Repeats the headings of a table on the pages after the one that it begins on.
  func repeatHeadings(of area: ListArea) throws {
    let rows = area.headingRows
    let code = worksheet_repeat_rows(sheet, UInt32(rows.lowerBound), UInt32(rows.upperBound))
    try workbook.check(code, "worksheet_repeat_rows")
  }

  /// Repeats the first columns on every page of a sheet that is several pages wide.
  func repeatColumns(_ count: Int) throws {
    guard count > 0 else { return }
    let code = worksheet_repeat_columns(sheet, 0, UInt16(count - 1))
    try workbook.check(code, "worksheet_repeat_columns")
  }

  /// Colours the sheet's tab.
  func setTab(_ colour: UInt32) { worksheet_set_tab_color(sheet, colour) }

  /// Repeats the headings of a list on every page, keeps them in sight and offers filters.
  /// - Parameter hasFilter: not where cells of several rows are one.
  func setList(_ area: ListArea, frozenColumns: Int, hasFilter: Bool = true) throws {
    let (heading, last) = (UInt32(area.headingRows.upperBound), UInt32(area.lastRow))
    worksheet_freeze_panes(sheet, heading + 1, UInt16(frozenColumns))
    try repeatHeadings(of: area)
    guard hasFilter else { return }
    let code = worksheet_autofilter(sheet, heading, 0, last, UInt16(area.columns - 1))
    try workbook.check(code, "worksheet_autofilter")
  }

  /// Shows in the cells of a column of shares or percentages how large they are, as a bar from 0
  /// to 1.
  func addBars(column: Int, rows: ClosedRange<Int>) throws {
    var rule = lxw_conditional_format()
    rule.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
    rule.data_bar_2010 = UInt8(LXW_TRUE.rawValue)
    rule.bar_solid = UInt8(LXW_TRUE.rawValue)
    rule.bar_color = 0xBDD7EE
    rule.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    rule.max_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    (rule.min_value, rule.max_value) = (0, 1)
    let code = worksheet_conditional_format_range(
      sheet, UInt32(rows.lowerBound), UInt16(column), UInt32(rows.upperBound), UInt16(column),
      &rule)
    try workbook.check(code, "worksheet_conditional_format_range")
    written.rules += 1
  }

  /// Widths of the columns from the first on, in characters.
  func setWidths(_ widths: [Int]) throws {
    guard widths.count <= Self.columnLimit else {
      throw OutputFault(path: workbook.path, problem: .tooManyColumns(widths.count))
    }
    for (column, width) in widths.enumerated() {
      let code = worksheet_set_column(sheet, UInt16(column), UInt16(column), Double(width), nil)
      try workbook.check(code, "worksheet_set_column")
    }
  }

  /// Colours the cells of a column that hold a word.
  ///
  /// By the whole word and one column at a time: text formats of 1.1.4 are anchored wrongly.
  func colour(word: String, as tint: Tint, column: Int, rows: ClosedRange<Int>) throws {
    let format = try workbook.format(CellStyle(isBold: true, colour: tint.text, fill: tint.fill))
    format_set_bg_color(format.pointer, tint.fill)
    let value = try workbook.checked(word) { try FormulaText.checked(FormulaText.literal($0)) }
    let code = value.withCString { value in
      var rule = lxw_conditional_format()
      rule.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
      rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
      rule.value_string = UnsafeMutablePointer(mutating: value)
      rule.format = format.pointer
      return worksheet_conditional_format_range(
        sheet, UInt32(rows.lowerBound), UInt16(column), UInt32(rows.upperBound), UInt16(column),
        &rule)
    }
    try workbook.check(code, "worksheet_conditional_format_range")
    written.rules += 1
  }
}
