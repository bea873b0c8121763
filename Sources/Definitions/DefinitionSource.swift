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
  func isOverride(_ file: DefinitionFile) throws -> Bool
}

/// Folders in order, the first that has a name wins; the last holds what ships.
///
/// Folders are listed once, and a file is read once, so that all who ask see the same.
final class DefinitionFolders: DefinitionSource {
  /// The folder of each kind that ships.
  private let shippedFolders: [DefinitionFile.Kind: String]
  /// Where the files of each name are, the winning one first.
  private let paths: [DefinitionFile.Kind: [String: [String]]]
  /// The ids of each kind, in order.
  private let ids: [DefinitionFile.Kind: [String]]
  /// What was read, by path.
  private let files = Mutex<[String: DefinitionFile]>([:])

  /// - Parameter folders: Those of each kind, the winning one first.
  /// - Throws: `DefinitionFault` for a folder that is there and cannot be listed.
  init(folders: [DefinitionFile.Kind: [String]]) throws {
    shippedFolders = folders.compactMapValues(\.last)
    let paths: [DefinitionFile.Kind: [String: [String]]] = try folders.reduce(into: [:]) {
      paths, entry in
      for root in entry.value {
        for id in try Self.ids(entry.key, in: root) {
          paths[entry.key, default: [:]][id, default: []].append(
            "\(root)/\(id)\(Self.ending(entry.key))")
        }
      }
    }
    self.paths = paths
    ids = paths.mapValues { paths in
      paths.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
  }

  func ids(_ kind: DefinitionFile.Kind, in folder: String?) -> [String] {
    let ids = ids[kind] ?? []
    guard let folder else { return ids }
    return ids.filter { $0.hasPrefix(folder + "/") }
  }

  func file(_ kind: DefinitionFile.Kind, _ id: String) throws -> DefinitionFile? {
    try paths[kind]?[id]?.first.map { try file(kind, id, at: $0) }
  }

  func shipped(_ kind: DefinitionFile.Kind, _ id: String) throws -> DefinitionFile? {
    guard let root = shippedFolders[kind], let path = paths[kind]?[id]?.last,
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
    shippedFolders[file.kind].map { file.path.hasPrefix($0 + "/") } != true
  }

  func isOverride(_ file: DefinitionFile) -> Bool {
    guard let paths = paths[file.kind]?[file.id] else { return false }
    return paths.count > 1 && paths.last != file.path
  }

  /// The ids of the files of a kind; those of queries lie in folders of the root.
  private static func ids(_ kind: DefinitionFile.Kind, in root: String) throws -> [String] {
    let names = try visible(in: root)
    guard kind == .query else { return ids(names, ending: ending(kind)) }
    return try names.filter { try DiskFiles.isFolder("\(root)/\($0)") }.flatMap { folder in
      ids(try visible(in: "\(root)/\(folder)"), ending: ending(kind)).map { "\(folder)/\($0)" }
    }
  }

  private static func ids(_ names: [String], ending: String) -> [String] {
    names.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }
  }

  /// Without what other programs keep there, such as `._x.sql` and `.DS_Store`.
  private static func visible(in folder: String) throws -> [String] {
    try (DiskFiles.names(in: folder) ?? []).filter { !$0.hasPrefix(".") }
  }

  private static func ending(_ kind: DefinitionFile.Kind) -> String {
    switch kind {
    case .query: ".sql"
    case .calendar: ".csv"
    case .template: ".docx"
    case .report, .plan, .rules, .vocabulary, .glossary, .mapping: ".yaml"
    }
  }
}

/// Texts that were kept in a store. They were held to the contract when they were used.
struct KeptTexts: DefinitionSource {
  private let files: [DefinitionFile.Kind: [String: DefinitionFile]]
  /// Whether one stood in the place of a shipped one; few are asked for.
  private let stoodForShipped: @Sendable (DefinitionFile) throws -> Bool

  /// - Parameter isOverride: Whether one stood in the place of a shipped one.
  init(
    _ files: [DefinitionFile], isOverride: @escaping @Sendable (DefinitionFile) throws -> Bool
  ) {
    stoodForShipped = isOverride
    self.files = Dictionary(grouping: files, by: \.kind).mapValues { files in
      Dictionary(files.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  func ids(_ kind: DefinitionFile.Kind, in folder: String?) -> [String] {
    (files[kind] ?? [:]).keys.filter { id in folder.map { id.hasPrefix($0 + "/") } ?? true }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  func file(_ kind: DefinitionFile.Kind, _ id: String) -> DefinitionFile? { files[kind]?[id] }

  func shipped(_ kind: DefinitionFile.Kind, _ id: String) -> DefinitionFile? { nil }

  func isOwn(_ file: DefinitionFile) -> Bool { false }

  func isOverride(_ file: DefinitionFile) throws -> Bool { try stoodForShipped(file) }
}
