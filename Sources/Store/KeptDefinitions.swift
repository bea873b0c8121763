import Database
public import Definitions
import Domain

extension LedgerStore {
  /// Keeps files whole under their hashes.
  /// - Parameter missed: Names of files that are there no more and should be: they are known still.
  /// - Returns: Those of another content than the newest snapshot knew, to be noted with the next;
  ///   one that is there no more is noted as an empty text.
  func keep(
    _ definitions: [DefinitionFile], missing missed: Set<DefinitionName> = []
  ) throws -> [DefinitionFile] {
    let current = try definitionHashes(knownAt: Self.allKnown)
    let names = missed.union(definitions.map { DefinitionName($0.kind.rawValue, $0.id) })
    let gone = current.filter { !names.contains($0.key) && $0.value != Self.noText }.keys
      .compactMap { name in
        DefinitionFile.Kind(rawValue: name.kind).map {
          DefinitionFile(kind: $0, id: name.id, path: "", text: "")
        }
      }
    let noted = definitions.filter { current[DefinitionName($0.kind.rawValue, $0.id)] != $0.hash }
    try keepContents(definitions + gone)
    return noted + gone
  }

  /// Keeps the texts of files that a report used.
  public func keepContents(_ definitions: [DefinitionFile]) throws {
    try Self.keepContents(definitions, connection)
  }

  static func keepContents(
    _ definitions: [DefinitionFile], _ connection: any Connection
  ) throws {
    for file in definitions {
      try connection.execute(
        """
        INSERT INTO definition (hash, content) VALUES (:hash, :content) ON CONFLICT DO NOTHING
        """, ["hash": .blob(file.hash.bytes), "content": .blob(file.content)])
    }
  }

  /// The text kept under a hash, as the definition that it was; nil if none is.
  public func keptDefinition(
    _ kind: DefinitionFile.Kind, _ id: String, _ hash: ContentHash
  ) throws -> DefinitionFile? {
    try connection.firstRow(
      of: "SELECT content FROM definition WHERE hash = :hash", ["hash": .blob(hash.bytes)])?
      .first?.bytes.map { content in
        let path = "\(kind.rawValue) \(id)"
        return kind == .template
          ? DefinitionFile(template: id, path: path, content: content)
          : DefinitionFile(
            kind: kind, id: id, path: path, text: String(decoding: content, as: UTF8.self))
      }
  }

  /// The definitions known at an instant: of each the one that the newest snapshot recorded by
  /// then knew. Empty if there was none.
  public func definitions(knownAt: String) throws -> [DefinitionFile] {
    try definitionHashes(knownAt: knownAt).compactMap { name, hash in
      guard hash != Self.noText, let kind = DefinitionFile.Kind(rawValue: name.kind) else {
        return nil
      }
      guard let file = try keptDefinition(kind, name.id, hash) else {
        throw StoreFailure.inconsistent("definition")
      }
      return file
    }
  }

  /// The names of the definitions that the newest snapshot knew.
  public func definitionNames() throws -> Set<DefinitionName> {
    Set(try definitionHashes(knownAt: Self.allKnown).filter { $0.value != Self.noText }.keys)
  }

  /// What stands for a file that is there no more.
  private static let noText = ContentHash(of: "")

  /// The newest known hash of each definition.
  private func definitionHashes(knownAt: String) throws -> [DefinitionName: ContentHash] {
    let rows = try connection.rows(
      of: """
        SELECT d.kind, d.id, d.hash
        FROM snapshot_definition AS d
        JOIN snapshot AS s ON s.ledger = d.ledger AND s.position = d.position
        WHERE d.ledger = :ledger AND \(Self.counts)
        ORDER BY s.sequence
        """, known(at: knownAt))
    return rows.reduce(into: [:]) { current, row in
      guard let kind = row[0].text, let id = row[1].text else { return }
      current[DefinitionName(kind, id)] = row[2].bytes.flatMap(ContentHash.init(bytes:))
    }
  }
}

/// A kind and an id.
public struct DefinitionName: Hashable, Sendable {
  public let kind: String
  public let id: String

  init(_ kind: String, _ id: String) {
    self.kind = kind
    self.id = id
  }
}
