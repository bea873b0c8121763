import Definitions
import Domain

extension DefinitionLibrary {
  /// The queries of some folders in an order in which each comes after those that it reads.
  /// - Throws: `DefinitionFault` for queries that read each other in a circle.
  func stages(_ folders: [String]) throws -> [QueryDefinition] {
    try folders.flatMap { folder in
      var waiting = try queryIDs(in: folder).map { try query($0) }
      var ordered: [QueryDefinition] = []
      while let first = waiting.first {
        let names = Set(waiting.map(\.name))
        let ready = waiting.filter { $0.tables.subtracting([$0.name]).isDisjoint(with: names) }
        guard !ready.isEmpty else {
          throw DefinitionFault(
            place: SourcePlace(file: first.file.path, line: 1),
            problem: .query(.circle(names.sorted())))
        }
        ordered += ready
        waiting.removeAll(where: ready.contains)
      }
      return ordered
    }
  }

  /// Those of the queries of `changes/` that another one reads by its name, in order.
  func sharedChanges() throws -> [QueryDefinition] {
    let changes = try stages(["changes"])
    return changes.filter { query in
      changes.contains { $0.id != query.id && $0.tables.contains(query.name) }
    }
  }
}

extension [QueryDefinition] {
  /// Those of stages in order from which some tables follow, directly or not.
  func needed(for tables: Set<String>) -> [QueryDefinition] {
    var tables = tables
    let backwards = reversed().filter { query in
      guard tables.contains(query.name) else { return false }
      tables.formUnion(query.tables)
      return true
    }
    return backwards.reversed()
  }
}
