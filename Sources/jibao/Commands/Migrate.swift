import ArgumentParser
import Jobs

/// `jibao migrate`: makes a store, or brings it up to date.
struct Migrate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Wording.migrate.abstract, discussion: Wording.migrate.discussion)

  @OptionGroup var common: CommonOptions

  func run() throws {
    let isChanged = try MigrationJob(common.load()).run()
    try StandardOutput.writeLine(Wording.migrated(isChanged))
  }
}
