import Crypto
import Foundation
import Pages

/// Size and SHA-256 of a file.
struct FileSummary: Hashable, Sendable {
  let sha256: String
  let bytes: Int
}

extension FileSummary {
  /// Reads the file.
  init(path: String) throws {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputFault.system("open", path) }
    defer { close(descriptor) }
    var hash = SHA256()
    var total = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw OutputFault.system("read", path) }
      if count == 0 { break }
      buffer.withUnsafeBytes {
        hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count]))
      }
      total += count
    }
    self.init(sha256: hash.finalize().hexadecimal, bytes: total)
  }
}
