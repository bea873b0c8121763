import Store

/// Makes a workspace's store, or brings it up to date.
public struct MigrationJob {
  private let workspace: Workspace

  public init(_ workspace: Workspace) {
    self.workspace = workspace
  }

  /// Makes the store with its days and working days, as its owner.
  /// - Returns: Whether its schema was changed.
  public func run() throws -> Bool {
    try workspace.holdingFile { try workspace.migrate() }
  }
}
