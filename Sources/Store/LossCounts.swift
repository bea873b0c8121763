import Database
import Domain

/// Counts what a ledger lost of the rows of a register and plan, and of their columns' values.
///
/// Rows are held together by the key that a register requires: 节点 without 单位, 标题 without 级别. So
/// a column that is part of a key can be lost, too, and rows that have no key are compared as well
/// as they can be: of several with one such key only their numbers are.
struct LossCounts {
  private let rows: ComparedRows
  private let register: Register
  private let keys: [String]
  private let columns: [(column: RegisterColumn, stored: LedgerTable.Column)]
  /// The table of tasks that are gone (`now` is NULL) or have another number.
  private let departed: String?

  /// - Parameter departed: Nil if all tasks of the plan are there under their numbers.
  init(_ rows: ComparedRows, departed: String?) {
    self.rows = rows
    register = rows.table.register
    let required = Set(register.columns.filter(\.isRequired).map(\.stored))
    keys = rows.table.keys.map(\.name).filter { rows.table == .task || required.contains($0) }
    let taken = Set(keys)
    columns = register.columns.compactMap { column in
      rows.table.columns.first { $0.name == column.stored && !taken.contains($0.name) }.map {
        (column, $0)
      }
    }
    self.departed = rows.table.columns.contains { $0.name == "task" } ? departed : nil
  }

  /// What is lost, whatever its size; rows of the task register are not counted here.
  func losses() throws -> [Loss] {
    let counts = try lost()
    guard counts.gone > 0 || counts.columns.contains(where: { $0.lost > 0 }) else { return [] }
    let standing = try filled("\(rows.table.versions) AS v WHERE \(rows.stood)")
    let touched = try filled("(\(rows.before)) AS v")
    let ended = try endedRows()
    var losses: [Loss] = []
    if register != .ledger, counts.gone > 0 {
      let before = standing[0] - ended
      losses.append(
        Loss(.register(register), plan: rows.plan, before: before, now: before - counts.gone))
    }
    for (index, count) in counts.columns.enumerated() where count.lost > 0 {
      let before = standing[index + 1] - touched[index + 1] + count.shared
      losses.append(
        Loss(
          .column(register, columns[index].column), plan: rows.plan, before: before,
          now: before - count.lost - count.setBack))
    }
    return losses
  }

  /// Of rows: how many are gone. Of a column: how many values rows lost that both have, and lost
  /// with their status; and how many values these rows had.
  private func lost() throws -> (
    gone: Int, columns: [(lost: Int, setBack: Int, shared: Int)]
  ) {
    let row = try rows.connection.firstRow(of: statement, rows.parameters) ?? []
    func count(_ index: Int) -> Int {
      row.indices.contains(index) ? Int(row[index].integer ?? 0) : 0
    }
    return (
      count(0),
      columns.indices.map { (count($0 * 3 + 1), count($0 * 3 + 2), count($0 * 3 + 3)) }
    )
  }

  private var statement: String {
    let list = keys.joined(separator: ", ")
    let status = hasStatus ? ", max(status) AS status" : ""
    let counts = columns.indices.map { ", sum(f\($0)) AS f\($0)" }.joined()
    let sums = columns.enumerated().map { index, column in
      let lost = "CASE WHEN c.f\(index) > 0 THEN c.f\(index) ELSE 0 END"
      let isBack = hasStatus && column.column.goesWithStatus ? Self.isSetBack : "1 = 0"
      return """
        , sum(CASE WHEN \(isBack) THEN 0 ELSE \(lost) END) AS lost_\(index)
        , sum(CASE WHEN \(isBack) THEN \(lost) ELSE 0 END) AS back_\(index)
        , sum(c.shared_\(index)) AS shared_\(index)
        """
    }
    return """
      WITH
        earlier AS (
          SELECT \(list), count(*) AS n\(status)\(counts)
          FROM (\(marked(rows.before, as: "v", followsTasks: true))) AS b
          GROUP BY \(list)
        ),
        later AS (
          SELECT \(list), count(*) AS n\(status)\(counts)
          FROM (\(marked(rows.now, as: "s", followsTasks: false))) AS a
          GROUP BY \(list)
        ),
        gone AS (
          SELECT \(keys.map { "b.\($0)" }.joined(separator: ", ")),
            CASE WHEN b.n > coalesce(a.n, 0) THEN b.n - coalesce(a.n, 0) ELSE 0 END AS n
          FROM earlier AS b LEFT JOIN later AS a ON \(equal("b", "a"))
        ),
        compared AS (
          SELECT g.n\(hasStatus ? ", b.status AS was, a.status AS is_now" : "")
            \(columns.indices.map(comparison).joined())
          FROM earlier AS b
          JOIN gone AS g ON \(equal("b", "g"))
          LEFT JOIN later AS a ON \(equal("b", "a"))
        )
      SELECT sum(c.n) AS gone\(sums.joined())
      FROM compared AS c
      """
  }

  /// What a group of rows lost of a column, beyond what went with rows of it; what it had beside.
  private func comparison(_ index: Int) -> String {
    """
    , b.f\(index) - coalesce(a.f\(index), 0) - g.n AS f\(index)
    , b.f\(index) - CASE WHEN g.n < b.f\(index) THEN g.n ELSE b.f\(index) END AS shared_\(index)
    """
  }

  /// The rows with their keys and marks of what is filled.
  /// - Parameter followsTasks: Whether tasks stand under their numbers of now, without those gone.
  private func marked(_ source: String, as name: String, followsTasks: Bool) -> String {
    let table = followsTasks ? departed : nil
    let keys = keys.map { key in
      guard key == "task" else { return "\(name).\(key)" }
      let task = table == nil ? "\(name).task" : "coalesce(d.now, \(name).task)"
      // Those without a number are one: only how many there are can be compared.
      return "CASE WHEN substr(\(task), 1, 1) = '~' THEN '~' ELSE \(task) END AS task"
    }
    let marks = columns.enumerated().map { index, column in
      "CASE WHEN \(isFilled(column, in: name)) THEN 1 ELSE 0 END AS f\(index)"
    }
    let status = hasStatus ? ["\(name).status"] : []
    let join = table.map {
      " LEFT JOIN \($0) AS d ON d.task = \(name).task WHERE d.task IS NULL OR d.now IS NOT NULL"
    }
    return """
      SELECT \((keys + status + marks).joined(separator: ", "))
      FROM (\(source)) AS \(name)\(join ?? "")
      """
  }

  private var hasStatus: Bool { columns.contains { $0.column.id == "status" } }

  private static let isSetBack = """
    c.is_now <> c.was
      AND (c.is_now = 'not_started'
        OR c.was IN ('completed', 'accepted') AND c.is_now <> 'accepted')
    """

  private func isFilled(
    _ column: (column: RegisterColumn, stored: LedgerTable.Column), in name: String
  ) -> String {
    let value = "\(name).\(column.stored.name)"
    if column.column.kind == .word(.flag) { return "\(value) = 1" }
    guard column.stored.kind == .integer else { return "\(value) <> ''" }
    // A key cannot be NULL: a quantity that is not filled in is 0 there.
    return rows.table.keys.contains(column.stored) ? "\(value) <> 0" : "\(value) IS NOT NULL"
  }

  private func equal(_ left: String, _ right: String) -> String {
    keys.map { "\(left).\($0) = \(right).\($0)" }.joined(separator: " AND ")
  }

  /// How many rows there are, then how many of them fill each column.
  private func filled(_ source: String) throws -> [Int] {
    let sums = columns.map { ", sum(CASE WHEN \(isFilled($0, in: "v")) THEN 1 ELSE 0 END)" }
    return try rows.connection.firstRow(
      of: "SELECT count(*)\(sums.joined()) FROM \(source)", rows.parameters
    ).map { $0.map { Int($0.integer ?? 0) } } ?? []
  }

  /// How many rows went with their tasks.
  private func endedRows() throws -> Int {
    guard let departed else { return 0 }
    let row = try rows.connection.firstRow(
      of: """
        SELECT count(*)
        FROM (\(rows.before)) AS v JOIN \(departed) AS d ON d.task = v.task
        WHERE d.now IS NULL
        """, rows.parameters)
    return Int(row?[0].integer ?? 0)
  }
}
