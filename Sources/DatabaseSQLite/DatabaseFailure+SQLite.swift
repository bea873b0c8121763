import Database
import GRDB
import GRDBSQLite

extension DatabaseFailure {
  init(_ error: DatabaseError, opening: Bool = false) {
    self.init(
      code: error.extendedResultCode.rawValue, message: error.message ?? "",
      statement: error.sql ?? "", opening: opening)
  }

  /// `opening` says that the file could not be opened at all.
  init(code: Int32, message: String, statement: String, opening: Bool) {
    let kind: Kind =
      switch code & 0xFF {
      case SQLITE_BUSY, SQLITE_LOCKED: .busy
      case SQLITE_CORRUPT, SQLITE_NOTADB: .damaged
      case SQLITE_FULL, SQLITE_IOERR, SQLITE_READONLY: .unwritable
      case SQLITE_CANTOPEN: .unreachable
      case SQLITE_CONSTRAINT, SQLITE_MISMATCH: .constraint
      default: opening ? .unreachable : .statement
      }
    self.init(
      kind: kind, code: "SQLITE \(code)", detail: .said(message), statement: statement)
  }
}
