import Domain
import Foundation

/// Why a file is not read at all, and at which byte.
struct FileRefusal: Error {
  let problem: InputProblem
  var offset: Int?
  /// The character in its line, from 1, where it cannot be counted as in UTF-8.
  var column: Int?
}

/// Reads a file whole.
enum InputFile {
  /// The largest file that is read, in bytes.
  static let sizeLimit = 1 << 30

  /// The bytes of a regular file.
  /// - Throws: `FileRefusal` if it is missing, unreadable, no regular file, too large, or changes
  ///   while it is read. A pipe does not block.
  static func read(_ path: String, limit: Int = sizeLimit) throws -> ByteBuffer {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw refusal(errno) }
    defer { close(descriptor) }
    let before = try status(of: descriptor)
    guard before.st_mode & S_IFMT == S_IFREG else {
      throw FileRefusal(problem: .notARegularFile)
    }
    let size = Int(before.st_size)
    guard size <= limit else { throw FileRefusal(problem: .fileTooLarge(limit: limit)) }
    let buffer = ByteBuffer(count: size)
    let count = try fill(buffer, from: descriptor)
    let after = try status(of: descriptor)
    guard count == size, after.st_size == before.st_size,
      after.st_mtim.tv_sec == before.st_mtim.tv_sec,
      after.st_mtim.tv_nsec == before.st_mtim.tv_nsec
    else { throw FileRefusal(problem: .fileChanged) }
    return buffer
  }

  private static func fill(_ buffer: ByteBuffer, from descriptor: Int32) throws -> Int {
    var count = 0
    while count < buffer.bytes.count {
      buffer.pass(count)
      let rest = UnsafeMutableBufferPointer(
        rebasing: buffer.bytes[count...].prefix(ByteBuffer.step))
      let got = Foundation.read(descriptor, rest.baseAddress, rest.count)
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { throw refusal(errno) }
      if got == 0 { break }
      count += got
    }
    return count
  }

  private static func status(of descriptor: Int32) throws -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw refusal(errno) }
    return status
  }

  private static func refusal(_ code: Int32) -> FileRefusal {
    if code == ENOENT { return FileRefusal(problem: .fileNotFound) }
    return FileRefusal(problem: .fileUnreadable(code))
  }
}
