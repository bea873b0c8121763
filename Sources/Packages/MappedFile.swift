import Domain
import Foundation

/// The bytes of a file, mapped into memory as long as the object lives.
final class MappedFile {
  let bytes: UnsafeRawBufferPointer

  init(path: String) throws {
    func fault(_ call: String) -> PackageFault {
      PackageFault(part: "", problem: .system(call: call, code: errno))
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault("open") }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw fault("fstat") }
    let count = Int(status.st_size)
    guard count > 0 else { throw PackageFault(part: "", problem: .cutOff) }
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { throw fault("mmap") }
    bytes = UnsafeRawBufferPointer(start: start, count: count)
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
