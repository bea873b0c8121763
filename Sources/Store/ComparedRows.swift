import Database
import Domain

/// The rows of a table and plan that a ledger changes, beside those that stood before it.
///
/// Rows that stand unchanged are on neither side: they need no comparison, and there are many.
struct ComparedRows {
  let table: LedgerTable
  let plan: String
  let connection: any Connection
  /// Statements that select the rows of each side.
  let before: String
  let now: String
  /// Whether a version `v` held in the snapshot that the ledger is compared with.
  let stood: String
  let parameters: [String: Value]

  /// - Parameter compared: The snapshot that the ledger is compared with; nil for what stands where
  ///   it takes its place. Another one is meant where what stands was withdrawn.
  init(_ staging: RowStaging, compared: Int64? = nil) {
    table = staging.table
    plan = staging.plan
    connection = staging.connection
    parameters = staging.parameters.merging(
      compared.map { ["compared": .integer($0)] } ?? [:]
    ) { $1 }
    let stands = RowStaging.stands
    guard compared != nil else {
      stood = stands
      before = """
        SELECT v.*
        FROM \(staging.touched) AS k
        CROSS JOIN \(staging.table.versions) AS v
        WHERE \(staging.equalKeys("v", "k")) AND \(stands)
        """
      now = "SELECT s.* FROM \(staging.staged) AS s"
      return
    }
    stood = """
      v.ledger = :ledger AND v.plan = :plan
        AND v.from_position <= :compared AND :compared < v.to_position
      """
    before = "SELECT v.* FROM \(staging.table.versions) AS v WHERE \(stood)"
    let columns = staging.table.columns.map(\.name)
    now = """
      SELECT \(columns.map { "t.\($0)" }.joined(separator: ", ")) FROM \(staging.staged) AS t
      UNION ALL
      SELECT \(columns.map { "v.\($0)" }.joined(separator: ", "))
      FROM \(staging.table.versions) AS v
      WHERE \(stands) AND NOT EXISTS (
        SELECT 1 FROM \(staging.touched) AS k WHERE \(staging.equalKeys("v", "k")))
      """
  }

  /// Beside the snapshot that follows, for a ledger that nothing stands before.
  init(next staging: RowStaging) {
    table = staging.table
    plan = staging.plan
    connection = staging.connection
    parameters = staging.nextParameters
    stood = RowStaging.stands
    before = "SELECT v.* FROM \(staging.table.versions) AS v WHERE \(RowStaging.stands)"
    now = "SELECT s.* FROM \(staging.staged) AS s"
  }
}
