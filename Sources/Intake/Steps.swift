/// Counts what a reading looks at: bytes, rows, words. A test holds the count against the size of
/// the input, so that no way through bad input takes quadratic time. Release builds count nothing.
enum Steps {
  #if DEBUG
    /// The steps of one reading, which runs in one thread.
    final class Count: @unchecked Sendable {
      fileprivate(set) var total = 0
    }

    @TaskLocal static var count: Count?
  #endif

  @inline(__always)
  static func add(_ steps: @autoclosure () -> Int) {
    #if DEBUG
      count?.total += steps()
    #endif
  }
}
