import Foundation

/// The program as it names itself in manifests and with `--version`.
enum Program {
  static let version = "0.2.0"

  /// The libraries of the system that it runs with, by name and version: what each says of itself.
  static var libraries: [(name: String, version: String)] {
    [
      ("SQLite", "sqlite3_libversion"), ("libxlsxwriter", "lxw_version"),
      ("expat", "XML_ExpatVersion"), ("libzip", "zip_libzip_version"), ("zlib", "zlibVersion"),
    ].compactMap { name, function in
      guard let address = dlsym(nil, function) else { return nil }
      typealias Version = @convention(c) () -> UnsafePointer<CChar>?
      guard let text = unsafeBitCast(address, to: Version.self)() else { return nil }
      return (name, String(String(cString: text).trimmingPrefix("expat_")))
    }
  }

  /// Whether expat is older than 2.4.1, which bounds what entities become.
  static var isExpatOld: Bool {
    let version = libraries.first { $0.name == "expat" }?.version ?? ""
    let numbers = version.split(separator: ".").compactMap { Int($0) }
    return numbers.lexicographicallyPrecedes([2, 4, 1])
  }

  /// What `--version` says: the version, the commit of an installed program, its libraries.
  static var description: String {
    let commit = (try? Installation().commit).flatMap { $0 }.map { " (\($0))" } ?? ""
    let libraries = libraries.map { "\($0.name) \($0.version)" }.joined(separator: ", ")
    return "\(version)\(commit)\n\(libraries)"
  }
}
