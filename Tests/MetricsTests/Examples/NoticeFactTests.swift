import Database
import Domain
import Metrics
import TestSupport
import Testing

/// The examples' facts are those of their notices, at every state.
@Suite(.onEachEngine) struct NoticeFactTests {
  @Test(arguments: ["tianshui-2023", "xuancheng-2019", "yingtan-2023"])
  func wordingLeadersAndUnitsAreTheNotices(_ id: String) throws {
    let history = try ExampleHistory.named(id)
    let tasks = try Notice(id).tasks
    for day in history.states {
      let open = try history.moment(day)
      let rows = try open.connection.rows(
        of: """
          SELECT task, section, title, coalesce(leaders, ''), coalesce(lead_units, ''),
            coalesce(responsible_units, '') FROM task
          """)
      let ledger = Dictionary(grouping: rows.map { row in row.map(\.cell) }) { $0[0] }
      let gone = try open.connection.rows(of: "SELECT task FROM gone_task").map { $0[0].cell }
      for task in tasks where !gone.contains(task.number) {
        expect(ledger[task.number] ?? [], is: [task.fields])
      }
      #expect(gone.count <= 1)
    }
  }
}
