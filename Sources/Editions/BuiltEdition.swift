public import Definitions
import Foundation
import Pages

/// The files of an edition in a temporary folder of its shelf, which goes with this value unless it
/// was published.
public final class BuiltEdition {
  /// Complete but for its number.
  public internal(set) var manifest: Manifest
  /// The temporary folder.
  let folder: String

  /// Makes the folder, and removes what killed runs left beside it.
  init(_ manifest: Manifest, on shelf: EditionShelf, name: String) throws {
    self.manifest = manifest
    folder = shelf.path("\(Self.prefix)\(name)-\(getpid())")
    try OutputFolder.make(shelf.folder)
    try Self.removeLeftovers(of: shelf)
    try OutputFolder.make(folder)
  }

  deinit { try? OutputFolder.remove(folder) }

  /// Gives the edition its number.
  /// - Returns: The hash of its manifest.
  public func number(_ number: Int) throws -> ContentHash {
    manifest.edition = number
    return ContentHash(of: Data(try manifest.encoded()))
  }

  /// Writes the manifest last and syncs all there is.
  func complete() throws {
    try OutputFolder.write(manifest.encoded(), to: folder + "/" + Manifest.fileName)
    try OutputFolder.syncAll(folder)
  }

  private static let prefix = ".tmp-"

  /// Removes what killed runs left: temporary folders of processes that are no more. A draft that
  /// one had moved aside, and not yet replaced, gets its place again.
  private static func removeLeftovers(of shelf: EditionShelf) throws {
    for name in try OutputFolder.names(in: shelf.folder) where name.hasPrefix(prefix) {
      let process = name.split(separator: "-").compactMap { pid_t($0) }.last ?? 0
      let isAlive = process > 0 && process != getpid() && (kill(process, 0) == 0 || errno == EPERM)
      if isAlive { continue }
      let draft = shelf.path(EditionShelf.draft)
      let isDraft = name.hasPrefix(prefix + EditionShelf.draft)
      if isDraft, name.hasSuffix(OutputFolder.asideSuffix), access(draft, F_OK) != 0 {
        try OutputFolder.move(shelf.path(name), to: draft)
      } else {
        try OutputFolder.remove(shelf.path(name))
      }
    }
  }
}
