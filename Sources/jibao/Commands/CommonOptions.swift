public import ArgumentParser
import Definitions
public import Domain
import Foundation
import Jobs

/// The options that all commands take.
struct CommonOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "\(Wording.workspaceOption)")
  var workspace: String?

  @Option(help: "\(Wording.languageOption)")
  var lang: Language?

  @Option(help: "\(Wording.queriesOption)")
  var queries: String?

  @Option(help: "\(Wording.reportsOption)")
  var reports: String?

  /// The workspace's folder.
  var folder: String {
    workspace ?? ProcessInfo.processInfo.environment["JIBAO_WORKSPACE"]
      ?? FileManager.default.currentDirectoryPath
  }

  /// Reads the workspace.
  func load() throws -> Workspace {
    try Workspace.load(folder: folder, queries: queries, reports: reports)
  }
}

extension Language: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
  /// Reads ISO text from the command line.
  public init?(argument: String) { self.init(argument) }
}
