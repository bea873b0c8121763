import Domain
import Packages
import Pages

/// The file that a workbook's parts are packed into.
struct WorkbookFile {
  private let file: OutputFile
  let archive: ZipWriter

  /// zlib's 3 takes half the time of its 5 for files that are 9 % larger.
  private static let level: Int32 = 3

  /// Makes the file.
  /// - Parameter limit: The most bytes that it and each of its parts may have.
  init(path: String, limit: Int = Int(UInt32.max)) throws {
    file = try OutputFile(path: path)
    archive = try OutputFault.of(path) { [file] in
      try ZipWriter(to: file, level: Self.level, limit: limit)
    }
  }

  /// Closes the file and reads it back: every byte must be the one that was written, and the
  /// directory say of each part what was packed.
  func finish() throws -> FileSummary {
    try OutputFault.of(file.path) {
      try archive.finish()
      let summary = FileSummary(sha256: file.finish(), bytes: file.byteCount)
      guard try FileSummary(path: file.path) == summary else {
        throw PackageFault(part: "", problem: .checksum)
      }
      guard try ZipArchive(path: file.path).entries == archive.entries else {
        throw PackageFault(part: "", problem: .otherParts)
      }
      return summary
    }
  }
}
