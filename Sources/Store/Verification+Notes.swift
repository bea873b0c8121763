import Database
import Definitions
import Domain

/// What is verified besides snapshots and their rows: notes, days, and whose rows they are.
extension LedgerStore {
  /// Editions and sendings against their hashes, and against each other.
  func verifyNotes(_ snapshots: [Snapshot]) throws -> [StoreDamage] {
    let positions = Set(snapshots.map { Value.integer($0.position) })
    let editions = try notes("edition", EditionRecord.columns)
    let intents = try notes("intent", EditionRecord.columns + ["attempt"])
    let damaged = (editions + intents).filter {
      !$0.isWhole || !positions.contains($0.values[5])
    }
    let names = Set(editions.map { Array($0.values[1...3]) })
    let sendings = try notes("sending", Sending.columns)
    let strangers = sendings.filter { !$0.isWhole || !names.contains(Array($0.values[1...3])) }
    let found = (damaged + strangers).map { note in
      StoreDamage.edition(
        plan: note.values[1].text ?? "", period: note.values[2].text ?? "",
        edition: note.values[3].integer ?? 0)
    }
    return try found + verifyNoteChain()
  }

  private func notes(
    _ table: String, _ columns: [String]
  ) throws -> [(values: [Value], isWhole: Bool)] {
    let listed = columns.joined(separator: ", ")
    return try connection.rows(
      of: "SELECT \(listed), hash FROM \(table)\(itself) WHERE ledger = :ledger ORDER BY \(listed)",
      ["ledger": .text(ledger)]
    ).map { row in
      let values = Array(row.dropLast())
      return (values, RowForm(note: table, values).hash.bytes == row[columns.count].bytes)
    }
  }

  /// The table `day` against the calendars that the setting lists.
  func verifyDays() throws -> [StoreDamage] {
    let settings = try connection.rows(
      of: "SELECT name, content FROM setting\(itself) ORDER BY name")
    let unknown = settings.compactMap { $0[0].text }.filter { $0 != WorkingDays.setting }
    let listing = settings.first { $0[0].text == WorkingDays.setting }?[1].text
    return try unknown.map(StoreDamage.setting) + (areDaysWhole(listing) ? [] : [.days])
  }

  /// - Parameter listing: The calendars by id and hash; nil before any were counted by.
  private func areDaysWhole(_ listing: String?) throws -> Bool {
    var calendar: WorkingCalendar?
    if let listing {
      guard let files = try calendarFiles(listing) else { return false }
      do { calendar = try WorkingCalendar(files) } catch is DefinitionFault { return false }
    }
    let columns = WorkingDays.columns.joined(separator: ", ")
    var (isWhole, last, next) = (true, 0, Optional<() -> [Value]?>.none)
    try connection.forEachRow(
      of: "SELECT \(columns) FROM day\(itself) ORDER BY day_number", [:]
    ) { row in
      last = Int(row[2].integer ?? 0)
      if next == nil { next = WorkingDays.rows(calendar, from: last) }
      isWhole = next?() == row && isWhole
    }
    // The years that there are, and all their days.
    return isWhole && (next.map { $0()?[2] != .integer(Int64(last)) } ?? (listing == nil))
  }

  /// Rows, of whatever ledger, that belong to no snapshot: theirs is gone, or was another's.
  func findStrangers() throws -> [StoreDamage] {
    let parts = [
      "snapshot_coverage", "snapshot_source", "snapshot_definition", "renumbering", "earlier_place",
      "confirmation",
    ]
    let others =
      [
        "edition", "sending", "entry", "dated_year", "intent", "withdrawal", "withdrawn_snapshot",
        "withdrawn_edition",
      ] + LedgerTable.all.map(\.versions)
    let tables = parts.map { ($0, "s.position = t.position") } + others.map { ($0, "1 = 1") }
    return try tables.flatMap { table, condition in
      try connection.rows(
        of: """
          SELECT DISTINCT t.ledger
          FROM \(table) AS t
          WHERE NOT EXISTS (
            SELECT 1 FROM snapshot AS s WHERE s.ledger = t.ledger AND \(condition))
          ORDER BY t.ledger
          """
      ).compactMap(\.first?.text).map { .stranger(ledger: $0, table: table) }
    }
  }
}
