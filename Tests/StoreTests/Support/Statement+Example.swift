import Domain
import TestSupport

extension Statement {
  /// A ledger with two rows in every table and some in a second plan, for tests that need one
  /// good store. `version` 1 or 2 stands in all columns but those of keys.
  static func example(_ day: String, version: Int64, rows count: Int = 2) throws -> Statement {
    var statement = Statement(
      day: try day.asDay, registers: Set(Register.allCases), plans: ["p", "q"], rows: [:])
    for place in statement.coverage {
      statement.rows[place] = Dictionary(
        uniqueKeysWithValues: (1...(place.plan == "q" ? 1 : count)).map { number in
          (Self.key(number, of: place.table), .integer(version))
        })
    }
    return statement
  }

  private static func key(_ number: Int, of table: LedgerTable) -> Key {
    Key(
      table.keys.map { column in
        switch column.kind {
        case .integer: .integer(Int64(number))
        case .text: .text("键\(number)")
        case .date: .text("2023-02-\("0\(number)".suffix(2))")
        }
      })
  }
}
