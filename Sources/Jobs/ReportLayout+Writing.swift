import Domain
import Layout
import Pages
import Writing

extension ReportLayout {
  /// Writes the files of the report into a folder.
  func write(
    into folder: String, tables: (_ query: String) throws -> ResultStream
  ) throws -> [WrittenFile] {
    try FolderWriter.write(into: folder) { try layOut(tables: tables, to: $0) }
  }
}
