import ArgumentParser
import Foundation

/// The root of the commands; puts the parts together and turns every failure into an exit code.
@main
struct Jibao: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jibao", abstract: Wording.abstract, version: Program.description,
    subcommands: [
      Initialise.self, TakeSnapshot.self, MakeReport.self, Run.self, RunQuery.self,
      ShowChanges.self, Explain.self, Check.self, ShowHistory.self, Verify.self,
      Doctor.self, Migrate.self,
    ])

  static func main() {
    umask(0o077)
    Descriptor.openMissingStreams()
    signal(SIGPIPE, SIG_IGN)
    // A write past the limit of a file then fails as on a full disk.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot(
        Language.withoutOption(Array(CommandLine.arguments.dropFirst())))
      try command.run()
    } catch {
      Foundation.exit(Failure(error).report())
    }
  }
}
