import Foundation

/// Bytes to an open file, pipe or terminal, as the system's own calls write them.
enum Descriptor {
  /// Writes all bytes, however many calls that takes.
  /// - Parameter patience: How long a reader that takes nothing is waited for, in milliseconds;
  ///   less than 0 for ever. A descriptor that blocks waits for ever all the same.
  /// - Returns: The system's code for what went wrong; nil if all was written.
  static func write(_ bytes: some Collection<UInt8>, to descriptor: Int32, patience: Int32)
    -> Int32?
  {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        if poll(&waiting, 1, patience) == 0 { return EAGAIN }
      case let code: return code
      }
    }
    return nil
  }

  /// Opens what the process was started without, so that no file of ours gets the number of a
  /// standard stream, and a message lands in the store.
  ///
  /// Standard output is opened for reading: data for nobody is a failure, not a silence.
  static func openMissingStreams() {
    for (descriptor, mode) in [(0, O_RDONLY), (1, O_RDONLY), (2, O_WRONLY)] as [(Int32, Int32)]
    where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest number that is free is given: that of the stream.
      _ = open("/dev/null", mode)
    }
  }
}
