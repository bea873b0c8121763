import Crypto
import Foundation
import Packages
import Pages

/// A file that is written once, from the first byte to the last, and hashed on the way.
final class OutputFile: ByteSink {
  let path: String
  private let descriptor: Int32
  private var hash = SHA256()
  private(set) var byteCount = 0

  /// Makes the file, which must not be there, readable by its owner alone whatever the umask.
  init(path: String) throws {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw OutputFault.system("open", path) }
    guard fchmod(descriptor, 0o600) == 0 else { throw OutputFault.system("fchmod", path) }
  }

  deinit { close(descriptor) }

  /// Writes all bytes.
  func write(_ bytes: some ContiguousBytes) throws { try bytes.withUnsafeBytes(write) }

  /// Writes all bytes. Every failure is one, an interruption too: the run is to be repeated, not
  /// what is unsure.
  /// - Throws: `OutputFault`, also where the system says that it wrote what is not there.
  func write(_ bytes: UnsafeRawBufferPointer) throws {
    hash.update(bufferPointer: bytes)
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest)
      let count = Foundation.write(descriptor, piece.baseAddress, piece.count)
      guard count > 0 else { throw OutputFault.system("write", path) }
      rest = rest.dropFirst(count)
    }
    byteCount += bytes.count
    guard lseek(descriptor, 0, SEEK_CUR) == byteCount else {
      throw OutputFault(path: path, problem: .system(call: "write", code: EIO))
    }
  }

  /// Ends the file; its folder syncs it with the others.
  /// - Returns: the SHA-256 of its bytes.
  func finish() -> String { hash.finalize().hexadecimal }
}

extension Digest {
  var hexadecimal: String {
    map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
