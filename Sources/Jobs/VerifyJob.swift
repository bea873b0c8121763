import Definitions
import Foundation
public import Rendering
public import Store

/// Proves that nothing in the store and in the editions was altered.
public struct VerifyJob {
  /// What was verified, and what was found.
  public struct Outcome: Sendable {
    public let store: Verification
    /// How many editions were held against their manifests.
    public let editions: Int
    public let editionDamage: [EditionDamage]

    /// Whether anything is not as it was made.
    public var isDamaged: Bool { !store.damage.isEmpty || !editionDamage.isEmpty }
  }

  private let workspace: Workspace

  public init(_ workspace: Workspace) {
    self.workspace = workspace
  }

  /// Verifies the store and all its editions, or the editions of the manifests named.
  public func run(manifests: [String] = []) throws -> Outcome {
    let store = try workspace.readingStore()
    let editions =
      try manifests.isEmpty
      ? store.editions().map { (folder(of: $0), Optional($0.manifestHash)) }
      : manifests.map { (($0 as NSString).deletingLastPathComponent, nil) }
    return Outcome(
      store: try store.verify(), editions: editions.count,
      editionDamage: editions.flatMap { EditionDamage.find(in: $0.0, noted: $0.1) })
  }

  private func folder(of edition: EditionRecord) -> String {
    "\(workspace.output)/\(edition.plan)/\(edition.period)/\(edition.edition)"
  }
}
