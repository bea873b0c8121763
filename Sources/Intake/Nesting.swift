/// How deep references lie in one another, in a graph without circles.
enum Nesting {
  /// The most pairs of a node and one below it, over all nodes: queries go through them all.
  static let pairLimit = 2_000_000

  /// The node with the most levels below it, and how many, where there are more pairs than queries
  /// can go through; else nil. `edges` holds the nodes that each node refers to.
  static func tooDeep(
    _ edges: [[Int]], pairLimit: Int = pairLimit
  ) -> (node: Int, levels: Int)? {
    let levels = levels(edges)
    guard levels.reduce(0, +) > pairLimit,
      let node = levels.indices.max(by: { levels[$0] < levels[$1] })
    else { return nil }
    return (node, levels[node])
  }

  /// The longest way down from each node.
  private static func levels(_ edges: [[Int]]) -> [Int] {
    var levels = [Int?](repeating: nil, count: edges.count)
    for start in edges.indices where levels[start] == nil {
      var path = [(node: start, next: 0)]
      while let (node, next) = path.last {
        if next < edges[node].count {
          path[path.count - 1].next += 1
          if levels[edges[node][next]] == nil { path.append((edges[node][next], 0)) }
        } else {
          levels[node] = edges[node].map { (levels[$0] ?? 0) + 1 }.max() ?? 0
          path.removeLast()
        }
      }
    }
    return levels.map { $0 ?? 0 }
  }
}
