import Foundation
import Synchronization

/// Stands between a client and a server's socket, and cuts the line when told to.
public final class CuttingProxy: Sendable {
  /// When the line is cut.
  public enum Cut: Sendable {
    /// When so many parcels have come from the server.
    case afterParcels(Int)
    /// When the server has answered the first statement that holds a text; the answer is lost.
    case answerTo(String)
    /// When the client sends a statement that holds a text; the server never gets it.
    case before(String)
  }

  /// The folder that clients name as their host.
  public let folder: String
  private let cut: Cut
  private let server: String
  private let listener: Int32
  /// Lines are cut once only: who comes back gets through.
  private let isCut = Mutex(false)
  private let parcels = Mutex(0)

  private static let name = ".s.PGSQL.5432"

  /// - Parameter server: The folder of the server's socket.
  public init(to server: String, cut: Cut) throws {
    self.server = server
    self.cut = cut
    // Socket paths have little room.
    folder = "/tmp/jp-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    listener = try Self.socket("\(folder)/\(Self.name)") { bind($0, $1, $2) }
    listen(listener, 16)
    Thread.detachNewThread { [self] in
      while true {
        let client = accept(listener, nil, nil)
        guard client >= 0 else { return }
        Thread.detachNewThread { [self] in serve(client) }
      }
    }
  }

  /// Whether the line was cut.
  public var hasCut: Bool { isCut.withLock { $0 } }

  public func close() {
    shutdown(listener, Int32(SHUT_RDWR))
    _ = Foundation.close(listener)
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func serve(_ client: Int32) {
    defer { _ = Foundation.close(client) }
    guard
      let upstream = try? Self.socket("\(server)/\(Self.name)", { connect($0, $1, $2) })
    else { return }
    defer { _ = Foundation.close(upstream) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var losesAnswer = false
    var ends = [client, upstream].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    while poll(&ends, 2, -1) > 0 {
      for index in 0..<2 where ends[index].revents != 0 {
        let count = read(ends[index].fd, &buffer, buffer.count)
        guard count > 0 else { return }
        if index == 0 {
          switch cut {
          case .before(let text) where holds(text, buffer[..<count]) && cutOnce(): return
          case .answerTo(let text) where holds(text, buffer[..<count]) && cutOnce():
            losesAnswer = true
          default: break
          }
        } else {
          if losesAnswer { return }
          if case .afterParcels(let most) = cut, isPast(most), cutOnce() { return }
        }
        guard write(ends[1 - index].fd, buffer, count) == count else { return }
      }
    }
  }

  private func isPast(_ most: Int) -> Bool {
    parcels.withLock { seen in
      seen += 1
      return seen > most
    }
  }

  private func cutOnce() -> Bool {
    isCut.withLock { isCut in
      defer { isCut = true }
      return !isCut
    }
  }

  private func holds(_ text: String, _ bytes: ArraySlice<UInt8>) -> Bool {
    Data(bytes).range(of: Data(text.utf8)) != nil
  }

  private static func socket(
    _ path: String, _ use: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) throws -> Int32 {
    let descriptor = Foundation.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        use(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard result == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    return descriptor
  }
}
