import Domain
import Testing

@testable import Intake

/// The draft of the units: every spelling, likely doubles together, in groups.
@Suite struct UnitDraftTests {
  private func draft(_ cells: String...) -> [SuggestedUnit] {
    var draft = UnitDraft()
    for (row, cell) in cells.enumerated() {
      draft.add(
        cell,
        at: SourcePlace(
          file: "a.xlsx", sheet: "表", tab: 1, cell: CellAddress(row: row + 2, column: 4)))
    }
    return draft.units()
  }

  @Test func groupsFollowFromNames() {
    let units = draft("市发改委、秦州区政府、清水县", "城关镇、经开区管委会、市税务局", "某某集团有限公司", "各县（区）政府")
    #expect(
      units.map { "\($0.name)/\($0.group ?? "-")" } == [
        "秦州区政府/县区", "清水县/县区", "城关镇/乡镇街道", "市发改委/市直部门", "经开区管委会/园区", "市税务局/驻地单位",
        "某某集团有限公司/企业", "各县（区）政府/-",
      ])
    #expect(units.last?.members == ["u01", "u02"])
  }

  @Test func doublesStandTogether() {
    let units = draft("市发展改革委、市教育局", "市发改委、市教育局", "市发展和改革委员会")
    #expect(
      units.map { "\($0.name)=\($0.double ?? "")" } == [
        "市发展改革委=", "市发改委=市发展改革委", "市发展和改革委员会=市发展改革委", "市教育局=",
      ])
    #expect(units.map(\.count) == [1, 1, 1, 2])
  }

  @Test func rolesAndBracketsAreTakenApart() {
    let names = draft("牵头单位:\n县商务局\n责任单位:\n县住建局\n城关镇\n", "市住建局牵头，市财政局配合", "县交通局（县财政局配合）").map(
      \.name)
    #expect(
      Set(names) == ["县商务局", "县住建局", "城关镇", "市住建局", "市财政局", "县交通局", "县财政局"])
  }

  @Test(arguments: [
    ("市公安局", true), ("各县区", true), ("Finance Team", true), ("张三", false), ("推进改革", false),
  ])
  func unitsAreTold(_ name: String, _ isUnit: Bool) { #expect(UnitShape.isUnit(name) == isUnit) }
}
