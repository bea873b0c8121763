import Definitions
import Domain
import Editions
import Metrics
import Store

/// A report whose files are made, and what is noted of it.
struct FinishedReport {
  enum Product {
    /// A draft stands in its place; nothing is noted of it.
    case draft(EditionShelf.Outcome)
    case edition(EditionShelf.Building)
  }

  let shelf: EditionShelf
  let plan: String
  /// The name of the shelf, under which the store notes its editions.
  let period: String
  let asOf: Day
  let position: Int64
  let product: Product
  let definitions: [DefinitionFile]
  let findings: [Finding]
  /// What the outcome says besides.
  let lacked: [Day]
  let oldLedger: ReportJob.Outcome.OldLedger?

  /// Notes the edition as intended, publishes it, and notes that.
  /// - Parameter open: Opens the store for writing; called where there is anything to note.
  func publish(
    in store: LedgerStore, writing open: () throws -> LedgerStore
  ) throws -> EditionShelf.Outcome {
    switch product {
    case .draft(let outcome): return outcome
    case .edition(.unchanged(let manifest, let folder)):
      if try !isNoted(manifest, in: store) { try note(manifest, folder: folder, in: open()) }
      return .unchanged(manifest, folder: folder)
    case .edition(.built(let built)):
      let store = try open()
      let intended = try store.intend(
        plan: plan, period: period, after: shelf.editions.last ?? 0, definitions: definitions
      ) { number in
        record(number, built.manifest.madeAt, try built.number(number))
      }
      let outcome = try shelf.publish(built)
      try store.confirm(intended)
      return outcome
    }
  }

  /// Notes an edition that says the same and that the store does not know: earlier versions noted
  /// editions when they were published, and could be killed in between.
  private func note(_ manifest: Manifest, folder: String, in store: LedgerStore) throws {
    let snapshot = try store.snapshots().first { $0.sequence == manifest.snapshot.sequence }
    var record = record(manifest.edition, manifest.madeAt, try Manifest.hash(folder: folder))
    record.position = snapshot?.position ?? position
    try store.record(record, definitions: definitions)
  }

  private func isNoted(_ manifest: Manifest, in store: LedgerStore) throws -> Bool {
    try store.editions().contains {
      $0.plan == plan && $0.period == period && $0.edition == manifest.edition
    }
  }

  private func record(_ edition: Int, _ madeAt: String, _ hash: ContentHash) -> EditionRecord {
    EditionRecord(
      plan: plan, period: period, edition: edition, asOf: asOf, position: position,
      madeAt: madeAt, manifestHash: hash)
  }
}

extension Workspace {
  /// Whether a shelf has an edition that is noted and was not taken back.
  func isMade(_ plan: String, _ name: String, of standing: [EditionRecord]) throws -> Bool {
    let numbers = Set(
      standing.filter { $0.plan == plan && $0.period == name }.map(\.edition))
    return try EditionShelf(folder: "\(output)/\(plan)/\(name)").editions
      .contains(where: numbers.contains)
  }

  /// Settles the editions that a run before noted as intended and did not confirm: one that was
  /// published is confirmed; the number of one that was not is free again.
  /// - Parameter open: Opens the store for writing; called where there is anything to settle.
  func settleEditions(
    of store: LedgerStore, writing open: () throws -> LedgerStore
  ) throws {
    for intended in try store.openIntents() {
      let shelf = EditionShelf(folder: "\(output)/\(intended.plan)/\(intended.period)")
      guard try shelf.holds(intended.edition, manifest: intended.manifestHash) else { continue }
      try shelf.settle()
      try open().confirm(intended)
    }
  }
}
