/// One entry of a plan's reporting calendar.
public struct Period: Hashable, Sendable {
  /// What the period is called on the command line and in folder names, such as `2023-Q1`.
  public let id: String
  /// What the office calls it, such as 一季度.
  public let name: String
  /// The first day that the period covers.
  public let from: Day
  /// The last day that the period covers.
  public let to: Day
  /// 报送时限: the last day on which a unit's report is on time; nil if none is owed.
  public let submitBy: Day?
  /// 数据截止日: the day whose end the period's report describes.
  public let cutoff: Day
  /// Nominal progress (序时进度) at the cut-off, in millionths.
  public let nominal: Int64
  /// The word that periods of one cadence share; nil where their lengths say it.
  public let cadence: String?
  /// The id of the period before, where the calendar names it.
  public let previous: String?
  /// 期号 of the papers on the period, where the calendar names it.
  public let issue: Int?
  /// 印发日: the day on which they are issued, where the calendar names it.
  public let issuedOn: Day?

  public init(
    id: String, name: String, from: Day, to: Day, submitBy: Day?, cutoff: Day, nominal: Int64,
    cadence: String? = nil, previous: String? = nil, issue: Int? = nil, issuedOn: Day? = nil
  ) {
    self.id = id
    self.name = name
    self.from = from
    self.to = to
    self.submitBy = submitBy
    self.cutoff = cutoff
    self.nominal = nominal
    self.cadence = cadence
    self.previous = previous
    self.issue = issue
    self.issuedOn = issuedOn
  }

  /// The calendar of a year where a plan lists none: four reports on 25 April, June, September
  /// and November, and the final one on 31 December.
  public static func standardCalendar(
    year: Int, by figures: FigureRules = .current
  ) -> [Period] {
    func day(_ month: Int, _ dayOfMonth: Int) -> Day {
      // The months and days below exist in every year.
      Day(year: year, month: month, dayOfMonth: dayOfMonth) ?? Day(number: 0)
    }
    func period(
      _ code: String, _ name: String, to: Day, submitBy: Day?, cutoff: Day, percent: Int64
    ) -> Period {
      Period(
        id: "\(year)-\(code)", name: name, from: day(1, 1), to: to, submitBy: submitBy,
        cutoff: cutoff, nominal: percent * 10_000)
    }
    return [
      ("Q1", "一季度", day(3, 31), day(4, 25), 25), ("H1", "上半年", day(6, 30), day(6, 25), 50),
      ("Q3", "前三季度", day(9, 30), day(9, 25), 75),
      ("FY", "全年", day(12, 31), day(11, 25), figures.fullYearPercent),
    ].map { period($0.0, $0.1, to: $0.2, submitBy: $0.3, cutoff: $0.3, percent: $0.4) } + [
      period("final", "年终核定", to: day(12, 31), submitBy: nil, cutoff: day(12, 31), percent: 100)
    ]
  }
}
