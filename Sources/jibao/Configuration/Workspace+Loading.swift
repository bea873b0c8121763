import DatabaseSQLite
import Definitions
import Domain
import Foundation
import Jobs

extension Workspace {
  /// Reads the configuration, plans and vocabulary of a folder and says where the rest is found.
  static func load(folder: String, queries: String?, reports: String?) throws -> Workspace {
    let configuration = try Configuration(folder: folder)
    func path(_ name: String) -> String { name.hasPrefix("/") ? name : "\(folder)/\(name)" }
    let store = path(configuration.store)
    let vocabularyPath = "\(folder)/vocabulary.yaml"
    let vocabularyFile =
      FileManager.default.fileExists(atPath: vocabularyPath)
      ? try DefinitionFile(kind: .vocabulary, id: "vocabulary", path: vocabularyPath) : nil
    return Workspace(
      ledger: configuration.ledger, source: path(configuration.source),
      exports: path(configuration.exports), output: path(configuration.output),
      lock: store + ".lock", backups: "\(folder)/backups", timeZone: configuration.timeZone,
      dayCloses: configuration.dayCloses, maximumAge: configuration.maximumAge,
      plans: try plans(in: "\(folder)/plans"),
      vocabulary: try vocabularyFile.map { try Vocabulary($0) } ?? .standard,
      vocabularyFile: vocabularyFile,
      definitions: try Installation().library(
        workspace: folder, queries: queries, reports: reports),
      program: Program.version,
      open: { access in
        switch access {
        case .making: return try SQLiteConnection(path: store, mode: .making)
        case .writing: return try SQLiteConnection(path: store, mode: .writing)
        case .reading:
          // After a kill the file is opened for writing once, so that it recovers.
          let recovers = FileManager.default.fileExists(atPath: store + "-journal")
          return try SQLiteConnection(path: store, mode: recovers ? .writing : .reading)
        }
      },
      copyStore: { try FileManager.default.copyItem(atPath: store, toPath: $0) })
  }

  /// The plans of a workspace, each a folder with a `plan.yaml`, in order of their ids.
  private static func plans(in folder: String) throws -> [PlanDefinition] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return try names.sorted().compactMap { id in
      let path = "\(folder)/\(id)/plan.yaml"
      guard FileManager.default.fileExists(atPath: path) else { return nil }
      let file = try DefinitionFile(kind: .plan, id: id, path: path)
      return PlanDefinition(
        plan: try Plan(file), file: file, rules: try rules(of: id, in: "\(folder)/\(id)/rules"))
    }
  }

  /// The scoring rules of a plan, a file each, named after its effective date.
  private static func rules(of plan: String, in folder: String) throws -> [RuleBook] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return try names.sorted().filter { $0.hasSuffix(".yaml") }.map { name in
      try RuleBook(
        DefinitionFile(
          kind: .rules, id: "\(plan)/\(name.dropLast(5))", path: "\(folder)/\(name)"))
    }
  }
}
