import Definitions
import Domain
import Foundation
import Metrics
import Store
import TestSupport
import Testing

/// Days of 1900 and 2199 in every date column of every register: the store lays only the days around
/// its calendars, and no query may lose a row for that.
@Suite(.onEachEngine) struct FarDayTests {
  /// A ledger whose dates are all on one of two days, early and late; what was early at first is
  /// late in the end, and the other way round.
  private struct Ledger {
    let early: String
    let late: String

    private static let texts: [String: String] = [
      "unit.kind": "部门", "unit.ranking_group": "部门", "status": "in_progress",
      "comparison": ">=", "target.kind": "cumulative", "nature": "firm", "outlook": "likely",
      "role": "lead", "period": "2023-Q3", "leader": "张三", "members": "", "successor": "",
      "parent": "", "same_as": "", "extra": "", "event.kind": "通报表扬", "milestone.unit": "",
    ]

    func rows(swapped: Bool) -> [LedgerRow] {
      LedgerTable.all.flatMap { table in
        [0, 1].map { side in
          let day = (side == 0) == swapped ? late : early
          return LedgerRow(
            table: table, plan: table.register == .units ? "" : "p",
            values: table.columns.map { value(of: $0, in: table, side, day) }, line: side + 2)
        }
      }
    }

    private func value(
      of column: LedgerTable.Column, in table: LedgerTable, _ side: Int, _ day: String
    ) -> Value {
      switch (column.kind, column.name) {
      case (.date, _): return .text(day)
      case (.integer, "is_group"), (.integer, "assisting"): return .integer(0)
      case (.integer, "number"), (.integer, "official_order"): return .integer(Int64(side + 1))
      case (.integer, "ordinal"): return .integer(1)
      case (.integer, _): return .integer(500_000)
      case (.text, "unit"), (.text, "member"): break
      case (.text, "task"), (.text, "number_text"): return .text("\(side + 1)")
      case (.text, "number_order"): return .text(NaturalOrder.key(of: "\(side + 1)"))
      default: break
      }
      let text = Self.texts["\(table.name).\(column.name)"] ?? Self.texts[column.name]
      if text == "", !table.keys.contains(column) { return .null }
      if text == nil, column.name == "unit" || column.name == "member" {
        return .text(side == 0 ? "a" : "b")
      }
      return .text(text ?? "\(column.name)\(side)")
    }

    /// The number of rows of every query, those that compare two days included.
    func counts() throws -> [String: Int] {
      let store = try TestStore.shared()
      let name = "far \(UUID().uuidString)"
      let ledger = try LedgerStore(store.connect(), ledger: name)
      for (day, swapped) in [("2023-03-31", false), ("2023-09-25", true)] {
        _ = try ledger.store(
          effectiveOn: day.asDay, now: "\(day)T10:00:00.000Z", definitions: [],
          unchanged: .sameDay
        ) { sink in
          let rows = rows(swapped: swapped)
          for row in rows { try sink(row) }
          return SnapshotContent(
            sources: Register.allCases.map { register in
              .init(
                register: register, file: "\(register).csv", hash: ContentHash(of: ""),
                rowCount: rows.count { $0.table == .of(register) })
            }, plans: ["p"], ownColumns: [])
        }
      }
      #expect(try ledger.verifyLedgerDamage() == [])
      let open = try OpenMoment(
        .standard(id: "p", year: 2023), ledger: name, asOf: "2023-09-25".asDay,
        comparedWith: ("2023-03-31".asDay, Moment.Request.allKnown), in: store)
      return try DefinitionLibrary.shipped.queryIDs.reduce(into: [:]) { counts, id in
        counts[id] = try open.moment.stream(id).count
      }
    }
  }

  @Test func noQueryLosesARowOfAFarDay() throws {
    let near = try Ledger(early: "2012-01-01", late: "2035-12-31").counts()
    let far = try Ledger(early: "1900-01-01", late: "2199-12-31").counts()
    for (id, count) in near {
      #expect(far[id] == count, "\(id)")
    }
    #expect(near.count > 100)
    #expect(near.values.count { $0 > 0 } > 80)
  }
}

extension LedgerStore {
  fileprivate func verifyLedgerDamage() throws -> [StoreDamage] { try verify().damage }
}
