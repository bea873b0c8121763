import Domain
import Jobs
import Testing

/// 主送: the groups of the register of units.
@Suite struct AddresseesTests {
  private static let columns = [
    "unit_name", "aliases", "ranking_group", "official_order", "is_group", "in_office",
  ].map { ResultColumn(name: $0, kind: $0 == "unit_name" ? .text : .integer) }

  private func text(_ units: [(name: String, aliases: String, group: String?)]) -> String {
    let rows = units.enumerated().map { index, unit -> [Value] in
      [
        .text(unit.name), .text(unit.aliases), unit.group.map { .text($0) } ?? .null,
        .integer(Int64(index)), .integer(0), .integer(1),
      ]
    }
    return Addressees(ResultTable(columns: Self.columns, rows: rows)).text
  }

  @Test func governmentsComeFirst() {
    #expect(
      text([
        ("某市发展和改革委员会", "市发展改革委", "市直部门"), ("某市税务局", "", "驻市单位"),
        ("甲区人民政府", "甲区", "县区"), ("乙县人民政府", "", "县区"),
        ("某经济技术开发区管理委员会", "经开区管委会;某经开区管委会", "园区"),
        ("专项督导组", "", nil), ("某集团", "", "市属企业"),
      ]) == "各县区人民政府，某经开区管委会，市直有关部门，驻市有关单位，各市属企业")
  }

  /// A group none of whose units is in office, and collectives, are not addressed.
  @Test func whatIsLeftOut() {
    let rows: [[Value]] = [
      [.text("甲局"), .null, .text("部门"), .integer(1), .integer(0), .integer(0)],
      [.text("各部门"), .null, .text("部门"), .integer(2), .integer(1), .integer(1)],
      [.text("甲区政府"), .null, .text("县（市、区）"), .integer(3), .integer(0), .integer(1)],
    ]
    #expect(Addressees(ResultTable(columns: Self.columns, rows: rows)).text == "各县（市、区）人民政府")
    #expect(text([]) == "")
  }

  @Test func manyZonesAreNotNamedOneByOne() {
    let zones = (1...4).map { ("第\($0)开发区管委会", "", Optional("园区")) }
    #expect(text(zones) == "各园区管委会")
    #expect(text(Array(zones.prefix(2))) == "第1开发区管委会，第2开发区管委会")
  }
}
