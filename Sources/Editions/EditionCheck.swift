import Crypto
import Foundation
import Pages

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
    /// An edition that the store does not know.
    case unnoted
    /// A definition that the manifest names, and the store has not kept.
    case notKept(kind: String, id: String)
    /// The manifest names a snapshot that the store does not have, or has otherwise.
    case otherSnapshot(sequence: Int, effectiveOn: String)
    /// The manifest names a link that is not in the store's chain: it was cut off or made anew.
    case otherChain
  }

  /// The path of the file, or of the folder whose manifest is wrong.
  public let path: String
  public let kind: Kind

  public init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }

  /// Holds the files of an edition's folder against its manifest.
  public static func find(in folder: String) throws -> [EditionDamage] {
    guard let manifest = try Manifest.ifThere(path: "\(folder)/\(Manifest.fileName)") else {
      return [EditionDamage(path: folder, kind: .noManifest)]
    }
    let listed = manifest.files + manifest.corrections
    let names = Set(listed.map(\.name) + [Manifest.fileName])
    let altered = try listed.compactMap { file -> EditionDamage? in
      let path = "\(folder)/\(file.name)"
      let found: String
      do {
        found = try sha256(path)
      } catch let fault as OutputFault where fault.problem == .system(call: "open", code: ENOENT) {
        return EditionDamage(path: path, kind: .missing)
      }
      return found == file.sha256 ? nil : EditionDamage(path: path, kind: .altered)
    }
    let unlisted = try files(in: folder).filter { !names.contains($0) }.map {
      EditionDamage(path: "\(folder)/\($0)", kind: .unlisted)
    }
    return altered + unlisted
  }

  /// SHA-256 of a file, in hexadecimal digits.
  private static func sha256(_ path: String) throws -> String {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputFault.system("open", path) }
    defer { close(descriptor) }
    var hash = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw OutputFault.system("read", path) }
      if count == 0 { break }
      buffer.withUnsafeBytes { hash.update(bufferPointer: .init(rebasing: $0[..<count])) }
    }
    return hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// All that is no folder, by its path within the edition's.
  private static func files(in folder: String) throws -> [String] {
    try OutputFolder.names(in: folder).flatMap { name -> [String] in
      let path = "\(folder)/\(name)"
      guard OutputFolder.isFolder(path) else { return [name] }
      return try files(in: path).map { "\(name)/\($0)" }
    }
  }
}
