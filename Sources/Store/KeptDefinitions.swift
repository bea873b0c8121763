import Database
public import Definitions
import Domain

extension LedgerStore {
  /// Keeps files whole under their hashes.
  /// - Returns: Those of another content than the newest snapshot knew, to be noted with the next.
  func keep(_ definitions: [DefinitionFile]) throws -> [DefinitionFile] {
    try keepContents(definitions)
    let current = try currentDefinitions()
    return definitions.filter { current[DefinitionName($0.kind.rawValue, $0.id)] != $0.hash }
  }

  /// Keeps the texts of files that a report used.
  public func keepContents(_ definitions: [DefinitionFile]) throws {
    for file in definitions {
      try connection.execute(
        """
        INSERT INTO definition (hash, kind, id, content)
        VALUES (:hash, :kind, :id, :content) ON CONFLICT DO NOTHING
        """,
        [
          "hash": .blob(file.hash.bytes), "kind": .text(file.kind.rawValue), "id": .text(file.id),
          "content": .text(file.text),
        ])
    }
  }

  /// The newest known hash of each definition.
  private func currentDefinitions() throws -> [DefinitionName: ContentHash] {
    let rows = try connection.rows(
      of: """
        SELECT d.kind, d.id, d.hash
        FROM snapshot_definition AS d
        JOIN snapshot AS s ON s.ledger = d.ledger AND s.position = d.position
        WHERE d.ledger = :ledger
        ORDER BY s.sequence
        """, ["ledger": .text(ledger)])
    return rows.reduce(into: [:]) { current, row in
      guard let kind = row[0].text, let id = row[1].text else { return }
      current[DefinitionName(kind, id)] = row[2].bytes.flatMap(ContentHash.init(bytes:))
    }
  }
}

/// A kind and an id.
private struct DefinitionName: Hashable {
  let kind: String
  let id: String

  init(_ kind: String, _ id: String) {
    self.kind = kind
    self.id = id
  }
}
