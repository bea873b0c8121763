import ArgumentParser
import Jobs
import Store

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: Wording.verify.abstract,
    discussion: Wording.verify.discussion)
  @OptionGroup var common: CommonOptions
  func run() throws {
    let outcome = try VerifyJob(common.load()).run()
    for d in outcome.store.damage { StandardError.writeLine(Wording.damage(d)) }
    try StandardOutput.writeLine(Wording.verified(outcome))
  }
}
struct Run: ParsableCommand { }
struct MakeReport: ParsableCommand { }
