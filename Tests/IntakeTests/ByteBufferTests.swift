import Definitions
import Foundation
import Testing

@testable import Intake

/// Blocks of bytes that are too large to stay in memory.
@Suite struct ByteBufferTests {
  /// What was let go of comes back as it was, in the pieces of a pass and wherever it is looked at.
  @Test func aLargeBlockKeepsItsBytes() throws {
    let step = 1 << 23
    let count = 8 * step + 4_711
    let buffer = ByteBuffer(count: count)
    let base = try #require(buffer.bytes.baseAddress)
    for start in stride(from: 0, to: count, by: step) {
      let length = min(step, count - start)
      memset(base + start, Int32(start / step + 1), length)
      buffer.pass(start + length)
    }
    var found: [UInt8] = []
    var length = 0
    for piece in buffer.pieces {
      length += piece.count
      found += [piece.first ?? 0, piece.last ?? 0]
    }
    #expect(length == count)
    let written: [UInt8] = [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9]
    #expect(found == written)
    buffer.pass(count)
    #expect(buffer.bytes[0] == 1 && buffer.bytes[step] == 2 && buffer.bytes[count - 1] == 9)
  }
}
