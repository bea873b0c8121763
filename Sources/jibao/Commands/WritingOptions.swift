import ArgumentParser
import Jobs

/// The options of the commands that write to the store or to `out/`.
struct WritingOptions: ParsableArguments {
  @Flag(help: "\(Wording.asOwnerFlag)")
  var asOwner = false

  @Flag(help: "\(Wording.adoptLedgerFlag)")
  var adoptLedger = false
}

extension CommonOptions {
  /// Reads the workspace for a command that writes, as the owner of the store.
  /// - Throws: `WorkspaceOwner.Refused` before anything is written.
  func load(_ writing: WritingOptions) throws -> Workspace {
    try WorkspaceOwner(folder: folder).require(becomingOwner: writing.asOwner)
    var workspace = try load()
    workspace.adoptsLedger = writing.adoptLedger
    return workspace
  }
}
