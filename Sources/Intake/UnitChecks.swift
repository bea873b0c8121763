import Domain

/// Checks of the register of units as a whole.
struct UnitChecks {
  private let directory: UnitDirectory
  private let cursor: RegisterCursor
  private let faults: FaultList

  init(_ directory: UnitDirectory, _ cursor: RegisterCursor, _ faults: FaultList) {
    self.directory = directory
    self.cursor = cursor
    self.faults = faults
  }

  func run() {
    checkNames()
    directory.units.indices.forEach(checkReferences)
    checkCircles()
  }

  /// A name or alias may belong to one unit at a time.
  private func checkNames() {
    var rivals: [ByteText: [Int: [Int]]] = [:]
    for (name, holders) in directory.sharedNames {
      rivals[name] = NameRivals.find(holders, directory.units)
    }
    guard !rivals.isEmpty else { return }
    for (index, unit) in directory.units.enumerated() {
      for (position, name) in ([unit.name] + unit.aliases).enumerated() {
        guard let others = rivals[ByteText(UnitDirectory.folded(name))]?[index] else { continue }
        let units = others.sorted().map { directory.units[$0] }
        cursor.report(
          .nameTaken(units: units.map(\.id), others: cursor.others(units.map(\.nameMark))),
          position == 0 ? unit.nameMark : unit.aliasMark ?? unit.nameMark, value: name)
      }
    }
  }

  private func checkReferences(_ index: Int) {
    let unit = directory.units[index]
    guard directory.isComplete else { return }
    func nearest(_ id: String) -> [String] {
      faults.keepsErrors ? directory.nearestIDs(id) : []
    }
    for member in unit.members where directory.unit(id: member) == nil {
      cursor.report(
        .unknownMember(nearest: nearest(member)), unit.memberMark ?? unit.nameMark,
        value: member)
    }
    if !unit.successor.isEmpty, directory.unit(id: unit.successor) == nil {
      cursor.report(
        .unknownSuccessor(nearest: nearest(unit.successor)),
        unit.successorMark ?? unit.nameMark)
    }
  }

  private func checkCircles() {
    let members = directory.units.map { $0.members.compactMap { directory.unit(id: $0) } }
    let circles = Circles.find(members)
    if circles.isEmpty, let (deepest, levels) = Nesting.tooDeep(members) {
      let unit = directory.units[deepest]
      cursor.report(.nestedTooDeep(levels: levels), unit.memberMark ?? unit.nameMark)
    }
    for circle in circles {
      let unit = directory.units[circle[0]]
      cursor.report(
        .referenceCircle(Circles.way(circle) { directory.units[$0].id }),
        unit.memberMark ?? unit.nameMark)
    }
  }
}

/// Who shares a name at the same time.
enum NameRivals {
  /// For each holder of a name the others that exist on one of its days, as many as are listed.
  static func find(_ holders: [Int], _ units: [DirectoryUnit]) -> [Int: [Int]] {
    var ids: Set<ByteText> = []
    // Two rows of one unit are reported as such.
    let inOrder = holders.filter { ids.insert(ByteText(units[$0].id)).inserted }
      .sorted { (units[$0].from?.number ?? .min, $0) < (units[$1].from?.number ?? .min, $1) }
    var rivals: [Int: [Int]] = [:]
    // Those that may go on, the newest last: one that has ended before a day is past for all later.
    var open: [Int] = []
    for unit in inOrder {
      var goingOn: [Int] = []
      while goingOn.count < TaskIndex.listed, let other = open.popLast() {
        Steps.add(1)
        guard units[other].overlaps(units[unit]) else { continue }
        goingOn.append(other)
        rivals[unit, default: []].append(other)
        if rivals[other, default: []].count < TaskIndex.listed {
          rivals[other, default: []].append(unit)
        }
      }
      open += goingOn.reversed() + [unit]
    }
    return rivals
  }
}

/// Circles in a graph of references.
enum Circles {
  /// How many nodes of a circle are named, and how many circles.
  static let limit = 20

  /// The circles met on a walk from each node in turn, each once, beginning with its first node;
  /// the first of them. `edges` holds the nodes that each node
  /// refers to.
  static func find(_ edges: [[Int]]) -> [[Int]] {
    var isDone = [Bool](repeating: false, count: edges.count)
    var position = [Int](repeating: -1, count: edges.count)
    var circles: [[Int]] = []
    for start in edges.indices
    where !isDone[start] && !edges[start].isEmpty && circles.count < limit {
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
        Steps.add(1)
        let other = edges[node][next]
        if position[other] >= 0 {
          if circles.count < limit {
            Steps.add(path.count - position[other])
            circles.append(turned(path[position[other]...].map(\.node)))
          }
        } else if !isDone[other] {
          position[other] = path.count
          path.append((other, 0))
        }
      }
    }
    return circles
  }

  /// The names along a circle as a message shows them.
  static func way(_ circle: [Int], name: (Int) -> String) -> [String] {
    circle.prefix(limit).map(name) + (circle.count > limit ? ["…"] : [])
      + circle.prefix(1).map(name)
  }

  private static func turned(_ circle: [Int]) -> [Int] {
    guard let first = circle.indices.min(by: { circle[$0] < circle[$1] }) else { return circle }
    return Array(circle[first...] + circle[..<first])
  }
}
