public import Domain

extension Plan {
  /// Holds the plans that others follow (`previous:`) against those there are.
  /// - Throws: `DefinitionFault` where one follows a plan that has no file, or itself in a circle.
  public static func checkPrevious(_ plans: [(plan: Plan, file: DefinitionFile)]) throws {
    let previous = Dictionary(
      plans.map { ($0.plan.id, $0.plan.previous) }, uniquingKeysWith: { first, _ in first })
    for (plan, file) in plans {
      var (seen, next) = ([plan.id], plan.previous)
      while let id = next {
        guard let following = previous[id] else {
          throw try fault(file, .unknownReference(id, known: previous.keys.sorted()))
        }
        guard !seen.contains(id) else {
          throw try fault(file, .expected(.anotherPlan))
        }
        seen.append(id)
        next = following
      }
    }
  }

  private static func fault(
    _ file: DefinitionFile, _ problem: DefinitionFault.Problem
  ) throws -> DefinitionFault {
    let root = try YAMLNode(file)
    return (try root.entries().first { $0.key == "previous" }?.value ?? root).fault(problem)
  }
}
