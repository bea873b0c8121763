import Domain
import Metrics
import TestSupport
import Testing

/// 问题清单、措施清单、责任清单: problems found, and what became of them.
@Suite(.onEachEngine) struct RectificationTests {
  private func moment() throws -> OpenMoment {
    try SmallLedger(
      RegisterTests.tasks,
      [
        .rectifications: """
        编号,任务,单位,来源,问题,措施,责任人,发现日期,时限,完成日期,销号日期
        1,1,甲局,巡查,已销号,建账,甲,2023-05-01,2023-06-01,2023-06-02,2023-06-05
        2,1,甲局,督查,完成未销号,建账,甲,2023-05-01,2023-06-01,2023-06-01,
        3,1,乙局,督查,逾期,,乙,2023-05-01,2023-06-24,,
        4,1,乙局,考查,当日到期,,乙,2023-06-25,2023-06-25,,
        5,1,乙局,考查,截止后完成,,乙,2023-05-01,2023-06-20,2023-06-26,2023-06-27
        6,1,丙县,考查,截止后发现,,丙,2023-06-26,2023-06-30,,
        7,,丙县,考查,无时限,,丙,2023-05-01,,,
        8,1,丙县,考查,当日销号,,丙,2023-05-01,2023-06-24,2023-06-25,2023-06-25
        """
      ]
    ).at("2023-06-25")
  }

  @Test func threeListsSideBySide() throws {
    try expect(
      moment().table("rectification_list", "id number unit source problem measure owner state"),
      is: """
        id  number  unit  source  problem     measure  owner  state
        1   1       a     巡查    已销号      建账     甲     closed
        2   1       a     督查    完成未销号  建账     甲     completed
        3   1       b     督查    逾期        ·        乙     overdue
        4   1       b     考查    当日到期    ·        乙     open
        5   1       b     考查    截止后完成  ·        乙     overdue
        7   ·       c     考查    无时限      ·        丙     open
        8   1       c     考查    当日销号    ·        丙     closed
        """)
  }

  @Test func daysOfWhatIsOverdue() throws {
    try expect(
      moment().table("rectification_list", "id due_on completed_on accepted_on days"),
      is: """
        id  due_on      completed_on  accepted_on  days
        1   2023-06-01  2023-06-02    2023-06-05   ·
        2   2023-06-01  2023-06-01    ·            ·
        3   2023-06-24  ·             ·            1
        4   2023-06-25  ·             ·            ·
        5   2023-06-20  ·             ·            5
        7   ·           ·             ·            ·
        8   2023-06-24  2023-06-25    2023-06-25   ·
        """)
  }

  @Test func byUnit() throws {
    try expect(
      moment().table("rectifications_by_unit", "unit found completed closed open overdue"),
      is: """
        unit  found  completed  closed  open  overdue
        a     2      2          1       0     0
        b     3      0          0       3     2
        c     2      1          1       1     0
        """)
  }

  @Test func withoutTheRegister() throws {
    let open = try SmallLedger(RegisterTests.tasks).at("2023-06-25")
    #expect(try open.moment.table("metrics/rectification_list").rows.isEmpty)
    #expect(try open.moment.table("metrics/rectifications_by_unit").rows.isEmpty)
  }
}
