import Foundation
import Synchronization

/// Where a library finds the texts of definitions.
protocol DefinitionSource: Sendable {
  /// The ids of a kind, in order; those of queries in one folder, such as `metrics`, where one is
  /// named.
  func ids(_ kind: DefinitionFile.Kind, in folder: String?) -> [String]
  /// The text that counts, nil if there is none.
  func file(_ kind: DefinitionFile.Kind, _ id: String) throws -> DefinitionFile?
  /// The shipped text of the same name, nil if none ships.
  func shipped(_ kind: DefinitionFile.Kind, _ id: String) throws -> DefinitionFile?
  /// Whether a definition is the office's own and has to be held to the contract.
  func isOwn(_ file: DefinitionFile) -> Bool
  /// Whether a definition stands in the place of a shipped one.
  func isOverride(_ file: DefinitionFile) -> Bool
}

/// Folders in order, the first that has a name wins; the last holds what ships.
///
/// A file is read once, so that all who ask for it see the same text.
final class DefinitionFolders: DefinitionSource {
  /// The folders of each kind, the winning one first.
  private let folders: [DefinitionFile.Kind: [String]]
  /// What was read, by path.
  private let files = Mutex<[String: DefinitionFile]>([:])

  init(folders: [DefinitionFile.Kind: [String]]) {
    self.folders = folders
  }

  func ids(_ kind: DefinitionFile.Kind, in folder: String?) -> [String] {
    let roots = folders[kind] ?? []
    guard kind == .query else { return names(in: roots, ending: Self.ending(kind)) }
    let subfolders =
      folder.map { [$0] }
      ?? Set(roots.flatMap(Self.names(in:))).filter { !$0.contains(".") }.sorted()
    return subfolders.flatMap { name in
      names(in: roots.map { "\($0)/\(name)" }, ending: Self.ending(kind)).map { "\(name)/\($0)" }
    }
  }

  func file(_ kind: DefinitionFile.Kind, _ id: String) throws -> DefinitionFile? {
    try paths(kind, id).first.map { try file(kind, id, at: $0) }
  }

  func shipped(_ kind: DefinitionFile.Kind, _ id: String) throws -> DefinitionFile? {
    guard let root = folders[kind]?.last, let path = paths(kind, id).last,
      path.hasPrefix(root + "/")
    else { return nil }
    return try file(kind, id, at: path)
  }

  private func file(
    _ kind: DefinitionFile.Kind, _ id: String, at path: String
  ) throws -> DefinitionFile {
    if let file = files.withLock({ $0[path] }) { return file }
    let file = try DefinitionFile(kind: kind, id: id, path: path)
    files.withLock { $0[path] = file }
    return file
  }

  func isOwn(_ file: DefinitionFile) -> Bool {
    folders[file.kind]?.last.map { file.path.hasPrefix($0 + "/") } != true
  }

  func isOverride(_ file: DefinitionFile) -> Bool {
    (folders[file.kind]?.count ?? 0) > 1
      && paths(file.kind, file.id).last.map { $0 != file.path } ?? false
  }

  private func paths(_ kind: DefinitionFile.Kind, _ id: String) -> [String] {
    guard !id.split(separator: "/").contains("..") else { return [] }
    return (folders[kind] ?? []).map { "\($0)/\(id)\(Self.ending(kind))" }.filter {
      FileManager.default.fileExists(atPath: $0)
    }
  }

  private func names(in folders: [String], ending: String) -> [String] {
    let found = folders.flatMap(Self.names(in:)).filter { $0.hasSuffix(ending) }
    return Set(found.map { String($0.dropLast(ending.count)) }).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  private static func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }

  private static func ending(_ kind: DefinitionFile.Kind) -> String {
    switch kind {
    case .query: ".sql"
    case .calendar: ".csv"
    case .report, .plan, .rules, .vocabulary, .glossary: ".yaml"
    }
  }
}

/// Texts that were kept in a store. They were held to the contract when they were used.
struct KeptTexts: DefinitionSource {
  let files: [DefinitionFile]
  /// Those that stood in the place of shipped ones.
  let overrides: Set<DefinitionFile>

  func ids(_ kind: DefinitionFile.Kind, in folder: String?) -> [String] {
    files.filter { file in
      file.kind == kind && folder.map { file.id.hasPrefix($0 + "/") } ?? true
    }.map(\.id).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  func file(_ kind: DefinitionFile.Kind, _ id: String) -> DefinitionFile? {
    files.first { $0.kind == kind && $0.id == id }
  }

  func shipped(_ kind: DefinitionFile.Kind, _ id: String) -> DefinitionFile? { nil }

  func isOwn(_ file: DefinitionFile) -> Bool { false }

  func isOverride(_ file: DefinitionFile) -> Bool { overrides.contains(file) }
}
