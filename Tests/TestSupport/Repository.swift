import Foundation

/// Where the files of this package are, for tests that read them.
public enum Repository {
  /// The top folder of the package.
  public static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// A new folder that nobody else uses; removed by nobody, it lies in the system's temporary one.
  public static func temporaryFolder(_ name: String) throws -> String {
    let path = NSTemporaryDirectory() + "jibao-tests-\(getpid())/\(name)-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }
}
