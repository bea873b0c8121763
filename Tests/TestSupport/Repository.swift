import Foundation

/// Where the files of this package are, for tests that read them.
public enum Repository {
  /// The top folder of the package.
  public static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// A new folder that nobody else uses; it is removed when the tests end.
  public static func temporaryFolder(_ name: String) throws -> String {
    let path = "\(temporary)/\(name)-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  private static let temporary = {
    atexit { try? FileManager.default.removeItem(atPath: Repository.temporaryPath) }
    return temporaryPath
  }()

  private static let temporaryPath = NSTemporaryDirectory() + "jibao-tests-\(getpid())"
}
