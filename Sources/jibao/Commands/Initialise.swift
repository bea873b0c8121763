import ArgumentParser
import DatabasePostgres
import Definitions
import Domain
import Foundation
import Jobs

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

  @Option(help: "\(Wording.storeOption)")
  var store: String?

  @Option(help: "\(Wording.languageOption)")
  var lang: Language?

  func run() throws {
    let installation = try Installation()
    let files = FileManager.default
    if let example, !installation.exampleNames.contains(example) {
      throw Refused.unknownExample(example, known: installation.exampleNames)
    }
    guard !files.fileExists(atPath: "\(directory)/\(Configuration.fileName)") else {
      throw Refused.exists(folder: directory)
    }
    if let store { _ = try PostgresAddress(store, user: nil, passwordFile: nil) }
    for folder in [Template.ledgerFolder, "plans"] {
      try files.createDirectory(
        atPath: "\(directory)/\(folder)", withIntermediateDirectories: true)
    }
    let id = example ?? URL(fileURLWithPath: directory).standardizedFileURL.lastPathComponent
    try write(
      Template.configuration(ledger: id, store: store), "\(directory)/\(Configuration.fileName)")
    if let example {
      try files.createDirectory(
        atPath: "\(directory)/plans/\(example)", withIntermediateDirectories: true)
      let shipped = "\(installation.examples)/\(example)"
      try files.copyItem(
        atPath: "\(shipped)/plan.yaml", toPath: "\(directory)/plans/\(example)/plan.yaml")
      if files.fileExists(atPath: "\(shipped)/rules") {
        try files.copyItem(
          atPath: "\(shipped)/rules", toPath: "\(directory)/plans/\(example)/rules")
      }
      if files.fileExists(atPath: "\(shipped)/Queries") {
        try files.copyItem(atPath: "\(shipped)/Queries", toPath: "\(directory)/Queries")
      }
    } else {
      try write(Template.planGuide, "\(directory)/plans/README.md")
    }
    for register in Register.allCases {
      let headings = register.columns.map(\.heading).joined(separator: ",")
      try write(
        "\u{FEFF}\(headings)\r\n", "\(directory)/\(Template.ledgerFolder)/\(register.rawValue).csv")
    }
    if store == nil {
      _ = try MigrationJob(Workspace.load(folder: directory, queries: nil, reports: nil)).run()
    }
    try StandardOutput.writeLine(Wording.made(directory, example: example, store: store))
  }

  private func write(_ text: String, _ path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
  }
}
