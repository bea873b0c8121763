import DatabasePostgres
import Definitions
import Domain
import Foundation
import Jobs

extension Workspace {
  /// Reads the configuration, plans and vocabulary of a folder and says where the rest is found.
  static func load(folder: String, queries: String?, reports: String?) throws -> Workspace {
    let configuration = try Configuration(folder: folder)
    OfficeZone.current = configuration.timeZone
    func path(_ name: String) -> String { name.hasPrefix("/") ? name : "\(folder)/\(name)" }
    let store = try StorePlace(configuration, path: path)
    let vocabularyFile = try DefinitionFile.ifThere(
      .vocabulary, "vocabulary", path: "\(folder)/vocabulary.yaml")
    let mappingFile = try DefinitionFile.ifThere(
      .mapping, "mapping", path: "\(folder)/\(LedgerMapping.fileName)")
    let sourceNamed = { @Sendable [passwords = configuration.passwords.map(path)] name in
      try LedgerSource(name, passwords: passwords, timeZone: configuration.timeZone)
    }
    let source = configuration.source
    return Workspace(
      folder: folder, storeFile: store.file, ledger: configuration.ledger,
      source: try sourceNamed(PostgresAddress.isAddress(source) ? source : path(source)),
      exports: path(configuration.exports), output: path(configuration.output),
      lock: store.lock(in: folder), timeZone: configuration.timeZone,
      dayCloses: configuration.dayCloses,
      maximumClockJump: configuration.maximumClockJump, maximumAge: configuration.maximumAge,
      maximumShrink: configuration.maximumShrink, tokenFile: path(".jibao-ledger"),
      fillDown: configuration.fillDown, remind: configuration.remind,
      reports: configuration.reports,
      plans: Result { try plans(in: "\(folder)/plans") },
      vocabulary: try vocabularyFile.map { try Vocabulary($0) } ?? .standard,
      vocabularyFile: vocabularyFile,
      mapping: try mappingFile.map { try LedgerMapping($0) }, mappingFile: mappingFile,
      converter: OfficeConverter(searching: ProcessInfo.processInfo.environment["PATH"] ?? "")?
        .converter,
      definitions: try Installation().library(
        workspace: folder, queries: queries, reports: reports),
      program: Program.version,
      open: store.open, holdStore: { [ledger = configuration.ledger] in try store.hold(ledger) },
      copyStore: store.copy(beforeMigrating:), sourceNamed: sourceNamed)
  }

  /// The plans of a workspace, each a folder with a `plan.yaml`, in order of their ids.
  private static func plans(in folder: String) throws -> [PlanDefinition] {
    let names = try DiskFiles.names(in: folder) ?? []
    let plans = try names.compactMap { id -> PlanDefinition? in
      guard try !id.hasPrefix(".") && DiskFiles.isFolder("\(folder)/\(id)"),
        let file = try DefinitionFile.ifThere(.plan, id, path: "\(folder)/\(id)/plan.yaml")
      else {
        guard try !id.hasPrefix(".") && DiskFiles.isFolder("\(folder)/\(id)") else { return nil }
        if let stray = try StrayFiles.plan(in: "\(folder)/\(id)") { throw stray }
        return nil
      }
      return PlanDefinition(
        plan: try Plan(file), file: file, rules: try rules(of: id, in: "\(folder)/\(id)/rules"))
    }
    try Plan.checkPrevious(plans.compactMap { plan in plan.file.map { (plan.plan, $0) } })
    return plans
  }

  /// The scoring rules of a plan, a file each, named after its effective date.
  private static func rules(of plan: String, in folder: String) throws -> [RuleBook] {
    let names = try DiskFiles.names(in: folder) ?? []
    return try names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.map { name in
      try RuleBook(
        DefinitionFile(
          kind: .rules, id: "\(plan)/\(name.dropLast(5))", path: "\(folder)/\(name)"))
    }
  }
}
