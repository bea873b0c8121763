import Database
import Domain

/// The table `short_name`: what papers call each unit, as the ledger writes it.
extension Moment {
  /// Fills it: of a unit's name and aliases the one that the ledger writes first, among its lead units
  /// before all others; of a unit that no task names, the first alias that is shorter than the name.
  func bindShortNames() throws {
    guard !knowsShortNames else { return }
    knowsShortNames = true
    try provide(["unit", "task"])
    guard tables.contains("unit"), tables.contains("task") else { return }
    let units = try connection.rows(
      of: "SELECT u.unit, u.unit_name, u.aliases FROM unit AS u ORDER BY u.official_order, u.unit"
    ).map { UnitNames(unit: $0[0].text ?? "", name: $0[1].text ?? "", aliases: $0[2].text ?? "") }
    let written = try namesWritten(units)
    try connection.insert(
      into: "short_name", columns: ["unit", "name"],
      rows: units.map { [.text($0.unit), .text(written[$0.unit] ?? $0.shortest)] })
    filled.append("short_name")
    try collectStatistics()
  }

  /// The name by which the ledger's cells first call each unit.
  private func namesWritten(_ units: [UnitNames]) throws -> [String: String] {
    let owners = Dictionary(
      units.flatMap { unit in unit.all.map { ($0, [unit.unit]) } }, uniquingKeysWith: +)
    var written: [String: String] = [:]
    for row in try connection.rows(of: Self.unitCells) {
      for name in UnitNames.parts(of: row[0].text ?? "") {
        // A name of two units calls neither.
        guard let unit = owners[name], Set(unit).count == 1, written[unit[0]] == nil else {
          continue
        }
        written[unit[0]] = name
      }
    }
    return written
  }

  /// Every cell that lists units, those of lead units first, in the order of the ledger.
  private static let unitCells = """
    WITH cell AS (
      SELECT t.lead_units AS units, 1 AS rank, t.number_order FROM task AS t
      UNION ALL
      SELECT t.collect_units, 2, t.number_order FROM task AS t
      UNION ALL
      SELECT t.responsible_units, 2, t.number_order FROM task AS t
      UNION ALL
      SELECT t.support_units, 2, t.number_order FROM task AS t
    )
    SELECT c.units, min(c.rank) AS rank, min(c.number_order) AS place
    FROM cell AS c
    WHERE c.units IS NOT NULL
    GROUP BY c.units
    ORDER BY 2, 3, 1
    """
}

/// What a unit is called in the register of units.
private struct UnitNames {
  let unit: String
  let name: String
  let aliases: String

  var all: [String] { [name] + Self.parts(of: aliases) }

  /// The first alias that is shorter than the name, else the name.
  var shortest: String { Self.parts(of: aliases).first { $0.count < name.count } ?? name }

  /// The names that a cell lists.
  static func parts(of cell: String) -> [String] {
    cell.split { "、，,；;\n".contains($0) || $0.isWhitespace }.map(String.init)
  }
}
