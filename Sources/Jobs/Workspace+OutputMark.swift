import Definitions
import Editions
import Foundation
import Pages
import Store

/// `out/` bears the token of its workspace: a share that is not mounted leaves a bare folder, and
/// editions that went there would count their numbers anew and be gone when it is mounted again.
extension Workspace {
  /// Makes sure that `out/` is this workspace's, or the folder of a plan there, which may be a share
  /// of its own; and marks one that has no mark yet: a new one, or one from before there were marks,
  /// which holds an edition as it was noted.
  /// - Parameter plan: Whose folder is meant; nil for `out/` itself.
  /// - Throws: `JobFailure.unmarkedOutput`, `.foreignOutput`, or `OutputFault`.
  func requireOutputMark(of store: LedgerStore, plan: String? = nil) throws {
    guard let (own, folder) = try unmarkedOutput(of: store, plan: plan) else { return }
    try OutputFolder.make(folder)
    try writeToken(own, to: "\(folder)/.jibao-ledger")
  }

  /// As `requireOutputMark`, but marks nothing.
  func checkOutputMark(of store: LedgerStore) throws {
    _ = try unmarkedOutput(of: store, plan: nil)
  }

  /// The mark that a folder of the workspace's lacks, and its path; nil where it has it.
  private func unmarkedOutput(
    of store: LedgerStore, plan: String?
  ) throws -> (token: String, folder: String)? {
    guard let own = try token() else { return nil }
    let folder = plan.map { "\(output)/\($0)" } ?? output
    let mark = try token(in: "\(folder)/.jibao-ledger")
    if mark == own { return nil }
    // Who adopts the ledger adopts the folder of its editions.
    guard try (mark == nil || adoptsLedger) && isOutput(of: store, plan: plan) else {
      throw mark == nil
        ? JobFailure.unmarkedOutput(folder: folder, token: tokenFile)
        : JobFailure.foreignOutput(folder: folder)
    }
    return (own, folder)
  }

  /// Whether a folder without mark is the workspace's.
  private func isOutput(of store: LedgerStore, plan: String?) throws -> Bool {
    // Where a share is mounted there is a folder: one that is not there is no share.
    if let plan, try !DiskFiles.exists("\(output)/\(plan)") { return true }
    let noted = try store.editions().filter { plan == nil || plan == $0.plan }
    guard !noted.isEmpty else { return try !holdsEditions(of: plan) }
    return try noted.contains { edition in
      let folder = "\(output)/\(edition.plan)/\(edition.period)/\(edition.edition)"
      guard try OutputFolder.names(in: folder).contains("manifest.json") else { return false }
      return try Manifest.hash(folder: folder) == edition.manifestHash
    }
  }

  /// Whether editions of another lie in the folder; drafts are nobody's.
  private func holdsEditions(of plan: String?) throws -> Bool {
    try (plan.map { [$0] } ?? OutputFolder.names(in: output)).contains { plan in
      try OutputFolder.names(in: "\(output)/\(plan)").contains { period in
        try !EditionShelf(folder: "\(output)/\(plan)/\(period)").editions.isEmpty
      }
    }
  }
}
