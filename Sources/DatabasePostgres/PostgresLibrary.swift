import CPostgres
import Database

/// libpq, opened when the first connection is made.
enum PostgresLibrary {
  /// Its functions; they never change after the library was opened.
  private static let functions: postgres_library? = {
    var library = postgres_library()
    return postgres_library_open(&library) == 1 ? library : nil
  }()

  /// - Throws: `DatabaseFailure` where the machine has no libpq.
  static func open() throws -> postgres_library {
    guard let functions else {
      throw DatabaseFailure(
        kind: .unreachable, code: "libpq.so.5", detail: .noLibrary)
    }
    return functions
  }
}
