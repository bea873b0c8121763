import Domain
import Foundation
import TestSupport
import Testing

/// A ledger that lost what the snapshot before had is stopped, whatever was lost.
@Suite(.onEachEngine) struct LossTests {
  /// The newest ledger of the example: CSV files without quotes in their headings.
  private static let folder = "\(Repository.folder)/Examples/tianshui-2023/2023-12-31"

  /// A register of the example as rows of cells.
  private func table(_ register: Register) throws -> [[String]] {
    var text = try String(
      contentsOfFile: "\(Self.folder)/\(register.rawValue).csv", encoding: .utf8)
    text.removeAll { $0 == "\u{FEFF}" }
    var rows: [[String]] = [[""]]
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: rows[rows.count - 1].append("")
      case "\n" where !isQuoted, "\r\n" where !isQuoted: rows.append([""])
      default: rows[rows.count - 1][rows[rows.count - 1].count - 1].append(character)
      }
    }
    return rows.filter { $0 != [""] }
  }

  private func text(_ rows: [[String]]) -> String {
    rows.map { row in
      row.map { "\"\($0)\"" }.joined(separator: ",") + "\n"
    }.joined()
  }

  /// The example with one register changed, stored a day later.
  private func snapshot(
    _ workspace: ExampleWorkspace, _ register: Register, _ rows: [[String]], _ words: String...
  ) throws -> Program.Result {
    let folder = try Repository.temporaryFolder("loss")
    try FileManager.default.removeItem(atPath: folder)
    try FileManager.default.copyItem(atPath: Self.folder, toPath: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try text(rows).write(
      toFile: "\(folder)/\(register.rawValue).csv", atomically: false, encoding: .utf8)
    return try workspace.program.run(
      ["check", folder, "--workspace", workspace.folder, "--effective-on", "2024-01-02"] + words)
  }

  @Test func everyGuardedColumnAndRegister() throws {
    let workspace = try ExampleWorkspace(days: ["2023-12-31"])
    for register in Register.allCases {
      let rows = try table(register)
      for column in register.columns where column.care != .plain {
        guard let index = rows[0].firstIndex(of: column.heading) else { continue }
        guard rows.dropFirst().contains(where: { !["", "否"].contains($0[index]) }) else { continue }
        let name = "\(register.rawValue).\(column.id)"
        let dropped = rows.map { row in row.indices.filter { $0 != index }.map { row[$0] } }
        let emptied = rows.enumerated().map { number, row in
          number == 0 ? row : row.indices.map { $0 == index ? "" : row[$0] }
        }
        let renamed = rows.enumerated().map { number, row in
          number > 0 ? row : row.indices.map { $0 == index ? "甲乙丙" : row[$0] }
        }
        // What a heading does to a column does not depend on the engine.
        let ways = Engine.current == .sqlite ? [dropped, emptied, renamed] : [emptied]
        for changed in ways {
          let result = try snapshot(workspace, register, changed)
          #expect(result.status == 3, "\(name): \(result)")
        }
      }
      guard rows.count > 3, register != .units else { continue }
      for kept in [1, rows.count / 2] where register != .ledger || kept == 1 {
        let result = try snapshot(workspace, register, Array(rows.prefix(kept)))
        #expect(result.status == 3, "\(register) \(kept): \(result)")
      }
    }
    // As it is, it is in order.
    let same = try snapshot(workspace, .milestones, table(.milestones))
    #expect(same.status == 0, "\(same)")
  }

  @Test func isConfirmedForThatThingAlone() throws {
    let office = try SmallOffice()
    let units = "编号,名称\nu1,甲局\n"
    try office.write("units", units)
    let full = (1...6).map { "\($0),第\($0)项,甲局,2023-12-31,推进中,20%,张三\n" }.joined()
    try office.write("ledger", "序号,任务,牵头单位,完成时限,状态,进度,牵头领导\n" + full)
    #expect(try office.run(["run"], at: "2023-04-20").status == 0)
    let less = (1...6).map { "\($0),第\($0)项,甲局,推进中,20%\n" }.joined()
    try office.write("ledger", "序号,任务,牵头单位,状态,进度\n" + less)
    let stopped = try office.run(["run", "--lang", "zh"], at: "2023-04-21")
    #expect(stopped.status == 3)
    #expect(
      stopped.errors.contains("任务台账 完成时限：原有6项，现有0项；确认请加 --accept-loss ledger.due_on"), "\(stopped)")
    #expect(stopped.errors.contains("任务台账 牵头领导：原有6项，现有0项"), "\(stopped)")
    let half = ["snapshot", "--accept-loss", "ledger.due_on"]
    #expect(try office.run(half, at: "2023-04-21").status == 3)
    let other = half + ["--accept-loss", "ledger.leaders", "--for-day", "2023-04-20"]
    #expect(try office.run(other, at: "2023-04-21").status == 3)
    let both = half + ["--accept-loss", "ledger.leaders@p"]
    let stored = try office.run(both, at: "2023-04-21")
    #expect(stored.status == 0, "\(stored)")
    // It was confirmed; what is left is not lost again, and the chain has it.
    #expect(try office.run(["run"], at: "2023-04-22").status == 0)
    #expect(try office.run(["verify"], at: "2023-04-22").status == 0)
    #expect(try office.run(["snapshot", "--accept-loss", "ledger.dueon"]).status == 2)
  }

  /// An id that is given to another unit would give it the figures of the one before.
  @Test(arguments: [
    ("u1,乙局,\nu2,甲局,\n", true), ("u1,丙办,\nu2,乙局,\n", true), ("u1,市甲局,\nu2,乙局,\n", false),
    ("u1,丙办,甲局\nu2,乙局,\n", false), ("u1,甲局,丙办\nu2,乙局,\n", false),
  ])
  func idsOfUnitsStayTheirs(_ units: String, _ isStopped: Bool) throws {
    let office = try SmallOffice()
    let heading = "编号,名称,别名\n"
    try office.write("units", heading + "u1,甲局,\nu2,乙局,\n")
    try office.write("ledger", "序号,任务,牵头单位\n1,一网通办,乙局\n")
    #expect(try office.run(["snapshot"], at: "2023-04-20").status == 0)
    try office.write("units", heading + units)
    let result = try office.run(["snapshot"], at: "2023-04-21")
    #expect(result.status == (isStopped ? 3 : 0), "\(result)")
    guard isStopped else { return }
    #expect(
      result.errors.contains("u1 甲局 → ") && result.errors.contains("--accept-loss units.name"),
      "\(result)")
    let accepted = try office.run(
      ["snapshot", "--accept-loss", "units.name"], at: "2023-04-21")
    #expect(accepted.status == 0, "\(accepted)")
  }

  /// Numbers of targets and rectifications that are given to others would take their values along.
  @Test(arguments: [
    // Exchanged; another one beyond rewording; the same words of two units exchanged.
    (["t2,1,甲局,办件量", "t1,1,甲局,网办率", "t3,1,甲局,满意度", "t4,1,乙局,满意度"], true),
    (["t1,1,甲局,投诉件数", "t2,1,甲局,网办率", "t3,1,甲局,满意度", "t4,1,乙局,满意度"], true),
    (["t1,1,甲局,办件量", "t2,1,甲局,网办率", "t4,1,甲局,满意度", "t3,1,乙局,满意度"], true),
    // Reworded, of another unit, gone, or in another order.
    (["t1,1,甲局,年办件量", "t2,1,乙局,网办率", "t4,1,乙局,满意度", "t3,1,甲局,满意度"], false),
  ])
  func numbersOfTargetsStayTheirs(_ rows: [String], _ isStopped: Bool) throws {
    let before = ["t1,1,甲局,办件量", "t2,1,甲局,网办率", "t3,1,甲局,满意度", "t4,1,乙局,满意度"]
    func targets(_ rows: [String]) -> String {
      "编号,任务,单位,指标,口径,目标值\n" + rows.map { "\($0),≥,90\n" }.joined()
    }
    func rectifications(_ rows: [String]) -> String {
      "编号,任务,单位,问题,发现日期,时限\n" + rows.map { "\($0),2023-03-01,2023-06-30\n" }.joined()
    }
    for (register, column, file) in [
      ("targets", "indicator", targets), ("rectifications", "problem", rectifications),
    ] {
      let office = try SmallOffice()
      try office.write("units", "编号,名称\nu1,甲局\nu2,乙局\n")
      try office.write("ledger", "序号,任务,牵头单位\n1,一网通办,乙局\n")
      try office.write(register, file(before))
      #expect(try office.run(["snapshot"], at: "2023-04-20").status == 0)
      try office.write(register, file(rows))
      let result = try office.run(["snapshot"], at: "2023-04-21")
      #expect(result.status == (isStopped ? 3 : 0), "\(result)")
      guard isStopped else { continue }
      #expect(
        result.errors.contains("→")
          && result.errors.contains("--accept-loss \(register).\(column)"), "\(result)")
      let accepted = ["snapshot", "--accept-loss", "\(register).\(column)"]
      #expect(try office.run(accepted, at: "2023-04-21").status == 0)
    }
  }

  @Test func aStatusSetBackTakesItsDayAlong() throws {
    let office = try SmallOffice()
    try office.write("units", "编号,名称\nu1,甲局\n")
    let heading = "序号,任务,牵头单位,完成时限,状态,进度,完成日期\n"
    try office.write(
      "ledger", heading + "1,一网通办,甲局,2023-03-31,已完成,100%,2023-03-30\n")
    #expect(try office.run(["run"], at: "2023-04-20").status == 0)
    try office.write("ledger", heading + "1,一网通办,甲局,2023-03-31,推进中,60%,\n")
    let result = try office.run(["run"], at: "2023-04-21")
    #expect(result.status == 0, "\(result)")
  }

  /// What stands may be withdrawn: a ledger is held against the snapshot before it then.
  @Test func aWithdrawnSnapshotIsNoMeasure() throws {
    let office = try SmallOffice()
    try office.write("units", "编号,名称\nu1,甲局\n")
    let full = (1...6).map { "\($0),第\($0)项,甲局,推进中,20%,2023-12-31\n" }
    try office.write("ledger", "序号,任务,牵头单位,状态,进度,完成时限\n" + full.joined())
    #expect(try office.run(["snapshot"], at: "2023-04-20").status == 0)
    let less = (1...6).map { "\($0),第\($0)项,甲局,推进中,30%\n" }.joined()
    try office.write("ledger", "序号,任务,牵头单位,状态,进度\n" + less)
    let lost = ["snapshot", "--accept-loss", "ledger.due_on"]
    #expect(try office.run(lost, at: "2023-04-21").status == 0)
    let withdrawn = try office.run(
      ["history", "withdraw", "snapshot", "2", "--reason", "误操作"], at: "2023-04-21T10:30:00Z")
    #expect(withdrawn.status == 0, "\(withdrawn)")
    try office.write(
      "ledger", "序号,任务,牵头单位,状态,进度\n" + less.replacingOccurrences(of: "30%", with: "40%"))
    let stopped = try office.run(["snapshot"], at: "2023-04-22")
    #expect(
      stopped.status == 3
        && stopped.errors.contains("values of ledger.due_on: there were 6, of these there are 0"),
      "\(stopped)")
    try office.write(
      "ledger",
      "序号,任务,牵头单位,状态,进度,完成时限\n"
        + full.joined().replacingOccurrences(of: "20%", with: "40%"))
    let stored = try office.run(["snapshot"], at: "2023-04-22")
    #expect(stored.status == 0, "\(stored)")
    #expect(try office.run(["verify"], at: "2023-04-22").status == 0)
  }

  /// 128 rows move down by one: the file that the stop wrote is taken as it is.
  @Test func oneFileDecidesAllNumbers() throws {
    let office = try SmallOffice()
    try office.write("units", "编号,名称\nu1,甲局\n")
    let words = ["推进", "建设", "整治", "开展", "编制", "改造", "推广", "完善"]
    let things = [
      "政务服务大厅", "冷链物流园区", "背街小巷环境", "水质监测站点", "国土空间规划", "老旧小区管网", "电子营业执照", "应急物资储备",
      "社区养老中心", "扬尘污染源头", "民营企业座谈", "智慧停车平台", "产业扶持基金", "农村公路养护", "校园食品安全", "人才公寓配套",
    ]
    let titles = words.flatMap { word in things.map { word + $0 } }
    #expect(titles.count == 128)
    func ledger(_ titles: [String]) -> String {
      "序号,任务,牵头单位,完成时限,状态,进度\n"
        + titles.enumerated().map { "\($0 + 1),\($1),甲局,2023-12-31,推进中,20%\n" }.joined()
    }
    try office.write("ledger", ledger(titles))
    #expect(try office.run(["snapshot"], at: "2023-04-20").status == 0)
    try office.write("ledger", ledger(["治理餐饮油烟"] + titles))
    func files() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: office.folder).filter {
        $0.hasPrefix("renumber-")
      }
    }
    let checked = try office.run(["check"], at: "2023-04-21")
    #expect(try checked.status == 3 && files().isEmpty, "\(checked)")
    #expect(checked.errors.contains(titles[127]))
    #expect(try office.run(["run"], at: "2023-04-21").status == 3)
    #expect(try office.run(["run"], at: "2023-04-21").status == 3)
    let name = try #require(try files().first)
    #expect(try files().count == 1 && name.hasPrefix("renumber-20230421-"))
    let path = "\(office.folder)/\(name)"
    let written = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    #expect(written.hasPrefix("\u{FEFF}方案,原编号,新编号,原任务,现任务,相似度,处理\r\n"))
    #expect(written.split(separator: "\r\n").count == 130)
    // One edit that does not fit is named by its line.
    let wrong = written.replacingOccurrences(of: "p,1,1,", with: "p,1,999,")
    try office.write(wrong, to: "wrong.csv")
    let refused = try office.run(
      ["snapshot", "--renumber", "\(office.folder)/wrong.csv"], at: "2023-04-21")
    #expect(refused.status == 3 && refused.errors.contains("wrong.csv:2: "), "\(refused)")
    let stored = try office.run(["snapshot", "--renumber", path], at: "2023-04-21")
    #expect(stored.status == 0, "\(stored)")
    #expect(try office.run(["verify"], at: "2023-04-21").status == 0)
  }

  /// Milestones of a number that was given to another task stay in the figures, with their own day.
  @Test func anotherTaskInheritsNothing() throws {
    let office = try SmallOffice()
    try office.write("units", "编号,名称\nu1,甲局\n")
    let heading = "序号,任务,牵头单位,完成时限,状态,进度\n"
    try office.write("milestones", "任务,节点,时限\n1,初稿,2023-03-31\n")
    try office.write("ledger", heading + "1,清理涉企收费,甲局,2023-01-31,推进中,85%\n")
    #expect(try office.run(["snapshot"], at: "2023-02-20").status == 0)
    try office.write("ledger", heading + "1,建设冷链园区,甲局,2023-12-31,未启动,0%\n")
    #expect(try office.run(["snapshot"], at: "2023-04-20").status == 3)
    try office.write("old_id,new_id\n,1\n", to: "numbers.csv")
    let stored = try office.run(
      ["snapshot", "--renumber", "\(office.folder)/numbers.csv"], at: "2023-04-20")
    #expect(stored.status == 0, "\(stored)")
    let days = try office.run(["query", "state/original_due", "--csv"], at: "2023-04-20").output
    #expect(days.contains("1,,,2023-12-31") && days.contains("1,初稿,,2023-03-31"), "\(days)")
    let gone = try office.run(["query", "state/gone_task", "--csv"], at: "2023-04-20").output
    #expect(gone.contains("原1,清理涉企收费"), "\(gone)")
  }
}
