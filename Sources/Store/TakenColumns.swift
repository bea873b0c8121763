import Database
public import Domain

extension LedgerStore {
  /// The headings of own columns of targets that became columns of the register in version 3, as the
  /// snapshot has them that shows a day; none where that was stored since.
  ///
  /// The first ledger that is held against such a snapshot says so; it changes nothing by that.
  public func takenColumns(asOf day: Day) throws -> [String] {
    guard let shown = try snapshot(asOf: day, knownAt: Self.allKnown),
      shown.form < Snapshot.newestForm
    else { return [] }
    let columns = OwnColumns.taken.map(\.0)
    var taken: Set<String> = []
    try connection.forEachRow(
      of: """
        SELECT extra, \(columns.joined(separator: ", ")) FROM target_version
        WHERE ledger = :ledger AND extra <> ''
          AND from_position <= :position AND :position < to_position
        """, ["ledger": .text(ledger), "position": .integer(shown.position)]
    ) { row in
      let values = Dictionary(uniqueKeysWithValues: zip(columns, row.dropFirst()))
      taken.formUnion(OwnColumns.headings(in: row[0], besides: values))
    }
    return OwnColumns.taken.flatMap { _, headings in
      taken.filter { headings.contains($0.lowercased()) }.sorted()
    }
  }
}
