import Definitions
import Foundation

/// What CSV files of two layouts say.
public enum CSVFigures {
  /// Whether an edition's file, if it is still the one of its manifest, and one made again show the
  /// same: the same cells, leaving aside the sign that keeps a cell from being read as a formula.
  public static func agree(_ path: String, _ sha256: String?, with again: String) throws -> Bool {
    guard let sha256, let data = FileManager.default.contents(atPath: path),
      ContentHash(of: data).description == sha256, let then = try CSVTable(path: path),
      let now = try CSVTable(path: again)
    else { return false }
    return then.headings.map(unguarded) == now.headings.map(unguarded)
      && then.rows.map { $0.map(unguarded) } == now.rows.map { $0.map(unguarded) }
  }

  private static func unguarded(_ cell: String) -> Substring {
    cell.hasPrefix("'") ? cell.dropFirst() : cell[...]
  }
}
