/// 位次: where a unit stands in its ranking group.
public struct Standing: Hashable, Sendable {
  /// Why a unit is not ranked.
  public enum Unranked: String, CaseIterable, Sendable {
    case noGroup = "no_group"
    case outOfOffice = "out_of_office"
    case noTasks = "no_tasks"
  }

  public let score: UnitScore
  /// From 1; equal scores share a place, and the next ones are skipped: 1, 1, 3.
  public let place: Int?
  public let unranked: Unranked?
  /// How many units of the group are ranked.
  public let ranked: Int
  /// Whether the unit has fewer tasks than the rules ask for to compare.
  public let isSmall: Bool
  /// The place at the comparison.
  public let priorPlace: Int?

  /// Places gained since the comparison; nil where there is none.
  public var change: Int? {
    place.flatMap { place in priorPlace.map { $0 - place } }
  }
}

extension [UnitScore] {
  /// Ranks units within their groups, in the order in which they stand.
  /// - Parameters:
  ///   - smallTasks: Fewer tasks mark a unit.
  ///   - prior: Places at the comparison, by unit.
  public func ranked(smallTasks: Int64 = 0, prior: [String: Int] = [:]) -> [Standing] {
    let groups = Dictionary(grouping: filter { $0.unranked == nil }) { $0.unit.group ?? "" }
      .mapValues { scores in scores.map(\.points).sorted(by: >) }
    return map { score in
      let points = groups[score.unit.group ?? ""] ?? []
      let isRanked = score.unranked == nil
      return Standing(
        score: score,
        place: isRanked ? points.firstIndex(of: score.points).map { $0 + 1 } : nil,
        unranked: score.unranked, ranked: points.count,
        isSmall: isRanked && score.tasks < smallTasks, priorPlace: prior[score.unit.id])
    }
  }
}

extension UnitScore {
  fileprivate var unranked: Standing.Unranked? {
    if unit.group == nil { return .noGroup }
    if !unit.isInOffice { return .outOfOffice }
    return tasks == 0 ? .noTasks : nil
  }
}
