import CXlsxWriter
import CZlib
import Domain
import Foundation
import Packages
import Pages

/// A workbook that libxlsxwriter writes, but for the rows of its sheets and the texts in them: those
/// are ours, since the library is slow at them. Every value is checked before, every return code
/// after.
///
/// Used from one thread. What is not closed is thrown away.
final class Workbook {
  let path: String
  /// Where its tables stand.
  var places = TablePlaces()
  private var pointer: UnsafeMutablePointer<lxw_workbook>?
  private var formats: [CellStyle: CellFormat] = [:]
  private var names: Set<String> = []
  private var sheets: [Worksheet] = []
  private var charts = 0

  /// - Parameter created: the day that stands in the properties; the clock would make other bytes.
  init(path: String, title: String, author: String, created: Day) throws {
    self.path = path
    pointer = workbook_new(path)
    guard pointer != nil else { throw failure("workbook_new", LXW_ERROR_MEMORY_MALLOC_FAILED) }
    setDefaultFont()
    try setProperties(title: title, author: author, created: created)
  }

  deinit {
    if let pointer { lxw_workbook_free(pointer) }
  }

  /// A new sheet after those there are.
  func addSheet(_ name: String) throws -> Worksheet {
    let workbook = try opened()
    guard SheetName.isValid(name), names.insert(name.lowercased()).inserted,
      let sheet = workbook_add_worksheet(workbook, name)
    else { throw OutputFault(path: path, problem: .sheetName(name)) }
    sheets.append(Worksheet(name: name, sheet: sheet, workbook: self))
    return sheets[sheets.count - 1]
  }

  /// The format of a style; one for all cells that share it.
  func format(_ style: CellStyle) throws -> CellFormat {
    if let format = formats[style] { return format }
    guard let pointer = workbook_add_format(try opened()) else {
      throw failure("workbook_add_format", LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    let format = CellFormat(pointer: pointer, style: style)
    format.apply()
    formats[style] = format
    return format
  }

  /// A chart that a sheet is to take.
  func addChart(type: lxw_chart_type) throws -> UnsafeMutablePointer<lxw_chart> {
    guard let chart = workbook_add_chart(try opened(), UInt8(type.rawValue)) else {
      throw failure("workbook_add_chart", LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    charts += 1
    return chart
  }

  /// Writes the file and checks it. The workbook is of no use after that.
  func close() throws -> FileSummary {
    let file = try WorkbookFile(path: path)
    try close(into: file.archive)
    return try file.finish()
  }

  /// Hands over the parts and checks them. The workbook is of no use after that.
  func close(into output: any PartOutput) throws {
    let workbook = try opened()
    pointer = nil
    let package = WorkbookPackage(sheets, charts: charts, output: output)
    try OutputFault.of(path) {
      // The library makes a part for shared texts, and says that it is there, if it knows of one.
      if let sheet = sheets.first { try sheet.draw(.text("-"), row: 0, column: 0) }
      try package.receive { try check(workbook_close(workbook), "workbook_close") }
    }
  }

  /// Throws what a return code says.
  func check(_ code: lxw_error, _ function: String) throws {
    guard code != LXW_NO_ERROR else { return }
    throw failure(function, code)
  }

  /// A title or name in a chart; what began with = would be taken for a formula.
  func label(_ text: String) throws -> String {
    try checked(text) { text in
      guard !text.hasPrefix("=") else {
        throw CellText.Refusal(problem: .character(UInt32(UInt8(ascii: "="))))
      }
      return try CellText.plain(text)
    }
  }

  /// A text that stands in no cell, as `check` leaves it.
  func checked(_ text: String, _ check: (String) throws -> String) throws -> String {
    do { return try check(text) } catch let refusal as CellText.Refusal {
      throw OutputFault(path: path, problem: .text(text, refusal.problem))
    }
  }

  private func opened() throws -> UnsafeMutablePointer<lxw_workbook> {
    guard let pointer else { throw failure("workbook", LXW_ERROR_NULL_PARAMETER_IGNORED) }
    return pointer
  }

  private func failure(_ function: String, _ code: lxw_error) -> OutputFault {
    OutputFault(
      path: path, problem: .library(function: function, code: Int32(bitPattern: code.rawValue)))
  }

  /// Widths of columns are counted in digits of the default font. The library's is Calibri, which
  /// is missing on many computers; Arial, or one as wide, is everywhere, with digits of 7 pixels.
  private func setDefaultFont() {
    guard let format = pointer?.pointee.formats.pointee.stqh_first else { return }
    format_set_font_name(format, "Arial")
    format_set_font_size(format, 10)
  }

  private func setProperties(title: String, author: String, created: Day) throws {
    let workbook = try opened()
    let code = try checked(title, CellText.plain).withCString { title in
      try checked(author, CellText.plain).withCString { author in
        var properties = lxw_doc_properties()
        properties.title = UnsafeMutablePointer(mutating: title)
        properties.author = UnsafeMutablePointer(mutating: author)
        properties.created = time_t(created.number * 86_400)
        return workbook_set_properties(workbook, &properties)
      }
    }
    try check(code, "workbook_set_properties")
  }
}

/// The versions of the libraries that write workbooks.
public enum WorkbookLibraries {
  public static var versions: (libxlsxwriter: String, zlib: String) { (libxlsxwriter, zlib) }
  public static var libxlsxwriter: String { String(cString: lxw_version()) }
  public static var zlib: String { String(cString: zlibVersion()) }
}
