import Database
import Domain

/// A unit whose id bears the name of another one.
public struct ReusedUnit: Hashable, Sendable {
  public let unit: String
  public let before: String
  public let now: String
}

extension SnapshotChanges {
  /// The units whose ids are most likely given to others: the name was another unit's, or has nothing
  /// in common with the one before, and no alias joins the two. Figures of before would be those of
  /// another.
  public func reusedUnits() throws -> [ReusedUnit] {
    guard let rows = try comparedUnits() else { return [] }
    let names = Dictionary(
      try rows.connection.rows(
        of: "SELECT v.name, v.unit FROM (\(rows.before)) AS v", rows.parameters
      ).map { (WordKey($0[0].text ?? ""), $0[1].text ?? "") },
      uniquingKeysWith: { first, _ in first })
    let changed = try rows.connection.rows(
      of: """
        SELECT s.unit, v.name, v.aliases, s.name AS name_now, s.aliases AS aliases_now
        FROM (\(rows.now)) AS s
        JOIN (\(rows.before)) AS v ON v.unit = s.unit
        WHERE s.name <> v.name
        ORDER BY s.unit
        """, rows.parameters)
    return changed.compactMap { row in
      let unit = ReusedUnit(
        unit: row[0].text ?? "", before: row[1].text ?? "", now: row[3].text ?? "")
      let (before, now) = (WordKey(unit.before), WordKey(unit.now))
      let isOfOther = names[now].map { $0 != unit.unit } ?? false
      let isJoined =
        Self.aliases(row[4]).contains(before) || Self.aliases(row[2]).contains(now)
        || TitleLikeness(unit.before).share(with: TitleLikeness(unit.now)) > 0
      return before == now || isJoined && !isOfOther ? nil : unit
    }
  }

  private static func aliases(_ value: Value) -> Set<WordKey> {
    Set((value.text ?? "").split { ";；\n".contains($0) }.map { WordKey(String($0)) })
  }
}
