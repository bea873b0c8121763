import Definitions
import Foundation

/// What CSV files of two layouts say.
public enum CSVFigures {
  /// Whether an edition's file, if it is still the one of its manifest, and one made again show the
  /// same: the same cells, leaving aside the sign that keeps a cell from being read as a formula, the
  /// column in which the reason of a missing figure stands, and what says which report it is.
  public static func agree(_ path: String, _ sha256: String?, with again: String) throws -> Bool {
    guard let sha256, let data = FileManager.default.contents(atPath: path),
      ContentHash(of: data).description == sha256, let then = try CSVTable(path: path),
      let now = try CSVTable(path: again)
    else { return false }
    let headings = then.headings.filter { !behind.contains($0) }
    guard headings.map(unguarded) == now.headings.filter({ !behind.contains($0) }).map(unguarded)
    else { return false }
    return then.rows.count == now.rows.count
      && zip(headings, now.headings).allSatisfy { old, new in
        then.cells(old).map(unguarded) == now.cells(new).map(unguarded)
      }
  }

  /// The columns behind those of the table.
  static let behind: Set = [CSVReasons.heading, "报告期", "数据截止日"]

  private static func unguarded(_ cell: String) -> Substring {
    cell.hasPrefix("'") ? cell.dropFirst() : cell[...]
  }
}
