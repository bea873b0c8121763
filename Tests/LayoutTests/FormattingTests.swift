import Domain
import Pages
import TestSupport
import Testing

@testable import Definitions
@testable import Layout

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

  private func quotient(places: Int) -> Formula {
    .quotient(numerator: 0, denominator: 1, places: places, empty: "本期无到期任务")
  }

  @Test func ratiosAreLiveFormulasWithTheirValue() {
    let rate = column(.percent, .ratio(ratio))
    #expect(
      rate.cell([.integer(26), .integer(65)])
        == .formula(quotient(places: 3), number: 0.4))
    #expect(rate.field([.integer(26), .integer(65)]).text == "40.0")
    #expect(
      rate.cell([.integer(0), .integer(0)])
        == .textFormula(quotient(places: 3), text: "本期无到期任务"))
    // A CSV file has numbers or nothing, and the reason elsewhere.
    #expect(rate.field([.integer(0), .integer(0)]) == ("", false))
    #expect(rate.reason([.integer(0), .integer(0)]) == "x：本期无到期任务")
    #expect(rate.reason([.integer(26), .integer(65)]) == nil)
  }

  @Test func meanGapsAreRoundedToTenthsOfAPoint() {
    let mean = column(.points, .ratio(ratio))
    #expect(
      mean.cell([.integer(-650_001), .integer(3)])
        == .formula(quotient(places: 1), number: -21.7))
  }

  @Test(
    arguments: [
      (-216_667, -21.7, "-21.6667"), (-400, 0, "-0.04"), (500, 0.1, "0.05"), (-500, -0.1, "-0.05"),
      (0, 0, "0"), (750_000, 75, "75"),
    ] as [(Int64, Double, String)])
  func pointsHaveOneDecimalAndNoNegativeZero(millionths: Int64, shown: Double, exact: String) {
    let points = column(.points)
    #expect(points.cell([.integer(millionths)]) == .number(shown))
    #expect(points.number(millionths).sign == (shown < 0 ? .minus : .plus))
    #expect(points.field([.integer(millionths)]).text == exact)
  }

  @Test(arguments: [(95_500_000, 95.5, "95.5"), (-1, -0.000001, "-0.000001"), (0, 0, "0")])
  func quantitiesAreExact(millionths: Int64, shown: Double, exact: String) {
    let quantity = column(.decimal)
    #expect(quantity.cell([.integer(millionths)]) == .number(shown))
    #expect(quantity.field([.integer(millionths)]).text == exact)
    #expect(quantity.cell([.null]) == .blank)
  }

  @Test func decimalsKeepWhatTheyAre() {
    let points = column(.decimal)
    #expect(points.cell([.integer(-1_050_000)]) == .number(-1.05))
    #expect(points.field([.integer(-1_050_000)]).text == "-1.05")
    #expect(points.cell([.null]) == .blank)
  }

  /// A column that adds up the lines of a unit in a role.
  private func summed(_ format: ReportDefinition.Format, _ name: String) -> ShownColumn {
    let summand = ReportDefinition.Choice<String?>(by: "kind", ["count": "*"], otherwise: name)
    var keys = CriteriaKeys()
    for unit in ["民政局", "教育局"] { keys.add(unit) }
    let sum = ShownSum(
      table: "lines",
      conditions: [.key(their: "unit", own: 2, keys: keys), .text(their: "role", "牵头")],
      columns: [name: summand], theirs: [name])
    return column(format, sumOf: [ShownColumn.Summand(sum: sum, values: summand, code: 1)])
  }

  @Test func aSumOfLinesIsALiveFormulaOverTheirSheet() {
    func lines(_ column: String?, places: Int?) -> Formula {
      .lines(
        Formula.Lines(
          table: "lines", column: column,
          conditions: [.cell(column: "unit", own: 2), .text(column: "role", "牵头")],
          places: places))
    }
    let score = summed(.decimal, "points")
    #expect(
      score.cell([.integer(98_800_000), .text("")]) { _ in "民政局" }
        == .formula(lines("points", places: 6), number: 98.8))
    let tasks = summed(.integer, "tasks")
    #expect(
      tasks.cell([.integer(9), .text("count")]) { _ in "民政局" }
        == .formula(lines(nil, places: nil), number: 9))
  }

  @Test func ofSeveralSumsTheFirstThatSaysWhatARowAddsUpCounts() {
    func summand(_ table: String, _ code: String) -> ShownColumn.Summand {
      let values = ReportDefinition.Choice<String?>(by: "figure", [code: "done"], otherwise: nil)
      let sum = ShownSum(table: table, conditions: [], columns: [:], theirs: ["done"])
      return ShownColumn.Summand(sum: sum, values: values, code: 1)
    }
    let figures = column(.integer, sumOf: [summand("甲", "tasks"), summand("乙", "problems")])
    func cell(_ code: String) -> Cell {
      figures.cell([.integer(9), .text(code)])
    }
    func sum(_ table: String) -> Formula {
      .lines(Formula.Lines(table: table, column: "done", conditions: [], places: nil))
    }
    #expect(cell("tasks") == .formula(sum("甲"), number: 9))
    #expect(cell("problems") == .formula(sum("乙"), number: 9))
    #expect(cell("targets") == .number(9))
  }

  @Test(arguments: ["", "a*", "什么?", "~", "<5", "=甲"])
  func aKeyThatAConditionWouldMisreadLeavesTheNumber(_ key: String) {
    let cell = summed(.integer, "tasks").cell([.integer(9), .text("")]) { _ in key }
    #expect(cell == .number(9))
  }

  @Test func otherCells() {
    #expect(column(.percent).cell([.integer(533_333)]) == .number(0.533))
    #expect(column(.integer).cell([.null]) == .blank)
    #expect(column(.date).cell([.text("2023-09-25")]) == .number(45_194))
    #expect(column(.flag).cell([.integer(1)]) == .text("是"))
    let words = column(.text, words: ["lead": "牵头"])
    #expect(words.cell([.text("lead")]) == .text("牵头"))
    #expect(words.cell([.text("other")]) == .text("other"))
  }

  @Test func numbersAreNoText() {
    #expect(column(.points).field([.integer(-216_667)]) == ("-21.6667", false))
  }

  @Test func aNumberThatIsMissingCanHaveAWord() {
    let points = column(.decimal, words: ["": "—"])
    #expect(points.cell([.null]) == .text("—"))
    #expect(points.cell([.integer(90_000_000)]) == .number(90))
    #expect(points.field([.null]) == ("", false))
  }

  @Test(arguments: ["2025-13-45", "1899-12-31"]) func datesThatAreNoneStayText(_ text: String) {
    #expect(column(.date).cell([.text(text)]) == .text(text))
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
