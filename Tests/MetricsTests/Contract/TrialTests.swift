import Database
import Definitions
import Domain
import Metrics
import Store
import TestSupport
import Testing

/// What ships keeps its headers on each engine: names of columns, and that it runs at all.
@Suite(.onEachEngine) struct TrialTests {
  @Test func everyShippedQueryYieldsWhatItsHeaderSays() throws {
    let connection = try TestStore().connect()
    try connection.transaction(.reading) {
      try Moment.tryQueries(
        of: .shipped, plan: .standard(id: "p", year: 2023),
        in: LedgerStore(connection, ledger: ""))
    }
  }
}
