import Packages
import Pages

/// Writes the parts of a workbook into its file, on a thread of its own.
final class ArchiveWriter: PieceWriter {
  /// What an archive is written from.
  enum Piece: Sendable {
    /// Begins a part.
    case begin(String)
    /// Adds bytes to the part.
    case bytes([UInt8])
    /// Ends the part.
    case end
  }

  private let path: String
  private let file: WorkbookFile

  init(path: String) throws {
    self.path = path
    file = try WorkbookFile(path: path)
  }

  func write(_ piece: Piece) throws {
    try OutputFault.of(path) {
      switch piece {
      case .begin(let name): try file.archive.begin(name)
      case .bytes(let bytes): try bytes.withUnsafeBytes(file.archive.add)
      case .end: try file.archive.end()
      }
    }
  }

  func finish() throws -> FileSummary { try file.finish() }
}
