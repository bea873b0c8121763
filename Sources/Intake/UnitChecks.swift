import Domain

/// Checks of the register of units as a whole.
struct UnitChecks {
  private let directory: UnitDirectory
  private let cursor: RegisterCursor

  init(_ directory: UnitDirectory, _ cursor: RegisterCursor) {
    self.directory = directory
    self.cursor = cursor
  }

  func run() {
    for index in directory.units.indices {
      checkNames(index)
      checkReferences(index)
    }
    checkCircles()
  }

  /// A name or alias may belong to one unit at a time.
  private func checkNames(_ index: Int) {
    let unit = directory.units[index]
    for (position, name) in ([unit.name] + unit.aliases).enumerated() {
      let rivals = directory.holders(of: name).filter {
        $0 != index && directory.units[$0].id != unit.id && directory.units[$0].overlaps(unit)
      }.map { directory.units[$0] }
      guard !rivals.isEmpty, !name.isEmpty else { continue }
      cursor.report(
        .nameTaken(units: rivals.map(\.id), lines: rivals.map(\.nameMark.line)),
        position == 0 ? unit.nameMark : unit.aliasMark ?? unit.nameMark, value: name)
    }
  }

  private func checkReferences(_ index: Int) {
    let unit = directory.units[index]
    guard directory.isComplete else { return }
    for member in unit.members where directory.unit(id: member) == nil {
      cursor.report(
        .unknownMember(nearest: directory.nearestIDs(member)), unit.memberMark ?? unit.nameMark,
        value: member)
    }
    if !unit.successor.isEmpty, directory.unit(id: unit.successor) == nil {
      cursor.report(
        .unknownSuccessor(nearest: directory.nearestIDs(unit.successor)),
        unit.successorMark ?? unit.nameMark)
    }
  }

  private func checkCircles() {
    let members = directory.units.map { $0.members.compactMap { directory.unit(id: $0) } }
    for circle in Circles.find(members) {
      let unit = directory.units[circle[0]]
      let path = (circle + [circle[0]]).map { directory.units[$0].id }
      cursor.report(.referenceCircle(path), unit.memberMark ?? unit.nameMark)
    }
  }
}

/// Circles in a graph of references.
enum Circles {
  /// The circles met on a walk from each node in turn, each once, beginning with its first node.
  /// `edges` holds the nodes that each node refers to.
  static func find(_ edges: [[Int]]) -> [[Int]] {
    var isDone = [Bool](repeating: false, count: edges.count)
    var position = [Int](repeating: -1, count: edges.count)
    var circles: [[Int]] = []
    for start in edges.indices where !isDone[start] && !edges[start].isEmpty {
      var path = [(node: start, next: 0)]
      position[start] = 0
      while let (node, next) = path.last {
        guard next < edges[node].count else {
          path.removeLast()
          position[node] = -1
          isDone[node] = true
          continue
        }
        path[path.count - 1].next += 1
        let other = edges[node][next]
        if position[other] >= 0 {
          circles.append(turned(path[position[other]...].map(\.node)))
        } else if !isDone[other] {
          position[other] = path.count
          path.append((other, 0))
        }
      }
    }
    return circles
  }

  private static func turned(_ circle: [Int]) -> [Int] {
    guard let first = circle.indices.min(by: { circle[$0] < circle[$1] }) else { return circle }
    return Array(circle[first...] + circle[..<first])
  }
}
