public import Definitions
import Foundation

/// A file of an edition that is not what its manifest says.
public struct EditionDamage: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The manifest is missing or cannot be read.
    case noManifest
    /// The manifest is not the one that the store noted.
    case otherManifest
    case missing
    case altered
    /// A file that the manifest does not list.
    case unlisted
  }

  /// The path of the file, or of the folder whose manifest is wrong.
  public let path: String
  public let kind: Kind

  /// Holds the files of an edition's folder against its manifest, and that against its hash.
  /// - Parameter noted: the hash of the manifest, as it was noted when it was made.
  public static func find(in folder: String, noted: ContentHash?) -> [EditionDamage] {
    guard let manifest = try? Manifest(folder: folder) else {
      return [EditionDamage(path: folder, kind: .noManifest)]
    }
    let isOther = noted.map { (try? Manifest.hash(folder: folder)) != $0 } ?? false
    let listed = manifest.files + manifest.corrections
    let names = Set(listed.map(\.name) + [Manifest.fileName])
    let altered = listed.compactMap { file -> EditionDamage? in
      let path = "\(folder)/\(file.name)"
      guard let summary = try? FileSummary(path: path) else {
        return EditionDamage(path: path, kind: .missing)
      }
      return summary.sha256 == file.sha256 ? nil : EditionDamage(path: path, kind: .altered)
    }
    let unlisted = files(in: folder).filter { !names.contains($0) }.map {
      EditionDamage(path: "\(folder)/\($0)", kind: .unlisted)
    }
    return (isOther ? [EditionDamage(path: folder, kind: .otherManifest)] : []) + altered
      + unlisted
  }

  private static func files(in folder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }
}
