import Domain
import Testing

@testable import Definitions
@testable import Rendering

@Suite struct FormattingTests {
  private func column(
    _ format: ReportDefinition.Format, _ source: ShownColumn.Source = .value(0),
    words: [String: String] = [:], sumOf: [ShownColumn.Summand] = []
  ) -> ShownColumn {
    ShownColumn(
      source: source, name: "x", heading: "x", format: format, width: 10, words: words,
      isSummed: false, sumOf: sumOf)
  }

  private let ratio = ShownRatio(
    numerator: (0, 0), denominator: (1, 1),
    empty: ReportDefinition.Choice(otherwise: "本期无到期任务"),
    emptyCode: nil)

  @Test func ratiosAreLiveFormulasWithTheirValue() {
    let rate = column(.percent, .ratio(ratio))
    #expect(
      rate.cell([.integer(26), .integer(65)], sheetRow: 4)
        == .formula("IF(B5=0,\"本期无到期任务\",ROUND(A5/B5,3))", number: 0.4))
    #expect(rate.field([.integer(26), .integer(65)]).text == "40.0")
    #expect(
      rate.cell([.integer(0), .integer(0)], sheetRow: 4)
        == .textFormula("IF(B5=0,\"本期无到期任务\",ROUND(A5/B5,3))", text: "本期无到期任务"))
    // A CSV file has numbers or nothing, and the reason elsewhere.
    #expect(rate.field([.integer(0), .integer(0)]) == ("", false))
    #expect(rate.reason([.integer(0), .integer(0)]) == "x：本期无到期任务")
    #expect(rate.reason([.integer(26), .integer(65)]) == nil)
  }

  @Test func meanGapsAreRoundedToTenthsOfAPoint() {
    let mean = column(.points, .ratio(ratio))
    #expect(
      mean.cell([.integer(-650_001), .integer(3)], sheetRow: 0)
        == .formula("IF(B1=0,\"本期无到期任务\",ROUND(A1/B1,1))", number: -21.7))
  }

  @Test(
    arguments: [
      (-216_667, -21.7, "-21.6667"), (-400, 0, "-0.04"), (500, 0.1, "0.05"), (-500, -0.1, "-0.05"),
      (0, 0, "0"), (750_000, 75, "75"),
    ] as [(Int64, Double, String)])
  func pointsHaveOneDecimalAndNoNegativeZero(millionths: Int64, shown: Double, exact: String) {
    let points = column(.points)
    #expect(points.cell([.integer(millionths)], sheetRow: 0) == .number(shown))
    #expect(points.number(millionths).sign == (shown < 0 ? .minus : .plus))
    #expect(points.field([.integer(millionths)]).text == exact)
  }

  @Test(arguments: [(95_500_000, 95.5, "95.5"), (-1, -0.000001, "-0.000001"), (0, 0, "0")])
  func quantitiesAreExact(millionths: Int64, shown: Double, exact: String) {
    let quantity = column(.decimal)
    #expect(quantity.cell([.integer(millionths)], sheetRow: 0) == .number(shown))
    #expect(quantity.field([.integer(millionths)]).text == exact)
    #expect(quantity.cell([.null], sheetRow: 0) == .blank)
  }

  @Test func decimalsKeepWhatTheyAre() {
    let points = column(.decimal)
    #expect(points.cell([.integer(-1_050_000)], sheetRow: 0) == .number(-1.05))
    #expect(points.field([.integer(-1_050_000)]).text == "-1.05")
    #expect(points.cell([.null], sheetRow: 0) == .blank)
  }

  /// A column that adds up lines of a sheet whose columns L, AB and AC hold points, units and roles.
  private func summed(_ format: ReportDefinition.Format, _ name: String) -> ShownColumn {
    let summand = ReportDefinition.Choice<String?>(by: "kind", ["count": "*"], otherwise: name)
    var keys = CriteriaKeys()
    for unit in ["民政局", "教育局"] { keys.add(unit) }
    let sum = ShownSum(
      sheet: "得分'明细",
      conditions: [.key(their: 27, own: 2, keys: keys), .text(their: 28, "牵\"头")],
      columns: [name: summand], theirs: [name: 11])
    return column(format, sumOf: [ShownColumn.Summand(sum: sum, values: summand, code: 1)])
  }

  @Test func aSumOfLinesIsALiveFormulaOverTheirSheet() {
    let lines = "'得分''明细'!$AB:$AB,C8,'得分''明细'!$AC:$AC,\"牵\"\"头\""
    let score = summed(.decimal, "points")
    #expect(
      score.cell([.integer(98_800_000), .text("")], sheetRow: 7) { _ in "民政局" }
        == .formula("ROUND(SUMIFS('得分''明细'!$L:$L,\(lines)),6)", number: 98.8))
    let tasks = summed(.integer, "tasks")
    #expect(
      tasks.cell([.integer(9), .text("count")], sheetRow: 7) { _ in "民政局" }
        == .formula("COUNTIFS(\(lines))", number: 9))
  }

  @Test func ofSeveralSumsTheFirstThatSaysWhatARowAddsUpCounts() {
    func summand(_ sheet: String, _ code: String) -> ShownColumn.Summand {
      let values = ReportDefinition.Choice<String?>(by: "figure", [code: "done"], otherwise: nil)
      let sum = ShownSum(sheet: sheet, conditions: [], columns: [:], theirs: ["done": 3])
      return ShownColumn.Summand(sum: sum, values: values, code: 1)
    }
    let figures = column(.integer, sumOf: [summand("甲", "tasks"), summand("乙", "problems")])
    func cell(_ code: String) -> Cell {
      figures.cell([.integer(9), .text(code)], sheetRow: 7)
    }
    #expect(cell("tasks") == .formula("SUM('甲'!$D:$D)", number: 9))
    #expect(cell("problems") == .formula("SUM('乙'!$D:$D)", number: 9))
    #expect(cell("targets") == .number(9))
  }

  @Test(arguments: ["", "a*", "什么?", "~", "<5", "=甲"])
  func aKeyThatAConditionWouldMisreadLeavesTheNumber(_ key: String) {
    let cell = summed(.integer, "tasks").cell([.integer(9), .text("")], sheetRow: 7) { _ in key }
    #expect(cell == .number(9))
  }

  @Test func otherCells() {
    #expect(column(.percent).cell([.integer(533_333)], sheetRow: 0) == .number(0.533))
    #expect(column(.integer).cell([.null], sheetRow: 0) == .blank)
    #expect(column(.date).cell([.text("2023-09-25")], sheetRow: 0) == .number(45_194))
    #expect(column(.flag).cell([.integer(1)], sheetRow: 0) == .text("是"))
    let words = column(.text, words: ["lead": "牵头"])
    #expect(words.cell([.text("lead")], sheetRow: 0) == .text("牵头"))
    #expect(words.cell([.text("other")], sheetRow: 0) == .text("other"))
  }

  @Test func emptyDenominatorsCanSayWhatIsMissingByRow() {
    let empty = ReportDefinition.Choice(by: "figure", ["a": "无甲"], otherwise: "无")
    let rate = column(
      .percent,
      .ratio(ShownRatio(numerator: (0, 0), denominator: (1, 1), empty: empty, emptyCode: 2)))
    #expect(rate.reason([.integer(0), .integer(0), .text("a")]) == "x：无甲")
    #expect(rate.reason([.integer(0), .integer(0), .text("b")]) == "x：无")
    // As files had it before.
    #expect(rate.field([.integer(0), .integer(0), .text("b")], .reasonsInPlace) == ("无", true))
  }

  @Test func decimals() {
    #expect(DecimalText.of(533_333, decimals: 4, keeping: 0) == "53.3333")
    #expect(DecimalText.of(530_000, decimals: 4, keeping: 0) == "53")
    #expect(DecimalText.of(-5, decimals: 4, keeping: 0) == "-0.0005")
    #expect(DecimalText.of(400, decimals: 1, keeping: 1) == "40.0")
  }

  @Test func cellNames() {
    #expect(
      [0, 25, 26, 51, 52, 701, 702].map { CellName.name(row: 0, column: $0) }
        == ["A1", "Z1", "AA1", "AZ1", "BA1", "ZZ1", "AAA1"])
  }

  @Test func unitsInBracketsBreakWhereTheHeadingIsTooWide() {
    func heading(width: Int) -> String {
      ShownColumn(
        source: .value(0), name: "gap", heading: "序时差（百分点）", format: .points, width: width,
        words: [:], isSummed: false
      ).brokenHeading
    }
    #expect(heading(width: 11) == "序时差\n（百分点）")
    #expect(heading(width: 17) == "序时差（百分点）")
  }

  @Test func onlyBorderedTextOnTheLeftIsIndented() {
    #expect([CellStyle.fact, .line, .columnHeading(size: 10.5)].map(\.indent) == [1, 0, 0])
  }

  @Test func lightsOfOneColourAreToldApartInCharts() {
    #expect(Tint.paler(0xE15759) == 0xF0ABAC)
    #expect(Tint.paler(0xFFFFFF) == 0xFFFFFF)
  }

  @Test func chineseCharactersCountTwo() {
    #expect(TextMeasure.width("天水A1") == 6)
    #expect(TextMeasure.lines("", width: 10, size: 10.5) == 1)
    #expect(TextMeasure.lines("一二三四", width: 10, size: 10.5) == 1)
    #expect(TextMeasure.lines("一二三四五", width: 10, size: 10.5) == 2)
    #expect(TextMeasure.lines("一\n二", width: 10, size: 10.5) == 2)
    #expect(TextMeasure.height(lines: 100, size: 10.5) == 409.5)
  }
}
