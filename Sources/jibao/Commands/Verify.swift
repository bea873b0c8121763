import ArgumentParser
import Editions
import Jobs
import Pages
import Store

/// `jibao verify`: proves that nothing was altered.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: Wording.verify.abstract,
    discussion: Wording.verify.discussion)

  /// Something is not as it was made.
  struct Damaged: Error { let count: Int }

  @OptionGroup var common: CommonOptions

  @Argument(help: "\(Wording.manifestArgument)")
  var files: [String] = []

  @Option(help: "\(Wording.againstOption)")
  var against: [String] = []

  @Flag(help: "\(Wording.jsonFlag)")
  var json = false

  func run() throws {
    let outcome = try VerifyJob(common.load()).run(manifests: files, against: against)
    let words = Language.current.sentences
    let damage =
      outcome.store.damage.map(words.damage) + outcome.editionDamage.map(words.damage)
    guard damage.isEmpty else {
      try StandardOutput.fail(Damaged(count: damage.count)) { try show(outcome, damage) }
    }
    try show(outcome, damage)
    if !json { try StandardOutput.writeLine(Wording.verified(outcome)) }
  }

  private func show(_ outcome: VerifyJob.Outcome, _ damage: [String]) throws {
    if json { return try StandardOutput.write(json: Report(outcome, damage)) }
    for line in damage { try StandardOutput.writeLine(line) }
  }

  /// What was verified, for programs.
  private struct Report: Encodable {
    let snapshots: Int
    let rows: Int
    let definitions: Int
    let editions: Int
    let manifests: Int
    let damage: [String]

    init(_ outcome: VerifyJob.Outcome, _ damage: [String]) {
      snapshots = outcome.store.snapshots
      rows = outcome.store.rows
      definitions = outcome.store.definitions
      editions = outcome.editions
      manifests = outcome.manifests
      self.damage = damage
    }
  }
}
