/// A workbook whose sheets are written, and that has to be closed yet; nobody else uses it any more,
/// so that another thread may.
struct ComposedWorkbook: @unchecked Sendable {
  let workbook: Workbook

  /// Writes the file and checks it.
  func close() throws -> FileSummary { try workbook.close() }
}
