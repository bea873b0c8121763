import Domain

/// The rows of plans that the workspace does not know: they are refused, while those of its own
/// plans are read. Nothing is said of their cells.
final class PlansSetAside {
  /// How many rows a message names.
  private static let listed = 20

  /// The rows of a plan in a register.
  private struct Rows {
    let plan: String
    let place: SourcePlace
    let heading: String
    var others: [OtherPlace]
    var count: Int
  }

  private struct Key: Hashable {
    let register: Register
    let plan: Int
  }

  private let known: [String]
  private var rows: [Rows] = []
  private var numbers: [Key: Int] = [:]
  private var counts: [Register: Int] = [:]
  /// The titles of the tasks among them: a task that is gone from a known plan may be one of these.
  private(set) var titles: Set<String> = []
  private(set) var plans: Set<String> = []

  /// - Parameter known: The plans of the workspace.
  init(known: [String]) {
    self.known = known
  }

  /// Notes the row at the cursor.
  /// - Parameters:
  ///   - plan: The plan's id and its number among those of the ledger.
  ///   - field: What tells the plan.
  func note(_ plan: (id: String, number: Int), _ cursor: RegisterCursor, _ field: Int) {
    let register = cursor.register
    counts[register, default: 0] += 1
    let key = Key(register: register, plan: plan.number)
    if let number = numbers[key] {
      rows[number].count += 1
      if rows[number].others.count < Self.listed {
        rows[number].others += cursor.others([cursor.rowMark])
      }
    } else if rows.count < FaultList.limit {
      numbers[key] = rows.count
      plans.insert(plan.id)
      rows.append(
        Rows(
          plan: plan.id, place: cursor.place(of: field), heading: cursor.headings.names[field],
          others: cursor.others([cursor.rowMark]), count: 1))
    }
  }

  /// Notes the title of a task.
  func note(title: String) { titles.insert(title) }

  /// How many rows of a register there are.
  func count(of register: Register) -> Int { counts[register] ?? 0 }

  /// What is said of each plan and register.
  var faults: [InputFault] {
    rows.map { rows in
      let nearest = Nearest.candidates(rows.plan, among: known, limit: 1).first
      return InputFault(
        place: rows.place,
        problem: .planSetAside(
          others: rows.others, rows: rows.count, nearest: nearest, known: known),
        value: rows.plan, heading: rows.heading)
    }
  }
}
