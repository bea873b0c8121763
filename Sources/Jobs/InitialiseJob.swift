import Store

/// Makes a workspace's store.
public struct InitialiseJob {
  private let workspace: Workspace

  public init(_ workspace: Workspace) {
    self.workspace = workspace
  }

  /// Makes the store with its days and working days; leaves one that is there as it is.
  public func run() throws {
    try holdingLock(workspace.lock) { _ = try workspace.writingStore(.making) }
  }
}
