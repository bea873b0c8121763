import Database
import Definitions
import Domain
public import Editions
import Foundation
public import Store

/// Proves that nothing in the store and in the editions was altered.
public struct VerifyJob {
  /// What was verified, and what was found.
  public struct Outcome: Sendable {
    public let store: Verification
    /// How many editions were held against their manifests.
    public let editions: Int
    /// How many manifests kept elsewhere the store was held against.
    public let manifests: Int
    public let editionDamage: [EditionDamage]

    /// Whether anything is not as it was made.
    public var isDamaged: Bool { !store.damage.isEmpty || !editionDamage.isEmpty }
  }

  private let workspace: Workspace

  public init(_ workspace: Workspace) {
    self.workspace = workspace
  }

  /// Verifies the store and all its editions, or the editions of the manifests named.
  ///
  /// A run that is at work is waited for, and waits for this one.
  /// - Parameter kept: Manifests kept elsewhere: the store must have what they name. Only so is it
  ///   found that the newest snapshots were cut off, or the whole store was made anew.
  public func run(manifests: [String] = [], against kept: [String] = []) throws -> Outcome {
    try workspace.sharingLock {
      // What is published meanwhile by another host is noted before it is there.
      let published = manifests.isEmpty ? try publishedFolders() : []
      let store = try workspace.readingStore()
      return try store.connection.transaction(.reading) {
        try verify(store, manifests, against: kept, published: published)
      }
    }
  }

  private func verify(
    _ store: LedgerStore, _ manifests: [String], against kept: [String], published: [String]
  ) throws -> Outcome {
    let records = try store.editions().map(folder)
    let intended = Set(try store.openIntents().map(folder))
    let folders =
      manifests.isEmpty
      ? records + published.filter(intended.contains)
      : manifests.map { $0.contains("/") ? ($0 as NSString).deletingLastPathComponent : "." }
    var damage = try folders.flatMap { try EditionDamage.find(in: $0) }
    let known = Set(folders)
    damage += published.filter { !known.contains($0) }.map {
      EditionDamage(path: $0, kind: .unnoted)
    }
    // A manifest that is not there, or damaged, is found above.
    let held = try folders.map { $0 + "/manifest.json" }.filter {
      try Manifest.ifThere(path: $0) != nil
    }
    for path in held + kept { damage += try compare(path, with: store) }
    return Outcome(
      store: try store.verify(), editions: folders.count, manifests: kept.count,
      editionDamage: damage)
  }

  private func folder(of edition: EditionRecord) -> String {
    "\(workspace.output)/\(edition.plan)/\(edition.period)/\(edition.edition)"
  }

  /// The folders of the output that are editions, or look like such.
  private func publishedFolders() throws -> [String] {
    try OutputFolder.names(in: workspace.output).flatMap { plan in
      try OutputFolder.names(in: "\(workspace.output)/\(plan)").flatMap { period in
        let shelf = "\(workspace.output)/\(plan)/\(period)"
        return try EditionShelf(folder: shelf).numberedFolders.map { "\(shelf)/\($0)" }
      }
    }
  }

  /// Holds the store against what a manifest says of it.
  private func compare(_ path: String, with store: LedgerStore) throws -> [EditionDamage] {
    guard let manifest = try Manifest.ifThere(path: path) else {
      return [EditionDamage(path: path, kind: .noManifest)]
    }
    let snapshots = try store.snapshots()
    let named = manifest.snapshot
    let hasSnapshot = snapshots.contains {
      $0.sequence == Int64(named.sequence) && $0.effectiveOn.description == named.effectiveOn
        && $0.recordedAt == named.recordedAt && $0.contentHash.description == named.contentHash
    }
    let hasLink = try store.entries().contains { $0.hash.description == manifest.chainHead }
    let lost = try manifest.definitions.filter { definition in
      guard let kind = DefinitionFile.Kind(rawValue: definition.kind),
        let hash = ContentHash(hexadecimal: definition.sha256)
      else { return true }
      return try store.keptDefinition(kind, definition.id, hash) == nil
    }
    let kinds: [EditionDamage.Kind] =
      (hasSnapshot
        ? [] : [.otherSnapshot(sequence: named.sequence, effectiveOn: named.effectiveOn)])
      + (hasLink ? [] : [.otherChain])
      + (try isNoted(manifest, path, in: store) ? [] : [.otherManifest])
      + lost.map { .notKept(kind: $0.kind, id: $0.id) }
    return kinds.map { EditionDamage(path: path, kind: $0) }
  }

  /// Whether the store notes the edition as its manifest has it; drafts are not noted.
  private func isNoted(
    _ manifest: Manifest, _ path: String, in store: LedgerStore
  ) throws -> Bool {
    let data = try DiskFiles.contents(of: path) ?? []
    return try manifest.isDraft
      || (store.editions() + store.openIntents()).contains {
        $0.manifestHash == ContentHash(of: data) && $0.plan == manifest.plan
          && $0.edition == manifest.edition && $0.madeAt == manifest.madeAt
          && $0.asOf.description == manifest.asOf
      }
  }
}
