import Editions
import Foundation
import Pages
import Store

/// `out/` bears the token of its workspace: a share that is not mounted leaves a bare folder, and
/// editions that went there would count their numbers anew and be gone when it is mounted again.
extension Workspace {
  private var outputMark: String { "\(output)/.jibao-ledger" }

  /// Makes sure that `out/` is this workspace's, and marks one that has no mark yet: a new one, or
  /// one from before there were marks, which holds an edition as it was noted.
  /// - Throws: `JobFailure.unmarkedOutput`, `.foreignOutput`, or `OutputFault`.
  func requireOutputMark(of store: LedgerStore) throws {
    guard let own = try token() else { return }
    let mark = try token(in: outputMark)
    if mark == own { return }
    // Who adopts the ledger adopts the folder of its editions.
    guard try (mark == nil || adoptsLedger) && isOutput(of: store) else {
      throw mark == nil
        ? JobFailure.unmarkedOutput(folder: output, token: tokenFile)
        : JobFailure.foreignOutput(folder: output)
    }
    try OutputFolder.make(output)
    try writeToken(own, to: outputMark)
  }

  /// Whether a folder without mark is the workspace's.
  private func isOutput(of store: LedgerStore) throws -> Bool {
    let noted = try store.editions()
    guard !noted.isEmpty else { return try !holdsEditions() }
    return try noted.contains { edition in
      let folder = "\(output)/\(edition.plan)/\(edition.period)/\(edition.edition)"
      guard try OutputFolder.names(in: folder).contains("manifest.json") else { return false }
      return try Manifest.hash(folder: folder) == edition.manifestHash
    }
  }

  /// Whether editions of another lie in the folder; drafts are nobody's.
  private func holdsEditions() throws -> Bool {
    try OutputFolder.names(in: output).contains { plan in
      try OutputFolder.names(in: "\(output)/\(plan)").contains { period in
        try !EditionShelf(folder: "\(output)/\(plan)/\(period)").editions.isEmpty
      }
    }
  }
}
