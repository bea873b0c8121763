import Database
import Domain
import Metrics
import TestSupport
import Testing

/// The edges of the lists that papers are made of, on ledgers of a few rows.
@Suite(.onEachEngine) struct SmallPaperTests {
  /// The lower bound belongs to the band; of two lights at the same points one band is made.
  @Test func bands() throws {
    var ledger = SmallLedger(
      """
      序号,任务,牵头单位,完成时限,状态,进度,完成日期
      1,甲,甲局,2023-12-31,推进中,50%,
      2,乙,甲局,2023-12-31,推进中,49%,
      3,丙,甲局,2023-12-31,推进中,40%,
      4,丁,甲局,2023-12-31,推进中,20.1%,
      5,戊,甲局,2023-12-31,推进中,20%,
      6,己,甲局,2023-12-31,已完成,,2023-06-01
      """)
    let columns = "band from_points to_points tasks"
    try expect(
      ledger.at("2023-06-25").table("gap_bands", columns),
      is: """
        band     from_points  to_points  tasks
        from     300000       ·          1
        between  100000       300000     2
        below    0            100000     1
        """)
    ledger.plan.lights.removeAll { $0.threshold == 300_000 }
    try expect(
      ledger.at("2023-06-25").table("gap_bands", columns),
      is: """
        band   from_points  to_points  tasks
        from   100000       ·          3
        below  0            100000     1
        """)
    ledger.plan.lights.removeAll { $0.condition == .behind }
    try expect(
      ledger.at("2023-06-25").table("gap_bands", columns),
      is: """
        band  from_points  to_points  tasks
        all   0            ·          4
        """)
    // Nobody gives a reason.
    try expect(ledger.at("2023-06-25").table("reasons_below_schedule", "tasks"), is: "tasks")
  }

  /// A unit's three due items in time; the second misses one, the third did not report, the fourth has
  /// an overdue problem, the fifth too few items.
  @Test func praise() throws {
    func done(_ unit: String, _ count: Int, _ first: Int, on day: String = "2023-03-31") -> String {
      (first..<first + count).map { "\($0),任务\($0),\(unit),2023-03-31,已完成,\(day)" }.joined(
        separator: "\n")
    }
    let tasks = [
      "序号,任务,牵头单位,完成时限,状态,完成日期", done("甲局", 3, 1), done("乙局", 2, 10),
      "12,任务12,乙局,2023-03-31,推进中,", done("丙县", 3, 20), done("丁县", 4, 30),
      done("辛局", 2, 40), done("己局", 3, 50, on: "2023-04-02"),
    ].joined(separator: "\n")
    let units = SmallLedger.units + "\nf,己局,部门,9,,,\ni,辛局,部门,10,,,"
    let ledger = SmallLedger(
      tasks,
      [
        .units: units,
        .submissions: "单位,期别,报送日期\n甲局,2023-Q1,2023-04-25\n乙局,2023-Q1,2023-04-20\n"
          + "丁县,2023-Q1,2023-04-20\n辛局,2023-Q1,2023-04-20\n己局,2023-Q1,2023-04-25",
        .rectifications: "编号,单位,问题,发现日期,时限\nZ1,丁县,问题,2023-04-01,2023-04-24\n"
          + "Z2,甲局,问题,2023-04-01,2023-04-25",
      ])
    try expect(
      ledger.at("2023-04-25").table("units_all_done", "unit due on_time all_on_time candidates"),
      is: """
        unit  due  on_time  all_on_time  candidates
        a     3    3        1            5
        f     3    0        0            5
        """)
  }

  /// Periods are counted back to the last report in time; a late one is none.
  @Test func consecutive() throws {
    let ledger = SmallLedger(
      "序号,任务,牵头单位,完成时限,状态\n1,甲,甲局、乙局、丙县,2023-12-31,推进中",
      [
        .submissions: "单位,期别,报送日期\n甲局,2023-Q1,2023-04-26\n甲局,2023-H1,2023-06-27\n"
          + "乙局,2023-Q1,2023-04-20\n丙县,2023-H1,2023-06-20\n丙县,2023-Q3,2023-09-28"
      ])
    try expect(
      ledger.at("2023-09-30").table(
        "not_reported", "unit state days_late consecutive period_units"),
      is: """
        unit  state    days_late  consecutive  period_units
        a     missing  ·          3            2
        b     missing  ·          2            2
        c     late     3          1            1
        """)
  }

  /// 盯办时限 after the day of issue stands, one that has passed falls back, a report has five days.
  @Test func days() throws {
    let ledger = SmallLedger(
      """
      序号,任务,牵头单位,责任单位,完成时限,状态,进度,盯办时限
      1,甲,甲局,,2023-09-20,推进中,90%,2023-09-27
      2,乙,甲局,,2023-09-20,推进中,90%,2023-09-26
      3,丙,,乙局,2023-09-25,推进中,90%,
      4,丁,,,2023-09-25,推进中,90%,
      5,戊,乙局,,2023-12-31,推进中,10%,2023-10-20
      6,己,乙局,,2023-12-31,推进中,10%,
      7,庚,乙局,,2023-12-31,推进中,70%,2023-10-20
      8,辛,乙局,,2023-12-31,推进中,,
      """,
      [
        .milestones: "任务,节点,单位,时限,完成日期\n6,初稿,丙县,2023-09-01,",
        .submissions: "单位,期别,报送日期\n乙局,2023-Q3,2023-09-25",
        .rectifications: "编号,单位,问题,发现日期,时限,完成日期\nZ1,丁县,问题,2023-08-01,2023-09-10,\n"
          + "Z2,丁县,问题,2023-08-01,2023-10-01,\nZ3,丁县,问题,2023-08-01,2023-09-10,2023-09-20",
      ])
    try expect(
      ledger.at("2023-09-25").table(
        "demands", "kind subject day is_default day_off unit unit_state task"),
      is: """
        kind     subject   day         is_default  day_off  unit  unit_state  task
        settle             2023-09-27  0           0        a     named       1
        settle             2023-10-16  1           0        a     named       2
        settle   初稿      2023-10-16  1           0        c     named       6
        settle             2023-10-16  1           0        ·     common      3
        settle             2023-10-16  1           0        ·     none        4
        explain            2023-10-20  0           0        b     named       5
        report   前三季度  2023-10-09  1           0        a     named       ·
        fill               2023-10-09  1           0        b     named       8
        rectify  Z2        2023-10-01  0           1        d     named       ·
        rectify  Z1        2023-10-16  1           0        d     named       ·
        """)
  }

  /// Down as well as up, past the value, away from it; apart ones and those without a base are left out.
  @Test func converted() throws {
    let ledger = SmallLedger(
      "序号,任务,牵头单位,完成时限,状态\n1,甲,甲局,2023-12-31,推进中\n2,乙,甲局,2023-12-31,取消",
      [
        .targets: """
        编号,任务,指标,口径,目标值,类型,性质,基数,完成值,统计日期,同源指标
        T1,1,时限,≤,10,水平,确保,20,15,2023-06-20,
        T2,1,时限,≤,10,水平,确保,20,16,2023-06-20,
        T3,1,占比,≥,100,水平,折算,60,110,2023-06-20,
        T4,1,占比,≥,100,水平,折算,60,50,2023-06-20,
        T5,1,占比,≥,100,水平,力争,60,61,2023-06-20,
        T6,1,占比,≥,100,水平,确保,,50,2023-06-20,
        T7,1,占比,≥,100,水平,确保,60,61,2023-06-26,
        T8,2,占比,≥,100,水平,确保,60,61,2023-06-20,
        T9,1,总额,≥,9000000000,水平,确保,1000000000,4999999999.999999,2023-06-20,
        """
      ])
    try expect(
      ledger.at("2023-06-25").table(
        "targets_below", "target converted_num converted_den task_targets"),
      is: """
        target  converted_num     converted_den     task_targets
        T2      4000000           10000000          3
        T4      -10000000         40000000          3
        T9      3999999999999999  8000000000000000  3
        """)
  }

  /// A later date asked for, a task that was suspended, one that is expected in the year after.
  @Test func questions() throws {
    let ledger = SmallLedger(
      """
      序号,任务,牵头单位,完成时限,状态,进度,预计完成日期,提请层级,完成日期
      1,甲,甲局,2023-09-20,推进中,90%,,市长,
      2,乙,甲局,2023-09-10,暂停,90%,,市长,
      3,丙,甲局,2023-09-15,推进中,90%,2024-01-05,市长,
      4,丁,甲局,2023-12-31,暂停,90%,2024-01-05,市长,
      5,戊,甲局,2023-12-31,推进中,20%,,市长,
      6,己,甲局,2023-09-01,推进中,90%,,,
      7,庚,甲局,2023-09-01,已完成,,,市长,2023-09-02
      """,
      [.extensions: "任务,申请日期,批准日期,新时限\n1,2023-09-18,,2023-11-30\n3,2023-09-26,,2023-12-30"])
    try expect(
      ledger.at("2023-09-25").table(
        "decisions", "task question late_state days requested_on extension_to expectation"),
      is: """
        task  question      late_state  days  requested_on  extension_to  expectation
        2     deadline      overdue     15    ·             ·             none
        3     deadline      overdue     10    ·             ·             late
        1     extension     overdue     5     2023-09-18    2023-11-30    none
        5     coordination  none        ·     ·             ·             none
        4     coordination  none        ·     ·             ·             late
        """)
  }

  /// A unit is called what the ledger calls it first, lead units before others; else by a shorter alias.
  @Test func shortNames() throws {
    let units = """
      编号,名称,别名,考核分组,排序
      a,某市发展和改革委员会,市发改委;市发展改革委,部门,1
      b,某市财政局,市财政局;财政,部门,2
      c,某市司法局,某市政府司法局;市司法局,部门,3
      d,某市统计局,,部门,4
      """
    let ledger = SmallLedger(
      """
      序号,任务,牵头单位,责任单位,完成时限,状态
      1,甲,市发展改革委,财政,2023-12-31,推进中
      2,乙,市财政局、市发改委,,2023-12-31,推进中
      """, [.units: units])
    let open = try ledger.at("2023-06-25")
    _ = try open.table("not_reported", "unit")
    try expect(
      open.connection.rows(of: "SELECT unit, name FROM short_name ORDER BY unit").map {
        "\($0[0].cell) \($0[1].cell)"
      }.joined(separator: ", "), is: "a 市发展改革委, b 市财政局, c 市司法局, d 某市统计局")
  }
}
