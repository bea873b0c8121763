import Foundation
import Pages

/// Turns UTF-8 into GB18030, or back, by the C library's table.
final class GB18030 {
  private let descriptor: iconv_t

  /// - Parameters:
  ///   - path: the file that a failure names.
  ///   - isReading: whether GB18030 is read, rather than written.
  init(path: String, isReading: Bool = false) throws {
    let (to, from) = isReading ? ("UTF-8", "GB18030") : ("GB18030", "UTF-8")
    // iconv_open says that it failed by the pointer -1.
    guard let descriptor = iconv_open(to, from), Int(bitPattern: descriptor) != -1 else {
      throw OutputFault.system("iconv_open", path)
    }
    self.descriptor = descriptor
  }

  deinit { iconv_close(descriptor) }

  /// The text in the other encoding; nil if a character of it has no place there.
  func convert(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    if text.allSatisfy({ $0 < 0x80 }) { return Array(text) }
    var input = text.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: text.count * 2)
    let room = output.count
    var left = room
    let failed = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (from, to) = (input.baseAddress, output.baseAddress)
        var rest = input.count
        return iconv(descriptor, &from, &rest, &to, &left) == -1
      }
    }
    return failed ? nil : output.prefix(room - left).map { UInt8(bitPattern: $0) }
  }
}
