import Definitions
import Store

extension Workspace {
  /// The workspace with the definitions known at an instant: those of the newest snapshot recorded
  /// by then. Unchanged for no instant.
  /// - Throws: `StoreFailure.nothingKnown` if there was none.
  func asKnown(at instant: String?, in store: LedgerStore) throws -> Workspace {
    guard let instant else { return self }
    let files = try store.definitions(knownAt: instant)
    guard !files.isEmpty else { throw StoreFailure.nothingKnown(at: instant) }
    return try with(files) { [definitions] in try definitions.differsFromShipped($0) }
  }
}
