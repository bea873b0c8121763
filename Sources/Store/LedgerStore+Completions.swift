import Database
public import Domain

extension LedgerStore {
  /// The tasks that are done, as of a day: plan, task, and the days on which they were completed and
  /// accepted.
  public func completions(
    asOf day: Day
  ) throws -> [(plan: String, task: String, completed: Day, accepted: Day?)] {
    let (year, month, dayOfMonth) = day.components
    let last = Int64(year * 10_000 + month * 100 + dayOfMonth) * 10_000 + 9_999
    let rows = try connection.rows(
      of: """
        SELECT plan, task, completed_on, accepted_on FROM task_version
        WHERE ledger = :ledger AND from_position <= :position AND :position < to_position
          AND status IN ('completed', 'accepted') AND completed_on IS NOT NULL
        """,
      ["ledger": .text(ledger), "position": .integer(last)])
    return rows.compactMap { row in
      guard let plan = row[0].text, let task = row[1].text,
        let completed = row[2].text.flatMap({ Day($0) })
      else { return nil }
      return (plan, task, completed, row[3].text.flatMap { Day($0) })
    }
  }
}
