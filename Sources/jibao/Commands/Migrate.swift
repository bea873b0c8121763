import ArgumentParser
import Jobs

/// `jibao migrate`: makes a store, or brings it up to date.
struct Migrate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Wording.migrate.abstract, discussion: Wording.migrate.discussion)

  @OptionGroup var common: CommonOptions

  @OptionGroup var writing: WritingOptions

  func run() throws {
    let isChanged = try MigrationJob(common.load(writing)).run()
    try StandardOutput.writeLine(Wording.migrated(isChanged))
  }
}
