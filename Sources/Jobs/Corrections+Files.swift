import Definitions
import Editions
import Foundation
import Pages
import Writing

extension Corrections {
  /// Compares the CSV files in the folders of two editions and writes the list into that of the new
  /// one.
  func write(from old: String, to new: String) throws -> [WrittenFile] {
    func path(_ folder: String, _ csv: String) -> String { "\(folder)/csv/\(csv).csv" }
    let files = try files(
      from: { csv in
        // Equal files, which most are, need not be read.
        FileManager.default.contentsEqual(atPath: path(old, csv), andPath: path(new, csv))
          ? nil : try ReadTable(path: path(old, csv))
      }, to: { try ReadTable(path: path(new, $0)) })
    return try FolderWriter.write(into: new) { try files.forEach($0) }
  }
}

extension ReadTable {
  /// Reads a CSV file; nil if there is none.
  /// - Throws: `DefinitionFault` if it cannot be read, `OutputFault` if it is in no encoding of ours.
  init?(path: String) throws {
    guard let bytes = try DiskFiles.contents(of: path, limit: .max) else { return nil }
    try self.init(bytes, path: path)
  }
}
