import Database
public import Domain

/// Looks up the tasks whose light was red at earlier cut-offs, period by period.
public typealias PastReds = () throws -> [(task: String, period: Period)]

extension Moment {
  /// The tasks whose light is red, in the order of their ids.
  public func redTasks() throws -> [String] {
    try provide(["task_fact"])
    return try connection.rows(
      of: """
        SELECT f.task
        FROM task_fact AS f
        JOIN light_rule AS r ON r.ordinal = f.light
        WHERE r.colour = 'red'
        ORDER BY f.task
        """
    ).compactMap { $0[0].text }
  }
}
