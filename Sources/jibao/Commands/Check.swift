import ArgumentParser
import Domain
import Intake
import Jobs

/// `jibao check`: validates and stores nothing.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: Wording.check.abstract,
    discussion: Wording.check.discussion)

  @OptionGroup var common: CommonOptions

  @Argument(help: "\(Wording.ledgerArgument)")
  var path: String?

  @Flag(help: "\(Wording.suggestFlag)")
  var suggest = false

  @Option(name: .shortAndLong, help: "\(Wording.suggestOutputOption)")
  var output: String?

  @Option(help: "\(Wording.markOption)")
  var mark: String?

  @Option(help: "\(Wording.effectiveOnOption)")
  var effectiveOn: Day?

  @Flag(help: "\(Wording.jsonFlag)")
  var json = false

  func run() throws {
    if output != nil, !suggest { throw Usage.needs("--output", "--suggest") }
    if suggest { return try proposeMapping() }
    if let path, try isToBeGuessed(path) { return try checkWorkbook(path) }
    let workspace = try common.load()
    let job = CheckJob(workspace)
    let count = try job.definitions()
    if !json {
      try StandardOutput.writeLine(Wording.definitionsChecked(count))
      for (plan, chain) in try job.periodsBefore() {
        try StandardOutput.writeLine(Wording.periodsBefore(plan.id, chain))
      }
    }
    let own = try workspace.source.isThere ? workspace.source : nil
    guard let source = try path.map(workspace.sourceNamed) ?? own else {
      return try LedgerOutput.saying(json: json) {
        try job.requireLedger()
        if json {
          try StandardOutput.write(json: RefusalReport([]))
        } else {
          try StandardOutput.writeLine(Wording.noLedgerYet(workspace.source.name))
        }
      }
    }
    let day = try effectiveOn ?? Clock().today(in: workspace.timeZone)
    try LedgerOutput.saying(json: json) {
      let (summary, notices) = try marking { try job.ledger(at: source, effectiveOn: day) }
      try markCells(summary.setAside.faults + summary.warnings)
      try LedgerOutput.say(summary, notices) {
        if json {
          try StandardOutput.write(json: RefusalReport(summary.setAside.faults + summary.warnings))
        } else {
          try StandardOutput.writeLine(Wording.ledgerChecked(source.name, summary))
        }
      }
    }
  }
}
