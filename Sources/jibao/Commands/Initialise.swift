import ArgumentParser
import DatabasePostgres
import Definitions
import Domain
import Foundation
import Intake
import Jobs
import Writing

/// `jibao init`: makes a workspace.
struct Initialise: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: Wording.initialise.abstract,
    discussion: Wording.initialise.discussion)

  /// Why no workspace was made.
  enum Refused: Error {
    /// There is one already.
    case exists(folder: String)
    case unknownExample(String, known: [String])
  }

  @Argument(help: "\(Wording.directoryArgument)")
  var directory: String

  @Option(help: "\(Wording.exampleOption)")
  var example: String?

  @Option(help: "\(Wording.fromWorkbookOption)")
  var from: String?

  @Flag(help: "\(Wording.writeNumbersFlag)")
  var writeNumbers = false

  @Flag(help: "\(Wording.csvTemplateFlag)")
  var csv = false

  @Option(help: "\(Wording.storeOption)")
  var store: String?

  @Option(help: "\(Wording.languageOption)")
  var lang: Language?

  /// What the template's properties say: the clock would make other bytes.
  private static let templateDay = Day(number: 0)

  func run() throws {
    if writeNumbers, from == nil { throw Usage.needs("--write-numbers", "--from") }
    let installation = try Installation()
    if let example, try !installation.exampleNames.contains(example) {
      throw Refused.unknownExample(example, known: try installation.exampleNames)
    }
    guard try !DiskFiles.exists("\(directory)/\(Configuration.fileName)") else {
      throw Refused.exists(folder: directory)
    }
    if let store { _ = try PostgresAddress(store, user: nil, passwordFile: nil) }
    if let from { return try makeWorkspace(of: from) }
    let shipped = example.map { "\(installation.examples)/\($0)" }
    try NewFolder(directory).make { folder in try fill(folder, shipped: shipped) }
    try StandardOutput.writeLine(Wording.made(directory, example: example, store: store))
  }

  /// Writes all that a workspace begins with.
  private func fill(_ folder: String, shipped: String?) throws {
    let id = example ?? URL(fileURLWithPath: directory).standardizedFileURL.lastPathComponent
    try NewFolder.write(
      Template.configuration(ledger: id, store: store), to: "\(folder)/\(Configuration.fileName)")
    if let shipped {
      let plan = "\(folder)/plans/\(id)"
      try NewFolder.copy("\(shipped)/plan.yaml", to: "\(plan)/plan.yaml")
      try NewFolder.copyTree("\(shipped)/rules", to: "\(plan)/rules")
      try NewFolder.copyTree("\(shipped)/Queries", to: "\(folder)/Queries")
    } else {
      try NewFolder.write(Template.planGuide, to: "\(folder)/plans/README.md")
    }
    try WorkbookTemplate.template.write(
      to: "\(folder)/\(WorkbookTemplate.fileName)", title: WorkbookTemplate.fileName,
      created: Self.templateDay)
    for register in csv ? Register.allCases : [] {
      let headings = register.columns.map(\.heading).joined(separator: ",")
      try NewFolder.write(
        "\u{FEFF}\(headings)\r\n",
        to: "\(folder)/\(Template.ledgerFolder)/\(register.rawValue).csv")
    }
    if store == nil {
      _ = try MigrationJob(Workspace.load(folder: folder, queries: nil, reports: nil)).run()
    }
  }
}
